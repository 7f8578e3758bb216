"""Why this answer: what speaks for it and what against, and what would change it."""
