"""Test digits of MNIST, and images of them."""

import numpy as np
from PySide6.QtGui import (
    QImage,
)

from tests.helpers import default_recognizer, mnist_test


def plain_digits() -> dict[str, int]:
    """Test digits of MNIST, one of each class, about which there is no doubt."""
    best = default_recognizer().scores(mnist_test().images[:200]).max(axis=1)
    return {mnist_test().labels[i]: int(i) for i in np.argsort(best)}


DIGITS = plain_digits()


def digit_image(index: int, zoom: int = 8, border: int = 40) -> np.ndarray:
    """uint8 (rows, columns) of ink: a test digit of MNIST, enlarged, with paper around it."""
    large = np.kron(mnist_test().images[index], np.ones((zoom, zoom), np.uint8))
    return np.pad(large, border)


def grey_image(grey: np.ndarray) -> QImage:
    rows, columns = grey.shape
    grey = np.ascontiguousarray(grey)
    return QImage(grey.data, columns, rows, columns, QImage.Format.Format_Grayscale8).copy()


def rgba_image(color: np.ndarray, alpha: np.ndarray) -> QImage:
    rows, columns = alpha.shape
    whole = np.ascontiguousarray(np.dstack([color, alpha]))
    return QImage(whole.data, columns, rows, 4 * columns, QImage.Format.Format_RGBA8888).copy()
