"""What checks clean, builds."""
