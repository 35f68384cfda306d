"""What is known about bibliographies: names, dates, identifiers, entry types, and which entries a thesis uses."""
