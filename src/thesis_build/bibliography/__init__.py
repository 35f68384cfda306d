"""What is known of bibliographies: names, dates, identifiers, entry types, and which entries a thesis uses."""
