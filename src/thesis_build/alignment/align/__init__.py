"""Which words and sentences of two texts say the same (Gale and Church; Moore): alignment in order."""
