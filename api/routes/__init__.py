"""The routes: JSON under /api, pages beside them."""
