"""Figures: every number of a report that counts something, read with its unit, indicator, period, scope and role."""

from ingest.figures.ledger import read_figures

__all__ = ["read_figures"]
