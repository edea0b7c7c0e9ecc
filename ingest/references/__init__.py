"""The documents a report cites: numbers, types, dates, issuers, subjects, and every place that mentions them."""

from ingest.references.ledger import read_references
from ingest.references.numbers import DocumentNumber, find_numbers, number_key, parse_number

__all__ = ["DocumentNumber", "find_numbers", "number_key", "parse_number", "read_references"]
