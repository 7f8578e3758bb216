"""Data of one's own, looked at before it is learned from."""
