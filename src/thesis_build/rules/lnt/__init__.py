"""The checker about itself."""
