"""The commands behind menus and shortcuts, and their table."""
