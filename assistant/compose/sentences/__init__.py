"""In the report's own sentences: who, when, where, why, whether, and whole sections."""
