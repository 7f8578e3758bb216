"""Ink: strokes to pixels, MNIST's normalization, image and drawing files."""
