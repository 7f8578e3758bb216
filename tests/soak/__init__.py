"""`make soak`: thousands of random actions of a user through the real window.

Nothing may be raised, Qt may not warn, memory stays flat, and nothing is left in the end.
"""
