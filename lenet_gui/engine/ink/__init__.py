"""Ink: strokes to pixels, MNIST's normalization to 20x20 in 28x28, image and drawing files."""
