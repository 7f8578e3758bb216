"""Checkpoint files, the networks of the program and of the library, and exports."""
