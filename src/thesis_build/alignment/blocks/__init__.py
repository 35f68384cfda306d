"""Which blocks of two manuscripts say the same."""
