"""Where two texts differ: a detector a file."""
