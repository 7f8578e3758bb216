"""Some digits of a data set under a heading; choosing one puts it onto the page."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from lenet_gui.common.values import ByteArray
from lenet_gui.engine.ink.colour_pictures import sample_picture
from lenet_gui.gui.results.digit_grid import DIGIT_CELL, DigitGrid
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.plain_text import PlainLabel


class ScrolledDigits(QWidget):
    """A heading and a grid that scrolls."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._images = np.empty((0, 28, 28), np.uint8)
        self._title = ""
        self.heading = PlainLabel()
        self.heading.setWordWrap(True)
        self.grid = DigitGrid()
        self.grid.setObjectName("digits")
        self.grid.setAccessibleName(self.tr("Digits"))
        self.grid.setToolTip(self.tr("Click a digit to put it onto the page"))
        self.grid.setWhatsThis(
            self.tr("Digits as the network saw them. Choose one to put it onto the page.")
        )
        self.grid.chosen.connect(self._take)
        self.grid.moved.connect(self._keep_visible)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setMinimumSize(DIGIT_CELL + 20, DIGIT_CELL)
        self.area.setWidget(self.grid)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self.area, 1)

    def sizeHint(self) -> QSize:
        return QSize(DIGIT_CELL * 6, DIGIT_CELL * 4)

    def show_digits(
        self, heading: str, images: ByteArray, chosen: NDArray[np.int64], title: str
    ) -> None:
        """Show some images. images: as for ``DigitGrid``; chosen: their indices.

        title: text of the undo menu for a digit that was put onto the page; {0} is its index.
        """
        self._images, self._title = images, title
        self.heading.setText(heading)
        self.grid.setAccessibleDescription(heading)
        self.grid.mark(-1)
        self.grid.show_digits(images, chosen)
        self.area.verticalScrollBar().setValue(0)

    @Slot(int)
    def _take(self, index: int) -> None:
        self.grid.mark(index)
        text = self._title.format(index)
        self._session.put_picture(sample_picture(self._images[index]), text)

    @Slot(QRect)
    def _keep_visible(self, cell: QRect) -> None:
        self.area.ensureVisible(cell.center().x(), cell.center().y(), DIGIT_CELL, DIGIT_CELL)
