"""Bilingual theses from Markdown and BibTeX to PDF and HTML, checked and reproducible."""

__version__ = "0.2.0"
