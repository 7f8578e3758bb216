"""Pictures of the window: of every workspace to look at, those of the README, and its animation."""
