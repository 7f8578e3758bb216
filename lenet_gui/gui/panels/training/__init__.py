"""The training panel: what to train, and how it goes."""
