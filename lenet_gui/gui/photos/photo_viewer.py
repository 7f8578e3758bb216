"""A picture that is read while somebody looks at it: boxes, stages, and one digit in all panels."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QPolygonF,
    QShowEvent,
    QStatusTipEvent,
    QTransform,
)
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import Picture
from lenet_gui.engine.pages.values import Box, FoundDigit, Verdict
from lenet_gui.gui.drawing.blank_page import MARGIN
from lenet_gui.gui.drawing.receptive_field import field_in_source
from lenet_gui.gui.feeds.feed import Develop
from lenet_gui.gui.photos.background_recognition import BackgroundRecognition
from lenet_gui.gui.photos.photo_reading import PhotoReading, followed
from lenet_gui.gui.photos.photo_view import PhotoView, digit_text
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.form_parts import explain, quiet_label
from lenet_gui.gui.wording.phrases import Phrase

LEAST_LETTERS = 8  # of the name of a stage, so that the buttons beside it have room
STAGES = (
    ("picture", QT_TRANSLATE_NOOP("PhotoViewer", "Picture")),
    ("grey", QT_TRANSLATE_NOOP("PhotoViewer", "1 Grey")),
    ("ink", QT_TRANSLATE_NOOP("PhotoViewer", "2 Lighting removed")),
    ("mask", QT_TRANSLATE_NOOP("PhotoViewer", "3 Ink")),
    ("cleaned", QT_TRANSLATE_NOOP("PhotoViewer", "4 Ruling removed")),
    ("lines", QT_TRANSLATE_NOOP("PhotoViewer", "5 Lines in reading order")),
)


class PhotoViewer(QWidget):
    """``show_frame`` reads a frame in the background and shows it with what was found.

    While it is seen, the session reads the digit that is looked at.
    """

    failed = Signal(object)  # Exception: the frame could not be read
    seen = Signal(object)  # Sight

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._frame: Develop | None = None  # the last one
        self._blank = Picture(np.zeros((28, 28), np.uint8))
        self._stale = False  # it was read with another reader
        self.view = PhotoView()
        self.background = BackgroundRecognition(session, self)
        self.stages = QComboBox()
        self.stages.setObjectName("eye-stage")
        self.stages.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.stages.setMinimumContentsLength(LEAST_LETTERS)
        for name, text in STAGES:
            self.stages.addItem(QCoreApplication.translate("PhotoViewer", text), name)
        explain(
            self.stages,
            self.tr("Stage"),
            self.tr("The picture, or a stage of its processing"),
        )
        self.text = QLabel()
        self.text.setObjectName("eye-text")
        self.text.setWordWrap(True)
        self.text.setMinimumHeight(2 * self.text.fontMetrics().lineSpacing())
        self.copy = QToolButton()
        self.copy.setObjectName("eye-copy")
        self.copy.setText(self.tr("Copy"))
        explain(self.copy, self.tr("Copy"), self.tr("Copy all lines as text"))
        self.bar = QHBoxLayout()  # for more buttons
        self._arrange()
        self.setFocusProxy(self.view)
        self.copy.clicked.connect(self.copy_text)
        self.stages.currentIndexChanged.connect(self._choose_stage)
        self.view.chosen.connect(self.look_at)
        self.view.taken.connect(self.take)
        self.view.rejected_taken.connect(self.take_rejected)
        self.view.part_changed.connect(self._change_part)
        self.background.read.connect(self._show)
        self.background.failed.connect(self.failed)
        session.network_changed.connect(self._read_again)
        session.weights_changed.connect(self._read_again)
        session.rule_changed.connect(self._read_again)
        session.unit_pointed.connect(self._show_field)
        session.recognized.connect(self._show_field)
        self._tell()

    def _arrange(self) -> None:
        self.bar.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.bar.setSpacing(6)
        self.bar.addStretch(1)
        self.bar.addWidget(quiet_label(self.tr("Show"), self.stages))
        self.bar.addWidget(self.stages)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, 0, MARGIN, 4)
        foot.addWidget(self.text, 1)
        foot.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.view, 1)
        layout.addLayout(self.bar)
        layout.addLayout(foot)

    def put_below_picture(self, widget: QWidget) -> None:
        """What belongs to all of it."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, widget)

    def take_over(self, former: PhotoViewer) -> None:
        """Show what another one shows."""
        self.view.guide.part = former.view.guide.part
        self.stages.setCurrentIndex(former.stages.currentIndex())
        self._frame = former._frame
        self.background.part = self.view.part
        self.view.show_photo(former.view.photo, former.view.choice)
        former.view.show_photo(None, None)  # it watches nothing any more
        self._watch()
        self._tell()

    # ---- pictures

    @Slot(object)
    def show_frame(self, develop: Develop) -> None:
        """Read that picture, and show it as soon as it is read."""
        self._frame = develop
        self.background.show(develop)

    def show_photo(self, photo: PhotoReading, develop: Develop) -> None:
        """A picture that has been read already."""
        self.background.drop()
        self._frame = develop
        self.view.show_photo(None, None)
        self._show(photo)

    @property
    def photo(self) -> PhotoReading | None:
        return self.view.photo

    @Slot(object)
    def _show(self, photo: PhotoReading) -> None:
        old, choice = self.view.photo, self.view.choice
        before = None if old is None or choice is None else (old, choice)
        self.view.show_photo(photo, followed(before, photo))
        self._watch()
        self._tell()
        self.seen.emit(photo)

    @Slot()
    def _read_again(self) -> None:
        """Somebody else reads now, or more carefully, or another part; when it is seen."""
        self._stale = not self.isVisible()
        if self._frame is not None and not self._stale:
            self.background.show(self._frame)

    @Slot()
    def _change_part(self) -> None:
        self.background.part = self.view.part
        self._read_again()

    # ---- the digit that is looked at

    @Slot(object)
    def look_at(self, found: FoundDigit) -> None:
        """All panels show that digit."""
        self.view.show_photo(self.photo, found)
        self._watch()
        self._tell()

    @Slot(object)
    def take(self, found: FoundDigit) -> None:
        """All panels show it, and its ink comes onto the page."""
        self.look_at(found)
        text = Phrase("PhotoViewer", QT_TRANSLATE_NOOP("PhotoViewer", "Digit from a picture"))
        self._session.put_picture(found.picture, text)

    @Slot(object, str)
    def take_rejected(self, box: Box, verdict: Verdict) -> None:
        """The same with ink that was rejected: what does the network make of it?"""
        if self.photo is not None:
            picture = self.photo.ink_in(box)
            recognition = self._session.recognizer.recognize(picture)
            self.take(FoundDigit(box, picture, recognition, verdict))

    def _watched(self) -> Picture | None:
        """What is read in place of the page: a digit, nothing where there is none, or the page
        before there is a picture."""
        if self.view.choice is not None:
            return self.view.choice.picture
        return None if self.photo is None else self._blank

    def _watch(self) -> None:
        if self.isVisible():
            self._session.watch(self._watched())

    def showEvent(self, event: QShowEvent) -> None:
        self._watch()
        if self._stale:
            self._read_again()

    def hideEvent(self, event: QHideEvent) -> None:
        if self._session.watched is self._watched():
            self._session.watch(None)  # unless somebody else is watched by now

    @Slot()
    def _show_field(self) -> None:
        """What the unit that somebody points at sees, drawn around the digit."""
        unit, choice, photo = self._session.unit, self.view.choice, self.photo
        field: QPolygonF | None = None
        if unit is not None and choice is not None and photo is not None:
            recognition = self._session.recognition
            if recognition.picture is choice.picture and not recognition.normalized.blank:
                field = _turned(QPolygonF(field_in_source(self._session, unit)), choice, photo)
        if field != self.view.field:
            self.view.field = field
            self.view.update()

    # ---- words

    def _tell(self) -> None:
        self.text.setText("" if self.photo is None else self._summary(self.photo))
        choice = self.view.choice
        said = "" if choice is None else digit_text(choice)
        self.view.setAccessibleDescription(
            self.tr("{chosen}. Arrow keys move from digit to digit; Enter puts one onto the page.")
            .format(chosen=said)
            .removeprefix(". ")
        )
        self.copy.setEnabled(self.photo is not None and bool(self.photo.digits))

    def _summary(self, photo: PhotoReading) -> str:
        if not photo.digits:
            return self.tr("No readable digits were found in this picture.")
        locale, reading = self.locale(), photo.reading
        counts = self.tr("Digits: {digits} · lines: {lines} · read in {time} ms").format(
            digits=locale.toString(len(photo.digits)),
            lines=locale.toString(len(reading.lines)),
            time=locale.toString(round(reading.milliseconds)),
        )
        first = " / ".join(line.text for line in reading.lines[:3])
        more = " …" if len(reading.lines) > 3 or len(first) > 60 else ""
        return f"{first[:60]}{more}\n{counts}"

    @Slot()
    def copy_text(self) -> None:
        """All lines onto the clipboard."""
        if self.photo is not None:
            lines = [line.text for line in self.photo.reading.lines]
            QGuiApplication.clipboard().setText("\n".join(lines))
            QCoreApplication.sendEvent(self, QStatusTipEvent(self.tr("Copied as text")))

    @Slot()
    def _choose_stage(self) -> None:
        self.view.set_stage(self.stages.currentData())


def _turned(field: QPolygonF, choice: FoundDigit, photo: PhotoReading) -> QPolygonF:
    """A place in a digit as it was read, in pixels of the picture: pages are turned to read them,
    each digit about its middle."""
    picture, turn = choice.picture, QTransform()
    x = picture.origin[0] + picture.scale * picture.ink.shape[1] / 2
    y = picture.origin[1] + picture.scale * picture.ink.shape[0] / 2
    turn.translate(photo.origin[0] + x, photo.origin[1] + y)
    if choice in photo.digits:  # what was rejected is looked at as it lies there
        turn.rotate(photo.reading.angle)
    turn.translate(-x, -y)
    return turn.map(field)
