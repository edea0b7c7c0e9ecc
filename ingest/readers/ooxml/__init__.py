"""Office Open XML as its files are: the package and its parts, styles, numbering, notes, runs and tables."""
