"""Where the camera source and its picture are, as plan.py says it of the rest."""

from __future__ import annotations

import json

from PySide6.QtWidgets import QApplication

from lenet_gui.engine.checkpoints.named_networks import load_recognizer
from lenet_gui.gui.appearance.theme import apply_theme
from lenet_gui.gui.feeds.feed import Moment
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.window.assembly import complete
from lenet_gui.gui.window.main_window import FIRST_SIZE, MainWindow
from tests.end_to_end.plan import placed, tab_of
from tests.gui.helpers import finish_work, idle


def main() -> None:
    application = QApplication([])
    apply_theme(application, "system")
    window = MainWindow(Settings())
    window.resize(FIRST_SIZE)  # the real screen has that much room
    complete(window, Session(load_recognizer()))
    window.show()
    idle()
    found = {"tab": tab_of(window, "camera")}
    window.sources.bring("camera")
    source = window.sources.source("camera")
    while source._cameras.busy:
        idle()
    source.bar.choose("video")
    source.viewer.seek_bar.show_moment(Moment(0, 1000))  # as while one plays
    idle()
    found["picture"] = placed(window, source.viewer.view)
    print(json.dumps(found))
    window.close()
    finish_work()  # Python crashes if it ends while a thread of ours still runs


if __name__ == "__main__":
    main()
