"""Manuscripts → files; one module per format, and none knows another."""
