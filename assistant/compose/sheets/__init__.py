"""A table as a sheet that a question is put to: what is asked of it is read as a whole before any cell is told.

Which rows a question names, which column its other words mean, and what it wants done with them (the value, what a row
falls short of the most, who is first and by how much, how two rows lie apart, which place a row holds) are told apart
for any table alike. A question is answered only where nothing of it is left over: each word of it names a row, stands
over the table, or asks.
"""
