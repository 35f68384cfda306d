"""Where in the Markdown source is what Pandoc has read: positions, keys, tables, and what is not prose."""
