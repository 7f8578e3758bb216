"""Explaining: what the numbers of a network mean: of a unit, of a layer, and of an answer."""
