"""Widgets that show an evaluation: figures, confusion matrix, digits, kernels."""
