"""Reads digits. numpy and pillow; never Qt, never torch."""
