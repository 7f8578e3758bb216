"""Measurements with bars: `make bench` prints them as a table and ends with 1 if one is missed.

Machines are shared and noisy: every figure is the best median of five rounds, and what can be
compared with another program is measured beside it in the same run.
"""
