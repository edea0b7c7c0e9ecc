"""Over several reports or times: a series, two periods, two papers, the report of each place."""
