"""What a question asks: its kinds, times, places, the reports it names, and what it takes from the one before."""
