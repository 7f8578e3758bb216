"""The opening: a digit draws itself on the page, while the network fills layer by layer.

The network in use reads it, in place of the page, which stays as it is: so the opening is in no
undo history and in no file, and hinders no input. The first touch, key or wheel ends it, and then
does what it always does.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from lenet_gui.common.values import Drawing
from lenet_gui.gui.appearance.reduced_motion import is_still
from lenet_gui.gui.panels.network import ALL_COLUMNS, NetworkPanel
from lenet_gui.gui.welcome.self_drawing import SelfDrawing, SelfDrawnPage

if TYPE_CHECKING:
    from lenet_gui.gui.session.session import Session

REVEALED_MS = 2700  # until the last column shows its maps; the hand needs 2130
END_MS = 3700  # in all, at most 4000
FRAME_MS = 16
_ENDING = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,  # all that is heard of the key of a menu's entry
        QEvent.Type.Wheel,
        QEvent.Type.DragEnter,
        QEvent.Type.LanguageChange,  # the canvas is made anew
    }
)


class Opening(QObject):
    """Plays once, from the moment it is made, and deletes itself at its end."""

    ended = Signal()

    def __init__(
        self, session: Session, canvas: QWidget, network: NetworkPanel | None, drawing: Drawing
    ) -> None:
        """network: the panel that fills, if there is one. drawing: with the times of its points."""
        super().__init__(canvas)
        self._session, self._canvas, self._network = session, canvas, network
        self._hand = SelfDrawing(drawing)
        self._page = SelfDrawnPage(self._hand, canvas)
        self._start: float | None = None  # of the first frame, in seconds
        self._over = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._show_frame)
        self._reveal(0)
        self._watch()
        session.inked.connect(self.end)
        session.drawing_changed.connect(self.end)
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        self._timer.start()

    @Slot()
    def _show_frame(self) -> None:
        """Show how far the hand and the network are by now."""
        now = clock()
        if self._start is None:
            self._start = now
        elapsed = (now - self._start) * 1000
        if elapsed >= END_MS or is_still():
            self.end()
            return
        if self._network is not None:
            columns = len(self._network.columns()) + 1  # with the output
            self._reveal(int(columns * min(elapsed / REVEALED_MS, 1.0)))
        if self._hand.draw_until(elapsed):
            self._page.update()
            self._watch()

    def _watch(self) -> None:
        """Have the network read the ink so far."""
        self._read = self._hand.picture()
        self._session.watch(self._read, silent=True)

    def _reveal(self, columns: int) -> None:
        if self._network is not None:
            self._network.revealed = columns

    @Slot()
    def end(self) -> None:
        """Give the page back, as it was before."""
        if self._over:
            return
        self._over = True
        self._timer.stop()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self._page.hide()
        self._page.deleteLater()
        self._reveal(ALL_COLUMNS)
        if self._session.watched is self._read:
            self._session.watch(None)
        self.ended.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End with the first touch or key, which then goes on to where it was meant for."""
        kind = event.type()
        if kind in _ENDING or (kind == QEvent.Type.Hide and watched is self._canvas):
            self.end()
        elif kind == QEvent.Type.Resize and watched is self._canvas:
            self._page.setGeometry(self._canvas.rect())
        return False


def clock() -> float:
    """Return the time in seconds."""
    return time.perf_counter()
