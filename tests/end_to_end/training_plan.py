"""Where the tabs of the panels are, and the buttons of the notice of an unfinished training if
there is one, as plan.py says it of the rest."""

from __future__ import annotations

import json

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QApplication, QTabBar

from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.engine.storage.data_path import data_path
from lenet_gui.gui.appearance.theme import apply_theme
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.window.assembly import complete
from lenet_gui.gui.window.main_window import FIRST_SIZE, MainWindow
from tests.end_to_end.plan import placed
from tests.gui.helpers import finish_work, idle


def main() -> None:
    application = QApplication([])
    apply_theme(application, "system")
    window = MainWindow(Settings())
    window.resize(FIRST_SIZE)  # the real screen has that much room
    complete(window, Session(load_recognizer()))
    window.show()
    idle()
    tabs = {
        bar.tabText(place): placed(window, bar, QRectF(bar.tabRect(place)))
        for bar in window.findChildren(QTabBar)
        for place in range(bar.count())
    }
    if next((data_path() / "training").glob("*.resume.safetensors"), None) is not None:
        commands = window.commands.training
        while commands.notice is None:
            application.processEvents()
        idle()
        for action in commands.notice.actions():
            widget = commands.notice.widgetForAction(action)
            tabs[action.text()] = placed(window, widget)
    print(json.dumps(tabs))
    window.close()
    finish_work()  # Python crashes if it ends while a thread of ours still runs


if __name__ == "__main__":
    main()
