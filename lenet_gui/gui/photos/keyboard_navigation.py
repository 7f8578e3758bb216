"""Keyboard navigation from digit to digit of a photograph."""

from __future__ import annotations

from PySide6.QtCore import Qt

from lenet_gui.engine.pages.values import FoundDigit
from lenet_gui.gui.photos.photo_reading import PhotoReading

_ALONG = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ACROSS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}


def digit_for_key(
    photo: PhotoReading | None, choice: FoundDigit | None, key: Qt.Key
) -> FoundDigit | None:
    """Return the digit to which a key leads, or None.

    Left and right follow the reading order, up and down go to the nearest digit of the next
    line, Home and End to the first and last digit.
    """
    if photo is None or not photo.digits or key not in {**_ALONG, **_ACROSS, **_ENDS}:
        return None
    digits = photo.digits
    if key in _ENDS:
        return digits[_ENDS[key]]
    if choice not in digits:
        return digits[0]
    if key in _ALONG:
        place = digits.index(choice) + _ALONG[key]
        return digits[min(max(place, 0), len(digits) - 1)]
    lines = [line.digits for line in photo.reading.lines]
    row = next(row for row, line in enumerate(lines) if choice in line)
    line = lines[min(max(row + _ACROSS[key], 0), len(lines) - 1)]
    x, _ = photo.middle(choice)
    return min(line, key=lambda found: abs(photo.middle(found)[0] - x))
