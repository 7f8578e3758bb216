"""Values and texts that the engine, the trainer and the window share."""
