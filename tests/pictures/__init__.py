"""Pictures of one digit as people have them, made from a seed, and how the program reads them.

``python -m tests.pictures [FIRST [LAST [KIND ...]]]`` reads the pictures of some seeds and prints
the figures of each kind.
"""
