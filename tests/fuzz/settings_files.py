"""Settings files."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from random import Random

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QDockWidget, QMainWindow

from lenet_gui.gui.appearance.languages import SYSTEM
from lenet_gui.gui.system.settings import Settings
from tests.fuzz.kinds import Files, Kind
from tests.fuzz.mutations import mutated

_NAME = "lenet_gui.ini"
# Opened by Qt alone, this would run a command.
PICKLE = (
    rb"@Variant(\0\0\0\x7f\0\0\0\x18PySide::PyObjectWrapper\0\0\0\0\x30\x80\x4\x95%\0\0\0\0\0\0\0"
    rb"\x8c\x5posix\x94\x8c\x6system\x94\x93\x94\x8c\necho PWNED\x94\x85\x94R\x94.)"
)

_ODD = (
    b"", b"@Invalid()", b"@Rect(0 0 -1 1e9)", b"a, b, @Size(1 x)", PICKLE, b"@ByteArray(", b'"',
    b"\\x", b"1e999", b"nan", b"[" * 3000,
)  # fmt: skip


def _window() -> QMainWindow:
    window = QMainWindow()
    for name in ("one", "two"):
        dock = QDockWidget(name, window)
        dock.setObjectName(name)
        window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    return window


@cache
def corpus() -> Files:
    window = _window()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, _NAME)
        settings = Settings(path)
        settings.store("theme", "dark")
        settings.store("reader", "lenet-5")
        settings.store("pen_width", 41.5)
        settings.store("training/epochs", "3")
        settings.store_texts("recent", ("/home/a b/ü.json", 'C:\\x\\"y".png'))
        settings.store_state("geometry", window.saveGeometry())
        settings.store_state("state", window.saveState())
        del settings  # Qt writes it
        return {_NAME: path.read_bytes()}


def mutate(name: str, data: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    fate = chance.random()
    if fate < 0.5:
        return mutated(data, others, chance)
    lines = data.split(b"\n")
    place = chance.randrange(len(lines))
    key, equals, value = lines[place].partition(b"=")
    if equals and value.startswith(b'"@ByteArray(') and fate < 0.7:
        inside = mutated(value[12:-2], [], chance)
        value = b'"@ByteArray(' + inside.replace(b"\n", b"") + b')"'
    elif equals and fate < 0.85:
        value = chance.choice(_ODD)
    else:
        key = mutated(key, [], chance).replace(b"\n", b"")
    lines[place] = key + equals + value
    return b"\n".join(lines)


def by_hand(heavy: bool) -> Files:
    ways = {
        "plain": PICKLE,
        "quoted": b'"' + PICKLE + b'"',
        "in a list": b"a, " + PICKLE,
        "escaped": PICKLE.replace(b"@", rb"\x40", 1),
        "octal": PICKLE.replace(b"@V", rb"\100V", 1),
        "folded": PICKLE.replace(b"@", b"\\\n@", 1),
        "date": rb"@DateTime(\0\0\0\x10\0\0\0\0\0\0\0\0\0\0)",
    }
    files = {f"{name}.ini": b"[General]\ntheme=" + value + b"\n" for name, value in ways.items()}
    files["huge.ini"] = b"[General]\ntheme=" + b"x" * 2_000_000
    files["zeros.ini"] = bytes(5000)
    return files


def use(path: Path) -> None:
    """What the window asks for at its start, and what it stores at its end."""
    settings = Settings(path)
    settings.text("theme", "system")
    settings.text("language", SYSTEM).encode()
    settings.text("reader", "").encode()
    settings.text("training/epochs", "")
    assert 8 <= settings.number("pen_width", 36.0, 8.0, 120.0) <= 120
    for key in ("recent", "data"):
        "".join(settings.texts(key)).encode()
    window = _window()
    for key, restore in (("geometry", window.restoreGeometry), ("state", window.restoreState)):
        state = settings.state(key)
        assert state is None or isinstance(state, QByteArray)
        if state is not None:
            restore(state)
    settings.store("pen_width", 20.0)
    del settings
    assert Settings(path).number("pen_width", 36.0, 8.0, 120.0) == 20.0


KIND = Kind("settings files", corpus, mutate, use, by_hand)
