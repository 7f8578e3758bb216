"""The tour: from stop to stop through the real window, which stays as usable as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from lenet_gui.gui.panels import PANELS
from lenet_gui.gui.sources import SOURCES
from lenet_gui.gui.welcome.bubble import Bubble, TargetFrame, area_in
from lenet_gui.gui.welcome.stops import LINGER_MS, STOPS, Stop

if TYPE_CHECKING:
    from lenet_gui.common.values import Drawing
    from lenet_gui.gui.session.pins import Pinned
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.training.state import State
    from lenet_gui.gui.training.training_session import TrainingSession

_MOVES = frozenset(
    {
        QEvent.Type.Resize,
        QEvent.Type.Move,
        QEvent.Type.Show,
        QEvent.Type.Hide,
        QEvent.Type.ParentChange,
    }
)
_KEYS = frozenset({QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress})


class Tour(QObject):
    """Goes on when a stop's deed is done, or with Next; ends with Close, Esc, or the last stop."""

    ended = Signal()

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        training: TrainingSession,
        bring_panel: Callable[[str], None],
        bring_source: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        self._bring_panel, self._bring_source = bring_panel, bring_source
        panels = frozenset(panel.name for panel in PANELS)
        sources = frozenset(source.name for source in SOURCES)
        self.stops: tuple[Stop, ...] = tuple(s for s in STOPS if s.is_there(panels, sources))
        self.place = 0
        self._target: QWidget | None = None
        self._frame = TargetFrame(window)
        self._placing = QTimer(self)  # several things move at once
        self._placing.setSingleShot(True)
        self._placing.setInterval(0)
        self._placing.timeout.connect(self._place)
        self._lingering = QTimer(self)
        self._lingering.setSingleShot(True)
        self._lingering.timeout.connect(self._go_on)
        session.drawing_changed.connect(self._note_drawing)
        session.pins.changed.connect(self._note_pin)
        session.network_changed.connect(self._note_network)
        training.state_changed.connect(self._note_training)
        self.bubble = self._new_bubble()
        self._show_stop()
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        self.bubble.next_button.setFocus()

    def _new_bubble(self) -> Bubble:
        made = Bubble(self._window)
        made.next_wanted.connect(self.go_to_next)
        made.close_wanted.connect(self.end)
        return made

    @property
    def stop(self) -> Stop:
        return self.stops[self.place]

    def _show_stop(self) -> None:
        """Bring what the stop is about, and point at it."""
        stop = self.stop
        self._lingering.stop()
        in_bubble = self.bubble.isAncestorOf(QApplication.focusWidget() or self._window)
        if stop.source:
            self._bring_source(stop.source)
        if stop.panel:
            self._bring_panel(stop.panel)
        if in_bubble:  # bringing gives the keyboard away
            self.bubble.next_button.setFocus()
        translate = QCoreApplication.translate
        title, text = translate("Tour", stop.title), translate("Tour", stop.text)
        self.bubble.say(title, text, self.place, len(self.stops))
        self._place()
        self._placing.start()  # what was brought may not have its place yet

    @Slot()
    def retranslate(self) -> None:
        """Say the stop in the language that is in use now, of widgets that were made anew."""
        former, self.bubble = self.bubble, self._new_bubble()
        had_keyboard = former.isAncestorOf(QApplication.focusWidget() or self._window)
        former.hide()
        former.deleteLater()
        self._show_stop()
        if had_keyboard:
            self.bubble.next_button.setFocus()

    # ---- from stop to stop

    @Slot()
    def go_to_next(self) -> None:
        """Go to the next stop, or end after the last one."""
        if self.place + 1 == len(self.stops):
            self.end()
        else:
            self.place += 1
            self._show_stop()

    @Slot()
    def _go_on(self) -> None:
        if self._session.live is not None:
            self._lingering.start()  # a stroke is being drawn
        else:
            self.go_to_next()

    def _note(self, deed: str) -> None:
        """Take note of a deed; the tour goes on when it has not been repeated for a while."""
        if self.stop.deed == deed:
            self._lingering.start(LINGER_MS[deed])

    @Slot(object)
    def _note_drawing(self, drawing: Drawing) -> None:
        if not drawing.empty:
            self._note("stroke")

    @Slot(object)
    def _note_pin(self, pinned: Pinned | None) -> None:
        if pinned is not None:
            self._note("pin")

    @Slot()
    def _note_network(self) -> None:
        self._note("network")

    @Slot(object)
    def _note_training(self, state: State) -> None:
        if state.busy:
            self._note("training")

    @Slot()
    def end(self) -> None:
        """Leave the window as it is now."""
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        for timer in (self._placing, self._lingering):
            timer.stop()
        had_keyboard = self.bubble.isAncestorOf(QApplication.focusWidget() or self._window)
        for widget in (self.bubble, self._frame):
            if isValid(widget):
                widget.hide()
                widget.deleteLater()
        if had_keyboard and self._target is not None and isValid(self._target):
            self._target.setFocus()
        self.ended.emit()
        self.deleteLater()

    # ---- beside the target

    @Slot()
    def _place(self) -> None:
        """Put bubble and frame where the target is now."""
        self._target = target = self._seen(self.stop.target)
        if target is None:
            self._frame.hide()
            self.bubble.place_at(None)
            return
        if not isValid(self._frame):  # with the window of a floating panel
            self._frame = TargetFrame(self._window)
        self._frame.show_around(target)
        inside = target.window() is self._window
        self.bubble.place_at(area_in(target, self._window) if inside else None)

    def _seen(self, name: str) -> QWidget | None:
        """Return the widget of that object name that is seen, or None."""
        found: list[QWidget] = self._window.findChildren(QWidget, name)
        return next((widget for widget in found if not widget.visibleRegion().isEmpty()), None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what moves; close with Esc, unless a stroke is to be dropped with it."""
        kind = event.type()
        if kind in _MOVES and isinstance(watched, QWidget):
            if self._carries_target(watched):
                self._placing.start()
        elif kind in _KEYS and isinstance(event, QKeyEvent) and self._closes(watched, event):
            event.accept()
            if kind == QEvent.Type.KeyPress:
                self.end()
            return True
        return False

    def _carries_target(self, moved: QWidget) -> bool:
        """Return whether the target, or the window, has moved with a widget."""
        if moved is self._window:
            return True
        target = self._target
        if target is None:
            return moved.objectName() == self.stop.target or moved.isAncestorOf(self.bubble)
        return isValid(target) and (moved is target or moved.isAncestorOf(target))

    def _closes(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Escape or self._session.live is not None:
            return False
        if QApplication.activePopupWidget() is not None:
            return False
        own = watched is self._window.windowHandle()
        return own or (isinstance(watched, QWidget) and watched.window() is self._window)
