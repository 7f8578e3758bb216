"""The options of commands that have many, and how their values are read."""
