"""What the network panel paints, and where."""
