"""Networks as torch modules, their losses, and their weights in one row."""
