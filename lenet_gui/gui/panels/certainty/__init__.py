"""The certainty panel: the dial, and what it did with validation data."""
