"""From words and ruling lines on pages to paragraphs, tables and notes: pure geometry, no engine and no I/O."""
