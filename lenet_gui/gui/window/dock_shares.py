"""The part of a workspace that each dock takes up, which it keeps when the window is resized."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar

from lenet_gui.gui.window.dock import Dock

Share = tuple[float, float]  # parts of the width and of the height


class DockShares(QObject):
    """Follows the docks of a window, and gives them their parts of its new size."""

    def __init__(self, window: QMainWindow, docks: Mapping[str, Dock]) -> None:
        """docks: by their names; more may be added later."""
        super().__init__(window)
        self._window, self._docks = window, docks
        self._parts: dict[str, Share] = {}
        self._resizing, self._noting = QTimer(self), QTimer(self)
        for timer, then in ((self._resizing, self.follow), (self._noting, self.note)):
            timer.setSingleShot(True)
            timer.setInterval(0)
            timer.timeout.connect(then)

    @property
    def parts(self) -> dict[str, Share]:
        """The parts of the docks that were given one, or that the user changed."""
        return self._parts

    def take(self, parts: Mapping[str, Share]) -> None:
        """Give docks their parts as soon as the window has its size."""
        self._parts.update(parts)
        self._noting.stop()  # docks have moved, but not by the user
        self.follow_soon()

    def forget(self) -> None:
        """Let docks keep the sizes that they have."""
        self._parts.clear()
        self._noting.stop()

    def follow_soon(self) -> None:
        """Let docks grow and shrink with the window, which was resized.

        That must wait for Qt's own layout, which gives all new space to the page.
        """
        self._resizing.start()

    @Slot()
    def note_soon(self) -> None:
        """Note the parts when Qt has laid out what the user moved."""
        self._noting.start()

    @Slot()
    def note(self) -> None:
        """Note what part of the window each dock has, and the others that share its place.

        What docks make of their parts by themselves, where there is not enough room, is not to be
        noted: nothing would come back.
        """
        size = self._window.size()
        names = {dock: name for name, dock in self._docks.items()}
        for dock in names:
            if dock.seen and not dock.isFloating():
                part = dock.width() / size.width(), dock.height() / size.height()
                for tab in (dock, *self._tabs(dock)):
                    self._parts[names[tab]] = part  # type: ignore[index]

    @Slot()
    def follow(self) -> None:
        """Give docks their parts of the size that the window has now."""
        self._resizing.stop()
        size = self._window.size()
        docked = [
            (dock, *self._parts[name])
            for name, dock in self._docks.items()
            if name in self._parts and not dock.isHidden() and not dock.isFloating()
        ]
        bottom = Qt.DockWidgetArea.BottomDockWidgetArea
        # Of docks that stand in one column, the last one decides: so the widest, and the highest.
        wide = sorted(
            (part for part in docked if self._window.dockWidgetArea(part[0]) != bottom),
            key=lambda part: part[1],
        )
        self._window.resizeDocks(
            [dock for dock, _, _ in wide],
            [round(width * size.width()) for _, width, _ in wide],
            Qt.Orientation.Horizontal,
        )
        high = sorted(docked, key=lambda part: part[2])
        tab_bar = self._tab_bar_height()
        self._window.resizeDocks(
            [dock for dock, _, _ in high],
            [
                round(height * size.height()) + (tab_bar if self._tabs(dock) else 0)
                for dock, _, height in high
            ],
            Qt.Orientation.Vertical,
        )

    def _tabs(self, dock: QDockWidget) -> list[QDockWidget]:
        """Return the other docks that share the place of a dock as tabs."""
        tabs = self._window.tabifiedDockWidgets(dock)
        return [tab for tab in tabs if not tab.isHidden()]

    def _tab_bar_height(self) -> int:
        """Return what a place of several docks has beyond their own height, in pixels."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        bars = self._window.findChildren(QTabBar, options=direct)
        return max((bar.height() for bar in bars if not bar.isHidden()), default=0)
