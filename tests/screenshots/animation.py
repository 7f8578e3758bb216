"""The moving picture of the README: digits are drawn while the maps move."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageQt
from PySide6.QtTest import QTest

from lenet_gui.common.values import Drawing
from tests.screenshots.stage import Stage, sample

DIGITS = ("four", "eight")
FRAME_MS = 60
SLOWNESS = 0.95  # times the pace of the hand that drew the samples: one can follow it
BLANK_MS, SHOWN_MS = 300, 1100  # before a digit, and after it
QUALITY = 70
MOST_BYTES = 3_000_000


def take(path: Path) -> int:
    """Write it as WebP. Return 0, or 1 if it is too large."""
    stage = Stage()
    stage.fill_screen()
    stage.look("en", "light")
    stage.enter("read")
    frames: list[tuple[Image.Image, int]] = []
    for name in DIGITS:
        stage.session.clear()
        frames.append((_frame(stage), BLANK_MS))
        frames += [(frame, FRAME_MS) for frame in _drawn(stage, sample(name))]
        frames[-1] = frames[-1][0], SHOWN_MS
    stage.window.close()
    pictures, times = zip(*frames, strict=True)
    pictures[0].save(
        path,
        save_all=True,
        append_images=pictures[1:],
        duration=list(times),
        loop=0,
        quality=QUALITY,
        method=4,
    )
    size = path.stat().st_size
    print(f"{path}: {size:,} bytes, {sum(times) / 1000:.1f} s, {len(frames)} pictures")
    return int(size > MOST_BYTES)


def _drawn(stage: Stage, drawing: Drawing) -> list[Image.Image]:
    """Draw through the session, as a pen does. Return the window after each step in time."""
    frames, elapsed, session = [], 0.0, stage.session
    for stroke in drawing.strokes:
        waiting = list(zip(stroke.points.tolist(), stroke.times.tolist(), strict=True))
        while waiting:
            while waiting and waiting[0][1] <= elapsed:
                (x, y), _ = waiting.pop(0)
                if session.live is None:
                    session.begin_stroke(x, y)
                else:
                    session.extend_stroke(x, y)
            frames.append(_frame(stage))
            elapsed += FRAME_MS / SLOWNESS
        session.end_stroke()
    return [*frames, _frame(stage)]


def _frame(stage: Stage) -> Image.Image:
    """Return the window as it is when everything has followed the pen."""
    QTest.qWait(FRAME_MS)
    return ImageQt.fromqpixmap(stage.window.grab()).convert("RGB")
