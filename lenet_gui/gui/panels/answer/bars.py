"""The scores of the classes as bars, in the answer panel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from lenet_gui.common.values import Recognition
from lenet_gui.engine.networks.architecture import MAX_CLASSES
from lenet_gui.gui.appearance.theme import Theme
from lenet_gui.gui.widgets.elided_label import elided
from lenet_gui.gui.wording.recognition_words import score_text

MIN_BAR_HEIGHT = 1.2  # times a capital letter; in lower bars letters would be cut off
BAR_SPACE = 1.5  # pixels above and below a bar
MAX_BAR_HEIGHT = 2.0  # times a line
BAR_GAP = 14  # pixels between two columns of bars
BAR_MARGINS = 7, 5  # pixels left and right of the words in a bar
BAR_SHADES = {"accent": 0.45, "border": 0.75}  # opacity of each colour: words stay legible on it
MAX_BARS = 10  # of more classes the best are shown, and the others by scrolling
MARK_WIDTH = 4  # pixels of the mark that says which are shown


class Bar(NamedTuple):
    """A painted bar: its area, the index of its class, and what is shown of the name."""

    area: QRectF
    class_index: int
    name: str


def paint_bars(
    painter: QPainter, area: QRectF, recognition: Recognition, theme: Theme, first: int = 0
) -> list[Bar]:
    """Paint bars in two columns, or if names are too long for that, the best in one.

    first: place in the ranking from which bars are shown, where there are more than fit. Return
    what was painted: nothing if the area is too low.
    """
    metrics = painter.fontMetrics()
    shown: Sequence[int] = range(len(recognition.class_names))
    if len(shown) > MAX_BARS:
        shown = recognition.ranking[first : first + MAX_BARS]
    lowest = MIN_BAR_HEIGHT * metrics.capHeight() + 2 * BAR_SPACE
    columns, width = 2, (area.width() - BAR_GAP) / 2
    if _scores(recognition, shown, width, metrics) is None:
        columns, width = 1, area.width()
        most = max(1, int(area.height() / (metrics.height() + 4)))
        shown = recognition.ranking[first : first + min(MAX_BARS, most)]
    rows = -(-len(shown) // columns)
    height = min(area.height() / rows, MAX_BAR_HEIGHT * metrics.height())
    if height < lowest:
        return []  # the lines above name the answer and the runner-up
    scores = _scores(recognition, shown, width, metrics)
    if scores is None:  # names are cut off, as one alone is too long
        scores = [score_text(recognition, index) for index in shown]
    lengths, bars = bar_lengths(recognition), []
    for place, (index, score) in enumerate(zip(shown, scores, strict=True)):
        column, row = divmod(place, rows)
        x, y = area.x() + column * (width + BAR_GAP), area.y() + row * height
        room = width - sum(BAR_MARGINS) - metrics.horizontalAdvance(f" {score}")
        name = elided(recognition.class_names[index], metrics, int(room))
        bar = Bar(QRectF(x, y, width, height), index, name)
        shade = "accent" if index == recognition.ranking[0] else "border"
        _paint_bar(painter, bar, score, lengths[index], shade, theme)
        bars.append(bar)
    return bars


def place_for_key(key: int, first: int, shown: int) -> int | None:
    """Return from which place on a key shows bars, which may lie beyond the ends; None for others.

    first: the place from which ``shown`` of them are shown now.
    """
    places: dict[int, int] = {
        Qt.Key.Key_Up: first - 1,
        Qt.Key.Key_Down: first + 1,
        Qt.Key.Key_PageUp: first - shown,
        Qt.Key.Key_PageDown: first + shown,
        Qt.Key.Key_Home: 0,
        Qt.Key.Key_End: MAX_CLASSES,
    }
    return places.get(key)


def paint_place(
    painter: QPainter, area: QRectF, first: int, shown: int, count: int, theme: Theme
) -> None:
    """Paint a thin mark at the right of an area: which of ``count`` bars are shown in it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("border"))
    height = max(area.height() * shown / count, MARK_WIDTH * 3)
    y = area.y() + (area.height() - height) * first / max(count - shown, 1)
    mark = QRectF(area.right() + MARK_WIDTH, y, MARK_WIDTH, height)
    painter.drawRoundedRect(mark, MARK_WIDTH / 2, MARK_WIDTH / 2)


def _scores(
    recognition: Recognition, shown: Sequence[int], width: float, metrics: QFontMetrics
) -> list[str] | None:
    """Return the scores, with a decimal if that leaves a gap beside each name.

    None if there is no gap even without.
    """
    names = [recognition.class_names[index] for index in shown]
    room = width - sum(BAR_MARGINS)
    for digits in (1, 0):
        scores = [score_text(recognition, index, digits) for index in shown]
        pairs = zip(names, scores, strict=True)
        if all(metrics.horizontalAdvance(f"{name} {score}") <= room for name, score in pairs):
            return scores
    return None


def _paint_bar(
    painter: QPainter, bar: Bar, score: str, length: float, shade: str, theme: Theme
) -> None:
    """Paint a bar. length: 0..1 of its area; shade: role of its colour."""
    inside = bar.area.adjusted(0, BAR_SPACE, 0, -BAR_SPACE)
    color = theme.color(shade)
    color.setAlphaF(BAR_SHADES[shade])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    width = max(4.0, inside.width() * length)
    painter.drawRoundedRect(QRectF(inside.x(), inside.y(), width, inside.height()), 3, 3)
    painter.setPen(theme.color("text"))
    middle = Qt.AlignmentFlag.AlignVCenter
    words = inside.adjusted(BAR_MARGINS[0], 0, -BAR_MARGINS[1], 0)
    painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, bar.name)
    painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, score)


def bar_lengths(recognition: Recognition) -> list[float]:
    """Return 0..1 for each class: its probability, or how far its penalty is below the worst."""
    scores = recognition.scores
    if recognition.score_kind == "probability":
        return [float(score) for score in scores]
    worst = float(scores.max())
    return [1.0 - float(score) / worst if worst > 0 else 0.0 for score in scores]
