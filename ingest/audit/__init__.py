"""The audit: what a report says against what its own figures, documents and predecessor say."""

from ingest.audit.arithmetic import Check
from ingest.audit.desk import audit, checks

__all__ = ["Check", "audit", "checks"]
