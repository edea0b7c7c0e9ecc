"""The drafting desk: section text for the next report, grown from what this one says of itself, traceable line by
line."""
