"""Measurements with bars: `make bench` prints them as a table and ends with 1 if one is missed.

Machines differ, are shared and noisy: what takes time is measured in rounds, by turns with other
work, and its bar is on the ratio of the two (references.py); how long it took stands beside.
`make bench BASE=<commit>` compares with the rows of another commit instead (comparison.py).
"""
