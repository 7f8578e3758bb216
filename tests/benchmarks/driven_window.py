"""The measured process of window.py: the program, driven from inside.

It imports as little as it can of its own, since its start is timed.
"""

from __future__ import annotations

import sys
import time
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

STROKE_POINTS = 400
FORMS_EVERY = 5  # points; more of them would slow the points
FOLLOWING = ("network", "answer", "stages")  # panels that change with the ink
INSPECTING, PINNED = "look_inside", "pinned"  # the workspace of the inspector; the turn with a pin
FORMS = 2  # each in a turn of the event loop, as panels are painted


def measure(what: str) -> None:
    """Start the program as app.run does, and drive it from a timer inside."""
    from PySide6.QtCore import QTimer

    from lenet_gui import app
    from lenet_gui.gui.drawing.blank_page import BlankPage

    driver = {"first": _First, "ink": _Ink}[what]()
    begun: list[bool] = []

    def painted() -> None:
        driver.painted_first()
        if not begun:  # not sooner: looking for the window would slow its start
            begun.append(True)
            QTimer.singleShot(0, driver.wait_for_window)

    _after_painting(BlankPage, painted)
    app.run([])
    import json

    print(json.dumps(driver.found))


class _Driver:
    def __init__(self) -> None:
        self.found: dict[str, float] = {}

    def painted_first(self) -> None:
        """Hear that the blank page was painted."""

    def wait_for_window(self) -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication

        from lenet_gui.gui.window.main_window import MainWindow

        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        if windows and windows[0].sources.made and self.can_begin(windows[0]):
            self.window = windows[0]
            self.begin()
        else:
            QTimer.singleShot(0, self.wait_for_window)

    def can_begin(self, window: object) -> bool:
        return True

    def begin(self) -> None:
        raise NotImplementedError


class _First(_Driver):
    """When the window is painted for the first time, and when it shows a first right answer.

    The drawing is there as soon as the window is: a person would take longer.
    """

    def painted_first(self) -> None:
        self.found.setdefault("painted", time.time())

    def begin(self) -> None:
        session = self.window.session
        session.shown.connect(self.answered)
        session.begin_stroke(280, 100)
        for y in range(110, 460, 10):
            session.extend_stroke(280, y)
        session.end_stroke()

    def answered(self) -> None:
        """The network panel was painted; is it the right answer that it shows?"""
        if self.window.session.recognition.label == "1":
            self.found["answered"] = time.time()
            self.window.close()


