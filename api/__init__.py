"""The doors: command line, HTTP and web pages over one and the same assistant."""
