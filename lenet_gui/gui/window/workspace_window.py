"""The window of one workspace: the page and the docks around it, as its user arranged them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from lenet_gui.gui.panels import PANELS
from lenet_gui.gui.window.dock import Dock
from lenet_gui.gui.window.dock_shares import DockShares
from lenet_gui.gui.wording.phrases import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from lenet_gui.gui.system.settings import Settings
    from lenet_gui.gui.window.dock_shares import Share
    from lenet_gui.gui.workspaces.workspace import Workspace

EXISTING = tuple(panel.name for panel in PANELS)
LINE = 0.006  # part of a usual window's width, of a line between two docks
_ACROSS, _DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
_BELOW, _RIGHT = Qt.DockWidgetArea.BottomDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea


class WorkspaceWindow(QMainWindow):
    """Stands in the program's window, one for each workspace that has been seen.

    Page and panels are lent to it while it is shown. Qt's QMainWindow arranges docks; going from
    one stored state of one such window to the next would leave tab bars behind.
    """

    menu_wanted = Signal(str, QPoint)  # name of a panel, place on the screen
    changed = Signal()  # of what ``save`` stores, something may have changed
    panel_seen = Signal(str)  # its dock has come into sight

    def __init__(
        self, workspace: Workspace, title_of: Callable[[str], str], parent: QWidget
    ) -> None:
        """title_of: returns the title of a panel."""
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Widget)  # Qt makes each QMainWindow one on the screen
        self.workspace, self._title_of = workspace, title_of
        self.setObjectName(f"workspace-{workspace.name}")
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDockNestingEnabled(True)
        self.setAnimated(False)  # docks are where they belong at once
        for corner in (Qt.Corner.TopRightCorner, Qt.Corner.BottomRightCorner):
            self.setCorner(corner, _RIGHT)
        place = QWidget()
        self._place = QVBoxLayout(place)
        self._place.setContentsMargins(0, 0, 0, 0)
        self.setCentralWidget(place)
        self.docks: dict[str, Dock] = {}
        self.shares = DockShares(self, self.docks)
        self._hidden_floats: list[Dock] = []
        self._entered = False
        self._name()
        self._arrange()
        self._saved: tuple[QByteArray, str, tuple[str, ...]] | None = None  # when it was left
        self._stored: tuple[QByteArray, str, tuple[str, ...]] | None = None

    def _arrange(self) -> None:
        """Put docks where the table says: first the rows, then the columns of each, then tabs."""
        workspace, parts = self.workspace, dict[str, "Share"]()
        below = self._tabs(workspace.below_page, lambda dock: self.addDockWidget(_BELOW, dock))
        parts |= dict.fromkeys(below, (workspace.page, workspace.answer))
        above: Dock | None = None
        rows = []
        for row in workspace.rows:
            widths = row.widths or (1 / len(row.groups),) * len(row.groups)
            groups = [
                (width, names)
                for width, group in zip(widths, row.groups, strict=True)
                if (names := _existing(group))
            ]
            if groups:
                above = self._add(groups[0][1][0], partial(self._put_below, above))
                rows.append((row.height, groups))
        for height, groups in rows:
            beside, whole = self.docks[groups[0][1][0]], sum(width for width, _ in groups)
            for place, (width, names) in enumerate(groups):
                if place:
                    beside = self._add(names[0], partial(self._put_beside, beside))
                lines = LINE * len(groups)  # one beside each
                share = (1 - workspace.page - lines) * width / whole
                parts |= dict.fromkeys(names, (share, height))
            for _, names in groups:  # what is put beside a tab would become a tab itself
                self._tabs(names)
        self.shares.take(parts)

    def _put_below(self, above: Dock | None, dock: Dock) -> None:
        if above is None:
            self.addDockWidget(_RIGHT, dock)
        else:
            self.splitDockWidget(above, dock, _DOWN)

    def _put_beside(self, other: Dock, dock: Dock) -> None:
        self.splitDockWidget(other, dock, _ACROSS)

    def _tabs(
        self, names: Iterable[str], put: Callable[[Dock], object] | None = None
    ) -> tuple[str, ...]:
        """Make tabs of one place of panels, the first of which stands there already, or is put."""
        group = _existing(names)
        if group and put is not None:
            self._add(group[0], put)
        for name in group[1:]:
            self._add(name, partial(self.tabifyDockWidget, self.docks[group[0]]))
        if len(group) > 1:
            self.docks[group[0]].raise_()
        return group

    def _add(self, name: str, put: Callable[[Dock], object]) -> Dock:
        dock = self.docks[name] = Dock(name, self)
        dock.setWindowTitle(self._title_of(name))
        dock.menu_wanted.connect(partial(self.menu_wanted.emit, name))
        put(dock)
        dock.visibilityChanged.connect(partial(self._note_visible, name))
        for signal in (dock.topLevelChanged, dock.dockLocationChanged):
            signal.connect(self.shares.note_soon)
        for signal in (
            dock.resized,
            dock.visibilityChanged,
            dock.topLevelChanged,
            dock.dockLocationChanged,
        ):
            signal.connect(self.changed)
        return dock

    def _note_visible(self, name: str, visible: bool) -> None:
        if visible:
            self.panel_seen.emit(name)

    def title_anew(self) -> None:
        """Name the workspace and its docks in the language that is in use now."""
        self._name()
        for name, dock in self.docks.items():
            dock.name_anew(self._title_of(name))

    def _name(self) -> None:
        title = QCoreApplication.translate("Workspace", self.workspace.title)
        self.setAccessibleName(plain(title))

    # ---- the page, while it is lent

    def lend_page(self, page: QWidget) -> None:
        """Put the page into the middle."""
        self._place.addWidget(page)
        page.show()

    def enter(self, size: QSize) -> None:
        """Take the size that the window has now, before being seen."""
        if self.size() != size:
            self.resize(size)
        self.shares.follow()
        if not self._entered:
            self._entered = True
            self.shares.follow_soon()  # Qt makes tab bars only now
        for dock in self._hidden_floats:
            dock.show()
        self._hidden_floats = []

    def leave(self) -> None:
        """Hide what floats: Qt hides only what is docked."""
        self._saved = self._state()
        self._hidden_floats = [
            dock for dock in self.docks.values() if dock.isFloating() and dock.isVisible()
        ]
        for dock in self._hidden_floats:
            dock.hide()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.MouseButtonRelease:  # a line between docks was dragged
            self.shares.note_soon()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.shares.follow_soon()

    # ---- panels

    def bring(self, name: str) -> None:
        """Show the dock of a panel, in front of those that share its place.

        A panel without a place here becomes a tab of the last place.
        """
        if name not in self.docks:
            self._add(name, self._put_last)
        dock = self.docks[name]
        dock.show()
        dock.raise_()

    def _put_last(self, dock: Dock) -> None:
        groups = [group for row in self.workspace.rows for group in row.groups]
        for name in (name for group in reversed(groups) for name in group):
            other = self.docks.get(name)
            if other not in (None, dock) and not (other.isFloating() or other.isHidden()):
                self.tabifyDockWidget(other, dock)
                return
        self.addDockWidget(_RIGHT, dock)

    # ---- from one start to the next

    def _state(self) -> tuple[QByteArray, str, tuple[str, ...]]:
        import json

        parts = {n: [round(p, 4) for p in both] for n, both in self.shares.parts.items()}
        return self.saveState(), json.dumps(parts), tuple(self.docks)

    def save(self, settings: Settings, shown: bool) -> None:
        """Store where each dock is, if that has changed.

        shown: whether this workspace is the one that is seen.
        """
        if shown:
            self._saved = self._state()
        if self._saved is None or self._saved == self._stored:
            return
        self._stored = self._saved
        name, (state, parts, names) = self.workspace.name, self._saved
        settings.store_state(f"{name}/state", state)
        settings.store(f"{name}/parts", parts)
        settings.store_texts(f"{name}/panels", names)

    def restore(self, settings: Settings) -> None:
        """Put docks where ``save`` found them; damaged settings are dropped."""
        name = self.workspace.name
        state = settings.state(f"{name}/state")
        if state is None:
            return
        for panel in _existing(settings.texts(f"{name}/panels")):
            if panel not in self.docks:
                self._add(panel, self._put_last)
        if not self.restoreState(state):
            settings.drop(f"{name}/state", state)
            return
        self.shares.forget()
        parts = settings.text(f"{name}/parts", "{}")
        try:
            self.shares.take(_parts(parts))
        except (TypeError, ValueError, RecursionError):
            settings.drop(f"{name}/parts", parts)


def _existing(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in names if name in EXISTING)


def _parts(text: str) -> dict[str, Share]:
    """Return the parts that ``save`` stored. Raises TypeError or ValueError if they are damaged.

    Qt restores pixels, but sets the size of a maximized window only later.
    """
    import json

    found = json.loads(text)
    if not isinstance(found, dict):
        raise ValueError(text)
    parts = {name: (float(width), float(height)) for name, (width, height) in found.items()}
    return {name: part for name, part in parts.items() if all(0 < value <= 1 for value in part)}
