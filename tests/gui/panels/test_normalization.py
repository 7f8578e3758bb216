"""The stages of normalisation: each picture is what was computed, and the words fit."""

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from lenet_gui.common.values import Picture
from lenet_gui.engine.checkpoints.named_networks import load_checkpoint
from lenet_gui.engine.recognition.as_it_is import field_picture
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.gui.appearance.theme import LIGHT
from lenet_gui.gui.panels.normalization import NormalizationPanel
from lenet_gui.gui.session.session import Session
from tests.engine.checkpoints.test_network_scripts import networks
from tests.gui.helpers import FOUR, draw, idle, pixels

INPUT = "Input 1@32×32: 28×28 digit, border 2; paper is -0.1, ink 1.175."
STAGE_SIDES = (20, 28, 32)  # of the default network
SIZES = [(330, 130), (620, 190), (1100, 260), (700, 90), (500, 80)]


@pytest.fixture
def panel(qtbot, session: Session) -> NormalizationPanel:
    panel = NormalizationPanel(session)
    qtbot.addWidget(panel)
    panel.resize(900, 260)
    return panel


def ink_in(shown: np.ndarray, place: QRectF, cells: int, ratio: float = 1.0) -> np.ndarray:
    """float (cells, cells), 0 paper to 1 ink: the middle of every cell as it is seen."""
    step = place.width() / cells
    middle = (np.arange(cells) + 0.5) * step
    rows = ((place.y() + middle) * ratio).astype(int)
    columns = ((place.x() + middle) * ratio).astype(int)
    paper, ink = (np.array(QColor(c).getRgb()[:3], np.float64) for c in (LIGHT.paper, LIGHT.ink))
    return ((paper - shown[np.ix_(rows, columns)]) / (paper - ink)).mean(axis=2)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_each_stage_shows_its_pixels(
    panel: NormalizationPanel, session: Session, ratio: float
) -> None:
    draw(session, FOUR)
    normalized = session.recognition.normalized
    shown = pixels(panel, ratio)
    wanted = (normalized.block, normalized.digit, normalized.field)
    for place, stage, cells in zip(panel.places()[1:], wanted, STAGE_SIDES, strict=True):
        assert stage.shape == (cells, cells)
        seen = ink_in(shown, place, cells, ratio)
        differs = np.abs(seen - stage / 255) > 0.03
        # The lines that mark middle and block lie over a row and a column, at most four.
        assert differs.mean() < 0.2
        assert np.count_nonzero(~differs & (stage > 128)) > 15


@pytest.mark.parametrize("size", SIZES)
def test_pictures_do_not_touch_each_other_nor_the_edge(
    panel: NormalizationPanel, size: tuple[int, int]
) -> None:
    panel.setMinimumSize(1, 1)
    panel.resize(*size)
    places = panel.places()
    for one, other in pairwise(places):
        assert one.right() < other.left()
    letters = panel.fontMetrics()
    for place, after, side in zip(places[1:], places[2:], STAGE_SIDES, strict=False):
        assert place.left() + letters.horizontalAdvance(f"{side}×{side}") < after.left()
    if size[0] >= panel.minimumSizeHint().width():
        assert places[-1].right() <= max(size[0], 320)
    zooms = {round(p.width() / c, 6) for p, c in zip(places[1:], STAGE_SIDES, strict=True)}
    assert len(zooms) == 1
    assert zooms.pop() % 1 == 0  # whole pixels a cell


@pytest.mark.parametrize("size", [(945, 190), (1363, 254), (1920, 254), (2600, 500)])
def test_wide_panels_are_filled(
    panel: NormalizationPanel, session: Session, size: tuple[int, int]
) -> None:
    """Pictures and words spread over the width: nowhere is a third of it empty."""
    panel.resize(*size)
    draw(session, FOUR)
    shown = pixels(panel)
    filled = np.flatnonzero((shown != shown[0, 0]).any(axis=(0, 2)))
    gaps = np.diff(np.concatenate([[0], filled, [size[0]]]))
    assert gaps.max() < size[0] / 5
    assert size[0] - filled[-1] < size[0] / 6


def test_all_of_it_can_be_seen_at_its_least_size(panel: NormalizationPanel) -> None:
    panel.resize(panel.minimumSize())
    last = panel.places()[-1]
    assert last.right() <= panel.width()
    assert last.bottom() <= panel.height()


def test_square_around_the_ink_is_marked(panel: NormalizationPanel, session: Session) -> None:
    draw(session, FOUR)
    normalized, place = session.recognition.normalized, panel.places()[0]
    rows, columns = session.recognition.picture.ink.shape
    factor = place.width() / max(rows, columns)
    top, left, side = normalized.square
    accent = np.array(QColor(LIGHT.accent).getRgb()[:3])
    shown = pixels(panel).astype(int)
    line = shown[
        int(place.y() + (top + side / 2) * factor),
        int(place.x() + left * factor) - 2 : int(place.x() + left * factor) + 3,
    ]
    assert (np.abs(line - accent).max(axis=1) < 110).any()


