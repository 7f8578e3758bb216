"""The training panel: what to train, the curves, and the result."""
