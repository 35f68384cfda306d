"""`paper/thesis.yaml`: the settings, the schema they follow, and what is said of each mistake in them."""
