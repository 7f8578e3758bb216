"""Curves with pyqtgraph, loaded when first needed."""
