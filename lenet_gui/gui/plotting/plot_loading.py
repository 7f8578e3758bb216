"""Adds plots to the window without a stall: imports pyqtgraph in a thread, builds in pieces."""

from __future__ import annotations

from collections.abc import Callable, Generator

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from lenet_gui.gui.system.background import Background
from lenet_gui.gui.system.qt_preload import QtNames

Building = Generator[None, None, QWidget]
Builder = Callable[[QWidget], Building]  # makes a widget for a parent, in pieces


class PlotLoading(QObject):
    """Loads and builds one plot. ``made`` or ``failed`` follows ``start``.

    load: runs in a thread, imports the module of the plot, and returns its builder.
    """

    made = Signal(object)  # QWidget
    failed = Signal(object)  # error

    def __init__(self, load: Callable[[], Builder], parent: QWidget) -> None:
        super().__init__(parent)
        self._load, self._parent = load, parent
        self._background = Background(self)
        self._building: Building | None = None
        self._asking = False
        self._names = QtNames(self)
        self._names.known.connect(self._import)
        # QTimer.singleShot would keep this object alive if the panel is deleted before it fires.
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.setInterval(0)
        self._next.timeout.connect(self._build)

    @property
    def busy(self) -> bool:
        """Return whether the thread runs, or will as soon as Qt's names are known."""
        return self._asking or self._background.busy

    def start(self) -> None:
        """Load the plot, unless that has been started before."""
        if self._building is None and not self.busy:
            self._asking = True
            self._names.ask()

    @Slot()
    def _import(self) -> None:
        self._asking = False
        self._background.start(self._load, self._begin, self.failed.emit)

    def _begin(self, builder: Builder) -> None:
        self._building = builder(self._parent)
        self._build()

    @Slot()
    def _build(self) -> None:
        """Build the next piece; all at once would stall the window for 0.1 s and more."""
        assert self._building is not None
        try:
            next(self._building)
        except StopIteration as end:
            self.made.emit(end.value)
        else:
            self._next.start()
