"""The layers panel: a row for each layer with its formulas, and what the chosen layer is for."""
