"""The photo viewer: a photograph with its digits, its stages, and one digit for all panels."""

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
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import Picture
from lenet_gui.engine.pages.values import Box, FoundDigit, Verdict
from lenet_gui.gui.drawing.blank_page import PAGE_MARGIN
from lenet_gui.gui.drawing.receptive_field import field_in_photo
from lenet_gui.gui.feeds.feed import FrameDecoder
from lenet_gui.gui.photos.background_recognition import BackgroundRecognition
from lenet_gui.gui.photos.photo_reading import PhotoReading, follow_digit
from lenet_gui.gui.photos.photo_view import PhotoView, digit_text
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.widgets.form_parts import explain, quiet_label
from lenet_gui.gui.widgets.plain_text import PlainLabel
from lenet_gui.gui.wording.phrases import Phrase

MIN_STAGE_LETTERS = 8  # of a stage's name are visible; more would crowd out the buttons beside
PHOTO_STAGES = (
    ("picture", QT_TRANSLATE_NOOP("PhotoViewer", "Picture")),
    ("grey", QT_TRANSLATE_NOOP("PhotoViewer", "1 Grey")),
    ("ink", QT_TRANSLATE_NOOP("PhotoViewer", "2 Lighting removed")),
    ("mask", QT_TRANSLATE_NOOP("PhotoViewer", "3 Ink")),
    ("cleaned", QT_TRANSLATE_NOOP("PhotoViewer", "4 Ruling removed")),
    ("lines", QT_TRANSLATE_NOOP("PhotoViewer", "5 Lines in reading order")),
)


