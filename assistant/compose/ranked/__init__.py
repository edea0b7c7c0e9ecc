"""Tables that rank and score: what each column holds, which rows a question means, and what it asks of them."""
