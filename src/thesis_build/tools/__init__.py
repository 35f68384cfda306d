"""The outside world: the only modules that start programs and write files."""
