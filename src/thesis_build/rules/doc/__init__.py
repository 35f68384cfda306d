"""The document: cross-references, images, notes, raw content."""
