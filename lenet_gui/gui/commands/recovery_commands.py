"""Offers the page of a program that ended suddenly, and keeps this one's in case it does."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from lenet_gui.gui.session.recovery import Recovery

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMainWindow

    from lenet_gui.gui.session.recovery_files import Found
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.system.settings import Settings
    from lenet_gui.gui.widgets.notice_bar import NoticeBar
    from lenet_gui.gui.window.source_stack import SourceStack
    from lenet_gui.gui.window.workspaces import Workspaces

SETTING = "recovery"  # "on" or "off"
NOTICE_NAME = "recovery-notice"


class RecoveryCommands(QObject):
    """The notice, and the choice in the menu. Nothing is kept before ``begin``."""

    settled = Signal()  # there is nothing to restore, or nothing any more

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        settings: Settings,
        actions: Mapping[str, QAction],
        workspaces: Workspaces,
        sources: SourceStack,
        store: Callable[[], None],
    ) -> None:
        """actions: of the menus by their names; they may be made later. store: stores what of the
        window lasts from one start to the next."""
        super().__init__(window)
        self._window, self._settings = window, settings
        self._actions, self._workspaces, self._sources = actions, workspaces, sources
        self._found: Found | None = None
        self._looking = False
        self.notice: NoticeBar | None = None
        self.kept = Recovery(session, lambda: sources.name, self)
        self.kept.keeping.connect(store)
        self.kept.found.connect(self._offer)
        self.kept.nothing_found.connect(self._settle)

    def begin(self) -> None:
        """Keep the page from now on, unless that is switched off, and look for one to restore."""
        self._looking = True
        self.kept.begin(self._chosen)
        self._workspaces.changed.connect(self.kept.note_window)
        self._sources.brought.connect(self.kept.note_page)

    def mark(self) -> None:
        """Mark the choice in the menu, which must be there."""
        action = self._actions["recovery"]
        action.blockSignals(True)  # or it would be taken for a choice of the user
        action.setChecked(self._chosen)
        action.blockSignals(False)

    @property
    def _chosen(self) -> bool:
        return self._settings.text(SETTING, "on") == "on"

    @Slot(bool)
    def use(self, on: bool) -> None:
        """Keep the page in case of a sudden end, or remove what was kept and keep nothing."""
        self._settings.store(SETTING, "on" if on else "off")
        self.kept.use(on)

    # ---- sudden ends

    def keep(self) -> None:
        """Write everything before returning: the program is about to end."""
        self.kept.keep()
        self._settings.write_now()

    def keep_for_logout(self) -> None:
        """Write everything: the desktop is about to end all programs, without asking."""
        self.kept.session_ends = True
        self.keep()

    @property
    def session_ends(self) -> bool:
        """Return whether the desktop is ending all programs."""
        return self.kept.session_ends

    def forget(self) -> None:
        """Remove what was kept, at an ordinary end; what was not decided on is offered again."""
        self.kept.forget()
        if self._found is not None:
            self._found.file.let_go()

    # ---- the notice

    @property
    def undecided(self) -> bool:
        """Return whether there is, or may be, a page to decide on."""
        return self._looking or self._found is not None

    @Slot()
    def _settle(self) -> None:
        self._looking = False
        self.settled.emit()

    @Slot(object)
    def _offer(self, found: Found) -> None:
        from lenet_gui.gui.training.words import ago
        from lenet_gui.gui.widgets.notice_bar import NoticeBar

        self._found, self._looking = found, False
        notice = self.notice = NoticeBar(NOTICE_NAME, self._window)
        notice.setWindowTitle(self.tr("Recovery"))
        notice.tell(
            self.tr("Restore what you were drawing? ({0})").format(
                ago(max(0.0, time.time() - found.kept_at))
            ),
            self.tr("The program ended before you closed it. Your drawing was kept."),
        )
        notice.add(
            self.tr("Restore"),
            self.tr("Put the drawing and its undo history back; undo returns to what is here now"),
            partial(self._decide, self._restore),
        )
        notice.add(
            self.tr("Discard"),
            self.tr("Delete the drawing that was kept"),
            partial(self._decide, self._discard),
        )
        notice.put_in()

    def _decide(self, act: Callable[[Found], object]) -> None:
        found, self._found = self._found, None
        self._remove_notice()
        if found is not None:
            act(found)

    def _restore(self, found: Found) -> None:
        self.kept.restore(found)
        if found.history.source in self._sources.names:
            self._sources.bring(found.history.source)
        self._settle()

    def _discard(self, found: Found) -> None:
        self._looking = True  # there may be an older one
        self.kept.discard(found)

    def _remove_notice(self) -> None:
        notice, self.notice = self.notice, None
        if notice is not None:
            notice.take_out()

    @Slot()
    def retranslate(self) -> None:
        """Say the notice in the language that is in use now."""
        if self._found is not None:
            self._remove_notice()
            self._offer(self._found)
