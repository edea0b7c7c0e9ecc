"""One figure as a report states it: with its kinds, its levels and parts, its class."""
