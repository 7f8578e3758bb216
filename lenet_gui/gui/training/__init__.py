"""A training from the form to the result; the trainer itself is another process."""
