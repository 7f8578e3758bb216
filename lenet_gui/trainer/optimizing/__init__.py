"""Optimizers, second derivatives, and learning rate schedules."""
