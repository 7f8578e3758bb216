"""The confusion matrix: rows are labels, columns are answers."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.results.matrix_cells import NAME_GAP, MatrixNames, narrow, paint_cell
from lenet_gui.gui.widgets.plain_text import inert
from lenet_gui.gui.wording.evaluation_words import cell_text

LEAST_CELL_HEIGHT, MOST_CELL_HEIGHT, MOST_CELL_WIDTH = 16, 34, 56  # pixels
WIDEST_NAME, WIDEST_OF_MANY = 160, 64  # pixels of a class name, and where there are many
FEW = 20  # classes


class ConfusionMatrix(QWidget):
    """The matrix as a table of counts. Arrow keys move, Enter or a click chooses a cell."""

    chosen = Signal(int, int)  # label, answer
    moved = Signal(QRect)  # the cell with the keyboard focus

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.confusion: NDArray[np.int64] = np.zeros((0, 0), np.int64)
        self.class_names: tuple[str, ...] = ()
        self.at = (0, 0)
        self.selected: tuple[int, int] | None = None
        self._places: tuple[int, int, int, int] | None = None  # cached result of ``_cells``
        self.setObjectName("confusion-matrix")
        self.setAccessibleName(self.tr("Confusion matrix"))
        self.setStatusTip(self.tr("Rows: label, columns: answer. Arrow keys and Enter, or click."))
        self.setWhatsThis(
            self.tr(
                "The number of digits with each label (row) that got each answer (column). The "
                "diagonal is correct; every other cell is an error. Choose a cell to see its "
                "digits."
            )
        )
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)

    def show_counts(self, confusion: NDArray[np.int64], class_names: tuple[str, ...]) -> None:
        """Show counts. confusion: (classes, classes), indexed [label, answer]."""
        self.confusion, self.class_names = confusion, class_names
        self.at, self.selected, self._places = self._worst(), None, None
        self.setMinimumSize(self._least())
        self._announce()
        self.updateGeometry()
        self.update()

    def choose(self, label: int, answer: int) -> None:
        """Choose a cell, as a click does."""
        self.at = self.selected = (label, answer)
        self._announce()
        self.update()
        self.chosen.emit(label, answer)

    def worst(self) -> tuple[int, int] | None:
        """Return (label, answer) of the cell with the most errors; None if there are none."""
        cell = self._worst()
        return cell if self.confusion.size and cell[0] != cell[1] else None

    def _worst(self) -> tuple[int, int]:
        errors = self._errors()
        if not errors.any():
            return 0, 0
        label, answer = np.unravel_index(int(errors.argmax()), errors.shape)
        return int(label), int(answer)

    def _errors(self) -> NDArray[np.int64]:
        return self.confusion * ~np.eye(len(self.confusion), dtype=bool)

    def text_of(self, label: int, answer: int) -> str:
        """Return a cell in words: "17 sevens read as 1"."""
        names = self.class_names
        return cell_text(names[label], names[answer], int(self.confusion[label, answer]))

    def _announce(self) -> None:
        if self.class_names:
            self.setAccessibleDescription(self.text_of(*self.at))
            change = QAccessible.Event.DescriptionChanged
            QAccessible.updateAccessibility(QAccessibleEvent(self, change))

    # ---- layout

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.85)
        return font

    def _names_width(self, metrics: QFontMetrics) -> int:
        widest = max((metrics.horizontalAdvance(name) for name in self.class_names), default=0)
        return min(widest, self._most_of_name())

    def _most_of_name(self) -> int:
        return WIDEST_NAME if len(self.class_names) <= FEW else WIDEST_OF_MANY

    def _left(self) -> int:
        metrics = QFontMetrics(self._font())
        return metrics.height() + self._names_width(metrics) + 12

    def _top(self, width: int) -> int:
        """Return the top of the cells, of a width; names that are wider than that stand upright."""
        metrics = QFontMetrics(self._font())
        names = self._names_width(metrics)
        return metrics.height() + 8 + (metrics.height() if names < width - NAME_GAP else names)

    def _least_cell(self) -> tuple[int, int]:
        metrics, largest = QFontMetrics(self._font()), narrow(int(self.confusion.max(initial=0)))
        return metrics.horizontalAdvance(largest) + 4, max(LEAST_CELL_HEIGHT, metrics.height())

    def _least(self) -> QSize:
        count, (width, height) = len(self.class_names), self._least_cell()
        return QSize(self._left() + count * width + 2, self._top(width) + count * height + 2)

    def sizeHint(self) -> QSize:
        count = len(self.class_names)
        return QSize(self._left() + 34 * count, self._top(34) + 22 * count)

    def _cells(self) -> tuple[int, int, int, int]:
        """Return (left, top) of the first cell and (width, height) of each.

        Cached, because measuring texts is slow and every cell is placed by it.
        """
        if self._places is None:
            count, left = max(len(self.class_names), 1), self._left()
            width, height = self._least_cell()
            wide = max(width, min((self.width() - left - 2) // count, MOST_CELL_WIDTH))
            top = self._top(wide)
            high = max(height, min((self.height() - top - 2) // count, MOST_CELL_HEIGHT))
            self._places = left, top, wide, high
        return self._places

    def cell(self, label: int, answer: int) -> QRect:
        """Return the rectangle of a cell."""
        left, top, width, height = self._cells()
        return QRect(left + answer * width, top + label * height, width, height)

    def cell_at(self, point: QPoint) -> tuple[int, int] | None:
        """Return (label, answer) at a point of the widget, or None outside of the cells."""
        left, top, width, height = self._cells()
        answer, label = (point.x() - left) // width, (point.y() - top) // height
        count = len(self.class_names)
        return (label, answer) if 0 <= answer < count and 0 <= label < count else None

    # ---- mouse and keyboard

    def _cell_seen_at(self, point: QPoint) -> tuple[int, int] | None:
        """Return the cell that is seen at a point, where it is not behind the names."""
        left, top, _, _ = self._cells()
        behind = point - self._in_view().topLeft()
        return None if behind.x() < left or behind.y() < top else self.cell_at(point)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_seen_at(event.position().toPoint())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.choose(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, count = Qt.Key(event.key()), len(self.class_names)
        label, answer = self.at
        moves = {
            Qt.Key.Key_Left: (label, answer - 1),
            Qt.Key.Key_Right: (label, answer + 1),
            Qt.Key.Key_Up: (label - 1, answer),
            Qt.Key.Key_Down: (label + 1, answer),
            Qt.Key.Key_Home: (label, 0),
            Qt.Key.Key_End: (label, count - 1),
        }
        if not count:
            super().keyPressEvent(event)
        elif key in moves:
            down, across = moves[key]
            self.at = min(max(down, 0), count - 1), min(max(across, 0), count - 1)
            self._announce()
            self.moved.emit(self.cell(*self.at))
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose(*self.at)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._cell_seen_at(event.position().toPoint()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), inert(self.tip_at(event.pos())), self)
            return True
        return super().event(event)

    def tip_at(self, point: QPoint) -> str:
        """Return what is said of a point: a cell in words, or the class at the edge in full."""
        cell, corner = self._cell_seen_at(point), self._in_view().topLeft()
        if cell is not None:
            return self.text_of(*cell)
        left, top, width, height = self._cells()
        row, column = (point.y() - top) // height, (point.x() - left) // width
        behind = point.x() - corner.x() < left, point.y() - corner.y() < top  # rows', columns'
        place = row if behind[0] else column
        inside = 0 <= place < len(self.class_names) and behind[0] != behind[1]
        return self.class_names[place] if inside else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._places = None
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._places = None
        super().changeEvent(event)

    # ---- paint

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = theme_of(self), QPainter(self)
        painter.fillRect(event.rect(), theme.color("panel"))
        if not self.class_names:
            return
        painter.setFont(self._font())
        labels, answers = self._seen(event.rect())
        errors = self._errors()
        worst = max(int(errors.max()), 1)
        for label in labels:
            for answer in answers:
                # The root, because errors differ by a factor of 100 and all should be seen.
                share = float(np.sqrt(errors[label, answer] / worst))
                count, right = int(self.confusion[label, answer]), label == answer
                paint_cell(painter, self.cell(label, answer), count, right, share, theme)
        if self.selected is not None:
            painter.setPen(QPen(theme.color("text"), 2))  # on the accent of the worst cell, too
            painter.drawRect(self.cell(*self.selected).adjusted(0, 0, -1, -1))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("text"), 1, Qt.PenStyle.DotLine))
            painter.drawRect(self.cell(*self.at).adjusted(2, 2, -3, -3))
        titles = self.tr("answer"), self.tr("label")
        names = MatrixNames(self.class_names, self._most_of_name(), titles)
        names.paint(painter, self._cells(), labels, answers, self._in_view(), theme)

    def _in_view(self) -> QRect:
        """Return the part of the matrix that a scroll area shows; the names stay at its edges."""
        seen = self.visibleRegion().boundingRect()
        return self.rect() if seen.isEmpty() else seen

    def covered(self, cell: QRect) -> QPoint:
        """Return how many pixels of a cell the names cover, in both directions."""
        left, top, _, _ = self._cells()
        hidden = self._in_view().topLeft() + QPoint(left, top) - cell.topLeft()
        return QPoint(max(hidden.x(), 0), max(hidden.y(), 0))

    def moveEvent(self, event: QMoveEvent) -> None:
        """Repaint the names, which do not move with the cells."""
        self.update()

    def _seen(self, area: QRect) -> tuple[range, range]:
        """Return the rows and columns of cells in an area: of 1,000 classes few are painted."""
        left, top, width, height = self._cells()
        return (
            self._between((area.top() - top) // height, (area.bottom() - top) // height),
            self._between((area.left() - left) // width, (area.right() - left) // width),
        )

    def _between(self, first: int, last: int) -> range:
        return range(max(first, 0), min(last + 1, len(self.class_names)))
