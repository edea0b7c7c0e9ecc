"""Remembers: the only code that knows SQLite, Chroma and the embedding engines."""
