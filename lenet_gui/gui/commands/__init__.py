"""What menus and shortcuts do, from the table of actions."""
