"""The same evidence worded by a chat model, and what of its words may be shown."""
