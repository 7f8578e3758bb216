"""How values travel between the window and the worker."""
