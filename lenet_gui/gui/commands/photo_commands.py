"""Between pictures that come in, the sources that show them, and the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

if TYPE_CHECKING:
    from lenet_gui.common.values import Drawing
    from lenet_gui.gui.photos.photo_files import Photograph
    from lenet_gui.gui.photos.photo_viewer import PhotoViewer
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.sources.camera import CameraSource
    from lenet_gui.gui.sources.picture import PictureSource
    from lenet_gui.gui.window.main_window import MainWindow

SOURCES_WITH_PHOTOS = ("camera", "picture")
SHOWN = 5000  # milliseconds


class PhotoCommands(QObject):
    """What menus call, and which source is shown when something was opened."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window, self._session = window, session
        window.documents.photograph_opened.connect(self._show_photograph)
        window.documents.several_opened.connect(self._show_several)
        session.open_wanted.connect(window.documents.open)
        session.drawing_changed.connect(self._show_page)

    @Slot(object)
    def _show_page(self, drawing: Drawing) -> None:
        """What changes on the page is seen, unless it came from the picture that is looked at."""
        current, watched = self._window.sources.currentWidget(), self._session.watched
        photo_commands = [self._window.source_widgets.get(name) for name in SOURCES_WITH_PHOTOS]
        if current in photo_commands and (watched is None or drawing.picture is not watched):
            self._window.show_source("drawing")

    @Slot(object)
    def _show_photograph(self, photograph: Photograph) -> None:
        self._picture().show_photograph(photograph)

    @Slot(object)
    def _show_several(self, paths: list[Path]) -> None:
        self._picture().show_files(paths)

    @Slot()
    def toggle_camera(self) -> None:
        """Start what is chosen there, or stop it."""
        camera = self._camera()
        if camera.feed is None:
            camera.start()
        else:
            camera.stop()

    @Slot()
    def freeze(self) -> None:
        """Hold the picture, or let it go on."""
        self._camera().hold_or_go_on()

    @Slot()
    def copy_text(self) -> None:
        """All lines of the picture that is seen, onto the clipboard; and whether there were any."""
        shown = self._window.sources.currentWidget()
        viewer: PhotoViewer | None = getattr(shown, "viewer", None)
        if viewer is not None and viewer.copy.isEnabled():
            viewer.copy_text()
            said = self.tr("Copied as text")
        else:
            said = self.tr("There are no lines to copy: they are read in Camera and Picture")
        self._window.statusBar().showMessage(said, SHOWN)

    def _camera(self) -> CameraSource:
        self._window.show_source("camera")
        return self._window.source("camera")  # type: ignore[return-value]

    def _picture(self) -> PictureSource:
        self._window.show_source("picture")
        return self._window.source("picture")  # type: ignore[return-value]
