"""Composed photographs of handwritten pages: what stands where is known."""
