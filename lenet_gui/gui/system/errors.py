"""Shows errors: one sentence in a dialog, details on demand, and never two dialogs at once."""

from __future__ import annotations

import logging
import sys
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Slot
from PySide6.QtWidgets import QWidget

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.widgets.plain_text import inert

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

log = logging.getLogger(__name__)

WORDS = (
    "kind",
    "why",
    "what",
)  # gaps of a BadInput that hold words of the program, which are translated
# Reasons of the operating system, in the words of the C library.
_REASONS = (
    QT_TRANSLATE_NOOP("BadInput", "Permission denied"),
    QT_TRANSLATE_NOOP("BadInput", "No space left on device"),
    QT_TRANSLATE_NOOP("BadInput", "Read-only file system"),
    QT_TRANSLATE_NOOP("BadInput", "No such file or directory"),
    QT_TRANSLATE_NOOP("BadInput", "Not a directory"),
    QT_TRANSLATE_NOOP("BadInput", "Is a directory"),
    QT_TRANSLATE_NOOP("BadInput", "File exists"),
    QT_TRANSLATE_NOOP("BadInput", "File name too long"),
    QT_TRANSLATE_NOOP("BadInput", "Input/output error"),
)


def sentence(error: BaseException) -> str:
    """Return the sentence to show for an error, in the language that is in use."""
    from lenet_gui.common.bad_input import BadInput

    if isinstance(error, BadInput):
        text = QCoreApplication.translate("BadInput", error.template)
        return text.format(**{name: _filling(name, value) for name, value in error.details.items()})
    return QCoreApplication.translate(
        "Errors", "An internal error occurred. Your drawing is not affected."
    )


def _filling(name: str, value: object) -> object:
    """Return what fills a gap: a sentence, a word of the program, or a name of the user's."""
    if isinstance(value, BaseException):
        return sentence(value)
    if name in WORDS and isinstance(value, str):
        return QCoreApplication.translate("BadInput", value)
    return value


class ErrorReporter(QObject):
    """Shows errors that were not caught, one dialog at a time; all of them are logged."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._open: QMessageBox | None = None
        self._former_hook = sys.excepthook

    def install(self) -> None:
        """Show exceptions that are not caught from now on."""
        sys.excepthook = self.report

    def remove(self) -> None:
        """Undo ``install``."""
        sys.excepthook = self._former_hook

    @Slot(object)
    def tell(self, error: Exception) -> None:
        """Show an error that was caught."""
        self.report(type(error), error, error.__traceback__)

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an error, and show it unless another one is shown; called as ``sys.excepthook``."""
        if issubclass(kind, KeyboardInterrupt):
            self._former_hook(kind, error, trace)
            return
        from lenet_gui.common.bad_input import BadInput

        details = "\n".join(getattr(error, "__notes__", ()))
        if issubclass(kind, BadInput):
            log.warning("%s", error)
        else:
            import traceback

            details = "".join(traceback.format_exception(kind, error, trace))
            log.error("not caught", exc_info=(kind, error, trace))
        if self._open is None:
            self._show(sentence(error), details)

    def _show(self, text: str, details: str) -> None:
        from PySide6.QtWidgets import QApplication, QMessageBox

        box = QMessageBox(QMessageBox.Icon.Warning, "lenet_gui", inert(text))
        box.setParent(self._window, box.windowFlags())
        box.setStandardButtons(QMessageBox.StandardButton.Ok)
        box.setEscapeButton(QMessageBox.StandardButton.Ok)
        copy = box.addButton(self.tr("&Copy"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()  # copying does not close the dialog
        whole = f"{text}\n\n{details}".strip()
        copy.clicked.connect(lambda: QApplication.clipboard().setText(whole))
        if details:
            box.setDetailedText(details)
        box.finished.connect(self._forget)
        self._open = box
        box.open()

    def _forget(self) -> None:
        if self._open is not None:
            self._open.deleteLater()
            self._window.activateWindow()  # where no window manager gives the keyboard back
        self._open = None
