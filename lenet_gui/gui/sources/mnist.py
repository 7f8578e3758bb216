"""The source of MNIST's test digits: a digit that is clicked goes onto the page."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRect, Qt, Slot
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import Drawing
from lenet_gui.engine.data.dataset import Dataset
from lenet_gui.engine.data.datasets import mnist
from lenet_gui.engine.ink.colour_pictures import sample_picture
from lenet_gui.gui.results.digit_grid import DIGIT_CELL, DigitGrid
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.background import Background
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.widgets.form_parts import explain, explain_button
from lenet_gui.gui.widgets.plain_text import PlainLabel
from lenet_gui.gui.wording.phrases import Phrase


class MnistSource(QWidget):
    """A grid of digits with a choice of the class. The digits are loaded when it is first shown."""

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
        explain(self.choice, self.tr("Which digits are shown"), self.tr("Which digits are shown"))
        self.choice.currentIndexChanged.connect(self._show_choice)
        self.random = QPushButton(self.tr("&Random digit"))
        self.random.setObjectName("mnist-random")
        explain_button(self.random, self.tr("Put one of these digits onto the page at random"))
        self.random.clicked.connect(self.take_random)
        self.grid = DigitGrid()
        self.grid.setObjectName("mnist-grid")
        self.grid.setAccessibleName(self.tr("MNIST test digits"))
        self.grid.chosen.connect(self.take)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self.grid)
        self.grid.moved.connect(self._keep_visible)
        self.status = PlainLabel(self.tr("Loading …"))
        self.status.setWordWrap(True)
        bar = QHBoxLayout()
        for widget in (self.choice, self.random):
            bar.addWidget(widget)
        bar.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addLayout(bar)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.status)
        session.drawing_changed.connect(self._follow)
        self.setWhatsThis(self.tr("The 10,000 test digits of MNIST. Click one to read it."))

    def take_over(self, former: MnistSource) -> None:
        """Take the chosen class and the loaded digits over from a former source."""
        self.choice.setCurrentIndex(former.choice.currentIndex())
        self._random_wanted = former._random_wanted
        if former._dataset is not None:
            self._loaded(former._dataset)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.grid.setFocus(event.reason())  # with a focus proxy, Tab would skip the rest

    def showEvent(self, event: QShowEvent) -> None:
        self._load()

    def _load(self) -> None:
        if self._dataset is None and not self._background.busy:
            self._background.start(_test_digits, self._loaded, self._failed)

    def _loaded(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._show_choice()
        self._follow(self._session.drawing)
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
        self._count()

    def _count(self) -> None:
        self.status.setText(self.tr("%Ln digit(s)", None, len(self.grid.shown)))

    @Slot()
    def take_random(self) -> None:
        """Put a random one of the shown digits onto the page, once they are loaded."""
        self._random_wanted = self._dataset is None
        if self._dataset is None:
            self._load()
        elif len(self.grid.shown):
            self.take(int(self._generator.choice(self.grid.shown)))

    @Slot(int)
    def take(self, index: int) -> None:
        """Put the test digit with an index in the dataset onto the page."""
        if self._dataset is None:
            return
        text = self._name(self._dataset, index)
        self._session.put_picture(sample_picture(self._dataset.images[index]), text)

    def _name(self, dataset: Dataset, index: int) -> Phrase:
        return Phrase(
            "MnistSource",
            QT_TRANSLATE_NOOP("MnistSource", "MNIST test digit {0}, labelled {1}"),
            (index, dataset.labels[index]),
        )

    @Slot(object)
    def _follow(self, drawing: Drawing) -> None:
        """Mark the test digit that is on the page, if any, however it came there."""
        if self._dataset is None:
            return
        index = _matching_index(drawing, self._dataset)
        if index is not None:
            self.status.setText(str(self._name(self._dataset, index)))
        elif self.grid.marked is not None:
            self._count()
        if index != self.grid.marked:
            self.grid.mark(index)

    @Slot(QRect)
    def _keep_visible(self, cell: QRect) -> None:
        self._scroll.ensureVisible(cell.center().x(), cell.center().y(), DIGIT_CELL, DIGIT_CELL)


def _matching_index(drawing: Drawing, dataset: Dataset) -> int | None:
    """Return the index of the digit that a drawing shows unchanged, or None."""
    picture, images = drawing.picture, dataset.images
    if picture is None or drawing.strokes or picture.ink.shape != images.shape[1:]:
        return None
    row = len(picture.ink) // 2  # comparing whole images takes ten times as long
    alike = np.flatnonzero((images[:, row] == picture.ink[row]).all(axis=1))
    return next((int(i) for i in alike if np.array_equal(images[i], picture.ink)), None)


def _test_digits() -> Dataset:
    return mnist("mnist-test")
