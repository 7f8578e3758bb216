"""The page to draw on: canvas, pointer handling, receptive fields over the ink.

The canvas maps a pointer event to the page and tells the session, which appends the point; the
canvas paints that segment. Screen and recognition use the same rasterizer at two scales.
"""
