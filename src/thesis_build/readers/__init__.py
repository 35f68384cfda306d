"""Text → values; one module per kind of file."""
