"""Hands that paste into the window, and drop onto it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
)
from PySide6.QtTest import QTest

from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import finish_work, idle

LEFT = Qt.MouseButton.LeftButton


def press_keys(window: MainWindow, key: QKeySequence.StandardKey) -> None:
    QTest.keySequence(window, QKeySequence(key))
    settle()


def settle() -> None:
    """Until what is read in the background is there."""
    finish_work()


def paste_image(window: MainWindow, image: QImage) -> None:
    QGuiApplication.clipboard().setImage(image)
    press_keys(window, QKeySequence.StandardKey.Paste)


def hover(window: MainWindow, data: QMimeData, at: QPoint | None = None) -> bool:
    """Drag something over the window; returns whether it would be taken."""
    place = window.rect().center() if at is None else at
    event = QDragEnterEvent(
        place, Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
    )
    event.ignore()
    QCoreApplication.sendEvent(window, event)
    taken = event.isAccepted()
    if taken:
        move = QDragMoveEvent(
            place, Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
        )
        QCoreApplication.sendEvent(window, move)
    idle()
    return taken


def leave(window: MainWindow) -> None:
    QCoreApplication.sendEvent(window, QDragLeaveEvent())
    idle()


def drop(window: MainWindow, data: QMimeData) -> None:
    assert hover(window, data)
    event = QDropEvent(
        QPointF(window.rect().center()),
        Qt.DropAction.CopyAction,
        data,
        LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    QCoreApplication.sendEvent(window, event)
    assert event.isAccepted()
    settle()


def of_urls(*urls: QUrl) -> QMimeData:
    data = QMimeData()
    data.setUrls(list(urls))
    return data


def of_files(*paths: Path) -> QMimeData:
    return of_urls(*(QUrl.fromLocalFile(str(path)) for path in paths))


def of_image(image: QImage) -> QMimeData:
    data = QMimeData()
    data.setImageData(image)
    return data
