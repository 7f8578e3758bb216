"""The terms as data, a file for each theme.

Each text has three sentences. ``[words](key)`` in it is a link to another term.
"""
