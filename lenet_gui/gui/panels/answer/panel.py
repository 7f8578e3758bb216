"""The answer panel: the answer, large, its runner-up, its margin, and the scores of the classes."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from lenet_gui.common.values import Recognition
from lenet_gui.gui.appearance.theme import Theme, theme_of
from lenet_gui.gui.panels.answer.bars import MAX_BARS, Bar, paint_bars, paint_place, place_for_key
from lenet_gui.gui.rejecting.certainty_sign import Sign, draw_sign
from lenet_gui.gui.rejecting.dial import Dial
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.elided_label import elided
from lenet_gui.gui.widgets.plain_text import inert
from lenet_gui.gui.wording.recognition_words import (
    certainty_text,
    doubt_text,
    headline,
    refuses,
    score_text,
)

ANSWER_MARGIN = 14
WHEEL_NOTCH = 120  # of a mouse wheel, in Qt's units
SPEECH_DELAY_MS = 600  # an answer that changes sooner is not spoken, as it does while drawing
DIAL_GAP = 4  # pixels above the dial
NAME_PART = 0.5  # of the width beside the answer, for the name of a class
MOST_ANSWER, LEAST_ANSWER = 0.3, 0.2  # of the panel's width, for the answer
USUAL_CERTAINTY = ">99.9\N{NO-BREAK SPACE}%"  # in the longest line beside it, where no name is long
SIGN_ROOM = 1.4  # times the letters' ascent, for a sign before a line
ANSWER_PART = 0.85  # of the width for the answer, which its letters fill
LEAST_ANSWER_SIZE, REFERENCE_SIZE = 12, 100  # pixels of the answer's font; to measure letters in


class Line(NamedTuple):
    """A line beside the answer. role: of its colour."""

    text: str
    role: str
    bold: bool = False
    sign: Sign | None = None


class AnswerPanel(QWidget):
    """A painting of the newest recognition. The smaller a penalty, the longer its bar."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.recognition = session.recognition
        self.bars: list[Bar] = []  # as painted
        self.first = 0  # place in the ranking of the first bar, where more classes than fit
        self.setObjectName("answer")
        self.setMinimumSize(200, 110)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setWhatsThis(
            self.tr(
                "The class with the best score. If the network is not certain enough, it "
                "declines to answer and says why."
            )
        )
        self.dial = Dial(session, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(ANSWER_MARGIN, 0, ANSWER_MARGIN, 6)
        layout.addStretch(1)
        layout.addWidget(self.dial)
        self._speaking = QTimer(self)
        self._speaking.setSingleShot(True)
        self._speaking.setInterval(SPEECH_DELAY_MS)
        self._speaking.timeout.connect(self._speak)
        session.recognized.connect(self._show)
        self._fit_focus()
        self._name()
        self._spoken = self.accessibleName()

    def sizeHint(self) -> QSize:
        return QSize(400, 230)

    @Slot(object)
    def _show(self, recognition: Recognition) -> None:
        before, self.recognition = self.recognition, recognition
        self.first = 0  # a new answer is seen at once
        self._fit_focus()
        self.update()
        if self._session.silent:
            return
        if _said(before) != _said(recognition):
            self._name()
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self._speaking.start()

    def _name(self) -> None:
        words = headline(self.recognition) or self.tr("Nothing drawn")
        self.setAccessibleName(self.tr("Answer: {0}").format(words))
        self._describe()

    def _describe(self) -> None:
        self.setAccessibleDescription(", ".join(line.text for line in self.lines()))

    @Slot()
    def _speak(self) -> None:
        """Have a screen reader say the answer, once it has stood for a moment."""
        self._describe()
        before, self._spoken = self._spoken, self.accessibleName()
        if self._spoken != before and self.recognition.reason != "blank":
            said = QAccessibleAnnouncementEvent(self, self._spoken)
            QAccessible.updateAccessibility(said)

    def lines(self, most: int | None = None) -> list[Line]:
        """Return the lines beside the answer, names of classes cut off at ``most`` pixels."""
        recognition = self.recognition
        if not recognition.ranking:
            return []
        first, second = recognition.ranking[:2]
        if most is not None:
            shortened = list(recognition.class_names)
            for index in (first, second):
                shortened[index] = elided(shortened[index], self.fontMetrics(), most)
            recognition = replace(recognition, class_names=tuple(shortened))
        penalty = recognition.score_kind == "penalty"
        score = self.tr("penalty {0}") if penalty else self.tr("probability {0}")
        best, next_best = (score.format(score_text(recognition, i)) for i in (first, second))
        names, heading = recognition.class_names, best
        if recognition.label is None:
            heading = f"{names[first]}  ·  {best}"
        whole = next_best.replace(" ", "\N{NO-BREAK SPACE}")  # goes to the next line in one piece
        second_line = self.tr("runner-up: {0}  ·  {1}").format(names[second], whole)
        return [
            Line(heading, "text", bold=True),
            Line(second_line, "quiet"),
            self._certainty_line(recognition),
        ]

    def _certainty_line(self, recognition: Recognition) -> Line:
        """Say how sure the network is: in words, in weight, and with a sign of its own shape."""
        certainty, doubt = certainty_text(recognition), doubt_text(recognition)
        if recognition.picture.as_is:
            as_it_is = self.tr("{0} · field as it is, never declined").format(certainty)
            return Line(as_it_is, "accent_text")
        if not refuses(recognition.rule):
            return Line(certainty, "accent_text")
        if doubt:
            return Line(doubt, "text", sign="unsure")
        sure = self.tr("sure")
        return Line(f"{certainty} · {sure}", "accent_text", bold=True, sign="sure")

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), inert(self.tip_at(QPointF(event.pos()))), self)
            return True
        return super().event(event)

    def tip_at(self, place: QPointF) -> str:
        """Return what is said of a point: the name of a bar's class, else the lines in full.

        It is empty where names are shown whole.
        """
        names = self.recognition.class_names
        for bar in self.bars:
            if bar.area.contains(place):
                return "" if bar.name == names[bar.class_index] else names[bar.class_index]
        ends = (names[index] for index in self.recognition.ranking[:2])
        widest = max(map(self.fontMetrics().horizontalAdvance, ends), default=0)
        if widest <= NAME_PART * self.width() / 2:
            return ""
        return "\n".join(line.text for line in self.lines())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.color("panel"))
        self.bars = []
        if self.recognition.reason == "blank":
            return
        inside = QRectF(self.rect()).adjusted(
            ANSWER_MARGIN, ANSWER_MARGIN, -ANSWER_MARGIN, -ANSWER_MARGIN
        )
        inside.setBottom(self.dial.y() - DIAL_GAP)
        large = self._answer_width(inside)
        self._paint_answer(painter, QRectF(inside.x(), inside.y(), large, inside.height()), theme)
        right = inside.adjusted(large + ANSWER_MARGIN, 0, 0, 0)
        y = self._paint_lines(painter, right, theme)
        room = QRectF(right.x(), y, right.width(), right.bottom() - y)
        painter.setFont(self.font())
        self.bars = paint_bars(painter, room, self.recognition, theme, self.first)
        shown, count = len(self.bars), len(self.recognition.ranking)
        if 0 < shown < count:
            paint_place(painter, room, self.first, shown, count, theme)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("text"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    # ---- classes beyond those that fit

    def _fit_focus(self) -> None:
        """Take the keyboard only where there are bars to scroll."""
        many = len(self.recognition.class_names) > MAX_BARS
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if many else Qt.FocusPolicy.NoFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not self._scroll(self.first - round(event.angleDelta().y() / WHEEL_NOTCH)):
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        first = place_for_key(event.key(), self.first, len(self.bars))
        if first is None or not self._scroll(first):
            super().keyPressEvent(event)

    def _scroll(self, first: int) -> bool:
        """Show the bars from a place in the ranking on. Return whether there are more than fit."""
        last = len(self.recognition.ranking) - len(self.bars)
        if not self.bars or not last:
            return False
        self.first = min(max(first, 0), last)
        self.update()
        index = self.recognition.ranking[self.first]
        name, score = self.recognition.class_names[index], score_text(self.recognition, index)
        text = self.tr("{0}: {1}, {2}").format(self.first + 1, name, score)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
        return True

    def _answer_width(self, inside: QRectF) -> float:
        """Return the width for the answer: less where the lines beside it would wrap."""
        bold = QFont(self.font())
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        certainty = QCoreApplication.translate("Reading", "certainty {0}").format(USUAL_CERTAINTY)
        sure = self.tr("sure")
        widest = metrics.horizontalAdvance(f"{certainty} · {sure}")
        lines = SIGN_ROOM * metrics.ascent() + widest + 1
        most, least = (part * inside.width() for part in (MOST_ANSWER, LEAST_ANSWER))
        return min(inside.height() * 0.9, most, max(least, inside.width() - ANSWER_MARGIN - lines))

    def _paint_answer(self, painter: QPainter, area: QRectF, theme: Theme) -> None:
        label = self.recognition.label
        text = "?" if label is None else label
        font = QFont(self.font())
        font.setBold(True)
        font.setPixelSize(REFERENCE_SIZE)
        width = max(QFontMetrics(font).horizontalAdvance(text), REFERENCE_SIZE * 0.7)
        size = REFERENCE_SIZE * area.width() * ANSWER_PART / width
        font.setPixelSize(max(LEAST_ANSWER_SIZE, int(size)))
        painter.setFont(font)
        painter.setPen(theme.color("quiet" if label is None else "text"))
        shown = elided(text, painter.fontMetrics(), int(area.width()))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, shown)

    def _paint_lines(self, painter: QPainter, area: QRectF, theme: Theme) -> float:
        y = area.y()
        for place, line in enumerate(self.lines(int(NAME_PART * area.width()))):
            font = QFont(self.font())
            if place == 0:
                font.setPointSizeF(font.pointSizeF() * 1.25)
            font.setBold(line.bold)
            painter.setFont(font)
            if y + painter.fontMetrics().height() > area.bottom() and place:
                break  # the least of them is the last, and the dial says half of it
            painter.setPen(theme.color(line.role))
            left = area.x()
            if line.sign:
                side = painter.fontMetrics().ascent()
                draw_sign(painter, QRectF(left, y + 2, side, side), line.sign, theme)
                left += side * SIGN_ROOM
            room = QRectF(left, y, area.right() - left, max(area.bottom() - y, 0))
            words = int(Qt.TextFlag.TextWordWrap)  # the reason for a doubt may be long
            painter.drawText(room, words, line.text)
            y += max(
                painter.boundingRect(room, words, line.text).height(),
                painter.fontMetrics().height(),
            )
            y += 3
        return y + 6


def _said(recognition: Recognition) -> tuple[str, str]:
    return headline(recognition), doubt_text(recognition)
