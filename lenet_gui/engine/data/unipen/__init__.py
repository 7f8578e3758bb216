"""Turns original UNIPEN files into stroke sets."""
