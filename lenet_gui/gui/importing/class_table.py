"""The classes of a data set: names, numbers of samples as bars, and some samples of each."""

from __future__ import annotations

from itertools import islice

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from lenet_gui.engine.data.summary import Summary
from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.widgets.colour_images import sample_image
from lenet_gui.gui.widgets.elided_label import elided
from lenet_gui.gui.widgets.plain_text import inert

EXAMPLE_SIDE = 28
CLASS_ROW_HEIGHT, EXAMPLE_CELL = 36, 34
MOST_EXAMPLES = 60  # of a class: enough for a row on the widest screen
MOST_SAID = 50  # classes that a screen reader hears of at once
LEAST_NAME_WIDTH, COUNT_BAR_WIDTH, COLUMN_GAP = 46, 96, 10
NAME_PART = 0.35  # of the width, at most, for the names
COUNT_BAR_HEIGHT = 8


class ClassTable(QWidget):
    """A row for each class. Paints only the visible rows, as a set may have many classes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary: Summary | None = None
        self._examples: list[np.ndarray] = []  # indices of samples, for each class
        self._widest: int | None = None  # pixels of the longest name, once it is measured
        self._generator = np.random.default_rng()
        self.setObjectName("class-table")
        self.setAccessibleName(self.tr("Classes with their sample counts and examples"))

    def show_summary(self, summary: Summary) -> None:
        """Show a data set, with random examples."""
        self._summary = summary
        number = self.locale().toString
        pairs = zip(summary.class_names, summary.counts.tolist(), strict=True)
        said = [f"{name}: {number(n)}" for name, n in islice(pairs, MOST_SAID)]
        self.setAccessibleDescription("; ".join(said + ["…"] * (len(summary.counts) > MOST_SAID)))
        self._widest = None
        self.setMinimumHeight(CLASS_ROW_HEIGHT * len(summary.class_names))
        self.show_others()

    def show_others(self) -> None:
        """Show other random examples."""
        if self._summary is None:
            return
        self._examples = []
        by_class = np.argsort(self._summary.labels, kind="stable")
        for samples in np.split(by_class, np.cumsum(self._summary.counts)[:-1]):
            count = min(len(samples), MOST_EXAMPLES)
            self._examples.append(self._generator.choice(samples, count, replace=False))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        self._widest = None
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(self.examples_left() + 12 * EXAMPLE_CELL, 10 * CLASS_ROW_HEIGHT)

    def name_width(self) -> int:
        """Return the width of the column of names, which fits the longest one within limits."""
        if self._widest is None:  # measuring 1,000 names takes longer than painting a row
            names = [] if self._summary is None else self._summary.class_names
            metrics = QFontMetrics(self._name_font())
            self._widest = max((metrics.horizontalAdvance(name) for name in names), default=0)
        widest = self._widest
        most = max(LEAST_NAME_WIDTH, int(self.width() * NAME_PART))
        return min(max(LEAST_NAME_WIDTH, widest + 2 * COLUMN_GAP), most)

    def shown_name(self, place: int) -> str:
        """Return the name of a class as it is painted: whole, or ended by … if it is very long."""
        assert self._summary is not None
        name, room = self._summary.class_names[place], self.name_width() - 2 * COLUMN_GAP
        return elided(name, QFontMetrics(self._name_font()), room)

    def _name_font(self) -> QFont:
        font = QFont(self.font())
        font.setBold(True)
        return font

    def count_width(self) -> int:
        """Return the width of the column of counts, which fits the largest one."""
        most = 0 if self._summary is None else int(self._summary.counts.max())
        return self.fontMetrics().horizontalAdvance(self.locale().toString(most)) + COLUMN_GAP

    def examples_left(self) -> int:
        """Return the left edge of the column of examples."""
        return self.name_width() + COUNT_BAR_WIDTH + COLUMN_GAP + self.count_width() + COLUMN_GAP

    def shown_examples(self, place: int) -> np.ndarray:
        """Return the indices of the samples of a class for which there is room."""
        room = max(0, (self.width() - self.examples_left()) // EXAMPLE_CELL)
        return self._examples[place][:room]

    def event(self, event: object) -> bool:
        if isinstance(event, QHelpEvent) and self._summary is not None:
            place = event.pos().y() // CLASS_ROW_HEIGHT
            if event.type() == event.Type.ToolTip and place < len(self._summary.class_names):
                QToolTip.showText(event.globalPos(), inert(self._described(place)), self)
                return True
        return super().event(event)  # type: ignore[arg-type]

    def _described(self, place: int) -> str:
        assert self._summary is not None
        count = int(self._summary.counts[place])
        part = self.locale().toString(100.0 * count / len(self._summary.dataset), "f", 1)
        return self.tr("Class {0}: {1} samples, {2} % of all").format(
            self._summary.class_names[place], self.locale().toString(count), part
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._summary is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), theme_of(self).color("panel"))
        last = min(event.rect().bottom() // CLASS_ROW_HEIGHT + 1, len(self._summary.class_names))
        for place in range(event.rect().top() // CLASS_ROW_HEIGHT, last):
            self._paint_row(painter, place)

    def _paint_row(self, painter: QPainter, place: int) -> None:
        summary, theme = self._summary, theme_of(self)
        assert summary is not None
        top, width = place * CLASS_ROW_HEIGHT, self.name_width()
        middle = Qt.AlignmentFlag.AlignVCenter
        count = int(summary.counts[place])
        painter.setPen(theme.color("text"))
        painter.setFont(self._name_font())
        room = QRect(COLUMN_GAP, top, width - COLUMN_GAP, CLASS_ROW_HEIGHT)
        painter.drawText(room, middle, self.shown_name(place))
        painter.setFont(self.font())
        y = top + (CLASS_ROW_HEIGHT - COUNT_BAR_HEIGHT) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("border"))
        painter.drawRoundedRect(QRectF(width, y, COUNT_BAR_WIDTH, COUNT_BAR_HEIGHT), 4, 4)
        part = max(COUNT_BAR_WIDTH * count / int(summary.counts.max()), float(COUNT_BAR_HEIGHT))
        painter.setBrush(theme.color("negative"))
        painter.drawRoundedRect(QRectF(width, y, part, COUNT_BAR_HEIGHT), 4, 4)
        painter.setPen(theme.color("quiet"))
        place_of_count = QRect(
            width + COUNT_BAR_WIDTH + COLUMN_GAP,
            top,
            self.count_width() - COLUMN_GAP,
            CLASS_ROW_HEIGHT,
        )
        painter.drawText(
            place_of_count, middle | Qt.AlignmentFlag.AlignRight, self.locale().toString(count)
        )
        self._paint_examples(painter, place, QPoint(self.examples_left(), top))

    def _paint_examples(self, painter: QPainter, place: int, corner: QPoint) -> None:
        assert self._summary is not None
        table = theme_of(self).ink_table()
        for column, index in enumerate(self.shown_examples(place).tolist()):
            image = sample_image(self._summary.dataset.images[index], table)
            at = corner + QPoint(column * EXAMPLE_CELL, (CLASS_ROW_HEIGHT - EXAMPLE_SIDE) // 2)
            painter.drawImage(QRect(at, QSize(EXAMPLE_SIDE, EXAMPLE_SIDE)), image)
