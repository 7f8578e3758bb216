"""Opens files of all kinds, and saves drawings and images: files, clipboard, drag and drop."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

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
    from lenet_gui.gui.documents.sorting import Opened, Sorted
    from lenet_gui.gui.photos.photo_files import Photograph

SAVED_IMAGES = (".png", ".jpg", ".bmp")
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
    video_opened = Signal(str)  # path
    import_opened = Signal(str)  # path of a network of another program
    data_opened = Signal(str)  # path of labelled pictures, or of a folder of them

    def __init__(self, window: QWidget, session: Session, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._session, self._settings = window, session, settings
        self._background = Background(self, finishes=True)
        self.opened: dict[str, Recognizer] = {}  # from checkpoint files, by their names
        self._copied: QMimeData | None = None  # the clipboard deletes it when another content comes
        self.recent: tuple[str, ...] = settings.texts("recent")[:MOST_RECENT]

    # ---- files

    def open(self) -> None:
        """Ask for files of any kind, and open them; several pictures become a contact sheet."""
        from lenet_gui.engine.storage.file_kinds import FILE_KINDS
        from lenet_gui.gui.widgets.file_choice import choose_files

        folder = self._settings.text("folder", "")
        self.open_paths(choose_files(self._window, self.tr("Open"), folder, FILE_KINDS))

    def open_checkpoint(self) -> None:
        """Ask for a checkpoint file, and read with its network; others are imported."""
        from lenet_gui.engine.storage.file_kinds import CHECKPOINT, FOREIGN_NETWORK
        from lenet_gui.gui.widgets.file_choice import choose_file

        folder = self._settings.text("folder", "")
        path = choose_file(self._window, self.tr("Open"), folder, [CHECKPOINT, FOREIGN_NETWORK])
        self.open_paths([path] if path else [])

    def open_path(self, name: str) -> None:
        """Open the file or folder of that path."""
        self.open_paths([Path(name)])

    def open_paths(self, paths: list[Path]) -> None:
        """Open files and folders of any kind, each by who can use it, and tell about the others."""
        if not paths:
            return
        from lenet_gui.gui.documents.sorting import are_pages, sort_out

        self._settings.store("folder", str(paths[0].absolute().parent))
        if len(paths) > 1 and are_pages(paths):
            self.several_opened.emit(paths)  # the contact sheet tells what else they are
            return
        recognizer = self._session.recognizer
        self._background.start(
            lambda: _read(sort_out(paths), recognizer), self._put, self.failed.emit
        )

    def _put(self, opened: Opened) -> None:
        files = opened.files
        for path, recognizer in opened.networks:
            self._remember(path)
            self.opened[recognizer.name] = recognizer
            self._session.use(recognizer)
        if opened.page is not None:
            (path,) = files.pages
            self._remember(path)
            self._put_page(path, opened.page)
        elif len(files.pages) > 1:
            self.several_opened.emit(files.pages)
        for video in files.videos:
            self._remember(video)
            self.video_opened.emit(str(video))
        for network in files.imports:
            self._remember(network)
            self.import_opened.emit(str(network))
        for data in files.data:
            self.data_opened.emit(str(data))
        for path, _ in files.refused:
            self._forget(path)
        if files.error is not None:
            self.failed.emit(files.error)

    def _put_page(self, path: Path, page: Drawing | Photograph) -> None:
        if isinstance(page, Drawing):
            page = replace(page, file=str(path.absolute()))
        self.show_page(page, _opening(path))

    def show_page(self, page: Drawing | Photograph, text: Phrase) -> None:
        """Put what was read onto the page, or into the photo viewer; ``text`` names the change."""
        if isinstance(page, Drawing):
            self._session.replace_drawing(page, text)
            return
        if page.notes:
            self.noted.emit(page.notes)
        if page.picture is None:
            self.photograph_opened.emit(page)
        else:
            self._session.put_picture(page.picture, text)

    def save(self) -> None:
        """Save to the file that the drawing came from, or ask for one."""
        self._session.finish()
        if self._session.drawing.file:
            self.save_to(Path(self._session.drawing.file))
        else:
            self.save_as()

    def save_as(self) -> None:
        """Ask for a file, and save to it; one that exists is replaced only after asking."""
        from lenet_gui.engine.storage.file_kinds import DRAWING
        from lenet_gui.gui.widgets.file_choice import choose_target

        self._session.finish()
        kinds = {
            self.tr("Drawing"): DRAWING.suffixes[:1],
            self.tr("Drawing that the desktop opens with lenet_gui"): DRAWING.suffixes[1:],
            self.tr("Image"): SAVED_IMAGES,
        }
        start = Path(self._settings.text("folder", "")) / self.tr("drawing.json")
        path = choose_target(self._window, self.tr("Save"), str(start), kinds)
        if path is not None:
            self.save_to(path)

    def save_to(self, path: Path) -> None:
        """Save as a drawing or as an image; the suffix says which, and another one is refused."""
        from lenet_gui.engine.storage.file_kinds import DRAWING

        self._session.finish()
        try:
            if DRAWING.has_name(path):
                write_drawing(path, self._session.drawing)
                self._session.name_drawing(str(path.absolute()))
            elif path.suffix.lower() in SAVED_IMAGES:
                save_image(path, self._session.drawing, self._session.paints)
            else:
                raise BadInput(
                    "A drawing can be saved as {drawing} or as an image ({images}), not as "
                    "{suffix}.",
                    drawing=", ".join(DRAWING.suffixes),
                    images=", ".join(SAVED_IMAGES),
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
            self._copied = mime_data(self._session.drawing, self._session.paints)
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
        """Use what is in ``data``; ``text`` names it in the undo menu if it goes onto the page."""
        from lenet_gui.gui.documents.mime_data import drawing_in, files, image_in, named_files

        try:
            drawing = drawing_in(data)
        except BadInput as error:
            self.failed.emit(error)
            return
        if drawing is not None:
            self._session.replace_drawing(drawing, text)
        elif paths := files(data):
            self.open_paths(paths)
        elif (image := image_in(data)) is not None:
            self._take_image(image, text)
        else:
            self.open_paths(named_files(data))

    def _take_image(self, image: QImage, text: Phrase) -> None:
        from lenet_gui.gui.documents.mime_data import check_size

        try:
            check_size(image)
        except BadInput as error:
            self.failed.emit(error)
            return
        recognizer, name = self._session.recognizer, str(text)

        def done(found: Photograph) -> None:
            self.show_page(found, text)

        self._background.start(
            lambda: photograph_of_image(image, name, recognizer), done, self.failed.emit
        )


def _read(files: Sorted, recognizer: Recognizer) -> Opened:
    """Read the networks, and a page that is one alone. Runs in a thread."""
    from lenet_gui.engine.storage.file_kinds import DRAWING, kind_of
    from lenet_gui.gui.documents.sorting import Opened

    networks = []
    for path in files.networks:
        try:
            networks.append((path, read_recognizer(path)))
        except BadInput as error:
            files.refuse(path, error)
    page: Drawing | Photograph | None = None
    if len(files.pages) == 1:
        (path,) = files.pages
        try:
            drawn = kind_of(path) is DRAWING
            page = read_drawing(path) if drawn else read_image(path, recognizer)
        except BadInput as error:
            files.refuse(path, error)
    return Opened(files, networks, page)


def _opening(path: Path) -> Phrase:
    return Phrase("Documents", QT_TRANSLATE_NOOP("Documents", "Open {0}"), (path.name,))
