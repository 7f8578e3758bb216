"""Files read within limits and written atomically, and the folders of the user."""
