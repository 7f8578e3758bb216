"""A screen of its own, the real program on it, and a person's hands and eyes.

Nothing waits for a fixed time: every wait is for something that can be seen, with a deadline.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import json
import os
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

import numpy as np
from PIL import ImageGrab

from tests.first_start import without_opening

ROOT = Path(__file__).resolve().parent.parent.parent
PROGRAM = Path(sys.executable).with_name("lenet-gui")
SIZE = (2600, 1600)  # room for the window at twice its size
DEADLINE = 120.0  # seconds; only a failure takes that long
LOOK_EVERY = 0.01

Points = Sequence[tuple[float, float]]
Seen = TypeVar("Seen")


def until(look: Callable[[], Seen], what: str, deadline: float = DEADLINE) -> Seen:
    """Look until there is something to see, and return it."""
    end = time.monotonic() + deadline
    while not (seen := look()):
        assert time.monotonic() < end, f"waited {deadline} s in vain: {what}"
        time.sleep(LOOK_EVERY)
    return seen


def alive(number: int) -> bool:
    """Whether that process is there; a zombie is not."""
    try:
        status = Path(f"/proc/{number}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def clean_environment(folder: Path, **more: str) -> dict[str, str]:
    """Without a screen, and with an empty home in which the opening was seen."""
    folder.mkdir(parents=True, exist_ok=True)
    without_opening(folder)
    folder.chmod(0o700)  # as Qt wants XDG_RUNTIME_DIR
    left_out = ("QT_", "WAYLAND_", "XDG_", "DISPLAY", "DBUS_")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(left_out)}
    homes = ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")
    return kept | dict.fromkeys(homes, str(folder)) | more


class Screen:
    """Xvfb on a display that was free."""

    def __enter__(self) -> Screen:
        read, write = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24",
             "-dpi", "96", "-nolisten", "tcp", "-noreset"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(write)
        with os.fdopen(read) as pipe:
            ready, _, _ = select.select([pipe], [], [], DEADLINE)
            number = pipe.readline().strip() if ready else ""
        if not number:
            self._stop()
        assert number, "Xvfb did not start"
        self.name = f":{number}"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()
        assert not alive(self._server.pid)

    def _stop(self) -> None:
        self._server.terminate()
        try:
            self._server.wait(5)
        except subprocess.TimeoutExpired:
            self._server.kill()
            self._server.wait()

    def hand(self, *commands: object, check: bool = True) -> str:
        """Run xdotool; it takes several commands one after the other."""
        done = subprocess.run(
            ["xdotool", *map(str, commands)],
            env={**os.environ, "DISPLAY": self.name},
            capture_output=True, text=True, timeout=DEADLINE, check=False,
        )  # fmt: skip
        assert not check or done.returncode == 0, done.stderr
        return done.stdout.strip()

    def look(self, x: float, y: float, width: float, height: float) -> np.ndarray:
        """uint8 (rows, columns, 3) of a part of the screen."""
        box = (int(x), int(y), int(x + width), int(y + height))
        return np.asarray(ImageGrab.grab(box, xdisplay=self.name).convert("RGB"))


def plan_of_window(environment: dict[str, str]) -> dict:
    """Where things are in the window."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.end_to_end.plan"],
        env={**environment, "QT_QPA_PLATFORM": "offscreen"},
        cwd=ROOT, capture_output=True, text=True, timeout=DEADLINE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


