"""Where things are in the window: the same window, made without a screen, prints it as JSON.

Rectangles are [x, y, width, height] in pixels of the screen, from the window's upper left corner.
"""

from __future__ import annotations

import json

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtWidgets import QApplication, QComboBox, QToolBar, QWidget

from lenet_gui.engine.checkpoints.named_networks import load_recognizer, network_names
from lenet_gui.gui.appearance.theme import apply_theme
from lenet_gui.gui.drawing.canvas import Canvas
from lenet_gui.gui.panels.network import NetworkPanel
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.window.assembly import complete
from lenet_gui.gui.window.main_window import FIRST_SIZE, MainWindow
from tests.gui.helpers import child_of, finish_work, idle


def main() -> None:
    application = QApplication([])
    apply_theme(application, "system")
    window = MainWindow(Settings())
    window.resize(FIRST_SIZE)  # the real screen has that much room
    complete(window, Session(load_recognizer()))
    window.show()
    idle()
    canvas, network = child_of(window, Canvas), child_of(window, NetworkPanel)
    box = child_of(window, QComboBox, "network-choice")
    ratio = window.devicePixelRatioF()
    maps = {
        column.name: placed(
            window,
            network,
            QRectF(column.x / ratio, column.y / ratio, column.width / ratio, column.height / ratio),
        )
        for column in network.columns()
    }
    print(
        json.dumps(
            {
                "window": placed(window, window),
                "page": placed(window, canvas, canvas.page_rect()),
                "reader": placed(window, box),
                "camera": tab_of(window, "camera"),
                "toolbar": placed(window, child_of(window, QToolBar)),
                "status": placed(window, window.statusBar()),
                "maps": maps,
                "readers": network_names(),
            }
        )
    )
    window.close()
    finish_work()  # Python crashes if it ends while a thread of ours still runs


def tab_of(window: MainWindow, source: str) -> list[float]:
    """Where the tab of a source is."""
    tabs = window.page_area.tabs
    return placed(window, tabs, QRectF(tabs.tabRect(window.sources.names.index(source))))


def placed(window: QWidget, widget: QWidget, inside: QRectF | None = None) -> list[float]:
    rect = QRectF(widget.rect()) if inside is None else inside
    corner = rect.topLeft() + widget.mapTo(window, QPoint(0, 0))
    ratio = window.devicePixelRatioF()
    numbers = (corner.x(), corner.y(), rect.width(), rect.height())
    return [number * ratio for number in numbers]


if __name__ == "__main__":
    main()