class PhotoViewer(QWidget):
    """A viewer for frames: ``show_frame`` reads one in the background and shows its digits.

    While the viewer is visible, the session reads the selected digit in place of the page.
    """

    failed = Signal(object)  # Exception: the frame could not be read
    seen = Signal(object)  # PhotoReading

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._frame: FrameDecoder | None = None  # the newest
        self._blank = Picture(np.zeros((28, 28), np.uint8))
        self._stale = False  # the network has changed since the frame was read
        self.view = PhotoView()
        self.background = BackgroundRecognition(session, self)
        self.stages = QComboBox()
        self.stages.setObjectName("photo-stage")
        self.stages.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.stages.setMinimumContentsLength(MIN_STAGE_LETTERS)
        for name, text in PHOTO_STAGES:
            self.stages.addItem(QCoreApplication.translate("PhotoViewer", text), name)
        explain(
            self.stages,
            self.tr("Stage"),
            self.tr("The picture, or a stage of its processing"),
        )
        self.text = PlainLabel()
        self.text.setObjectName("photo-text")
        self.text.setWordWrap(True)
        self.text.setMinimumHeight(2 * self.text.fontMetrics().lineSpacing())
        self.copy = QToolButton()
        self.copy.setObjectName("photo-copy")
        self.copy.setText(self.tr("Copy"))
        explain(self.copy, self.tr("Copy"), self.tr("Copy all lines as text"))
        self.bar = QHBoxLayout()  # sources insert their buttons here
        self._arrange()
        self.setFocusProxy(self.view)
        self.copy.clicked.connect(self.copy_text)
        self.stages.currentIndexChanged.connect(self._choose_stage)
        self.view.chosen.connect(self.look_at)
        self.view.taken.connect(self.take)
        self.view.rejected_taken.connect(self.take_rejected)
        self.view.region_changed.connect(self._on_region_changed)
        self.background.read.connect(self._show)
        self.background.failed.connect(self.failed)
        session.network_changed.connect(self._read_again)
        session.weights_changed.connect(self._read_again)
        session.rule_changed.connect(self._read_again)
        session.unit_pointed.connect(self._show_field)
        session.recognized.connect(self._show_field)
        self._tell()

    def _arrange(self) -> None:
        self.bar.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        self.bar.setSpacing(6)
        self.bar.addStretch(1)
        self.bar.addWidget(quiet_label(self.tr("Show"), self.stages))
        self.bar.addWidget(self.stages)
        foot = QHBoxLayout()
        foot.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 4)
        foot.addWidget(self.text, 1)
        foot.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.view, 1)
        layout.addLayout(self.bar)
        layout.addLayout(foot)

    def put_below_picture(self, widget: QWidget) -> None:
        """Insert a widget between the picture and the buttons."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, widget)

    def take_over(self, former: PhotoViewer) -> None:
        """Show what a former viewer shows, which then shows nothing."""
        self.view.guide.region = former.view.guide.region
        self.stages.setCurrentIndex(former.stages.currentIndex())
        self._frame = former._frame
        self.background.region = self.view.region
        self.background.bounds = former.background.bounds
        self.view.show_photo(former.view.photo, former.view.choice)
        former.view.show_photo(None, None)  # its hiding must not end what we watch
        self._watch()
        self._tell()

    # ---- pictures

    @Slot(object)
    def show_frame(self, decode_frame: FrameDecoder) -> None:
        """Read a frame in the background, and show it as soon as it is read."""
        self._frame = decode_frame
        self.background.show(decode_frame)

    def show_photo(self, photo: PhotoReading, decode_frame: FrameDecoder) -> None:
        """Show a frame that has been read already."""
        self.background.drop()
        self._frame = decode_frame
        self.view.show_photo(None, None)
        self._show(photo)

    def clear(self) -> None:
        """Show no frame, not even one that is being read."""
        self.background.drop()
        self._frame, self._stale = None, False
        self.view.show_photo(None, None)
        self._watch()
        self._show_field()
        self._tell()

    @property
    def photo(self) -> PhotoReading | None:
        return self.view.photo

    @Slot(object)
    def _show(self, photo: PhotoReading) -> None:
        old, choice = self.view.photo, self.view.choice
        before = None if old is None or choice is None else (old, choice)
        self.view.show_photo(photo, follow_digit(before, photo))
        self._watch()
        self._tell()
        self.seen.emit(photo)

    @Slot()
    def _read_again(self) -> None:
        """Read the frame again, at the latest when the viewer becomes visible.

        The network, its weights, its reject rule or the region is another one.
        """
        self._stale = not self.isVisible()
        if self._frame is not None and not self._stale:
            self.background.show(self._frame)

    @Slot()
    def _on_region_changed(self) -> None:
        self.background.region = self.view.region
        self._read_again()

    # ---- the selected digit

    @Slot(object)
    def look_at(self, found: FoundDigit) -> None:
        """Select a digit: all panels show it."""
        self.view.show_photo(self.photo, found)
        self._watch()
        self._tell()

    @Slot(object)
    def take(self, found: FoundDigit) -> None:
        """Select a digit, and put its ink onto the page."""
        self.look_at(found)
        text = Phrase("PhotoViewer", QT_TRANSLATE_NOOP("PhotoViewer", "Digit from a picture"))
        self._session.put_picture(found.picture, text)

    @Slot(object, str)
    def take_rejected(self, box: Box, verdict: Verdict) -> None:
        """Recognize rejected ink as a digit, select it, and put it onto the page."""
        if self.photo is not None:
            picture = self.photo.ink_in(box)
            recognition = self._session.recognizer.recognize(picture)
            self.take(FoundDigit(box, picture, recognition, verdict))

    def _watched(self) -> Picture | None:
        """Return what the session reads in place of the page.

        The selected digit; a blank picture if the photo has none; None, which means the page,
        before there is a photo.
        """
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
            self._session.watch(None)  # else another viewer is watched by now

    @Slot()
    def _show_field(self) -> None:
        """Mark the receptive field of the pointed-at unit around the selected digit."""
        unit, choice, photo = self._session.unit, self.view.choice, self.photo
        field: QPolygonF | None = None
        if unit is not None and choice is not None and photo is not None:
            recognition = self._session.recognition
            if recognition.picture is choice.picture and not recognition.blank:
                field = _turned(QPolygonF(field_in_photo(self._session, unit)), choice, photo)
        if field != self.view.field:
            self.view.field = field
            self.view.update()

    # ---- words

    def _tell(self) -> None:
        self.stages.setEnabled(self.photo is None or not self.photo.whole)
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
        if photo.crowded:
            return self.tr(
                "There is too much on this picture to read it live. Choose Frame, and drag the "
                "frame around the digits."
            )
        if photo.whole:
            (found,) = photo.digits
            seen = self.tr("The network sees the whole picture · read in {time} ms").format(
                time=self.locale().toString(round(photo.reading.milliseconds))
            )
            return f"{digit_text(found)}\n{seen}"
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
        """Copy all lines of digits to the clipboard as text."""
        if self.photo is not None:
            lines = [line.text for line in self.photo.reading.lines]
            QGuiApplication.clipboard().setText("\n".join(lines))
            QCoreApplication.sendEvent(self, QStatusTipEvent(self.tr("Copied as text")))

    @Slot()
    def _choose_stage(self) -> None:
        self.view.set_stage(self.stages.currentData())


def _turned(field: QPolygonF, choice: FoundDigit, photo: PhotoReading) -> QPolygonF:
    """Map a polygon from a digit as it was read to pixels of the photo.

    Pages are turned upright to read them, each digit about its middle; this turns it back.
    """
    picture, turn = choice.picture, QTransform()
    x = picture.origin[0] + picture.scale * picture.ink.shape[1] / 2
    y = picture.origin[1] + picture.scale * picture.ink.shape[0] / 2
    turn.translate(photo.origin[0] + x, photo.origin[1] + y)
    if choice in photo.digits:  # rejected ink is cut out without being turned
        turn.rotate(photo.reading.angle)
    turn.translate(-x, -y)
    return turn.map(field)
