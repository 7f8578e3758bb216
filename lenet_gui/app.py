"""Composition root of the window: network, session, panels, error handling."""

from __future__ import annotations

import gc
import logging
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lenet_gui import __version__
from lenet_gui.gui.system.display_check import obstacle
from lenet_gui.gui.system.memory_release import GIVE_BACK_INTERVAL_MS, give_back, use_little

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from lenet_gui.engine.recognition.recognizer import Recognizer
    from lenet_gui.gui.system.settings import Settings
    from lenet_gui.gui.system.sudden_ends import SuddenEnds
    from lenet_gui.gui.window.main_window import MainWindow

log = logging.getLogger(__name__)

END_TIMEOUT_S = 2.0  # how long threads may go on after the window was closed


def run(files: Sequence[str]) -> int:
    """Open the window with files, and return, once it is closed, the exit code of the program."""
    why_not = obstacle()
    if why_not is not None:
        print(f"lenet-gui: {why_not}", file=sys.stderr)
        return 1

    use_little()
    # A thread that reads or imports hands over to the window's thread after this long. Python's
    # default of 5 ms, paid at each call into Qt, would stall the window for 100 ms.
    sys.setswitchinterval(0.0005)
    gc.disable()  # nothing becomes garbage during the start; see _begin_reading
    application = _application()
    from lenet_gui.gui.system.background import end_work
    from lenet_gui.gui.system.log_file import Journal, log_folder
    from lenet_gui.gui.system.settings import Settings

    journal = Journal(log_folder())
    journal.begin()
    settings = Settings()
    _speak_and_look(application, settings)
    window = _window(settings)
    ends: list[SuddenEnds] = []
    window.first_painted.connect(lambda: ends.append(_guard(application, window)))
    window.first_painted.connect(lambda: _begin_reading(window))
    window.first_painted.connect(journal.watch)
    window.first_painted.connect(lambda: _open(window, files))
    window.show()
    code = 1
    try:
        code = application.exec()
    finally:
        for guard in ends:
            guard.remove()
        journal.end()
        end_work(END_TIMEOUT_S, code, settings.write_now)
    return code


def _application() -> QApplication:
    """Make the application, with what must be set before the first window."""
    from PySide6.QtCore import QCoreApplication, Qt

    from lenet_gui.gui.system.qt_features import skip_source_scan

    skip_source_scan()
    from PySide6.QtWidgets import QApplication

    from lenet_gui.gui.appearance.theme import FUSION_ARGUMENTS, mark_fusion

    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in the terminal ends the program
    application = QApplication(["lenet-gui", *FUSION_ARGUMENTS])
    mark_fusion(application)
    application.setApplicationName("lenet_gui")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("lenet_gui")
    # Qt would merge points of the pointer into fewer. It ignores this before there is an
    # application.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents, False)
    return application


def _guard(application: QApplication, window: MainWindow) -> SuddenEnds:
    """Keep the page at sudden ends, from now on, and return free memory to the system."""
    from lenet_gui.gui.system.sudden_ends import SuddenEnds

    _give_back_often(application)
    return SuddenEnds(application, window.keep, window.keep_for_logout)


def _give_back_often(application: QApplication) -> None:
    """Return free memory to the system once a minute."""
    from PySide6.QtCore import QTimer

    timer = QTimer(application)
    timer.timeout.connect(give_back)
    timer.start(GIVE_BACK_INTERVAL_MS)


def _speak_and_look(application: QApplication, settings: Settings) -> None:
    """Set language and theme; the theme follows the system's from now on, if that was chosen."""
    from lenet_gui.gui.appearance.languages import SYSTEM, use_language
    from lenet_gui.gui.appearance.theme import apply_theme

    use_language(settings.text("language", SYSTEM))
    apply_theme(application, settings.text("theme", "system"))
    application.styleHints().colorSchemeChanged.connect(
        lambda: apply_theme(application, settings.text("theme", "system"))
    )


def _window(settings: Settings) -> MainWindow:
    """Return the frame of the window; the rest follows when that is painted."""
    from lenet_gui.gui.system.errors import ErrorReporter
    from lenet_gui.gui.window.main_window import MainWindow

    window = MainWindow(settings)
    reporter = ErrorReporter(window)
    reporter.install()
    window.failed.connect(reporter.tell)
    return window


def _begin_reading(window: MainWindow) -> None:
    """Load the engine and a network, and fill the window, whose frame is painted."""
    from PySide6.QtGui import QIcon

    from lenet_gui.common.assets import resource
    from lenet_gui.gui.appearance.accessible_roles import tell_roles
    from lenet_gui.gui.session.session import Session
    from lenet_gui.gui.window.assembly import complete

    tell_roles()
    complete(window, Session(_first_recognizer(window.settings)))
    window.commands.recovery.begin()
    window.setWindowIcon(QIcon(str(resource("icons", "lenet_gui.png"))))
    gc.freeze()
    gc.enable()
    # Searching all modules for garbage would be felt, and none of them ever becomes any: so the
    # collector leaves out what was loaded, now and when the rest is.
    window.commands.training.loaded.connect(gc.freeze)


def _open(window: MainWindow, files: Sequence[str]) -> None:
    """Open files that the command line named, or greet; the window is filled by now."""
    window.commands.welcome.begin(opens_files=bool(files))
    window.commands.documents.open_paths([Path(name).absolute() for name in files])


def _first_recognizer(settings: Settings) -> Recognizer:
    """Load the network that was used last, or the default one if that has gone."""
    from lenet_gui.common.bad_input import BadInput
    from lenet_gui.engine.checkpoints.named_networks import (
        DEFAULT_NETWORK,
        load_recognizer,
        network_names,
    )

    name = settings.text("reader", DEFAULT_NETWORK)
    if name in network_names():
        try:
            return load_recognizer(name)
        except BadInput as error:  # a damaged file in the library must not stop the start
            log.warning("%s", error)
    settings.drop("reader", name)
    return load_recognizer(DEFAULT_NETWORK)
