"""The seek bar of a video: play button, time slider, time."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QToolButton,
    QWidget,
)

from lenet_gui.gui.appearance.reduced_motion import STILL, is_still
from lenet_gui.gui.drawing.blank_page import PAGE_MARGIN
from lenet_gui.gui.feeds.feed import Moment
from lenet_gui.gui.widgets.form_parts import explain
from lenet_gui.gui.widgets.plain_text import PlainLabel

SMALL_STEP, LARGE_STEP = 1000, 10_000  # milliseconds; less in short videos, see show_moment
MAX_SLIDER_VALUE = 2**31 - 1  # QSlider holds 32 bits


class SeekBar(QWidget):
    """A bar that stays hidden until the first moment: only videos can seek."""

    sought = Signal(int)  # the position to seek, milliseconds
    pressed = Signal()  # pause or play

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.moment = Moment(0, 0)
        self._playing = False
        self.play = QToolButton()
        self.play.setObjectName("seek-play")
        self.slider = TimeSlider()
        self.slider.setObjectName("seek-slider")
        explain(
            self.slider,
            self.tr("Position in the video"),
            self.tr(
                "Change the position: click, drag, or use the arrow keys, Page Up and Page Down"
            ),
        )
        self.time = PlainLabel()
        self.time.setObjectName("seek-time")
        self.time.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 0)
        layout.setSpacing(6)
        layout.addWidget(self.play)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.time)
        self._fit_play()
        self.show_playing(False)
        self.play.clicked.connect(self.pressed)
        self.slider.valueChanged.connect(self._seek)
        self.hide()

    def _fit_play(self) -> None:
        """Make the button wide enough for either word, so that the slider does not move."""
        widths = []
        for text in (self.tr("Play"), self.tr("Pause")):
            self.play.setText(text)
            widths.append(self.play.sizeHint().width())
        self.play.setFixedWidth(max(widths))

    # ---- state

    @Slot(object)
    def show_moment(self, moment: Moment) -> None:
        """Show the video's position, unless the slider is being dragged."""
        if moment.length != self.moment.length:
            length = min(moment.length, MAX_SLIDER_VALUE)
            self.slider.blockSignals(True)
            self.slider.setRange(0, length)
            self.slider.blockSignals(False)
            self.slider.setSingleStep(min(SMALL_STEP, max(length // 20, 1)))
            self.slider.setPageStep(min(LARGE_STEP, max(length // 5, 1)))
        elif self.slider.isSliderDown() or self._rests(moment):
            return
        self.moment = moment
        self.slider.blockSignals(True)
        self.slider.setValue(min(moment.at, MAX_SLIDER_VALUE))
        self.slider.blockSignals(False)
        self._tell()
        self.show()

    def _rests(self, moment: Moment) -> bool:
        """Return whether to skip a moment: motion is reduced, and the slider has just moved."""
        near = abs(moment.at - self.moment.at) < STILL and moment.at < moment.length
        return self._playing and near and is_still() and not self.isHidden()

    def show_playing(self, playing: bool) -> None:
        """Let the button pause or play."""
        self._playing = playing
        text = self.tr("Pause") if playing else self.tr("Play")
        tip = self.tr("Pause the video (Space)") if playing else self.tr("Play from here (Space)")
        self.play.setText(text)
        explain(self.play, text, tip)

    def clear(self) -> None:
        """Hide the bar: there is no video any more."""
        self.hide()
        self.moment = Moment(0, 0)

    def _tell(self) -> None:
        at, length = (time_text(each) for each in (self.moment.at, self.moment.length))
        if self.time.text() != f"{at} / {length}":
            self.time.setText(f"{at} / {length}")
            widest = self.time.fontMetrics().horizontalAdvance(f"{length} / {length}")
            self.time.setMinimumWidth(widest)
            said = self.tr("{at} of {length}").format(at=at, length=length)
            self.slider.setAccessibleDescription(said)

    @Slot(int)
    def _seek(self, at: int) -> None:
        self.moment = Moment(at, self.moment.length)
        self._tell()
        self.sought.emit(at)


class TimeSlider(QSlider):
    """A slider whose handle jumps to a click, and can be dragged on from there."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setMinimumWidth(60)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            option = QStyleOptionSlider()
            self.initStyleOption(option)
            handle = self._part(option, QStyle.SubControl.SC_SliderHandle)
            if not handle.contains(event.position().toPoint()):
                groove = self._part(option, QStyle.SubControl.SC_SliderGroove)
                at = round(event.position().x() - groove.left() - handle.width() / 2)
                self.setValue(
                    QStyle.sliderValueFromPosition(
                        self.minimum(), self.maximum(), at, groove.width() - handle.width()
                    )
                )
        super().mousePressEvent(event)

    def _part(self, option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
        return self.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, self)


def time_text(milliseconds: int) -> str:
    """Format a time as "0:07", "1:32" or "1:02:05"."""
    minutes, seconds = divmod(milliseconds // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
