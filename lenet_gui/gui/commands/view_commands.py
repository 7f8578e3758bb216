"""Commands of the View menu: theme, language, reduced motion, projector, and a page that clears
itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication

from lenet_gui.gui.appearance.languages import use_language
from lenet_gui.gui.appearance.reduced_motion import be_still, system_wants_stillness
from lenet_gui.gui.appearance.theme import apply_theme, use_font
from lenet_gui.gui.commands.auto_clear import AutoClear
from lenet_gui.gui.system.background import Background

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from lenet_gui.gui.drawing.countdown import Countdown
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.system.settings import Settings
    from lenet_gui.gui.training.training_parts import TrainingParts
    from lenet_gui.gui.window.source_stack import SourceStack
    from lenet_gui.gui.window.workspaces import Workspaces

PROJECTOR_ZOOM = 1.75  # of the usual letters: readable from the last row of a room


class ViewCommands(QObject):
    """Commands that change how the window looks, not what it shows."""

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        settings: Settings,
        actions: Mapping[str, QAction],
        workspaces: Workspaces,
        sources: SourceStack,
        trainings: TrainingParts,
        retranslate: Callable[[], None],
        store: Callable[[], None],
    ) -> None:
        """actions: of the menus by their names; they may
        be made later. retranslate: makes panels and sources anew. store: stores what of the window
        lasts from one start to the next."""
        super().__init__(window)
        self._window, self._settings, self._actions = window, settings, actions
        self._workspaces, self._sources, self._trainings = workspaces, sources, trainings
        self._retranslate, self._store = retranslate, store
        self._background = Background(self)
        # Of the window, without a projector.
        self._state_before, self._place_before = Qt.WindowState.WindowNoState, QRect()
        self._auto_clear = AutoClear(session, self, self._page_must_stay)
        self._countdown: Countdown | None = None  # until the page is to clear itself
        self._choice = settings.text("motion", "system")
        be_still(self._choice == "reduced")

    def begin(self) -> None:
        """Mark the choices in the menu, which must be there; ask the system where none was made."""
        for choice in ("theme", "language"):
            chosen = self._settings.text(choice, "system")
            self._actions[f"{choice}_{chosen}"].setChecked(True)
        self._show_stillness(self._choice == "reduced")
        self._actions["auto_clear"].setChecked(self._settings.text("auto_clear", "off") == "on")
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

    def _page_must_stay(self) -> bool:
        """Return whether a learning network reads the page, or another source is seen, which a
        page that changes would take the place of."""
        page = self._sources.made.get("drawing")
        elsewhere = page is not None and self._sources.currentWidget() is not page
        return elsewhere or self._trainings.busy

    @Slot(bool)
    def use_projector(self, on: bool) -> None:
        """Fill the screen, with large letters and a large page; or go back to how it was before."""
        workspaces, window = self._workspaces, self._window
        if on == workspaces.projected:
            return
        if on:
            self._store()  # what is stored stays until the projector is off
            self._state_before, self._place_before = window.windowState(), window.geometry()
        application = _application()
        font = application.font()
        font.setPointSizeF(font.pointSizeF() * (PROJECTOR_ZOOM if on else 1 / PROJECTOR_ZOOM))
        use_font(application, font)
        self._retranslate()  # sizes of panels follow their letters
        if on:
            workspaces.begin_projecting()
            window.setWindowState(self._state_before | Qt.WindowState.WindowFullScreen)
        else:
            workspaces.end_projecting()
            window.setWindowState(self._state_before)
            QTimer.singleShot(0, self._put_back)  # when the letters are small again

    def _put_back(self) -> None:
        """Give the window its place of before; large letters may have needed more room."""
        if self._state_before == Qt.WindowState.WindowNoState and not self._workspaces.projected:
            self._window.setGeometry(self._place_before)

    @Slot(bool)
    def use_auto_clear(self, on: bool) -> None:
        """Clear the page some time after the last stroke, from now on; or leave that to people."""
        from lenet_gui.gui.drawing.countdown import Countdown

        self._settings.store("auto_clear", "on" if on else "off")
        if on and self._countdown is None:
            self._countdown = Countdown(self._sources)
            self._auto_clear.remaining.connect(self._countdown.show_seconds)
        self._auto_clear.watch(on)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
