"""The project's own reports of an invented district, and what is true of them. No place named here exists."""
