"""How the window is looked at: light or dark, in which language, with little that moves, or by a
room full of people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Slot
from PySide6.QtWidgets import QApplication

from lenet_gui.gui.appearance.languages import use_language
from lenet_gui.gui.appearance.reduced_motion import be_still, system_wants_stillness
from lenet_gui.gui.appearance.theme import apply_theme, use_font
from lenet_gui.gui.commands.auto_clear import Resting
from lenet_gui.gui.commands.retranslation import retranslate
from lenet_gui.gui.system.background import Background

if TYPE_CHECKING:
    from lenet_gui.gui.window.main_window import MainWindow

LARGE = 1.75  # times the usual size of letters: readable from the last row
FAR_DOCKS = ("network", "answer")  # what stays beside the page


class Viewing(QObject):
    """Behind the entries of the View menu."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._background = Background(self)
        self._before: QByteArray | None = None  # the layout, while there is another
        self._resting = Resting(window.session, self, self._page_is_seen)
        self._choice = window.settings.text("motion", "system")
        be_still(self._choice == "reduced")

    def begin(self) -> None:
        """The menu is there; ask the system, unless somebody has chosen."""
        for choice in ("theme", "language"):
            chosen = self._window.settings.text(choice, "system")
            self._window.menus.actions[f"{choice}_{chosen}"].setChecked(True)
        self._show_stillness(self._choice == "reduced")
        if self._choice == "system":
            self._background.start(system_wants_stillness, self._follow_system, self._ignore)

    def use_theme(self, choice: str) -> None:
        apply_theme(_application(), choice)
        self._window.settings.store("theme", choice)

    def use_language(self, choice: str) -> None:
        self._window.settings.store("language", choice)
        use_language(choice)  # the window hears of it by an event

    # ---- little that moves

    def _follow_system(self, still: bool) -> None:
        if self._choice == "system":
            be_still(still)
            self._show_stillness(still)

    def _ignore(self, error: Exception) -> None:
        """It could not be asked; then all moves as usual."""

    def _show_stillness(self, still: bool) -> None:
        action = self._window.menus.actions["still"]
        action.blockSignals(True)  # it is not a choice
        action.setChecked(still)
        action.blockSignals(False)

    @Slot(bool)
    def use_stillness(self, still: bool) -> None:
        """Let little move, or all; a choice that the system does not change any more."""
        self._choice = "reduced" if still else "full"
        self._window.settings.store("motion", self._choice)
        be_still(still)

    # ---- for a room full of people

    @property
    def projected(self) -> bool:
        return self._before is not None

    def _page_is_seen(self) -> bool:
        """And not a camera, which a page that changes would take the place of."""
        page = self._window.source_widgets.get("drawing")
        return page is None or self._window.sources.currentWidget() is page

    @Slot(bool)
    def use_projector(self, on: bool) -> None:
        """Large letters, only what is looked at, and an empty page when the pen has rested."""
        if on == self.projected:
            return
        window, application = self._window, _application()
        font = application.font()
        font.setPointSizeF(font.pointSizeF() * (LARGE if on else 1 / LARGE))
        if on:
            self._before = window.saveState()
        use_font(application, font)
        retranslate(window)  # sizes belong to letters
        if on:
            window.docks.show_only(FAR_DOCKS)
        elif self._before is not None:
            window.restoreState(self._before)
            self._before = None
        self._resting.watch(on)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
