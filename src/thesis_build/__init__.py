"""Bilingual theses from Markdown and BibTeX to PDF and HTML, checked and reproducible."""
