"""What a figure is of, and which is asked for: money, persons or shares; up to a day or of a month; done or open."""
