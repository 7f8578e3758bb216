"""Whether a window can be opened, said in a sentence before Qt ends the process."""

import ctypes
import re
import sys

import pytest

from lenet_gui.cli.parser import parser
from lenet_gui.gui.system import display_check

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="speaks of X11")


@pytest.fixture
def no_screen(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


def test_every_command_is_named_that_needs_no_window() -> None:
    listed = re.findall(r"^    (\w+)(?:  |$)", parser().format_help(), re.MULTILINE)
    assert {"recognize", "export"} <= set(listed)
    assert all(f" {name}" in display_check.WITHOUT for name in listed)


@pytest.mark.parametrize("value", [None, ""])
@pytest.mark.parametrize("platform", ["", "xcb"])
def test_no_display(no_screen: pytest.MonkeyPatch, value: str | None, platform: str) -> None:
    no_screen.setenv("QT_QPA_PLATFORM", platform)
    if value is not None:
        no_screen.setenv("DISPLAY", value)
    why = display_check.obstacle()
    assert why is not None
    assert "no display" in why
    assert display_check.WITHOUT in why


@pytest.mark.parametrize("name", [":987", "nowhere.invalid:0", "nonsense"])
def test_unreachable_display(no_screen: pytest.MonkeyPatch, name: str) -> None:
    no_screen.setenv("DISPLAY", name)
    no_screen.setattr(display_check, "_missing_library", lambda: None)  # whatever is missing here
    why = display_check.obstacle()
    assert why is not None
    assert name in why
    assert display_check.WITHOUT in why


def test_missing_library_is_named(no_screen: pytest.MonkeyPatch) -> None:
    no_screen.setenv("DISPLAY", ":987")

    def refuse(name: str, *more: object) -> None:
        raise OSError("libxcb-icccm.so.4: cannot open shared object file: No such file")

    no_screen.setattr(ctypes, "CDLL", refuse)
    why = display_check.obstacle()
    assert why is not None
    assert "libxcb-icccm.so.4" in why
    assert "apt install" in why
    assert "libxcb-icccm4" in why


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "wayland", "vnc"])
def test_another_platform_needs_no_x11(no_screen: pytest.MonkeyPatch, platform: str) -> None:
    no_screen.setenv("QT_QPA_PLATFORM", platform)
    assert display_check.obstacle() is None


def test_wayland(no_screen: pytest.MonkeyPatch) -> None:
    no_screen.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert display_check.obstacle() is None


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems(no_screen: pytest.MonkeyPatch, system: str) -> None:
    no_screen.setattr(sys, "platform", system)
    assert display_check.obstacle() is None
