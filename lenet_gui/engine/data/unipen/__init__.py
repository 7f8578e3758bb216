"""Original UNIPEN files to stroke sets."""