@pytest.mark.parametrize(
    ("heavy", "words"),
    [
        ((0, 0, 0, 0), "Its centre of mass is already in the middle."),
        ((12, 20, 10, 20), "Centre of mass moved to the middle: 3 to the left, 3 up."),
        ((0, 8, 0, 10), "Centre of mass moved to the middle: 4 to the right, 4 down."),
        ((0, 20, 15, 20), "Centre of mass moved to the middle: 5 to the left."),
        ((0, 5, 0, 20), "Centre of mass moved to the middle: 6 down."),
    ],
)
def test_words_say_what_was_done(
    panel: NormalizationPanel, session: Session, heavy: tuple[int, int, int, int], words: str
) -> None:
    """A cross, and where most of its ink lies: rows, columns."""
    ink = np.zeros((100, 60), np.uint8)
    cross = ink[20:40, 20:40]
    cross[10], cross[:, 10] = 255, 255
    top, bottom, left, right = heavy
    cross[top:bottom, left:right] = 255
    session.put_picture(Picture(ink), "")
    idle()
    said = f"Ink 20 × 20 pixels; the square of 20 becomes 20 × 20. {words} {INPUT}"
    assert panel.explanation() == said


def test_dot_is_named(panel: NormalizationPanel, session: Session) -> None:
    draw(session, [[(280, 280)]])
    assert session.recognition.normalized.dot
    box = session.recognition.normalized.box
    assert box is not None
    top, left, bottom, right = box
    said = f"A dot of {right - left} × {bottom - top} pixels is not a digit."
    assert panel.explanation() == f"{said} {INPUT}"


def test_nothing_is_said_of_nothing(panel: NormalizationPanel, session: Session) -> None:
    assert panel.explanation() == ""
    draw(session, FOUR)
    assert panel.explanation()
    session.clear()
    idle()
    assert panel.explanation() == ""
    for place, cells in zip(panel.places()[1:], STAGE_SIDES, strict=True):
        assert not ink_in(pixels(panel), place, cells).any()


# ---- what this network reads


@pytest.mark.parametrize(
    ("name", "titles", "words"),
    [
        ("lenet-5", ["20×20", "28×28", "32×32"], "28×28 digit, border 2; paper is -0.1, ink 1.175"),
        ("lenet-sigmoid", ["20×20", "28×28"], "Input 1@28×28: 28×28 digit; paper is 0, ink 1."),
        ("lenet-keras", ["20×20", "28×28", "28×28, padded by 2"],
         "C1 pads it by 2 per side with zeros; paper is 0, ink 1."),
        ("dark ink", ["20×20", "28×28", "24×24, padded by 1"],
         "Input 1@24×24: 28×28 digit without its rim of 2; C1 pads it by 1 per side with zeros;"),
    ],
)  # fmt: skip
def test_the_last_picture_is_what_this_network_reads(
    panel: NormalizationPanel, session: Session, name: str, titles: list[str], words: str
) -> None:
    draw(session, FOUR)
    checkpoint = networks()[name] if name in networks() else load_checkpoint(name)
    session.use(Recognizer(name, checkpoint))
    architecture = session.recognizer.architecture
    assert [stage.title for stage in panel.stages()] == titles
    assert words in panel.explanation()
    last, place = panel.stages()[-1], panel.places()[-1]
    low, high = architecture.input_range
    read = architecture.input_from(session.recognition.field)[0]
    inputs = np.pad(read, last.padding)  # zeros, whatever the range is
    np.testing.assert_allclose(low + (high - low) * last.pixels / 255, inputs, atol=0.005)
    differs = np.abs(ink_in(pixels(panel), place, last.side) - last.pixels / 255) > 0.05
    assert differs.mean() < 0.25  # a dashed line lies around what is padded


def test_a_picture_that_goes_in_as_it_is_has_one_stage(
    panel: NormalizationPanel, session: Session
) -> None:
    noise = np.random.default_rng(0).integers(0, 256, (32, 32)).astype(np.uint8)
    session.watch(field_picture(noise))
    idle()
    assert [stage.title for stage in panel.stages()] == ["32×32"]
    seen = ink_in(pixels(panel), panel.places()[1], 32)
    assert np.abs(seen - noise / 255).max() < 0.05
    said = "32 × 32 values go into the input as they are; nothing is declined."
    assert panel.explanation() == f"{said} Paper is -0.1, ink 1.175."
    session.use_network("lenet-keras")
    assert panel.explanation().startswith("32 × 32 values are only resized to 28 × 28;")
