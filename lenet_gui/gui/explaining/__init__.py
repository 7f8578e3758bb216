"""Explaining the answer, for several panels: work in the background, a step of learning."""
