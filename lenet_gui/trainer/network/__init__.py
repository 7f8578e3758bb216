"""The network as torch modules, its losses, and its weights in one row."""
