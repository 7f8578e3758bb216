"""The panel Why: why this answer and not another, what would change it, what a unit likes."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from lenet_gui.gui.explaining.newest_first import NewestFirst
from lenet_gui.gui.panels.why.answer_section import AnswerSection
from lenet_gui.gui.panels.why.change_section import ChangeSection
from lenet_gui.gui.panels.why.liking_section import LikingSection
from lenet_gui.gui.panels.why.words import evidence_csv
from lenet_gui.gui.session.session import Session

MARGINS = 12, 6, 12, 10  # pixels: left, top, right, bottom
SECTION_GAP = 14


class WhyPanel(QWidget):
    """Three sections that scroll. What is not seen is not computed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("why")
        self.setAccessibleName(self.tr("Why this answer"))
        self.setWhatsThis(
            self.tr(
                "What speaks for the answer, and what for another class that you choose: units "
                "of the layer before the output, and places of the ink. Below it the smallest "
                "change found that makes it the other class, and what a pinned unit likes."
            )
        )
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setMinimumSize(190, 110)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.questions = questions = NewestFirst(self)
        self.answer = AnswerSection(session, questions)
        self.change = ChangeSection(session, questions, self.answer)
        self.liking = LikingSection(session, questions)
        self._lay_out()

    def _lay_out(self) -> None:
        content = _Content()
        content.seen.connect(self.answer.refresh)
        self.answer.outdated.connect(content.look_again)
        content.setAutoFillBackground(True)
        content.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(content)
        column.setContentsMargins(*MARGINS)
        column.setSpacing(SECTION_GAP)
        for section in (self.answer, self.change, self.liking):
            column.addWidget(section)
        column.addStretch(1)
        self.area = QScrollArea()
        self.area.setObjectName("why-area")
        self.area.setAccessibleName(self.tr("Why this answer"))
        self.area.setWhatsThis(self.whatsThis())
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def sizeHint(self) -> QSize:
        return QSize(270, 300)

    def as_csv(self) -> str:
        """Return what each unit adds to the lead, as CSV; an empty text if nothing is drawn."""
        pair, found = self.answer.pair(), self.answer.found()
        if pair is None or found is None:
            return ""
        names = self.answer.recognition.class_names
        return evidence_csv(found, names[pair[0]], names[pair[1]])

    def take_over(self, former: WhyPanel) -> None:
        """Compare the same classes as ``former``, which is in another language."""
        self.answer.take_over(former.answer)


class _Content(QWidget):
    """Tells when any part of it is about to be painted, before its children are."""

    seen = Signal()

    def paintEvent(self, event: QPaintEvent) -> None:
        self.seen.emit()
        super().paintEvent(event)

    @Slot()
    def look_again(self) -> None:
        """Have a pixel of what is seen painted, which tells so; nothing if no part of it is."""
        corner = self.visibleRegion().boundingRect().topLeft()
        self.update(QRect(corner, QSize(1, 1)))
