"""Icons: as the files say, sharp at every scale factor, in the colours of the theme."""

import numpy as np
import pytest
from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QToolButton

from lenet_gui.common.assets import resource
from lenet_gui.gui.appearance import icons
from lenet_gui.gui.appearance.icons import icon, icon_path
from lenet_gui.gui.appearance.theme import DARK, LIGHT, apply_theme
from tests.gui.helpers import idle, pixels

LOGO = "lenet_gui"
NAMES = sorted(path.stem for path in resource("icons").glob("*.svg") if path.stem != LOGO)


def seen(made: QIcon, side: int, ratio: float, mode: QIcon.Mode = QIcon.Mode.Normal) -> np.ndarray:
    """uint8 (side, side, 4): what is painted on a screen with so many pixels a pixel."""
    image = made.pixmap(QSize(side, side), ratio, mode).toImage()
    assert image.width() == round(side * ratio)
    return rgba(image)


def rgba(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4).copy()


def as_others_paint(name: str, side: int) -> np.ndarray:
    """uint8 (side, side, 4): the file by Qt's own reader of SVG."""
    text = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", LIGHT.text)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(text.encode())).render(painter)
    painter.end()
    return rgba(image)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_painted_as_other_programs_paint_the_file_at_every_scale(name: str, ratio: float) -> None:
    ours, theirs = seen(icon(name), 24, ratio), as_others_paint(name, round(24 * ratio))
    assert ours[..., 3].max() > 200, "nothing is seen"
    apart = np.abs(ours[..., 3].astype(int) - theirs[..., 3])
    assert apart.mean() < 3  # where two strokes meet, they paint the edge of both
    assert (apart > 64).mean() < 0.02


@pytest.mark.parametrize("name", NAMES)
def test_strokes_stay_in_their_square(name: str) -> None:
    box, half = icon_path(name).controlPointRect(), icons.LINE / 2
    assert box.left() >= half
    assert box.top() >= half
    assert box.right() <= icons.GRID - half
    assert box.bottom() <= icons.GRID - half


def colour_of(image: np.ndarray) -> str:
    """The colour of the pixels that are covered in full."""
    full = image[image[..., 3] == 255]
    return QColor(*map(int, np.median(full[:, :3], axis=0))).name()


def test_colours_follow_the_theme(qapp) -> None:
    made = icon("clear")
    for theme in (LIGHT, DARK, LIGHT):
        apply_theme(qapp, theme.name)
        assert colour_of(seen(made, 48, 2.0)) == theme.text
        assert colour_of(seen(made, 48, 2.0, QIcon.Mode.Disabled)) == theme.quiet


def test_a_button_changes_while_it_is_seen(qtbot, qapp) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    button.setIcon(icon("pause"))
    button.setIconSize(QSize(40, 40))
    button.show()
    for theme in (LIGHT, DARK):
        apply_theme(qapp, theme.name)
        idle()
        wanted = button.palette().color(QPalette.ColorRole.ButtonText).getRgb()[:3]
        assert (pixels(button, 2.0) == wanted).all(axis=2).sum() > 50


def test_a_file_that_is_missing_or_has_other_steps_is_a_mistake_in_the_program(
    monkeypatch: pytest.MonkeyPatch, tmp_path
) -> None:
    with pytest.raises(OSError, match="nothing"):
        icon("nothing")
    (tmp_path / "arc.svg").write_text('<svg><path d="M1 1 A5 5 0 0 1 9 9"/></svg>')
    monkeypatch.setattr(icons, "resource", lambda *parts: tmp_path / parts[-1])
    with pytest.raises(ValueError, match="step A"):
        icon("arc")


def test_many_icons_leave_nothing_behind() -> None:
    """Qt owns what paints an icon, and Python the class of it."""
    import gc

    button = QToolButton()
    for name in NAMES * 20:
        button.setIcon(icon(name))
    gc.collect()
    alive = [each for each in gc.get_objects() if type(each).__name__ == "_Strokes"]
    assert len(alive) <= 3
