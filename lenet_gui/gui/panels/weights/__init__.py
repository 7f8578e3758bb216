"""The weights panel: all trained numbers of a network, a layer at a time."""
