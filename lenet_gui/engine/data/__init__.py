"""Labelled data: datasets, stroke sets, splits, and stroke augmentation."""
