"""Checkpoint files, the networks of the program and of the library, and exports.

Files come from strangers: sizes and headers are checked before anything is allocated, nothing is
unpickled, and everything that can be wrong raises ``BadInput``, whose text is a sentence. ``make
fuzz`` tries mutated files of each kind.
"""
