"""The comparison of two networks on the same digits, with those that only one of them misreads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray
from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.engine.recognition.comparison import Comparison, compare
from lenet_gui.engine.recognition.evaluation_data import EvaluationData, evaluation_data
from lenet_gui.gui.results.data_choice import MNIST_TEST, DataChoice, first_choice
from lenet_gui.gui.results.scrolled_digits import ScrolledDigits
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.training.form.data_sources import DataSources
from lenet_gui.gui.widgets.form_parts import explain, wrapped_label
from lenet_gui.gui.widgets.plain_text import describe
from lenet_gui.gui.wording.evaluation_words import comparison_text, count_text, evidence_text


@dataclass(frozen=True)
class Compared:
    """A comparison with the samples that both networks read, as the first one sees them.

    images: uint8 (samples, 28, 28), or (samples, channels, rows, columns) of pictures. data: what
    these are.
    """

    found: Comparison
    images: ByteArray
    data: EvaluationData


def compare_networks(
    names: Sequence[str], chosen: EvaluationData | None, known: Sequence[str]
) -> Compared:
    """Have two networks read the same data. Runs in a thread.

    chosen: None for what suits them. known: sources among which their own data is looked for.
    Raises BadInput if a network or the data cannot be loaded.
    """
    first, second = map(load_recognizer, names)
    checkpoints = first.checkpoint, second.checkpoint
    chosen = chosen or first_choice(checkpoints, known)
    alike = first.architecture.picture_shape == second.architecture.picture_shape
    if not alike and not chosen.source:  # how data is split depends on how it is seen
        raise BadInput(
            "{first} and {second} do not see the same of a picture. Choose a whole set of data to "
            "compare them on.",
            first=names[0],
            second=names[1],
        )
    data = evaluation_data(checkpoints[chosen.of], chosen, known)
    other = data if alike else evaluation_data(checkpoints[1], chosen)
    part = "" if chosen.source else chosen.part
    return Compared(compare(first, second, data, part, other), data.images, chosen)


ROOM_FOR_DIGITS = 160  # pixels of height; where there are fewer, the text alone is shown


class ComparisonView(QWidget):
    """The text of a comparison, what it is on, and a choice of the digits that are shown."""

    closed = Signal()
    data_wanted = Signal(object)  # EvaluationData to compare the same networks on

    def __init__(
        self, session: Session, sources: DataSources, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.compared: Compared | None = None
        self.data = DataChoice(sources)
        self.data.setObjectName("comparison-data")
        self.data.chosen.connect(self._want_data)
        self.text = wrapped_label("comparison-text")
        self.choice = QComboBox()
        self.choice.setObjectName("comparison-choice")
        self.choice.setMinimumContentsLength(12)
        explain(
            self.choice,
            self.tr("Which digits are shown"),
            self.tr("Digits that only one of the two misreads, or both"),
        )
        self.choice.currentIndexChanged.connect(self._show_choice)
        self.close_button = QToolButton()
        self.close_button.setObjectName("comparison-close")
        self.close_button.setText("×")
        self.close_button.setAutoRaise(True)
        explain(self.close_button, self.tr("Close the comparison"), self.tr("Close the comparison"))
        self.close_button.clicked.connect(self.closed)
        self.digits = ScrolledDigits(session)
        self.digits.heading.hide()
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.addWidget(self.data, 1)
        row.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self.text)
        layout.addWidget(self.choice)
        layout.addWidget(self.digits, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        roomy = self.height() >= ROOM_FOR_DIGITS
        self.digits.setVisible(roomy)
        self.choice.setVisible(roomy and self.compared is not None)

    def show_busy(self, first: str, second: str, chosen: EvaluationData | None) -> None:
        """Show that two networks are being compared. chosen: on what, None while it is unknown."""
        own = self.tr("Test part of {0}")
        rows = [
            (own.format(name), EvaluationData(of=of)) for of, name in enumerate((first, second))
        ]
        self.data.offer(rows, chosen or self.data.value)
        self.text.setText(self.tr("{0} and {1} are being compared …").format(first, second))
        self._show_nothing()

    def show_sentence(self, text: str) -> None:
        """Show a sentence instead of a comparison."""
        self._show_nothing()
        self.text.setText(text)

    def _show_nothing(self) -> None:
        self.compared = None
        self._share_room()
        self.digits.show_digits("", np.empty((0, 28, 28), np.uint8), np.empty(0, np.int64), "")

    def show_comparison(self, compared: Compared) -> None:
        """Show a comparison, with the digits that only the first network misreads."""
        found = compared.found
        self.compared = compared
        self.data.choose(compared.data)
        self.text.setText(comparison_text(found))
        describe(self.text, evidence_text(found))
        only = self.tr("Misread only by {0}: {1}")
        texts = (
            only.format(found.first.network, count_text(len(found.only_first))),
            only.format(found.second.network, count_text(len(found.only_second))),
            self.tr("Misread by both: {0}").format(count_text(len(found.both))),
        )
        self.choice.blockSignals(True)  # the digits are shown once, below
        self.choice.clear()
        self.choice.addItems(list(texts))
        self.choice.blockSignals(False)
        self._share_room()
        self._show_choice()

    @Slot()
    def _want_data(self) -> None:
        self.data_wanted.emit(self.data.value)

    @Slot()
    def _show_choice(self) -> None:
        if self.compared is None:
            return
        found = self.compared.found
        chosen = (found.only_first, found.only_second, found.both)
        place = max(self.choice.currentIndex(), 0)
        mnist = self.compared.data.source == MNIST_TEST
        title = self.tr("MNIST test digit {0}") if mnist else self.tr("Sample {0}")
        self.digits.show_digits(
            self.choice.currentText(), self.compared.images, chosen[place], title
        )
