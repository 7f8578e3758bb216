"""Photographs of pages to lines of digits."""
