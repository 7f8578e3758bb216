"""Messages between the window and the worker."""
