"""The library of kept networks: its table and actions, keeping, discarding and comparing."""
