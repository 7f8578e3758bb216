"""Where the MNIST source and single units are, as plan.py says it of the rest."""

from __future__ import annotations

import json

from PySide6.QtCore import QPoint, QRectF
from PySide6.QtWidgets import QApplication

from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.gui.appearance.theme import apply_theme
from lenet_gui.gui.network.painter import map_rect
from lenet_gui.gui.panels.network import NetworkPanel
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.window.assembly import complete
from lenet_gui.gui.window.main_window import FIRST_SIZE, MainWindow
from tests.end_to_end.plan import placed, tab_of
from tests.gui.helpers import child_of, finish_work, idle

DIGITS = 30  # of the first rows of the grid


def main() -> None:
    application = QApplication([])
    apply_theme(application, "system")
    window = MainWindow(Settings())
    window.resize(FIRST_SIZE)  # the real screen has that much room
    complete(window, Session(load_recognizer()))
    window.show()
    idle()
    network = child_of(window, NetworkPanel)
    column = next(column for column in network.columns() if column.name == "C3")
    found = {
        "units of C3": [
            placed(window, network, QRectF(map_rect(column, index)))
            for index in range(column.grid.count)
        ],
        "tab": tab_of(window, "mnist"),
        "back": tab_of(window, "drawing"),
    }
    window.sources.bring("mnist")
    source = window.sources.source("mnist")
    while source._background.busy:
        application.processEvents()
    idle()
    found["grid"] = [
        placed(window, source.grid, QRectF(source.grid.cell(place))) for place in range(DIGITS)
    ]
    corner = source.mapTo(window, QPoint(0, 0))
    found["source"] = [corner.x(), corner.y(), source.width(), source.height()]
    print(json.dumps(found))
    window.close()
    finish_work()  # Python crashes if it ends while a thread of ours still runs


if __name__ == "__main__":
    main()
