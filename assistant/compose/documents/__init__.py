"""Cited documents, and the report as one: number, date, issuer, subject, and how they hang together."""
