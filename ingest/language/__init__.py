"""Vietnamese as these reports write it: repair, folding, sentences, numbers, dates and periods. No I/O."""
