"""Readers of foreign files, one file each; they run only in the process that can be killed.

Each takes the bytes of a file and its name, and returns a ``ForeignNetwork``. They check sizes and
counts before anything is allocated, run no code, and raise BadInput.
"""