class _Ink(_Driver):
    """Mouse events come as from a fast mouse; each is timed until the panels it changes are
    painted. Now and then forms are painted, to whose time these are a ratio."""

    def can_begin(self, window: object) -> bool:
        return "stages" in window.workspaces.panels

    def begin(self) -> None:
        from PySide6.QtCore import QTimer

        from tests.benchmarks.references import painted_form

        self.times: dict[str, list[float]] = {}  # by workspaces, and PINNED
        self.turn = ""  # the one of these
        self.references: list[float] = []
        self.paint_form = painted_form()
        self.paint_form()  # fonts are loaded
        self.sent = 0
        self.waiting: float | None = None
        self.begun: float | None = None  # the painting of forms
        self.unpainted: set[str] = set()
        self.visible: set[str] = set()
        self.canvas = self.window.sources.made["drawing"].canvas
        panels = self.window.workspaces.panels
        for name in FOLLOWING:
            _after_painting(type(panels[name]), partial(self.painted, name))
        self.timer = QTimer(self.window)
        self.timer.setInterval(8)
        self.timer.timeout.connect(self.send)
        QTimer.singleShot(500, self.draw)

    def draw(self) -> None:
        """Draw in the workspace that is seen."""
        workspaces = self.window.workspaces
        pinned = self.turn == workspaces.name == INSPECTING
        self.turn = PINNED if pinned else workspaces.name
        self.times[self.turn] = []
        self.sent = 0
        self.visible = {name for name in FOLLOWING if workspaces.is_seen(name)}
        if pinned:
            self.pin()
        self.timer.start()

    def pin(self) -> None:
        """Pin a unit of C3, whose arithmetic is painted from now on."""
        from lenet_gui.common.values import Unit
        from lenet_gui.gui.panels.inspector.view import FigureView

        _after_painting(FigureView, partial(self.painted, "inspector"))
        self.visible.add("inspector")
        self.window.session.pins.pin(Unit("C3", 6, 5, 3))

    def go_on(self) -> None:
        """Draw in the next workspace, once its panels are there; or end."""
        from PySide6.QtCore import QTimer

        from lenet_gui.gui.workspaces import WORKSPACES

        self.timer.stop()
        left = [each.name for each in WORKSPACES if each.name not in self.times]
        if "megabytes" not in self.found:
            self.weigh()  # in the first one
        if self.turn == INSPECTING:
            QTimer.singleShot(0, self.draw)  # once more, with a pin
        elif left:
            self.window.session.pins.let_go()
            self.window.workspaces.show_workspace(left[0])
            QTimer.singleShot(1000, self.draw)
        else:
            self.end()

    def send(self) -> None:
        from PySide6.QtCore import QEvent, QPointF, Qt
        from PySide6.QtGui import QMouseEvent
        from PySide6.QtWidgets import QApplication

        if self.waiting is not None or self.begun is not None:
            return  # one at a time: the clock of the last event is still running
        first = len(self.times) == 1
        if first and len(self.references) < self.sent // FORMS_EVERY:
            self.begun = time.perf_counter()
            self.paint_forms(FORMS)
            return
        if self.sent >= STROKE_POINTS:
            self.go_on()
            return
        place = self.sent % 100
        kind = QEvent.Type.MouseButtonPress if place == 0 else QEvent.Type.MouseMove
        page = self.canvas.page_rect()
        x = page.x() + page.width() * (0.3 + 0.4 * place / 100)
        y = page.y() + page.height() * (0.2 + 0.6 * ((self.sent * 7) % 100) / 100)
        position = QPointF(x, y)
        button = Qt.MouseButton.LeftButton
        event = QMouseEvent(
            kind, position, self.canvas.mapToGlobal(position), button, button,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        self.sent += 1
        self.unpainted = set(self.visible)
        self.waiting = time.perf_counter()
        QApplication.sendEvent(self.canvas, event)

    def paint_forms(self, left: int) -> None:
        from PySide6.QtCore import QTimer

        if left:
            self.paint_form()
            QTimer.singleShot(0, partial(self.paint_forms, left - 1))
        elif self.begun is not None:
            self.references.append((time.perf_counter() - self.begun) * 1000)
            self.begun = None

    def painted(self, name: str) -> None:
        self.unpainted.discard(name)
        if self.waiting is not None and not self.unpainted:
            self.times[self.turn].append((time.perf_counter() - self.waiting) * 1000)
            self.waiting = None

    def weigh(self) -> None:
        """Note the memory, and whether torch is in it."""
        with open("/proc/self/maps") as maps:
            torch = sum("torch" in line for line in maps)
        with open("/proc/self/status") as status:
            resident = next(line for line in status if line.startswith("VmRSS"))
        self.found |= {"megabytes": int(resident.split()[1]) / 1000, "torch": float(torch)}

    def end(self) -> None:
        import statistics

        slow = {turn: statistics.quantiles(times, n=20)[-1] for turn, times in self.times.items()}
        pinned = slow.pop(PINNED)
        first, *others = slow.values()
        own = next(iter(self.times.values()))
        self.found |= {
            "p95": first,
            "elsewhere": max(others),
            "pinned": pinned,
            "unpinned": slow[INSPECTING],
            "median": statistics.median(own),
            "reference": statistics.quantiles(self.references, n=20)[-1],
            "events": float(len(own)),
        }
        self.window.workspaces.show_workspace(next(iter(self.times)))  # the next one begins there
        self.window.close()


def _after_painting(widget: type, tell: Callable[[], None]) -> None:
    """Call ``tell`` after each painting of a kind of widget."""
    paint = widget.paintEvent

    def paint_and_tell(self: object, event: object) -> None:
        paint(self, event)
        tell()

    widget.paintEvent = paint_and_tell


if __name__ == "__main__":
    measure(sys.argv[1])
