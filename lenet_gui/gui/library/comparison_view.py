"""The comparison of two networks on the same digits, with those that only one of them misreads."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from lenet_gui.common.values import ByteArray
from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.engine.data.datasets import load_dataset
from lenet_gui.engine.recognition.comparison import Comparison, compare
from lenet_gui.gui.results.scrolled_digits import ScrolledDigits
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.form_parts import explain, wrapped_label
from lenet_gui.gui.widgets.plain_text import describe
from lenet_gui.gui.wording.evaluation_words import comparison_text, count_text, evidence_text

COMPARISON_DATA = "mnist-test"  # the 10,000 digits that published error rates refer to


@dataclass(frozen=True)
class Compared:
    """A comparison with the digits that both networks read: uint8 (samples, 28, 28)."""

    found: Comparison
    images: ByteArray


def compare_networks(first: str, second: str) -> Compared:
    """Have two networks read MNIST's test digits. Raises BadInput if one cannot be loaded."""
    digits = load_dataset(COMPARISON_DATA)
    return Compared(compare(load_recognizer(first), load_recognizer(second), digits), digits.images)


class ComparisonView(QWidget):
    """The text of a comparison, and a choice of the digits that are shown below it."""

    closed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.compared: Compared | None = None
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
        row.addWidget(self.text, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self.choice)
        layout.addWidget(self.digits, 1)

    def show_busy(self, first: str, second: str) -> None:
        """Show that two networks are being compared."""
        self.text.setText(self.tr("{0} and {1} are reading 10,000 digits …").format(first, second))
        self._show_nothing()

    def show_sentence(self, text: str) -> None:
        """Show a sentence instead of a comparison."""
        self._show_nothing()
        self.text.setText(text)

    def _show_nothing(self) -> None:
        self.compared = None
        self.choice.hide()
        self.digits.show_digits("", np.empty((0, 28, 28), np.uint8), np.empty(0, np.int64), "")

    def show_comparison(self, compared: Compared) -> None:
        """Show a comparison, with the digits that only the first network misreads."""
        found = compared.found
        self.compared = compared
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
        self.choice.show()
        self._show_choice()

    @Slot()
    def _show_choice(self) -> None:
        if self.compared is None:
            return
        found = self.compared.found
        chosen = (found.only_first, found.only_second, found.both)
        place = max(self.choice.currentIndex(), 0)
        title = self.tr("MNIST test digit {0}")
        self.digits.show_digits(
            self.choice.currentText(), self.compared.images, chosen[place], title
        )
