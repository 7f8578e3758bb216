"""The inspector: the arithmetic of the pinned unit, from the numbers on the screen."""
