"""What the language of letters says: words, sentences, bodies, orders, deadlines, references."""
