"""What answers a question: the statements and figures of the reports asked, ranked by what of it they hold."""
