"""Shows. PySide6; never torch."""
