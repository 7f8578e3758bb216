"""The smallest change found, on the digit in two colours, played from none of it to all of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from lenet_gui.common.values import FloatArray, Recognition
from lenet_gui.engine.explaining.smallest_change import SmallestChange
from lenet_gui.gui.appearance.reduced_motion import pace
from lenet_gui.gui.appearance.theme import theme_of
from lenet_gui.gui.panels.why.pictures import (
    Shades,
    field_image,
    paint_enlarged,
    tinted_image,
)
from lenet_gui.gui.panels.why.words import change_text, played_text
from lenet_gui.gui.widgets.form_parts import explain, make_button, wrapped_label

PLAYED_STEPS = 25  # parts of the change, each 4 %
FRAME_MS = 70  # between two of them
GAP = 10  # pixels between the two pictures
TALLEST = 150  # pixels of a picture
NOTICED = 1 / 255  # of full ink: a pixel that changes less is left uncoloured


@dataclass(frozen=True, eq=False)
class Replay:
    """A change with the scores on its way, (PLAYED_STEPS + 1, classes)."""

    recognition: Recognition
    rival: int
    change: SmallestChange
    scores: FloatArray
    ink: bool


class ChangeView(QWidget):
    """The changed digit, the change alone in colours, a slider, a button, and the answer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("why-change")
        self._replay: Replay | None = None
        self.pictures = ChangePictures()
        self.said = wrapped_label("why-change-said")
        self.now = wrapped_label("why-change-now")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("why-change-slider")
        self.slider.setRange(0, PLAYED_STEPS)
        explain(
            self.slider,
            self.tr("Part of the change"),
            self.tr("How much of the change is made, from none to all"),
        )
        self.slider.valueChanged.connect(self._show_part)
        self.play = make_button(
            "why-change-play", self.tr("Play"), self.tr("Make the change from none to all of it")
        )
        self.play.clicked.connect(self._play)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._step)
        row = QHBoxLayout()
        row.addWidget(self.slider, 1)
        row.addWidget(self.play)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.pictures)
        layout.addLayout(row)
        layout.addWidget(self.now)
        layout.addWidget(self.said)

    def show_replay(self, replay: Replay | None) -> None:
        """Show a change, all of it; or none, and stop what is played."""
        self._timer.stop()
        self._replay = replay
        if replay is not None:
            self.said.setText(change_text(replay.change, replay.ink))
            self.slider.setValue(PLAYED_STEPS)
            self._show_part(PLAYED_STEPS)

    @Slot(int)
    def _show_part(self, step: int) -> None:
        if self._replay is not None:
            self.pictures.show_part(self._replay, step / PLAYED_STEPS)
            scores, recognition = self._replay.scores[step], self._replay.recognition
            part = step / PLAYED_STEPS
            self.now.setText(played_text(part, scores, recognition, self._replay.rival))

    @Slot()
    def _play(self) -> None:
        self.slider.setValue(0)
        self._timer.start(pace(FRAME_MS))

    @Slot()
    def _step(self) -> None:
        self.slider.setValue(self.slider.value() + 1)
        if self.slider.value() == PLAYED_STEPS:
            self._timer.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        self._timer.stop()
        super().hideEvent(event)


class ChangePictures(QWidget):
    """Two pictures: the digit with the change in two colours, and what the network would see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._replay: Replay | None = None
        self._part = 1.0
        self.setAccessibleName(self.tr("The change"))
        self.setWhatsThis(
            self.tr(
                "Left: the change in two colours, orange where ink is added (or a picture becomes "
                "lighter), blue where it is taken away. Right: the changed digit as the network "
                "reads it."
            )
        )
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_part(self, replay: Replay, part: float) -> None:
        """Show a change of which a part, 0..1, is made."""
        self._replay, self._part = replay, part
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 50)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._side(width)) + 2

    def _side(self, width: int) -> float:
        return min(float(TALLEST), (width - GAP - 2) / 2)

    def colours(self) -> FloatArray:
        """Return the change as shown: (rows, columns), -1..1, the largest full."""
        assert self._replay is not None
        change = self._replay.change
        signed = (change.after.astype(float) - change.before).mean(axis=0) / 255
        signed[np.abs(signed) < NOTICED] = 0
        shown: FloatArray = self._part * signed / (np.abs(signed).max() or 1.0)
        return shown

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._replay is None:
            return
        theme, painter = theme_of(self), QPainter(self)
        side = self._side(self.width())
        left = QRectF(QPointF(1, 1), QPointF(1 + side, 1 + side))
        before = Shades(self._replay.change.at(0.0), self._replay.ink)
        paint_enlarged(painter, left, tinted_image(before, self.colours(), theme), theme)
        now = Shades(self._replay.change.at(self._part), self._replay.ink)
        right = left.translated(side + GAP, 0)
        paint_enlarged(painter, right, field_image(now, theme), theme)
