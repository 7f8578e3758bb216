"""The answer panel: the answer, large, its runner-up, its margin, and the scores of the classes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QFont,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from lenet_gui.common.values import Recognition
from lenet_gui.gui.appearance.theme import Theme, theme_of
from lenet_gui.gui.rejecting.dial import Dial
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.wording.recognition_words import (
    certainty_text,
    doubt_text,
    headline,
    refuses,
    score_text,
)

ANSWER_MARGIN = 14
SPEECH_DELAY_MS = 600  # an answer that changes sooner is not spoken, as it does while drawing
MIN_BAR_HEIGHT = 1.2  # times a capital letter; in lower bars letters would be cut off
DIAL_GAP = 4  # pixels above the dial
BAR_MARGINS = 7, 5  # pixels left and right of the words in a bar
BAR_SHADES = {"accent": 0.45, "border": 0.75}  # opacity of each colour: words stay legible on it
MAX_BARS = 10  # of more classes only the best are shown


class AnswerPanel(QWidget):
    """A painting of the newest recognition. The smaller a penalty, the longer its bar."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.recognition = session.recognition
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
        self._name()
        self._spoken = self.accessibleName()

    def sizeHint(self) -> QSize:
        return QSize(400, 230)

    @Slot(object)
    def _show(self, recognition: Recognition) -> None:
        before, self.recognition = self.recognition, recognition
        self.update()
        if _said(before) != _said(recognition):
            self._name()
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self._speaking.start()

    def _name(self) -> None:
        words = headline(self.recognition) or self.tr("Nothing drawn")
        self.setAccessibleName(self.tr("Answer: {0}").format(words))
        self._describe()

    def _describe(self) -> None:
        self.setAccessibleDescription(", ".join(text for text, _ in self.lines()))

    @Slot()
    def _speak(self) -> None:
        """Have a screen reader say the answer, once it has stood for a moment."""
        self._describe()
        before, self._spoken = self._spoken, self.accessibleName()
        if self._spoken != before and self.recognition.reason != "blank":
            said = QAccessibleAnnouncementEvent(self, self._spoken)
            QAccessible.updateAccessibility(said)

    def lines(self) -> list[tuple[str, str]]:
        """Return (text, colour role) of each line beside the answer."""
        recognition = self.recognition
        if not recognition.ranking:
            return []
        first, second = recognition.ranking[:2]
        best, next_best = (score_text(self.recognition, index) for index in (first, second))
        if recognition.score_kind == "penalty":
            heading = self.tr("penalty {0}").format(best)
        else:
            heading = self.tr("probability {0}").format(best)
        names, certainty = recognition.class_names, certainty_text(recognition)
        if refuses(recognition.rule):
            sure = self.tr("sure")
            certainty = doubt_text(recognition) or f"{certainty} · {sure}"
        return [
            (f"{names[first]}  ·  {heading}" if recognition.label is None else heading, "text"),
            (self.tr("runner-up: {0}   {1}").format(names[second], next_best), "quiet"),
            (certainty, "accent_text"),
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.color("panel"))
        if self.recognition.reason == "blank":
            return
        inside = QRectF(self.rect()).adjusted(
            ANSWER_MARGIN, ANSWER_MARGIN, -ANSWER_MARGIN, -ANSWER_MARGIN
        )
        inside.setBottom(self.dial.y() - DIAL_GAP)
        large = min(inside.height() * 0.9, inside.width() * 0.3)
        self._paint_answer(painter, QRectF(inside.x(), inside.y(), large, inside.height()), theme)
        right = inside.adjusted(large + ANSWER_MARGIN, 0, 0, 0)
        y = self._paint_lines(painter, right, theme)
        self._paint_bars(painter, QRectF(right.x(), y, right.width(), right.bottom() - y), theme)

    def _paint_answer(self, painter: QPainter, area: QRectF, theme: Theme) -> None:
        label = self.recognition.label
        text = "?" if label is None else label
        font = QFont(self.font())
        font.setBold(True)
        size = 1.35 if len(text) == 1 else 1.6 / len(text)
        font.setPixelSize(max(12, int(area.width() * size)))
        painter.setFont(font)
        painter.setPen(theme.color("quiet" if label is None else "text"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_lines(self, painter: QPainter, area: QRectF, theme: Theme) -> float:
        y = area.y()
        for place, (text, role) in enumerate(self.lines()):
            font = QFont(self.font())
            if place == 0:
                font.setBold(True)
                font.setPointSizeF(font.pointSizeF() * 1.25)
            painter.setFont(font)
            painter.setPen(theme.color(role))
            room = QRectF(area.x(), y, area.width(), max(area.bottom() - y, 0))
            words = int(Qt.TextFlag.TextWordWrap)  # the reason for a doubt may be long
            painter.drawText(room, words, text)
            y += max(
                painter.boundingRect(room, words, text).height(), painter.fontMetrics().height()
            )
            y += 3
        return y + 6

    def _paint_bars(self, painter: QPainter, area: QRectF, theme: Theme) -> None:
        recognition = self.recognition
        shown: Sequence[int] = range(len(recognition.class_names))
        if len(shown) > MAX_BARS:
            shown = recognition.ranking[:MAX_BARS]
        rows = -(-len(shown) // 2)
        height = min(area.height() / rows, painter.fontMetrics().height() + 8.0)
        if height < MIN_BAR_HEIGHT * painter.fontMetrics().capHeight():
            return  # the lines above name the answer and the runner-up
        width = (area.width() - ANSWER_MARGIN) / 2
        painter.setFont(self.font())
        strengths, scores = bar_lengths(recognition), self._scores(shown, width - sum(BAR_MARGINS))
        for place, index in enumerate(shown):
            column, row = divmod(place, rows)
            x, y = area.x() + column * (width + ANSWER_MARGIN), area.y() + row * height
            box = QRectF(x, y, width, height)
            self._paint_bar(painter, box, index, scores[place], strengths[index], theme)

    def _scores(self, shown: Sequence[int], width: float) -> list[str]:
        """Return the scores, with a decimal if that leaves a gap beside the name of each class."""
        metrics = self.fontMetrics()
        for digits in (1, 0):
            scores = [score_text(self.recognition, index, digits) for index in shown]
            names = [self.recognition.class_names[index] for index in shown]
            pairs = zip(names, scores, strict=True)
            if all(metrics.horizontalAdvance(f"{name} {score}") <= width for name, score in pairs):
                break
        return scores

    def _paint_bar(
        self,
        painter: QPainter,
        area: QRectF,
        index: int,
        score: str,
        strength: float,
        theme: Theme,
    ) -> None:
        best = index == self.recognition.ranking[0]
        inside = area.adjusted(0, 1.5, 0, -1.5)
        name_of_shade = "accent" if best else "border"
        shade = theme.color(name_of_shade)
        shade.setAlphaF(BAR_SHADES[name_of_shade])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        width = max(4.0, inside.width() * strength)
        painter.drawRoundedRect(QRectF(inside.x(), inside.y(), width, inside.height()), 3, 3)
        painter.setPen(theme.color("text"))
        middle = Qt.AlignmentFlag.AlignVCenter
        words = inside.adjusted(BAR_MARGINS[0], 0, -BAR_MARGINS[1], 0)
        name = self.recognition.class_names[index]
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, name)
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, score)


def _said(recognition: Recognition) -> tuple[str, str]:
    return headline(recognition), doubt_text(recognition)


def bar_lengths(recognition: Recognition) -> list[float]:
    """Return 0..1 for each class: its probability, or how far its penalty is below the worst."""
    scores = recognition.scores
    if recognition.score_kind == "probability":
        return [float(score) for score in scores]
    worst = float(scores.max())
    return [1.0 - float(score) / worst if worst > 0 else 0.0 for score in scores]
