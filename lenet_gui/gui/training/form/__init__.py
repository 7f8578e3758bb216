"""The training form: choices, their fields and groups, and the settings dialog."""
