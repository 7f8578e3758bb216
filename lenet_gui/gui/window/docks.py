"""The docks of the window: the panels of their table in them, and where they are saved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QEvent,
    QObject,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QWidget

from lenet_gui.gui.commands.retranslation import carry_over
from lenet_gui.gui.panels import PANELS, Panel
from lenet_gui.gui.widgets.offers import Refreshes
from lenet_gui.gui.window.dock_buttons import name_buttons, paint_buttons

if TYPE_CHECKING:
    from lenet_gui.gui.session.view_context import ViewContext
    from lenet_gui.gui.system.settings import Settings

# As parts of the window: width and height of the network, height of the answer.
SIZES = 0.71, 0.65, 0.3
PROJECTOR_SIZES = 0.6, 1.0, 0.45  # for a projector, where little else is shown

_AREAS = {
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}

_QT_PAINTS_ITS_BUTTONS = (
    QEvent.Type.StyleChange,
    QEvent.Type.PaletteChange,
    QEvent.Type.Show,
    QEvent.Type.WindowTitleChange,
    QEvent.Type.LayoutRequest,
)


class _Dock(QDockWidget):
    resized = Signal()
    menu_wanted = Signal(QPoint)  # on the screen

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in _QT_PAINTS_ITS_BUTTONS:
            paint_buttons(self)
        return handled

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    @Slot(bool)
    def bring_to_front(self, shown: bool) -> None:
        """Let a dock be seen that the menu shows, also where it shares its place as a tab."""
        if shown:
            self.raise_()


class Docks(QObject):
    """The docks by the names of the table, and the panels of those that have been seen."""

    menu_wanted = Signal(str, QPoint)  # name, place on the screen
    changed = Signal()  # of what ``save`` stores, something may have changed

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._context: ViewContext | None = None  # until ``fill``
        window.setDockNestingEnabled(True)
        window.setAnimated(False)  # docks are where they belong at once
        for corner in (Qt.Corner.TopRightCorner, Qt.Corner.BottomRightCorner):
            window.setCorner(corner, Qt.DockWidgetArea.RightDockWidgetArea)
        self._resizing = QTimer(self)
        self._resizing.setSingleShot(True)
        self._resizing.setInterval(0)
        self._resizing.timeout.connect(self._follow_window)
        self._size = window.size()
        self._parts: dict[str, tuple[float, float]] = {}
        self.docks: dict[str, QDockWidget] = {}
        self.panels: dict[str, QWidget] = {}
        self._joined: set[str] = set()  # docks that have been put beside another one
        self._saved: tuple[QByteArray, QByteArray, str] | None = None
        for panel in PANELS:
            dock = _Dock(QCoreApplication.translate("Panel", panel.title), window)
            dock.resized.connect(self._note_sizes)
            dock.menu_wanted.connect(partial(self.menu_wanted.emit, panel.name))
            dock.setObjectName(f"dock-{panel.name}")
            name_buttons(dock)
            paint_buttons(dock)
            dock.setWidget(QWidget())  # until the panel is made
            dock.visibilityChanged.connect(partial(self._fill, panel))
            for signal in (
                dock.resized,
                dock.visibilityChanged,
                dock.topLevelChanged,
                dock.dockLocationChanged,
            ):
                signal.connect(self.changed)
            dock.toggleViewAction().triggered.connect(dock.bring_to_front)
            self.docks[panel.name] = dock
            if panel.beside:
                dock.visibilityChanged.connect(partial(self._join, panel))
        self._arrange()
        self._share_space()
        self._first = window.saveState()  # arranging again would leave tab bars behind

    def panel(self, name: str) -> QWidget:
        """Return a panel, which is made if it was not yet; ``fill`` must have been called."""
        self._fill(next(panel for panel in PANELS if panel.name == name))
        return self.panels[name]

    def _fill(self, panel: Panel, visible: bool = True) -> None:
        """Make the panel of a dock when it is first seen, but not before ``fill``."""
        if visible and panel.name not in self.panels and self._context is not None:
            dock = self.docks[panel.name]
            placeholder = dock.widget()
            made = self.panels[panel.name] = panel.make(self._context)
            dock.setWidget(made)
            placeholder.deleteLater()
            if isinstance(made, Refreshes):  # behind another tab it is not hidden: it gets no event
                dock.visibilityChanged.connect(made.refresh)

    def retranslate(self) -> None:
        """Name the docks in the language that is in use now, and make their panels anew."""
        self.explain()
        for panel in PANELS:
            dock = self.docks[panel.name]
            dock.setWindowTitle(QCoreApplication.translate("Panel", panel.title))
            name_buttons(dock)
            former = self.panels.pop(panel.name, None)
            if former is not None:
                self._fill(panel)
                carry_over(former, self.panels[panel.name])

    def explain(self) -> None:
        """Explain the entries of the docks in the View menu."""
        tip = QCoreApplication.translate("Panel", "Show or hide this panel")
        for dock in self.docks.values():
            dock.toggleViewAction().setStatusTip(tip)

    def fill(self, context: ViewContext) -> None:
        """Make the panels of all docks that are seen, now and later."""
        self._context = context
        for panel in PANELS:
            self._fill(panel, is_seen(self.docks[panel.name]))

    def _arrange(self) -> None:
        window, first_tab = self._window, dict[str, QDockWidget]()
        for panel in PANELS:
            dock = self.docks[panel.name]
            window.addDockWidget(_AREAS[panel.area], dock)
            if panel.beside:
                dock.hide()
            elif panel.below in first_tab:
                window.tabifyDockWidget(first_tab[panel.below], dock)
            elif panel.below:
                window.splitDockWidget(self.docks[panel.below], dock, Qt.Orientation.Vertical)
                first_tab[panel.below] = dock
        for dock in first_tab.values():
            dock.raise_()

    def bring(self, name: str) -> None:
        """Show a dock, in front of those that share its place, and make its panel."""
        dock = self.docks[name]
        dock.show()
        dock.raise_()
        self.panel(name)  # a hidden window would make it only when it is shown

    def _join(self, panel: Panel, visible: bool) -> None:
        """Put a dock that is seen for the first time into the place of another, as a tab."""
        if not visible:
            return
        dock, other = self.docks[panel.name], self.docks[panel.beside]
        alone = not dock.isFloating() and not self._window.tabifiedDockWidgets(dock)
        if alone and panel.name not in self._joined and not other.isHidden():
            self._window.tabifyDockWidget(other, dock)
            dock.raise_()
        self._joined.add(panel.name)

    def show_only(self, names: tuple[str, ...]) -> None:
        """Show those docks beside the page and below it, and hide the others."""
        for name, dock in self.docks.items():
            dock.setFloating(False)
            dock.setVisible(name in names)
        self._share_space(PROJECTOR_SIZES)

    def reset(self) -> None:
        """Put every panel back to where it was at first."""
        self._joined.clear()
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        bars = self._window.findChildren(QTabBar, options=direct)
        self._window.restoreState(self._first)
        for bar in bars:  # Qt has made new ones, and does not hide these
            bar.hide()
        self._share_space()

    def keep_proportions(self) -> None:
        """Let docks grow and shrink with the window, which was resized.

        That must wait for Qt's own layout, which gives all new space to the page.
        """
        self._resizing.start()

    @Slot()
    def _note_sizes(self) -> None:
        """Note what part of the window each dock has, unless the window itself is being resized."""
        size = self._window.size()
        if size == self._size:
            for name, dock in self.docks.items():
                if is_seen(dock) and not dock.isFloating():
                    self._parts[name] = dock.width() / size.width(), dock.height() / size.height()

    def save(self, settings: Settings) -> None:
        """Store the place of the window, and of each dock in it, if that has changed."""
        import json

        parts = {n: [round(p, 4) for p in both] for n, both in self._parts.items()}
        geometry, state = self._window.saveGeometry(), self._window.saveState()
        saved = geometry, state, json.dumps(parts)
        if saved != self._saved:
            self._saved = saved
            settings.store_state("geometry", geometry)
            settings.store_state("state", state)
            settings.store("parts", saved[2])

    def restore(self, settings: Settings) -> None:
        """Put the window and its docks where ``save`` found them; damaged settings are dropped."""
        geometry, state = settings.state("geometry"), settings.state("state")
        if geometry is not None and not self._window.restoreGeometry(geometry):
            settings.drop("geometry", geometry)
        if state is not None and not self._window.restoreState(state):
            settings.drop("state", state)
        elif state is not None:
            parts = settings.text("parts", "{}")
            try:
                self._take_parts(parts)
            except (TypeError, ValueError, RecursionError):
                settings.drop("parts", parts)

    def _take_parts(self, text: str) -> None:
        """Give docks the parts of the window that ``save`` stored. Raises ValueError.

        Qt restores pixels, but sets the size of a maximized window only later.
        """
        import json

        found = json.loads(text)
        if not isinstance(found, dict):
            raise ValueError(text)
        for name, both in found.items():
            width, height = map(float, both)
            if name in self.docks and 0 < width <= 1 and 0 < height <= 1:
                self._parts[name] = width, height
        self._size = (
            QSize()
        )  # until the window has its size, sizes of docks are not the user's choice

    def _follow_window(self) -> None:
        """Give docks their parts of the new size of the window."""
        self._size = size = self._window.size()
        docked = {
            name: dock
            for name, dock in self.docks.items()
            if name in self._parts and is_seen(dock) and not dock.isFloating()
        }
        below = [n for n, d in docked.items() if self._window.dockWidgetArea(d) == _AREAS["bottom"]]
        # One dock of each column: Qt would take a second one for another width of the same column.
        columns = {dock.x(): name for name, dock in docked.items() if name not in below}
        self._window.resizeDocks(
            [docked[name] for name in columns.values()],
            [round(self._parts[name][0] * size.width()) for name in columns.values()],
            Qt.Orientation.Horizontal,
        )
        self._window.resizeDocks(
            [docked[name] for name in below],
            [round(self._parts[name][1] * size.height()) for name in below],
            Qt.Orientation.Vertical,
        )

    def _share_space(self, sizes: tuple[float, float, float] = SIZES) -> None:
        """Give network and answer their parts of the window; the other docks get the rest."""
        window = self._window
        width, height = window.width(), window.height()
        network, answer, stages = (self.docks[name] for name in ("network", "answer", "stages"))
        across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        network_width, network_height, answer_height = sizes
        window.resizeDocks([network], [int(width * network_width)], across)
        window.resizeDocks([answer], [int(height * answer_height)], down)
        heights = [int(height * network_height), int(height * (1 - network_height)) + 1]
        window.resizeDocks([network, stages], heights, down)


def is_seen(dock: QDockWidget) -> bool:
    """Return whether a dock is neither hidden nor behind another tab, which Qt calls visible."""
    return not dock.visibleRegion().isEmpty()
