"""What is drawn, which network reads it, and what can be undone."""
