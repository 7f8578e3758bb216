"""Recent files and the last folder: the newest first, also after a restart."""

from pathlib import Path

from PySide6.QtWidgets import QMenu

from lenet_gui.gui.documents.documents import MOST_RECENT
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.settings import Settings
from lenet_gui.gui.window.main_window import MainWindow
from tests.gui.helpers import (
    SEVEN,
    answer_of,
    draw,
    idle,
    next_start,
)
from tests.gui.opening import answer_dialog, opened


def recent_menu(window: MainWindow) -> list[str]:
    file = window.menus.menus["file"]
    (menu,) = [a.menu() for a in file.actions() if isinstance(a.menu(), QMenu)]
    assert menu.isEnabled() == bool(menu.actions())
    return [action.text() for action in menu.actions()]


def choose_recent(window: MainWindow, place: int) -> None:
    file = window.menus.menus["file"]
    (menu,) = [a.menu() for a in file.actions() if isinstance(a.menu(), QMenu)]
    menu.actions()[place].trigger()


def test_recent_files_the_newest_first(window: MainWindow, tmp_path: Path, qtbot) -> None:
    assert recent_menu(window) == []
    paths = [tmp_path / f"drawing {number}.json" for number in range(MOST_RECENT + 3)]
    draw(window.session, SEVEN)
    for path in paths:
        window.documents.save_to(path)
    wanted = [str(path) for path in reversed(paths[3:])]
    assert recent_menu(window) == wanted
    assert len(wanted) == 8
    window.session.clear()
    idle()
    choose_recent(window, 5)
    qtbot.waitUntil(lambda: answer_of(window) == "7")
    assert recent_menu(window) == [wanted[5], *wanted[:5], *wanted[6:]]


def test_recent_files_are_there_after_a_restart(window: MainWindow, seven: Path, qtbot) -> None:
    opened(qtbot, window, seven, "7")
    window.close()
    again = next_start(qtbot)
    assert recent_menu(again) == [str(seven)]
    choose_recent(again, 0)
    qtbot.waitUntil(lambda: answer_of(again) == "7")


def test_recent_file_that_has_vanished_is_dropped(
    window: MainWindow, seven: Path, eight: Path, qtbot
) -> None:
    opened(qtbot, window, seven, "7")
    opened(qtbot, window, eight, "8")
    seven.unlink()
    with qtbot.waitSignal(window.failed):
        choose_recent(window, 1)
    assert recent_menu(window) == [str(eight)]
    assert Settings().texts("recent") == (str(eight),)
    assert answer_of(window) == "8"


def test_too_many_recent_files_in_the_settings(qtbot, session: Session, settings) -> None:
    settings.store_texts("recent", tuple(f"/{number}.json" for number in range(50)))
    window = MainWindow(session, settings)
    qtbot.addWidget(window)
    assert recent_menu(window) == [f"/{number}.json" for number in range(8)]


def test_last_folder_is_remembered(
    window: MainWindow, seven: Path, tmp_path: Path, qtbot, monkeypatch
) -> None:
    opened(qtbot, window, seven, "7")
    window.close()
    again = next_start(qtbot)
    asked = answer_dialog(monkeypatch, "getOpenFileNames", [])
    again.menus.actions["open"].trigger()
    assert asked[0][0] == str(tmp_path)


def test_name_with_an_ampersand_is_seen_whole(window: MainWindow, tmp_path: Path) -> None:
    """In a menu an & alone would be the mark of a letter."""
    draw(window.session, SEVEN)
    path = tmp_path / "black & white.json"
    window.documents.save_to(path)
    file = window.menus.menus["file"]
    (menu,) = [a.menu() for a in file.actions() if isinstance(a.menu(), QMenu)]
    (action,) = menu.actions()
    assert action.text().replace("&&", "\0").count("&") == 0
    assert action.text().replace("&&", "&") == str(path)
