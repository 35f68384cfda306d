"""Finding and running the rules: selection, suppressions, baselines, fixes, and what a rule says of itself."""
