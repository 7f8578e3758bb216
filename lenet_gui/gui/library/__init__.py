"""The networks that somebody keeps: what the panel shows, and what is done with them."""
