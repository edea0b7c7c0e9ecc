"""An answer without a model: what was found, in the report's own words, led by what was asked."""
