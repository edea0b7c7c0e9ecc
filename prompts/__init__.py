"""The words: one Markdown file a prompt, one prompt a section of a report."""
