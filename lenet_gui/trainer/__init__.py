"""Learns. torch, in a process of its own; never Qt."""
