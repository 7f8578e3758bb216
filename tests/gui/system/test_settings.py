"""Settings that last, and bad ones that are dropped one by one."""

import json
import os
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from lenet_gui.gui.system.settings import ALLOWED_CHOICES, Settings
from tests.fuzz.settings_files import PICKLE


@pytest.mark.parametrize("choice", ALLOWED_CHOICES["theme"])
def test_choices_last(settings: Settings, choice: str) -> None:
    settings.store("theme", choice)
    assert Settings().text("theme", "system") == choice


def test_states_last(settings: Settings) -> None:
    settings.store_state("geometry", QByteArray(b"\0\1\2"))
    assert Settings().state("geometry") == QByteArray(b"\0\1\2")


def test_numbers_and_lists_last(settings: Settings) -> None:
    settings.store("pen_width", 41.5)
    settings.store_texts("recent", ("/a b.json", "/ü,\"'.png"))
    assert Settings().number("pen_width", 36.0, 8.0, 120.0) == 41.5
    assert Settings().texts("recent") == ("/a b.json", "/ü,\"'.png")


def test_nothing_stored_is_no_complaint(settings: Settings, warnings) -> None:
    assert settings.text("theme", "system") == "system"
    assert settings.number("pen_width", 36.0, 8.0, 120.0) == 36.0
    assert settings.texts("recent") == ()
    assert settings.state("geometry") is None
    assert not warnings.records


BROKEN_TEXTS = ["purple", 7, ["light"], "x" * 10_000, QByteArray(b"light"), {"a": 1}]
BROKEN_NUMBERS = ["thick", "nan", "inf", "-3", 1e9, ["36"], QByteArray(b"\xff")]
BROKEN_LISTS = ["", "[", "{}", "[1]", '"text"', 3, "[" * 5000, json.dumps(["x" * 10_000])]
BROKEN_STATES = ["text", 5, ["a"], True]


@pytest.mark.parametrize("value", BROKEN_TEXTS, ids=lambda value: str(value)[:12])
def test_bad_choice(settings_file: QSettings, settings: Settings, warnings, value: object) -> None:
    settings_file.setValue("theme", value)
    assert settings.text("theme", "system") == "system"
    assert_dropped(settings_file, warnings, "theme")


@pytest.mark.parametrize("value", BROKEN_NUMBERS, ids=lambda value: str(value)[:12])
def test_bad_number(settings_file: QSettings, settings: Settings, warnings, value: object) -> None:
    settings_file.setValue("pen_width", value)
    assert settings.number("pen_width", 36.0, 8.0, 120.0) == 36.0
    assert_dropped(settings_file, warnings, "pen_width")


@pytest.mark.parametrize("value", BROKEN_LISTS, ids=lambda value: str(value)[:12])
def test_bad_list(settings_file: QSettings, settings: Settings, warnings, value: object) -> None:
    settings_file.setValue("recent", value)
    assert settings.texts("recent") == ()
    assert_dropped(settings_file, warnings, "recent")


@pytest.mark.parametrize("value", BROKEN_STATES, ids=str)
def test_bad_state(settings_file: QSettings, settings: Settings, warnings, value: object) -> None:
    settings_file.setValue("geometry", value)
    assert settings.state("geometry") is None
    assert_dropped(settings_file, warnings, "geometry")


def assert_dropped(file: QSettings, warnings, key: str) -> None:
    """A line in the log that names the setting and is not as long as its value."""
    (record,) = warnings.records
    assert key in record.getMessage()
    assert len(record.getMessage()) < 300
    assert not file.contains(key)


def test_others_stay(settings_file: QSettings, settings: Settings, warnings) -> None:
    settings.store("reader", "lenet-5")
    settings_file.setValue("theme", "purple")
    settings.text("theme", "system")
    assert settings.text("reader", "") == "lenet-5"
    assert len(warnings.records) == 1


@pytest.mark.skipif(os.name != "posix", reason="rights are another matter there")
def test_nobody_else_reads_them(settings_file: QSettings) -> None:
    path = Path(settings_file.fileName())
    path.parent.chmod(0o755)
    path.touch()
    path.chmod(0o644)
    settings = Settings()
    settings.store("camera_address", "http://me:secret@camera/video")
    settings._file.sync()
    assert "secret" in path.read_text()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_a_state_that_is_damaged_is_dropped(settings: Settings, settings_file, warnings) -> None:
    settings.store_state("state", QByteArray(b"whole and good"))
    sealed = settings_file.value("state")
    settings_file.setValue("state", sealed.replace(b"good", b"bad!"))
    assert settings.state("state") is None
    assert_dropped(settings_file, warnings, "state")


@pytest.mark.parametrize("value", [PICKLE, b"x, " + PICKLE, rb"\x40" + PICKLE[1:]])
def test_a_file_that_would_run_something_is_put_aside(
    tmp_path: Path, capfd, warnings, value: bytes
) -> None:
    path = tmp_path / "settings.ini"
    path.write_bytes(b"[General]\ntheme=dark\nreader=" + value + b"\n")
    settings = Settings(path)
    assert settings.text("reader", "none") == "none"
    settings.store("theme", "light")
    del settings
    assert Settings(path).text("theme", "system") == "light"
    assert "PWNED" not in capfd.readouterr().out
    assert "put aside" in warnings.text
    assert (tmp_path / "settings.ini.refused").is_file()


@pytest.mark.skipif(os.name != "posix", reason="there are no named pipes")
@pytest.mark.parametrize("kind", ["pipe", "folder"])
@pytest.mark.parametrize("own", [True, False])
def test_what_is_no_file_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, warnings, kind: str, own: bool
) -> None:
    """A named pipe would wait for ever, and a folder is none of the program's."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    path = tmp_path / "lenet_gui" / "lenet_gui.ini"
    path.parent.mkdir()
    os.mkfifo(path, 0o644) if kind == "pipe" else path.mkdir(0o755)
    before = path.stat()
    for _ in range(2):
        settings = Settings(None if own else path)
        assert settings.text("theme", "system") in ("system", "dark")
        settings.store("theme", "dark")
        assert settings.lasting
        settings._file.sync()
    assert Settings(None if own else path).text("theme", "system") == "dark"
    assert (path.parent / "new-lenet_gui.ini").is_file()
    after = path.stat()
    assert (after.st_mode, after.st_mtime_ns) == (before.st_mode, before.st_mtime_ns)
    assert "this is not a file" in warnings.text
    QSettings.setPath(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, os.environ["XDG_CONFIG_HOME"]
    )
