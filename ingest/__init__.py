"""Reads: a file becomes a Report, and a Report its passages, figures, cited documents and findings."""
