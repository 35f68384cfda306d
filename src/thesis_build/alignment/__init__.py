"""Two manuscripts set side by side: which blocks and sentences say the same, and where they differ."""
