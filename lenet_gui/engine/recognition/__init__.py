"""Recognizing pictures, declining to answer, and evaluating networks."""
