"""Numbers of the network in use, in sentences: a pure function of it for each term.

Where a network has no such thing, the sentence says so.
"""