class Program:
    """The real program in a process of its own, with its window on a screen.

    command: what to start; the process must become the program. silent: at its end it must have
    written nothing to standard error.
    """

    def __init__(
        self,
        screen: Screen,
        folder: Path,
        command: Sequence[str | Path] = (PROGRAM,),
        silent: bool = True,
        **environment: str,
    ) -> None:
        self.screen, self._silent = screen, silent
        self._environment = clean_environment(folder, **environment)
        self._errors = folder / "stderr.txt"
        # A home of its own: making the window tidies up its settings.
        self.plan = plan_of_window(clean_environment(folder / "plan", **environment))
        with self._errors.open("w") as errors:
            self.process = subprocess.Popen(
                list(command),
                env={**self._environment, "DISPLAY": screen.name},
                stdout=subprocess.DEVNULL, stderr=errors,
                start_new_session=True,  # a group of its own, to be ended as one
            )  # fmt: skip
        try:
            self.window = until(self._find, "the window")
            self.rest()
            self.screen.hand("windowfocus", self.window)
            focus = partial(self.screen.hand, "getwindowfocus", check=False)
            until(lambda: focus() == self.window, "the keyboard")
            until(self.complete, "the window to be complete")
        except BaseException:
            self.kill()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.kill()
        until(lambda: not self.family(), "its processes to end with the program")
        if kind is None and self._silent:
            said = self.said()
            assert said == "", said

    def kill(self) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(DEADLINE)

    def _find(self) -> str:
        assert self.process.poll() is None, f"the program ended: {self.said()}"
        search = ["search", "--onlyvisible", "--pid", self.process.pid, "--name", "lenet_gui"]
        return self.screen.hand(*search, check=False).partition("\n")[0]

    def family(self) -> list[int]:
        """The process and its descendants, as far as they stayed in its group."""
        group = re.compile(rf"\) \S \d+ {self.process.pid} ")
        found = []
        for path in Path("/proc").glob("[0-9]*/stat"):
            try:
                member = group.search(path.read_text()) is not None
            except OSError:  # it has just ended
                continue
            if member and alive(int(path.parent.name)):
                found.append(int(path.parent.name))
        return found

    # ---- eyes

    def complete(self) -> bool:
        """Whether the panels are there, which come after the window, and nothing moves."""
        return len(np.unique(self.maps("C1").reshape(-1, 3), axis=0)) > 1 and self.still()

    def said(self) -> str:
        """What it wrote to standard error."""
        return self._errors.read_text()

    def settled(self, look: Callable[[], np.ndarray], wanted: np.ndarray) -> None:
        """Until that look shows this again: the title may be ahead of what is painted."""
        until(lambda: np.array_equal(look(), wanted), f"{look} as it was")

    @property
    def title(self) -> str:
        return self.screen.hand("getwindowname", self.window)

    @property
    def answer(self) -> str:
        """What the title says of the drawing; empty if nothing is drawn."""
        return self.title.removesuffix("lenet_gui").removesuffix(" – ")

    def wait_for_answer(self, answer: str) -> None:
        """Until that answer stands there and nothing moves any more."""

        def there() -> bool:
            return self.answer == answer and self.still() and self.answer == answer

        try:
            until(there, f"the answer {answer!r}")
        except AssertionError as error:
            raise AssertionError(f"{error}; it is {self.answer!r}") from None

    def still(self) -> bool:
        """Whether two looks at the window see the same."""
        before = self.whole()
        time.sleep(5 * LOOK_EVERY)
        return np.array_equal(before, self.whole())

    def whole(self) -> np.ndarray:
        """The window without its status bar, which shows times."""
        x, y, width, _ = self.plan["window"]
        return self.screen.look(x, y, width, self.plan["status"][1] - y)

    def below_toolbar(self) -> np.ndarray:
        """Page and panels: all that depends on the drawing alone, and not on its history."""
        toolbar = self.plan["toolbar"]
        return self.whole()[int(toolbar[1] + toolbar[3]) :]

    def maps(self, layer: str) -> np.ndarray:
        """The column of a layer in the network panel."""
        return self.screen.look(*self.plan["maps"][layer])

    def page(self) -> np.ndarray:
        return self.screen.look(*self.plan["page"])

    # ---- hands

    def place(self, x: float, y: float) -> tuple[int, int]:
        """The pixel of the screen at that part of the page, 0..1."""
        left, top, width, height = self.plan["page"]
        return round(left + x * width), round(top + y * height)

    def rest(self) -> None:
        """Take the pointer out of the window."""
        self.screen.hand("mousemove", SIZE[0] - 1, SIZE[1] - 1)

    def press(self, line: Points) -> None:
        """Press the left button at the first point and move along the line, still pressed."""
        first, *others = walk([self.place(*point) for point in line])
        commands: list[object] = ["mousemove", *first, "mousedown", 1]
        for place in others:
            commands += ["mousemove", *place]
        self.screen.hand(*commands)

    def move(self, line: Points) -> None:
        commands: list[object] = []
        for place in walk([self.place(*point) for point in line]):
            commands += ["mousemove", *place]
        self.screen.hand(*commands)

    def release(self) -> None:
        self.screen.hand("mouseup", 1)

    def draw(self, lines: Iterable[Points]) -> None:
        for line in lines:
            self.press(line)
            self.release()
        self.rest()

    def click(self, rect: Sequence[float]) -> None:
        x, y, width, height = rect
        self.screen.hand("mousemove", int(x + width / 2), int(y + height / 2), "click", 1)

    def keys(self, *names: str) -> None:
        self.screen.hand("key", *names)

    def close_window(self) -> None:
        """What the cross in the title bar does."""
        send_close(self.screen.name, int(self.window))

    def wait_for_end(self) -> int:
        """The exit code."""
        return self.process.wait(DEADLINE)


def walk(places: Sequence[tuple[int, int]], step: float = 8.0) -> list[tuple[int, int]]:
    """Places along a line, as close to each other as a hand's mouse reports them."""
    walked = [places[0]]
    for (x0, y0), (x1, y1) in pairwise(places):
        count = max(1, round(float(np.hypot(x1 - x0, y1 - y0)) / step))
        for part in range(1, count + 1):
            walked.append(
                (round(x0 + (x1 - x0) * part / count), round(y0 + (y1 - y0) * part / count))
            )
    return walked


class _ClientMessage(ctypes.Structure):
    """XClientMessageEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("room", ctypes.c_long * 24),  # an XEvent is larger
    )


def send_close(display_name: str, window: int) -> None:
    """Ask a window to close, as a window manager does; xdotool can only destroy it."""
    x = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XInternAtom.restype = ctypes.c_ulong
    x.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    x.XSendEvent.argtypes = [
        ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.c_void_p,
    ]  # fmt: skip
    x.XCloseDisplay.argtypes = [ctypes.c_void_p]
    display = x.XOpenDisplay(display_name.encode())
    assert display
    client_message = 33
    event = _ClientMessage(type=client_message, window=window, format=32)
    event.message_type = x.XInternAtom(display, b"WM_PROTOCOLS", 0)
    event.data[0] = x.XInternAtom(display, b"WM_DELETE_WINDOW", 0)
    x.XSendEvent(display, window, 0, 0, ctypes.byref(event))
    x.XCloseDisplay(display)  # sends what is waiting
