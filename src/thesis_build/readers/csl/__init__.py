"""Reading bibliographies in CSL JSON and CSL YAML."""
