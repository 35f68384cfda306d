"""Citations in the text."""
