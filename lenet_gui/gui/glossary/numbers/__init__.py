"""Numbers of the network in use, in sentences: a pure function of it for each term.

Each function has the name of its term, takes an ``OpenNetwork`` and returns sentences. Where a
network has no such thing, the sentence says so.
"""
