"""One format each: bytes become a Flow. What a Flow means is decided in `ingest.structure`, once for all formats."""
