"""Curves, drawn by pyqtgraph, which is loaded when a plot is first shown."""
