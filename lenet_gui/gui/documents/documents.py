"""Opens and saves drawings, images and checkpoints: files, clipboard, drag and drop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.common.values import Drawing
from lenet_gui.gui.documents.lazy_files import (
    photograph_of_image,
    read_drawing,
    read_image,
    read_recognizer,
    save_image,
    write_drawing,
)
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.background import Background
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.wording.phrases import Phrase

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from lenet_gui.engine.recognition.recognizer import Recognizer
    from lenet_gui.gui.photos.photo_files import Photograph

_Read = TypeVar("_Read")

DRAWINGS, CHECKPOINTS = ".json", ".safetensors"
IMAGES = ("png", "jpg", "jpeg", "bmp", "gif", "tif", "tiff", "webp", "pgm", "ppm")

SAVED_IMAGES = ("png", "jpg", "bmp")
MOST_RECENT = 8  # entries of the menu
_PASTE = Phrase("Documents", QT_TRANSLATE_NOOP("Documents", "Paste"))
_DROP = Phrase("Documents", QT_TRANSLATE_NOOP("Documents", "Drop"))


class Documents(QObject):
    """Reads in the background, one file at a time; only the newest request counts."""

    recent_changed = Signal(object)  # tuple of paths, the newest first
    failed = Signal(object)  # the error
    saved = Signal(str)  # path
    noted = Signal(object)  # tuple of BadInput: what of an opened file could not be used
    photograph_opened = Signal(object)  # Photograph: more than one digit is on it
    several_opened = Signal(object)  # list of Path

    def __init__(self, window: QWidget, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._session, self._settings = window, session, settings
        self._background = Background(self, finishes=True)
        self.opened: dict[str, Recognizer] = {}  # from checkpoint files, by their names
        self._copied: QMimeData | None = None  # the clipboard deletes it when another content comes
        self.recent: tuple[str, ...] = settings.texts("recent")[:MOST_RECENT]

    # ---- files

    def open(self) -> None:
        """Ask for a file and open it; several pictures become a contact sheet."""
        from PySide6.QtWidgets import QFileDialog

        images = " ".join(f"*.{suffix}" for suffix in IMAGES)
        every = f"*{DRAWINGS} *{CHECKPOINTS} {images}"
        kinds = [
            self.tr("Drawings, images, checkpoints") + f" ({every})",
            self.tr("Drawings") + f" (*{DRAWINGS})",
            self.tr("Images") + f" ({images})",
            self.tr("Checkpoints") + f" (*{CHECKPOINTS})",
            self.tr("All files") + " (*)",
        ]
        names, _ = QFileDialog.getOpenFileNames(
            self._window, self.tr("Open"), self._settings.text("folder", ""), ";;".join(kinds)
        )
        self.open_paths([Path(name) for name in names])

    def open_checkpoint(self) -> None:
        """Ask for a checkpoint file, and read with its network."""
        from PySide6.QtWidgets import QFileDialog

        kind = self.tr("Checkpoints") + f" (*{CHECKPOINTS})"
        name, _ = QFileDialog.getOpenFileName(
            self._window, self.tr("Open"), self._settings.text("folder", ""), kind
        )
        if name:
            self.open_path(name)

    def open_paths(self, paths: list[Path]) -> None:
        """Open one file, or several pictures as a contact sheet."""
        if len(paths) == 1:
            self.open_path(str(paths[0]))
        elif paths:
            self._settings.store("folder", str(paths[0].absolute().parent))
            self.several_opened.emit(paths)

    def open_path(self, name: str) -> None:
        """Open a drawing, an image or a checkpoint; the suffix of ``name``, a path, says which."""
        path = Path(name)
        suffix = path.suffix.lower()
        if suffix == CHECKPOINTS:
            self._start(path, read_recognizer, self._use)
        elif suffix == DRAWINGS:
            self._start(path, read_drawing, self._put_drawing)
        else:
            recognizer = self._session.recognizer
            self._start(path, lambda path: read_image(path, recognizer), self._put_photograph)

    def _start(
        self, path: Path, read: Callable[[Path], _Read], put: Callable[[Path, _Read], None]
    ) -> None:
        def done(result: _Read) -> None:
            self._remember(path)
            put(path, result)

        def failed(error: Exception) -> None:
            self._forget(path)
            self.failed.emit(error)

        self._background.start(lambda: read(path), done, failed)

    def _use(self, path: Path, recognizer: Recognizer) -> None:
        self.opened[recognizer.name] = recognizer
        self._session.use(recognizer)

    def _put_drawing(self, path: Path, drawing: Drawing) -> None:
        named = replace(drawing, file=str(path.absolute()))
        self._session.replace_drawing(named, _opening(path))

    def _put_photograph(self, path: Path, found: Photograph) -> None:
        self._show_photograph(found, _opening(path))

    def _show_photograph(self, found: Photograph, text: Phrase) -> None:
        if found.notes:
            self.noted.emit(found.notes)
        if found.picture is None:
            self.photograph_opened.emit(found)
        else:
            self._session.put_picture(found.picture, text)

    def save(self) -> None:
        """Save to the file that the drawing came from, or ask for one."""
        self._session.finish()
        if self._session.drawing.file:
            self.save_to(Path(self._session.drawing.file))
        else:
            self.save_as()

    def save_as(self) -> None:
        """Ask for a file, and save to it; one that exists is replaced only after asking."""
        from lenet_gui.gui.widgets.file_choice import choose_target

        self._session.finish()
        kinds = {
            self.tr("Drawing"): (DRAWINGS,),
            self.tr("Image"): tuple(f".{suffix}" for suffix in SAVED_IMAGES),
        }
        start = Path(self._settings.text("folder", "")) / self.tr("drawing.json")
        path = choose_target(self._window, self.tr("Save"), str(start), kinds)
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Save as a drawing or as an image; the suffix says which, and another one is refused."""
        self._session.finish()
        try:
            suffix = path.suffix.lower()
            if suffix == DRAWINGS:
                write_drawing(path, self._session.drawing)
                self._session.name_drawing(str(path.absolute()))
            elif suffix.removeprefix(".") in SAVED_IMAGES:
                save_image(path, self._session.drawing)
            else:
                raise BadInput(
                    "A drawing can be saved as .json or as an image ({images}), not as {suffix}.",
                    images=", ".join(f".{image}" for image in SAVED_IMAGES),
                    suffix=path.suffix or path.name,
                )
        except BadInput as error:
            self.failed.emit(error)
            return
        self._remember(path)
        self.saved.emit(str(path))

    def _remember(self, path: Path) -> None:
        whole = str(path.absolute())
        self._settings.store("folder", str(path.absolute().parent))
        others = tuple(name for name in self.recent if name != whole)
        self._set_recent((whole, *others)[:MOST_RECENT])

    def _forget(self, path: Path) -> None:
        self._set_recent(tuple(name for name in self.recent if name != str(path.absolute())))

    def _set_recent(self, recent: tuple[str, ...]) -> None:
        if recent != self.recent:
            self.recent = recent
            self._settings.store_texts("recent", recent)
            self.recent_changed.emit(recent)

    # ---- clipboard and drops

    def copy(self) -> None:
        """Copy the drawing to the clipboard, as strokes and as an image."""
        from lenet_gui.gui.documents.mime_data import mime_data

        self._session.finish()
        if not self._session.drawing.empty:
            self._copied = mime_data(self._session.drawing)
            QApplication.clipboard().setMimeData(self._copied)

    def let_go(self) -> None:
        """Leave only an image in the clipboard.

        What Python has put there cannot outlive the interpreter: Qt would crash deleting it.
        """
        if self._copied is not None and isValid(self._copied):  # it is still the clipboard's
            QApplication.clipboard().setImage(self._copied.imageData())
        self._copied = None

    def paste(self) -> None:
        """Put a drawing, an image or a file from the clipboard onto the page."""
        data = QApplication.clipboard().mimeData()
        if data is not None:
            self.take(data, _PASTE)

    @Slot(QMimeData)
    def drop(self, data: QMimeData) -> None:
        """Put onto the page what was dropped onto the window."""
        self.take(data, _DROP)

    def usable(self, data: QMimeData) -> bool:
        """Return whether ``take`` can use that."""
        from lenet_gui.gui.documents.mime_data import usable

        return usable(data)

    def take(self, data: QMimeData, text: Phrase) -> None:
        """Put what is in ``data`` onto the page; ``text`` names it in the undo menu."""
        from lenet_gui.gui.documents.mime_data import files, received

        try:
            found = received(data)
        except BadInput as error:
            self.failed.emit(error)
            return
        paths = files(data)
        if isinstance(found, Drawing):
            self._session.replace_drawing(found, text)
        elif paths:
            self.open_paths(paths)
        elif found is not None:
            self._take_image(found, text)

    def _take_image(self, image: QImage, text: Phrase) -> None:
        from lenet_gui.gui.documents.mime_data import check_size

        try:
            check_size(image)
        except BadInput as error:
            self.failed.emit(error)
            return
        recognizer, name = self._session.recognizer, str(text)

        def done(found: Photograph) -> None:
            self._show_photograph(found, text)

        self._background.start(
            lambda: photograph_of_image(image, name, recognizer), done, self.failed.emit
        )


def _opening(path: Path) -> Phrase:
    return Phrase("Documents", QT_TRANSLATE_NOOP("Documents", "Open {0}"), (path.name,))
