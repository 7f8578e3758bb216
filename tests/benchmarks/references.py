"""Work that never changes, in other people's code, which times are ratios to.

A machine that is slower or busier is so for both sides of a ratio. Each of these does what the
measured work does (small products of matrices, one pass over a canvas or a frame, painting), so
that both suffer alike. Bars on such ratios were set from times once measured on the machine where
the program grew up: there a row took T of the time L that was allowed; the same code has the ratio
R wherever it is measured; the bar is R times L / T, as strict as it was there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

# (rows, inner, columns) of what LeNet-5 multiplies for one digit: C1, C3, C5, F6, OUTPUT.
PRODUCTS = (6, 25, 784), (16, 150, 100), (120, 400, 1), (84, 120, 1), (10, 84, 1)
CELLS = 20
SPREAD = 8.0  # pixels of the blur
DARK = 0.9  # of the blurred paper
FORM = (700, 500)
MAPS, LINES, WORDS = 24, 40, 60


def products() -> Callable[[], object]:
    """Give LeNet-5's products of matrices, each followed by tanh, and nothing else."""
    random = np.random.default_rng(0)
    pairs = [
        (random.random((rows, inner), np.float32), random.random((inner, columns), np.float32))
        for rows, inner, columns in PRODUCTS
    ]
    return lambda: [np.tanh(left @ right) for left, right in pairs]


def averaged(canvas: np.ndarray) -> Callable[[], object]:
    """Give the reduction of uint8 (rows, columns) to 20x20 by two products."""
    across = np.full((CELLS, canvas.shape[0]), 1 / canvas.shape[0], np.float32)
    down = np.full((canvas.shape[1], CELLS), 1 / canvas.shape[1], np.float32)
    return lambda: across @ canvas.astype(np.float32) @ down


def separated(grey: np.ndarray) -> Callable[[], object]:
    """Give the labelling of what is darker than the blurred frame, by OpenCV."""
    import cv2

    def label() -> object:
        light = grey.astype(np.float32)
        dark = light < DARK * cv2.GaussianBlur(light, (0, 0), SPREAD)
        return cv2.connectedComponentsWithStats(dark.astype(np.uint8))

    return label


def painted_form() -> Callable[[], QImage]:
    """Give the painting of a picture with enlarged maps, smooth lines and words, by Qt."""
    from PySide6.QtCore import QPointF, QRectF, Qt
    from PySide6.QtGui import QImage, QPainter

    maps = QImage(32, 32, QImage.Format.Format_Grayscale8)
    maps.fill(90)
    form = QImage(*FORM, QImage.Format.Format_ARGB32_Premultiplied)
    width, height = FORM

    def paint() -> QImage:
        form.fill(Qt.GlobalColor.white)
        painter = QPainter(form)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for place in range(MAPS):
            painter.drawImage(QRectF(place % 6 * 110, place // 6 * 110, 100, 100), maps)
        for place in range(LINES):
            start = QPointF(place * width / LINES, 0.0)
            painter.drawLine(start, QPointF(width - start.x(), height))
        for place in range(WORDS):
            painter.drawText(QPointF(place % 6 * 110, place // 6 * 45 + 15), f"{place} of 60")
        painter.end()
        return form

    return paint
