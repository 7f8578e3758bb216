"""Brings the curves into the window without a stall: pyqtgraph in a thread, widgets in pieces."""

from __future__ import annotations

from collections.abc import Callable, Generator

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from lenet_gui.gui.background import Background
from lenet_gui.gui.panels.training.series import Series

Building = Generator[None, None, QWidget]


class CurveLoading(QObject):
    """``start`` once; ``made`` with the widget, or ``failed``, follows."""

    made = Signal(object)  # QWidget
    failed = Signal(object)  # the error

    def __init__(self, series: Series, parent: QWidget) -> None:
        super().__init__(parent)
        self._series, self._parent = series, parent
        self._background = Background(self)
        self._building: Building | None = None

    def start(self) -> None:
        if self._building is None and not self._background.busy:
            self._background.start(_load, self._begin, self.failed.emit)

    def _begin(self, building: Callable[[Series, QWidget], Building]) -> None:
        self._building = building(self._series, self._parent)
        self._build()

    @Slot()
    def _build(self) -> None:
        """The next piece; all at once would be felt."""
        assert self._building is not None
        try:
            next(self._building)
        except StopIteration as end:
            self.made.emit(end.value)
        else:
            QTimer.singleShot(0, self, self._build)


def _load() -> Callable[[Series, QWidget], Building]:
    from lenet_gui.gui.panels.training.curves import building

    return building
