"""Drawings, images and checkpoints: files, clipboard, drag and drop."""
