"""Commands on the sources in the middle of the window, above all those that show photographs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from lenet_gui.gui.widgets.offers import ShowsPhotos

if TYPE_CHECKING:
    from lenet_gui.common.values import Drawing
    from lenet_gui.gui.documents.documents import Documents
    from lenet_gui.gui.photos.photo_files import Photograph
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.sources.camera import CameraSource
    from lenet_gui.gui.sources.picture import PictureSource
    from lenet_gui.gui.window.source_stack import SourceStack

COPIED_SHOWN_MS = 5000  # how long the status bar says so


class PhotoCommands(QObject):
    """Commands of the Source menu; shows the source that fits what was opened or drawn."""

    def __init__(
        self,
        session: Session,
        sources: SourceStack,
        documents: Documents,
        say: Callable[[str, int], None],
        parent: QObject,
    ) -> None:
        """say: shows a text for so many milliseconds."""
        super().__init__(parent)
        self._session, self._sources, self._say = session, sources, say
        documents.photograph_opened.connect(self._show_photograph)
        documents.several_opened.connect(self._show_several)
        documents.video_opened.connect(self._show_video)
        session.drawing_changed.connect(self._show_page)

    @Slot(object)
    def _show_page(self, drawing: Drawing) -> None:
        """Show the page when it changes in place of a photograph or a field, unless the change
        came from the photograph in view."""
        watched = self._session.watched
        elsewhere = watched is None or drawing.picture is not watched
        field = watched is not None and watched.as_is
        if (field or isinstance(self._sources.shown, ShowsPhotos)) and elsewhere:
            self._sources.bring("drawing")

    @Slot(object)
    def _show_photograph(self, photograph: Photograph) -> None:
        self._picture().show_photograph(photograph)

    @Slot(object)
    def _show_several(self, paths: list[Path]) -> None:
        self._picture().show_files(paths)

    @Slot(str)
    def _show_video(self, path: str) -> None:
        self._camera().open_video(path)

    @Slot()
    def toggle_camera(self) -> None:
        """Start the camera, or what else was chosen in its place; or stop it."""
        camera = self._camera()
        if camera.feed is None:
            camera.start()
        else:
            camera.stop()

    @Slot()
    def freeze(self) -> None:
        """Hold the picture, or let it continue."""
        self._camera().viewer.toggle_hold()

    @Slot()
    def copy_text(self) -> None:
        """Copy all lines that were read in the photograph in view, or say that there are none."""
        shown = self._sources.shown
        if isinstance(shown, ShowsPhotos) and shown.viewer.copy.isEnabled():
            shown.viewer.copy_text()
            said = self.tr("Copied as text")
        else:
            said = self.tr("No lines to copy: lines are read in Camera and Picture")
        self._say(said, COPIED_SHOWN_MS)

    @Slot()
    def random_digit(self) -> None:
        """Put a random test digit of MNIST onto the page."""
        from lenet_gui.gui.sources.mnist import MnistSource

        self._sources.typed("mnist", MnistSource).take_random()

    def _camera(self) -> CameraSource:
        from lenet_gui.gui.sources.camera import CameraSource

        self._sources.bring("camera")
        return self._sources.typed("camera", CameraSource)

    def _picture(self) -> PictureSource:
        from lenet_gui.gui.sources.picture import PictureSource

        self._sources.bring("picture")
        return self._sources.typed("picture", PictureSource)
