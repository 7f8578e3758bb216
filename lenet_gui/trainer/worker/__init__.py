"""The worker process that trains for the window."""
