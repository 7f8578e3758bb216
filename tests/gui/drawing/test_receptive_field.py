"""A unit's receptive field on the page: where the ink is that it sees."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF

from lenet_gui.common.values import Picture, Unit
from lenet_gui.engine.checkpoints.named_networks import network_names
from lenet_gui.gui.drawing.receptive_field import receptive_field
from lenet_gui.gui.session.session import Session
from tests.gui.helpers import FOUR, draw, idle
from tests.helpers import mnist_test

PAGE = QRectF(10, 20, 560, 560)  # a pixel a page unit


def field(session: Session, unit: Unit, page: QRectF = PAGE) -> QRectF:
    return receptive_field(session, unit, page)


def place_in_field(session: Session, row: int, column: int) -> QRectF:
    """One pixel of the normalised digit, on the page."""
    return field(session, Unit("INPUT", 0, row, column))


@pytest.mark.parametrize("name", network_names())
def test_whole_input_lies_around_the_ink(session: Session, name: str) -> None:
    """The longer side of the ink is 20 of the 28 or 32 pixels."""
    session.use_network(name)
    draw(session, FOUR)
    whole = field(session, Unit("F6", 0))
    side = session.recognizer.architecture.input_shape[1]
    tall = 440 - 110 + session.pen_width  # the ink of this four, in page units
    assert whole.width() == pytest.approx(whole.height())
    assert whole.width() == pytest.approx(tall / 20 * side, rel=0.02)
    ink = QRectF(PAGE.x() + 122, PAGE.y() + 92, 296, 366)
    assert whole.contains(ink)


def test_grows_from_layer_to_layer(session: Session) -> None:
    session.use_network("lenet-5")
    draw(session, FOUR)
    pixel = place_in_field(session, 0, 0).width()
    fields = [
        field(session, Unit(name, 0, row, row))
        for name, row in (("C1", 14), ("S2", 7), ("C3", 5), ("S4", 2), ("C5", 0))
    ]
    sides = [rect.width() / pixel for rect in fields]
    assert sides == pytest.approx([5, 6, 14, 16, 32])


@pytest.mark.parametrize("name", network_names())
def test_pixels_of_ink_lie_on_ink(session: Session, name: str) -> None:
    """Where the network's input is black, the page is, and paper is paper."""
    session.use_network(name)
    draw(session, FOUR)
    ink = session.recognition.picture.ink
    state = session.recognition.normalized.field
    margin = (32 - session.recognizer.architecture.input_shape[1]) // 2
    black, white = 0, 0
    for row in range(4, 28):
        for column in range(4, 28):
            rect = place_in_field(session, row - margin, column - margin)
            rect.translate(-PAGE.topLeft())
            top, left = int(rect.top() / 2), int(rect.left() / 2)  # half a pixel a page unit
            bottom, right = int(rect.bottom() / 2) + 1, int(rect.right() / 2) + 1
            part = ink[max(top, 0) : bottom, max(left, 0) : right]
            if state[row, column] == 255:
                black += 1
                assert part.size
                assert part.mean() > 200
            elif state[row, column] == 0 and part.size:
                white += 1
                assert part.mean() < 60
    assert black > 15
    assert white > 100


@pytest.mark.parametrize("shape", [(28, 28), (40, 20), (30, 90)])
def test_on_a_picture(session: Session, shape: tuple[int, int]) -> None:
    """A picture is fitted into the page, in its middle; the field goes with it."""
    ink = np.zeros(shape, np.uint8)
    ink[4:24, 6:14] = 255
    session.put_picture(Picture(ink), "")
    idle()
    whole = field(session, Unit("OUTPUT", 0))
    factor = 560 / max(shape)
    left = PAGE.x() + (max(shape) - shape[1]) / 2 * factor
    top = PAGE.y() + (max(shape) - shape[0]) / 2 * factor
    assert whole.width() == pytest.approx(32 * factor)
    across = (whole.center().x() - left) / factor
    down = (whole.center().y() - top) / factor
    assert across == pytest.approx(10, abs=1.1)  # the middle of the bar
    assert down == pytest.approx(14, abs=1.1)


def test_on_a_digit_of_mnist(session: Session) -> None:
    """It fills the page, and the network sees two pixels more on each side."""
    index = next(i for i in range(50) if np.count_nonzero(mnist_test().images[i][4:24, 4:24]) > 0)
    session.put_picture(Picture(mnist_test().images[index].copy()), "")
    idle()
    assert np.array_equal(session.recognition.normalized.digit, mnist_test().images[index])
    whole = field(session, Unit("OUTPUT", 0))
    assert whole == QRectF(PAGE.x() - 40, PAGE.y() - 40, 640, 640)


def test_strokes_over_a_picture(session: Session) -> None:
    """The page is read then, and the field is the page's."""
    session.put_picture(Picture(mnist_test().images[0].copy()), "")
    draw(session, [[(60, 60), (500, 60)]])
    whole = field(session, Unit("OUTPUT", 0))
    assert whole.top() < PAGE.y() + 42
    assert whole.contains(QRectF(PAGE.x() + 45, PAGE.y() + 45, 460, 30))


def test_scales_with_the_page(session: Session) -> None:
    draw(session, FOUR)
    unit = Unit("C3", 2, 4, 6)
    full, half = field(session, unit), field(session, unit, QRectF(0, 0, 280, 280))
    assert half.width() == pytest.approx(full.width() / 2)
    assert half.x() == pytest.approx((full.x() - PAGE.x()) / 2)
    assert half.y() == pytest.approx((full.y() - PAGE.y()) / 2)
