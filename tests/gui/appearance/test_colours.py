"""Colours: text that can be read, and a scale that the colour-blind can read.

The matrices are those of Machado, Oliveira and Fernandes, "A physiologically-based model for
simulation of color vision deficiency", IEEE TVCG 15(6), 2009, table for severity 1.0; they act on
linear RGB.
"""

from itertools import product

import numpy as np
import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox

from lenet_gui.gui.appearance.theme import DARK, LIGHT, SIGNED_LEVELS, Theme, apply_theme, theme_of
from lenet_gui.gui.panels.answer.bars import BAR_SHADES
from lenet_gui.gui.window.dock_buttons import CLOSE, FLOAT
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import contrast, idle

VISIONS = {
    "everybody": np.eye(3),
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
TO_XYZ = np.array(
    [
        [0.4124564, 0.3575761, 0.1804375],
        [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
    ]
)
FAR = 40  # distance in CIELAB of colours that nobody takes for each other
APART = 10  # of those that are told apart side by side

each_theme = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
each_vision = pytest.mark.parametrize("vision", VISIONS)


def lab(rgb: np.ndarray, vision: str) -> np.ndarray:
    """(n, 3) bytes as people with that colour vision see them, in CIELAB under D65."""
    values = np.asarray(rgb, float) / 255
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    seen = np.clip(linear @ VISIONS[vision].T, 0, 1)
    parts = seen @ TO_XYZ.T / TO_XYZ.sum(axis=1)
    roots = np.where(parts > (6 / 29) ** 3, np.cbrt(parts), parts / (3 * (6 / 29) ** 2) + 4 / 29)
    x, y, z = roots.T
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=1)


def scale(theme: Theme) -> np.ndarray:
    """(SIGNED_LEVELS, 3) bytes, from negative to positive."""
    table = np.array(theme.signed_table()[:SIGNED_LEVELS], np.uint32)
    return np.stack([table >> 16 & 255, table >> 8 & 255, table & 255], axis=1)


def test_white_and_black_in_lab() -> None:
    found = lab(np.array([[255, 255, 255], [0, 0, 0]]), "everybody")
    assert np.allclose(found, [[100, 0, 0], [0, 0, 0]], atol=0.01)


@each_theme
@each_vision
def test_ends_of_the_scale_are_far_from_each_other_and_from_zero(theme: Theme, vision: str) -> None:
    colors = lab(scale(theme), vision)
    negative, zero, positive = colors[[0, SIGNED_LEVELS // 2, -1]]
    for one, other in ((negative, positive), (negative, zero), (zero, positive)):
        assert np.linalg.norm(one - other) > FAR


@each_theme
@each_vision
def test_signs_are_told_apart_at_every_strength(theme: Theme, vision: str) -> None:
    """From a sixth of the scale on; weaker values are nearly zero to everybody."""
    colors = lab(scale(theme), vision)
    half = SIGNED_LEVELS // 2
    for step in range(half // 6, half + 1):
        assert np.linalg.norm(colors[half - step] - colors[half + step]) > APART, step


@each_theme
@each_vision
def test_stronger_looks_stronger(theme: Theme, vision: str) -> None:
    """Lightness runs one way from zero to each end, and so does the distance from zero."""
    colors = lab(scale(theme), vision)
    half = SIGNED_LEVELS // 2
    for side in (colors[half::-1], colors[half:]):
        steps = np.diff(side[:, 0]) * (-1 if theme is LIGHT else 1)
        assert (steps > -0.25).all()  # bytes are rounded
        assert steps.sum() > 20
        distances = np.linalg.norm(side - side[0], axis=1)
        assert (np.diff(distances) > -0.6).all()


# ---- text


ROLES = QPalette.ColorRole
PAIRS = [
    (ROLES.WindowText, ROLES.Window), (ROLES.Text, ROLES.Base), (ROLES.Text, ROLES.AlternateBase),
    (ROLES.ButtonText, ROLES.Button), (ROLES.ButtonText, ROLES.Window),
    (ROLES.ToolTipText, ROLES.ToolTipBase), (ROLES.HighlightedText, ROLES.Highlight),
    (ROLES.Link, ROLES.Base), (ROLES.Link, ROLES.Window), (ROLES.PlaceholderText, ROLES.Base),
    (ROLES.PlaceholderText, ROLES.Window), (ROLES.WindowText, ROLES.Base),
]  # fmt: skip
GROUPS = [QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled]


@each_theme
def test_contrast_of_every_pair_of_the_palette(theme: Theme, qapp: QApplication) -> None:
    """4.5 to 1, also where something cannot be used now."""
    apply_theme(qapp, theme.name)
    palette = qapp.palette()
    for group in GROUPS:
        for text, ground in PAIRS:
            found = contrast(palette.color(group, text), palette.color(group, ground))
            assert found >= 4.5, (group, text, ground, found)


@each_theme
def test_edges_of_what_can_be_used_are_seen(theme: Theme, qapp: QApplication) -> None:
    """3 to 1: an empty box that cannot be seen is not ticked by anybody."""
    apply_theme(qapp, theme.name)
    for ground in ("panel", "window"):
        assert contrast(theme.color("edge"), theme.color(ground)) >= 3
    box = QCheckBox()
    box.resize(box.sizeHint())
    shown = box.grab().toImage()
    middle = shown.height() // 2
    seen = [shown.pixelColor(x, middle) for x in range(shown.width())]
    assert max(contrast(color, theme.color("window")) for color in seen) >= 2.5
    assert theme_of(box) == theme


@each_theme
def test_lists_of_choices_have_the_colour_of_the_window(
    theme: Theme, window: MainWindow, qapp: QApplication
) -> None:
    apply_theme(qapp, theme.name)
    box = window.network_bar.box
    box.showPopup()
    idle()
    shown = box.view().viewport().grab().toImage()
    box.hidePopup()
    ground = shown.pixelColor(shown.width() - 3, 3)
    assert ground in (theme.color("window"), theme.color("panel"))


@each_theme
def test_buttons_of_docks_are_seen(theme: Theme, window: MainWindow, qapp: QApplication) -> None:
    apply_theme(qapp, theme.name)
    for name in (FLOAT, CLOSE):
        button = window.workspaces.docks["answer"].findChild(QAbstractButton, name)
        shown = button.grab().toImage()
        places = product(range(shown.width()), range(shown.height()))
        best = max(contrast(shown.pixelColor(*place), theme.color("window")) for place in places)
        assert best >= 3
        assert button.toolTip() == button.accessibleName() != ""


@each_theme
@pytest.mark.parametrize("shade", BAR_SHADES)
def test_contrast_on_bars(theme: Theme, shade: str) -> None:
    """The classes and their scores stand on bars that let the panel through."""
    bar, panel, part = theme.color(shade), theme.color("panel"), BAR_SHADES[shade]
    mixed = [
        round(255 * (part * over + (1 - part) * under))
        for over, under in zip(bar.getRgbF()[:3], panel.getRgbF()[:3], strict=True)
    ]
    assert contrast(theme.color("text"), QColor(*mixed)) >= 4.5
