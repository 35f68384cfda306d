"""The two languages against each other."""
