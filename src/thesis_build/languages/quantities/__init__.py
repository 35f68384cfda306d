"""Quantities in running text, by value: how they are read in each language (`quantities-TAG.yaml`)."""
