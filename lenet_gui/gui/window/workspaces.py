"""The workspaces of the window, one at a time, and the panels that they share."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QSize, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from lenet_gui.gui.commands.retranslation import carry_over
from lenet_gui.gui.panels import PANELS
from lenet_gui.gui.widgets.offers import Refreshes
from lenet_gui.gui.window.dock import Dock
from lenet_gui.gui.window.workspace_window import WorkspaceWindow
from lenet_gui.gui.workspaces import WORKSPACES
from lenet_gui.gui.workspaces.projector import PROJECTED_READ

if TYPE_CHECKING:
    from lenet_gui.gui.session.view_context import ViewContext
    from lenet_gui.gui.system.settings import Settings

SHOWN = "workspace"  # the setting that says which one was seen last
# The panels of version 0.1.0: its one arrangement speaks of all of them.
FORMER_PANELS = (
    "network", "answer", "stages", "kernels", "connections", "certainty", "training", "result",
    "library",
)  # fmt: skip


class Workspaces(QStackedWidget):
    """Shows one workspace. Each is made when it is first seen, and so is each panel.

    There is one page, and one panel of each name: they stand in the workspace that is seen.
    """

    shown = Signal(str)  # name of the workspace that is seen now
    menu_wanted = Signal(str, QPoint)  # name of a panel, place on the screen
    changed = Signal()  # of what ``save`` stores, something may have changed

    def __init__(self, page: QWidget, settings: Settings, size: QSize) -> None:
        """size: what it will have, more or less; states of Qt are restored in it."""
        super().__init__()
        self.resize(size)
        self._page, self._settings = page, settings
        self._context: ViewContext | None = None  # until ``fill``
        self._windows: dict[str, WorkspaceWindow] = {}
        self._aside: dict[str, WorkspaceWindow] | None = None  # while a projector is used
        self._aside_name = ""
        self.panels: dict[str, QWidget] = {}  # those that have been made
        self._subtitles: dict[str, str] = {}  # of panels, beside their titles
        self._shelf = QWidget(self)  # has panels that no dock has
        self._shelf.hide()
        self._making = QTimer(self)
        self._making.setSingleShot(True)
        self._making.setInterval(0)
        self._making.timeout.connect(self._make_next)
        _take_over(settings)
        names = [workspace.name for workspace in WORKSPACES]
        stored = settings.text(SHOWN, names[0])
        self.show_workspace(stored if stored in names else names[0])

    # ---- workspaces

    @property
    def current(self) -> WorkspaceWindow:
        """The workspace that is seen, with its docks."""
        window = self.currentWidget()
        assert isinstance(window, WorkspaceWindow)
        return window

    @property
    def name(self) -> str:
        """The name of the workspace that is seen."""
        return self.current.workspace.name

    @property
    def docks(self) -> dict[str, Dock]:
        """The docks of the workspace that is seen, by the names of their panels."""
        return self.current.docks

    @Slot(str)
    def show_workspace(self, name: str) -> None:
        """Show a workspace; what is drawn, pointed at and trained stays."""
        former = self.currentWidget()
        if isinstance(former, WorkspaceWindow):
            if former.workspace.name == name and self._windows.get(name) is former:
                return
            former.leave()
        focus = QApplication.focusWidget()
        window = self._windows.get(name) or self._made(name)
        window.enter(self.size())
        window.lend_page(self._page)
        self.setCurrentWidget(window)
        self._keep_focus(focus)
        self.shown.emit(name)
        self.changed.emit()

    def _keep_focus(self, widget: QWidget | None) -> None:
        """Give the keyboard back to a widget that has been moved, or else to the page."""
        if widget is not None and self.isAncestorOf(widget):
            (widget if widget.isVisible() else self._page).setFocus()

    def _made(self, name: str) -> WorkspaceWindow:
        """Make a workspace as its user left it; for a projector, as the table has it."""
        workspace = next(workspace for workspace in WORKSPACES if workspace.name == name)
        if self._aside is not None and name == PROJECTED_READ.name:
            workspace = PROJECTED_READ
        window = WorkspaceWindow(workspace, self._title, self)
        window.menu_wanted.connect(self.menu_wanted)
        window.changed.connect(self.changed)
        window.panel_seen.connect(partial(self._see, window))
        window.resize(self.size())
        if self._aside is None:
            window.restore(self._settings)
        self._windows[name] = window
        self.addWidget(window)
        return window

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.changed.emit()

    @Slot()
    def reset(self) -> None:
        """Put every panel of the workspace that is seen back to where it was at first."""
        name = self.name
        self._settings.remove(name)
        former = self._windows.pop(name)
        self.show_workspace(name)
        self._drop(former)

    @Slot()
    def reset_all(self) -> None:
        """Put every panel of every workspace back to where it was at first."""
        for workspace in WORKSPACES:
            self._settings.remove(workspace.name)
            if workspace.name != self.name and workspace.name in self._windows:
                self._drop(self._windows.pop(workspace.name))
        self.reset()

    def _drop(self, window: WorkspaceWindow) -> None:
        """Delete a workspace; its panels stay."""
        for panel in self.panels.values():
            if window.isAncestorOf(panel):
                panel.setParent(self._shelf)
        self.removeWidget(window)
        window.leave()
        window.deleteLater()

    # ---- panels

    def fill(self, context: ViewContext) -> None:
        """Make the panels that are seen; all of them are made with ``context``."""
        self._context = context
        for name, dock in self.docks.items():
            if dock.seen:
                self.panel(name)

    def panel(self, name: str) -> QWidget:
        """Return a panel, which is made if it was not yet; ``fill`` must have been called.

        It stands in its dock of the workspace that is seen, if it has one there.
        """
        made = self.panels.get(name)
        if made is None:
            assert self._context is not None
            made = next(panel for panel in PANELS if panel.name == name).make(self._context)
            self.panels[name] = made
            made.setParent(self._shelf)
        dock = self.docks.get(name)
        if dock is not None and dock.widget() is not made:
            dock.setWidget(made)
            made.show()
        return made

    def _see(self, window: WorkspaceWindow, name: str) -> None:
        """Put a panel into its dock that has come into sight; one that is not made, soon."""
        if window is not self._windows.get(window.workspace.name) or self._context is None:
            return
        if name not in self.panels:
            self._making.start()  # the dock is painted first
            return
        panel = self.panel(name)
        if isinstance(panel, Refreshes):  # behind another tab it is not hidden: it gets no event
            panel.refresh()

    @Slot()
    def _make_next(self) -> None:
        """Make one panel that is seen and is not there yet."""
        waiting = [n for n, dock in self.docks.items() if dock.seen and n not in self.panels]
        if waiting and self._context is not None:
            self.panel(waiting[0])
            if len(waiting) > 1:
                self._making.start()

    def is_seen(self, name: str) -> bool:
        """Return whether a panel is in sight: neither hidden nor behind another tab."""
        dock = self.docks.get(name)
        return dock is not None and dock.seen

    def is_behind(self, widget: QWidget | None) -> bool:
        """Return whether a widget stands in a panel that is behind another tab."""
        while widget is not None and not isinstance(widget, Dock):
            widget = widget.parentWidget()
        return widget is not None and not widget.seen

    def bring(self, name: str) -> None:
        """Show a panel: here if it has a place here, or in the first workspace that has one."""
        if name not in self.docks:
            home = next((w.name for w in WORKSPACES if name in w.panels()), self.name)
            self.show_workspace(home)
        self.show_here(name)

    def show_here(self, name: str) -> None:
        """Show a panel in this workspace, in front of those that share its place."""
        self.current.bring(name)
        self.panel(name)  # a hidden window would make it only when it is shown

    def toggle(self, name: str) -> None:
        """Hide a panel that is in sight; show any other one in this workspace."""
        if self.is_seen(name):
            self.docks[name].close()
        else:
            self.show_here(name)

    # ---- titles

    def _title(self, name: str) -> str:
        title = next(panel.title for panel in PANELS if panel.name == name)
        words = [QCoreApplication.translate("Panel", title), self._subtitles.get(name, "")]
        return "  ·  ".join(filter(None, words))

    def set_subtitle(self, name: str, text: str) -> None:
        """Show a text beside the title of a panel, in each workspace."""
        if self._subtitles.get(name, "") != text:
            self._subtitles[name] = text
            for window in self._all():
                if name in window.docks:
                    window.docks[name].setWindowTitle(self._title(name))

    def retranslate(self) -> None:
        """Name the docks in the language that is in use now, and make their panels anew."""
        for window in self._all():
            window.title_anew()
        for name, former in list(self.panels.items()):
            dock = former.parentWidget()
            del self.panels[name]
            made = self.panel(name)
            if isinstance(dock, Dock) and dock.widget() is former:
                dock.setWidget(made)
                made.show()
            carry_over(former, made)
            former.setParent(None)
            former.deleteLater()

    def _all(self) -> list[WorkspaceWindow]:
        return [*self._windows.values(), *(self._aside or {}).values()]

    # ---- for a projector

    @property
    def projected(self) -> bool:
        """Whether workspaces are shown as for a projector."""
        return self._aside is not None

    def begin_projecting(self) -> None:
        """Put the user's arrangements aside, and show Read with a larger page."""
        self._aside, self._aside_name = self._windows, self.name
        self._windows = {}
        self.show_workspace(PROJECTED_READ.name)

    def end_projecting(self) -> None:
        """Show the workspace that was seen before, as it was."""
        assert self._aside is not None
        projected, self._windows = self._windows, self._aside
        self._aside = None
        self.show_workspace(self._aside_name)
        for window in projected.values():
            self._drop(window)

    # ---- from one start to the next

    def save(self, settings: Settings) -> None:
        """Store which workspace is seen, and where its panels are in each that has been seen."""
        settings.store(SHOWN, self.name if self._aside is None else self._aside_name)
        for window in (self._windows if self._aside is None else self._aside).values():
            window.save(settings, shown=window is self.currentWidget())


def _take_over(settings: Settings) -> None:
    """Make the arrangement that version 0.1.0 stored that of the first workspace."""
    state = settings.state("state")
    if state is not None:
        first = WORKSPACES[0].name
        settings.store_state(f"{first}/state", state)
        settings.store_texts(f"{first}/panels", FORMER_PANELS)
    for key in ("state", "parts"):
        settings.remove(key)
