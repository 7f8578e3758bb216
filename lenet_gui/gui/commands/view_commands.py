"""Commands of the View menu: theme, language, reduced motion, and large letters for a projector."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from lenet_gui.gui.appearance.languages import use_language
from lenet_gui.gui.appearance.reduced_motion import be_still, system_wants_stillness
from lenet_gui.gui.appearance.theme import apply_theme, use_font
from lenet_gui.gui.commands.auto_clear import AutoClear
from lenet_gui.gui.system.background import Background

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.system.settings import Settings
    from lenet_gui.gui.training.training_parts import TrainingParts
    from lenet_gui.gui.window.docks import Docks
    from lenet_gui.gui.window.source_stack import SourceStack

PROJECTOR_ZOOM = 1.75  # of the usual letters: readable from the last row of a room
PROJECTOR_DOCKS = ("network", "answer")  # the panels that stay beside the page


class ViewCommands(QObject):
    """Commands that change how the window looks, not what it shows."""

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        settings: Settings,
        actions: Mapping[str, QAction],
        docks: Docks,
        sources: SourceStack,
        trainings: TrainingParts,
        retranslate: Callable[[], None],
    ) -> None:
        """window: its layout is stored and restored. actions: of the menus by their names; they may
        be made later. retranslate: makes panels and sources anew."""
        super().__init__(window)
        self._window, self._settings, self._actions = window, settings, actions
        self._docks, self._sources, self._trainings = docks, sources, trainings
        self._retranslate = retranslate
        self._background = Background(self)
        self._before: QByteArray | None = None  # the user's layout, while the projector's is in use
        self._auto_clear = AutoClear(session, self, self._page_must_stay)
        self._choice = settings.text("motion", "system")
        be_still(self._choice == "reduced")

    def begin(self) -> None:
        """Mark the choices in the menu, which must be there; ask the system where none was made."""
        for choice in ("theme", "language"):
            chosen = self._settings.text(choice, "system")
            self._actions[f"{choice}_{chosen}"].setChecked(True)
        self._show_stillness(self._choice == "reduced")
        if self._choice == "system":
            self._background.start(system_wants_stillness, self._follow_system, self._ignore)

    def use_theme(self, choice: str) -> None:
        """Use a theme from now on: "light", "dark" or "system"."""
        apply_theme(_application(), choice)
        self._settings.store("theme", choice)

    def use_language(self, choice: str) -> None:
        """Use a language of ``LANGUAGES`` or the "system" one from now on."""
        self._settings.store("language", choice)
        use_language(choice)  # the window is told by an event

    # ---- reduced motion

    def _follow_system(self, still: bool) -> None:
        if self._choice == "system":
            be_still(still)
            self._show_stillness(still)

    def _ignore(self, error: Exception) -> None:
        """Do nothing: the system could not be asked, and motion stays as usual."""

    def _show_stillness(self, still: bool) -> None:
        action = self._actions["still"]
        action.blockSignals(True)  # or it would be taken for a choice of the user
        action.setChecked(still)
        action.blockSignals(False)

    @Slot(bool)
    def use_stillness(self, still: bool) -> None:
        """Reduce motion, or do not; this choice counts more than the system's from now on."""
        self._choice = "reduced" if still else "full"
        self._settings.store("motion", self._choice)
        be_still(still)

    # ---- for a projector

    @property
    def projected(self) -> bool:
        return self._before is not None

    def _page_must_stay(self) -> bool:
        """Return whether a learning network reads the page, or another source is seen, which a
        page that changes would take the place of."""
        page = self._sources.made.get("drawing")
        elsewhere = page is not None and self._sources.currentWidget() is not page
        return elsewhere or self._trainings.busy

    @Slot(bool)
    def use_projector(self, on: bool) -> None:
        """Show large letters and few panels, and clear the page while the pen rests; or stop it."""
        if on == self.projected:
            return
        window, application = self._window, _application()
        font = application.font()
        font.setPointSizeF(font.pointSizeF() * (PROJECTOR_ZOOM if on else 1 / PROJECTOR_ZOOM))
        if on:
            self._before = window.saveState()
        use_font(application, font)
        self._retranslate()  # sizes of panels follow their letters
        if on:
            self._docks.show_only(PROJECTOR_DOCKS)
        elif self._before is not None:
            window.restoreState(self._before)
            self._before = None
        self._auto_clear.watch(on)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
