"""The page that people draw on."""
