"""MNIST's test digits to look at and to click: the one that is clicked goes onto the canvas."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.engine.datasets import Dataset, mnist
from lenet_gui.gui.background import Background
from lenet_gui.gui.errors import sentence
from lenet_gui.gui.session import Session
from lenet_gui.gui.theme import theme_of
from lenet_gui.values import Picture

CELL = 36
DIGIT = 28


class MnistSource(QWidget):
    """Choose a class, scroll, click; or take a random one. Loads when it is first shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._dataset: Dataset | None = None
        self._random_wanted = False
        self._generator = np.random.default_rng()
        self._background = Background(self)
        self.choice = QComboBox()
        self.choice.setObjectName("mnist-class")
        self.choice.addItem(self.tr("All digits"), "")
        for digit in "0123456789":
            self.choice.addItem(self.tr("Only {0}").format(digit), digit)
        self.choice.setAccessibleName(self.tr("Which digits are shown"))
        self.choice.setToolTip(self.choice.accessibleName())
        self.choice.setStatusTip(self.choice.accessibleName())
        self.choice.currentIndexChanged.connect(self._show_choice)
        self.random = QPushButton(self.tr("&Random digit"))
        self.random.setObjectName("mnist-random")
        self.random.setToolTip(self.tr("Put a random one of these digits onto the canvas"))
        self.random.setStatusTip(self.random.toolTip())
        self.random.clicked.connect(self.take_random)
        self.grid = DigitGrid()
        self.grid.chosen.connect(self.take)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.grid)
        self.grid.moved.connect(self._keep_visible)
        self.status = QLabel(self.tr("Loading …"))
        self.status.setWordWrap(True)
        bar = QHBoxLayout()
        for widget in (self.choice, self.random):
            bar.addWidget(widget)
        bar.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addLayout(bar)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.status)
        self.setWhatsThis(
            self.tr("The 10,000 test digits of MNIST. Click one, and the network reads it.")
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.grid.setFocus(event.reason())  # a focus proxy would have Tab leave out the others

    def showEvent(self, event: QShowEvent) -> None:
        self._load()

    def _load(self) -> None:
        if self._dataset is None and not self._background.busy:
            self._background.start(_test_digits, self._loaded, self._failed)

    def _loaded(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._show_choice()
        if self._random_wanted:
            self._random_wanted = False
            self.take_random()

    def _failed(self, error: Exception) -> None:
        self._random_wanted = False
        self.status.setText(sentence(error))

    @Slot()
    def _show_choice(self) -> None:
        if self._dataset is None:
            return
        label = self.choice.currentData()
        shown = [i for i, name in enumerate(self._dataset.labels) if label in ("", name)]
        self.grid.show_digits(self._dataset.images, np.array(shown))
        self.status.setText(self.tr("Digits: {0}").format(self.locale().toString(len(shown))))

    @Slot()
    def take_random(self) -> None:
        """One of those shown, by chance; as soon as they are loaded."""
        self._random_wanted = self._dataset is None
        if self._dataset is None:
            self._load()
        elif len(self.grid.shown):
            self.take(int(self._generator.choice(self.grid.shown)))

    @Slot(int)
    def take(self, index: int) -> None:
        """Put the test digit with that number onto the canvas."""
        if self._dataset is None:
            return
        self.grid.mark(index)
        text = self.tr("MNIST test digit {0}, labelled {1}").format(
            index, self._dataset.labels[index]
        )
        self.status.setText(text)
        self._session.put_picture(Picture(self._dataset.images[index].copy()), text)

    @Slot(QRect)
    def _keep_visible(self, cell: QRect) -> None:
        self._scroll.ensureVisible(cell.center().x(), cell.center().y(), CELL, CELL)


def _test_digits() -> Dataset:
    return mnist("mnist-test")


class DigitGrid(QWidget):
    """Many digits in rows; paints only what is visible. Arrow keys and Enter work, too."""

    chosen = Signal(int)  # number of the sample
    moved = Signal(QRect)  # the cell that the keyboard is at

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = np.empty(0, np.int64)
        self._images = np.empty((0, DIGIT, DIGIT), np.uint8)
        self._marked = -1
        self._at = 0
        self.setObjectName("mnist-grid")
        self.setAccessibleName(self.tr("MNIST test digits"))
        self.setAccessibleDescription(self.tr("Arrow keys move, Enter takes a digit."))
        self.setStatusTip(self.accessibleDescription())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_digits(self, images: np.ndarray, shown: np.ndarray) -> None:
        """images: uint8 (samples, 28, 28); shown: the numbers of those to show."""
        self._images, self.shown, self._at = images, shown, 0
        self._fit()
        self.update()

    def mark(self, index: int) -> None:
        """Draw a frame around a sample."""
        self._marked = index
        places = np.flatnonzero(self.shown == index)
        if len(places):
            self._at = int(places[0])
            self.moved.emit(self.cell(self._at))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(CELL * 10, CELL * 10)

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _across(self) -> int:
        return max(1, self.width() // CELL)

    def _fit(self) -> None:
        self.setMinimumHeight(-(-len(self.shown) // self._across()) * CELL)

    def cell(self, place: int) -> QRect:
        """Where the sample at that place of ``shown`` is painted."""
        row, column = divmod(place, self._across())
        return QRect(column * CELL, row * CELL, CELL, CELL)

    def _place(self, point: QPoint) -> int | None:
        column = point.x() // CELL
        place = point.y() // CELL * self._across() + column
        return place if column < self._across() and place < len(self.shown) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place(event.position().toPoint())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self._at = place
            self.chosen.emit(int(self.shown[place]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._across(),
            Qt.Key.Key_Down: self._across(),
        }
        key = Qt.Key(event.key())
        if key in steps and len(self.shown):
            self._at = min(max(self._at + steps[key], 0), len(self.shown) - 1)
            self.moved.emit(self.cell(self._at))
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and len(self.shown):
            self.chosen.emit(int(self.shown[self._at]))
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.color("panel"))
        table, margin = theme.ink_table(), (CELL - DIGIT) // 2
        first = event.rect().top() // CELL * self._across()
        last = (event.rect().bottom() // CELL + 1) * self._across()
        for place in range(first, min(last, len(self.shown))):
            index, cell = int(self.shown[place]), self.cell(place)
            pixels = self._images[index]
            image = QImage(pixels.data, DIGIT, DIGIT, DIGIT, QImage.Format.Format_Indexed8)
            image.setColorTable(table)
            painter.drawImage(cell.topLeft() + QPoint(margin, margin), image)
            if index == self._marked:
                painter.setPen(QPen(theme.color("accent"), 2))
                painter.drawRect(cell.adjusted(1, 1, -2, -2))
            elif place == self._at and self.hasFocus():
                painter.setPen(QPen(theme.color("quiet"), 1, Qt.PenStyle.DotLine))
                painter.drawRect(cell.adjusted(1, 1, -2, -2))
