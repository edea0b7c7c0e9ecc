"""Do these numbers add up, do these places agree: what the audit found, as an answer."""
