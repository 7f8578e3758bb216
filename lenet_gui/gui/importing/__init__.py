"""The import dialog: the user's own data, shown before a training uses it."""
