"""Storage: files read within limits and written atomically, and the user's data folders."""
