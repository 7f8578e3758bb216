"""Controls beside a moving picture: which feed, hold, mirror, seek."""
