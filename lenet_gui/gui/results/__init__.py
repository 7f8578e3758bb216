"""Widgets that show how well a network reads."""
