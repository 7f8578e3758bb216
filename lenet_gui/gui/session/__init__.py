"""The drawing, the network that reads it, and the undo history."""
