"""Rows and columns: the cell asked for, the row that leads, what lies between two columns."""
