"""Explaining in the background: one piece of work at a time, the newest question first."""
