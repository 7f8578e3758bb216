"""Hostile pictures end in a sentence, honest ones are read, and no process stays behind."""

import contextlib
import io
import json
import os
import re
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.decoding import helper, helper_process
from lenet_gui.engine.decoding.helper_process import HELPER, HelperProcess
from lenet_gui.engine.decoding.image_cost import image_cost as cost_of
from lenet_gui.engine.decoding.jpeg_headers import repaired
from lenet_gui.engine.decoding.messages import read_message, write_message
from lenet_gui.engine.ink.image_files import (
    decode_image,
    grey_of_bytes,
    photograph_of_bytes,
    picture_of_bytes,
)
from tests.engine.decoding.hostile_images import HOSTILE, encoded, repeated_scans, scans_of_size
from tests.helpers import mnist_test

SENTENCES = r" (takes longer to decode than|takes more memory to decode than|is damaged: )"


@pytest.fixture
def hasty(patient: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give up sooner, so that the tests do not take long; what is hostile takes ten times more."""
    monkeypatch.setattr(helper_process, "MAX_SECONDS", 0.4)


def photo(columns: int = 120, rows: int = 90) -> Image.Image:
    values = np.random.default_rng(0).normal(215, 6, (rows, columns, 3))
    values[rows // 4 : rows // 2, columns // 3 : columns // 2] = 40
    return Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))


@pytest.mark.parametrize("name", HOSTILE)
def test_what_costs_too_much_ends_in_a_sentence(hasty: None, name: str) -> None:
    data = HOSTILE[name]()
    cost = cost_of(data)
    assert cost is None or not cost.small, "it would be decoded in this process"
    with pytest.raises(BadInput, match=re.escape(name) + SENTENCES):
        photograph_of_bytes(data, name)


def test_frames_of_cameras_have_the_same_bounds(hasty: None) -> None:
    with pytest.raises(BadInput, match="camera takes longer to decode than"):
        grey_of_bytes(repeated_scans(1000), "camera")


@pytest.mark.parametrize("size", [440_000, 5_700_000])
def test_the_command_line_ends_in_a_sentence_and_leaves_no_process(
    tmp_path: Path, size: int
) -> None:
    path = tmp_path / "scans.jpg"
    path.write_bytes(scans_of_size(size))
    command = [sys.executable, "-m", "lenet_gui", "recognize", "--json", str(path)]
    mark = {"STARTED_BY": str(tmp_path)}
    done = subprocess.run(
        command, env=os.environ | mark, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr == ""
    (result,) = json.loads(done.stdout)
    assert result["message"] == "scans.jpg takes longer to decode than 5 seconds, the limit."
    assert not processes_with(mark)


def processes_with(mark: dict[str, str]) -> list[str]:
    """Return the numbers of all processes in the system that have these environment variables."""
    wanted, found = {f"{name}={value}".encode() for name, value in mark.items()}, []
    for path in Path("/proc").glob("[0-9]*/environ"):
        with contextlib.suppress(OSError):
            if wanted <= set(path.read_bytes().split(b"\0")):
                found.append(path.parent.name)
    return found


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("jpeg", {}),
        ("jpeg", {"progressive": True}),
        ("png", {}),
        ("gif", {}),
        ("bmp", {}),
        ("ppm", {}),
        ("webp", {}),
        ("webp", {"lossless": True}),
        ("tiff", {}),
        ("tiff", {"compression": "tiff_lzw"}),
        ("tiff", {"compression": "tiff_adobe_deflate"}),
        ("tiff", {"compression": "packbits"}),
    ],
)
def test_ordinary_pictures_start_no_process(kind: str, options: dict[str, object]) -> None:
    data = encoded(photo(1200, 900), kind, **options)
    assert photograph_of_bytes(data, "a").grey.shape == (900, 1200)
    assert HELPER._process is None


def test_photographs_of_a_phone_are_decoded_in_this_process() -> None:
    """12 million pixels, in the two ways in which phones write them; one of 50 million."""
    grey = np.full((3000, 4000), 200, np.uint8)
    for options in ({}, {"progressive": True}):
        cost = cost_of(encoded(Image.fromarray(grey).convert("RGB"), "jpeg", **options))
        assert cost is not None
        assert cost.small
    large = cost_of(encoded(Image.new("RGB", (8064, 6048)), "jpeg"))
    assert large is not None
    assert large.small


@pytest.mark.parametrize(
    ("size", "options"),
    [((8064, 7400), {}), ((8064, 6048), {"progressive": True})],
)
def test_the_largest_photographs_are_read_without_their_colours(
    size: tuple[int, int], options: dict[str, bool]
) -> None:
    """60 million pixels in colours, or 50 of a progressive file, would take too much memory."""
    grey = np.full(size[::-1], 230, np.uint8)
    grey[2000:4000, 3000:3300] = 20
    data = encoded(Image.fromarray(grey).convert("RGB"), "jpeg", **options)
    found = photograph_of_bytes(data, "a")
    assert np.abs(found.grey.astype(np.int16) - grey).max() < 60


def test_what_takes_too_much_memory_is_not_called_damaged() -> None:
    data = encoded(Image.new("RGB", (7000, 7000), "white"), "webp", quality=0, method=0)
    with pytest.raises(BadInput, match=r"takes more memory to decode than 300 MB|million pixels"):
        photograph_of_bytes(data, "a.webp")
    data = encoded(Image.new("RGB", (5400, 5400), "white"), "webp", quality=0, method=0)
    with pytest.raises(BadInput, match="takes more memory to decode than 300 MB"):
        photograph_of_bytes(data, "a.webp")


@pytest.mark.parametrize("kind", ["jpeg", "png", "gif", "bmp", "ppm", "webp", "tiff"])
def test_a_cost_is_no_less_for_more_pixels(kind: str) -> None:
    costs = [cost_of(encoded(photo(side, side), kind)) for side in (40, 80, 160)]
    seconds = [cost.seconds for cost in costs if cost is not None]
    assert len(seconds) == 3
    assert seconds == sorted(seconds)


def test_the_helper_reads_what_this_process_reads() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = encoded(photo(), "jpeg", exif=exif)
    here = decode_image(data, "a.jpg", "grey")
    header, body = HELPER.ask({"name": "a.jpg", "wanted": "grey"}, data, "a.jpg")
    assert header == {"shape": [120, 90], "orientation": 6, "stored": [120, 90], "notes": []}
    assert body == here.grey.tobytes()


def test_an_honest_picture_that_costs_more_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    data = encoded(photo(), "png")
    wanted = photograph_of_bytes(data, "a.png").grey
    monkeypatch.setattr("lenet_gui.engine.ink.image_files.image_cost", lambda data: None)
    assert np.array_equal(photograph_of_bytes(data, "a.png").grey, wanted)
    assert HELPER._process is not None


def test_the_helper_is_used_again_and_started_again(monkeypatch: pytest.MonkeyPatch) -> None:
    data, header = encoded(photo(), "png"), {"name": "a", "wanted": "grey"}
    HELPER.ask(header, data, "a")
    first = HELPER._process
    HELPER.ask(header, data, "a")
    assert HELPER._process is first
    with monkeypatch.context() as hasty:
        hasty.setattr(helper_process, "MAX_SECONDS", 0.4)
        with pytest.raises(BadInput, match="takes longer"):
            HELPER.ask(header, repeated_scans(3000), "a")
    assert HELPER.ask(header, data, "a")[0]["shape"] == [90, 120]


def test_a_helper_that_dies_is_a_sentence_and_another_one_follows() -> None:
    data, header = encoded(photo(), "png"), {"name": "a", "wanted": "grey"}
    HELPER.ask(header, data, "a")
    HELPER._process.stdin.close()  # the helper ends at the end of its input
    with pytest.raises(BadInput, match=r"^a is damaged: decoding it failed\.$"):
        HELPER.ask(header, data, "a")
    assert HELPER.ask(header, data, "a")[0]["shape"] == [90, 120]


@pytest.mark.skipif(os.name == "nt", reason="a shell script stands for the program")
def test_the_frozen_program_is_its_own_helper(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    root, script = Path(helper_process.lenet_gui.__path__[0]).parent, tmp_path / "lenet-gui"
    script.write_text(f'#!/bin/sh\nPYTHONPATH={root} exec {sys.executable} -m lenet_gui "$@"\n')
    script.chmod(0o700)
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(script))
    data = encoded(photo(), "avif")
    assert photograph_of_bytes(data, "a.avif").grey.shape == (90, 120)


def test_closing_ends_what_is_decoded_at_once() -> None:
    """As at the end of the program, from another thread; none is started again."""
    mine, errors = HelperProcess(), []

    def decode() -> None:
        with pytest.raises(BadInput) as caught:
            mine.ask({"name": "a", "wanted": "grey"}, repeated_scans(3000), "a")
        errors.append(str(caught.value))

    thread = threading.Thread(target=decode)
    thread.start()
    while mine._process is None:
        pass
    process = mine._process
    mine.close()
    thread.join()
    assert process.poll() is not None
    assert len(errors) == 1
    with pytest.raises(BadInput, match="cannot be started"):
        mine.ask({"name": "b", "wanted": "grey"}, b"", "b")


_KILLED = """
import os, signal, threading
from lenet_gui.engine.decoding import helper_process
from lenet_gui.engine.decoding.helper_process import HELPER
from tests.engine.decoding.hostile_images import repeated_scans
helper_process.MAX_SECONDS = 120.0
data = repeated_scans(100_000)
work = threading.Thread(target=HELPER.ask, args=({"name": "a", "wanted": "grey"}, data, "a"))
HELPER.ask({}, b"", "a")  # it has started
work.start()
process = HELPER._process
seconds = lambda: sum(map(int, open(f"/proc/{process.pid}/stat").read().split()[13:15]))
before = seconds()
while seconds() < before + 20:  # hundredths: it is inside the decoder
    pass
print(process.pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are looked up in /proc")
def test_a_helper_at_work_ends_with_a_program_that_is_killed() -> None:
    """Nobody is left to kill it; its own limit of processor time would come much later."""
    command = [sys.executable, "-c", _KILLED]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    number = int(done.stdout)

    def used() -> int:
        try:
            fields = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return -1
        return -1 if fields[0] == "Z" else sum(map(int, fields[11:13]))

    while 0 <= used() < 400:  # hundredths of a second of the processor, of 700 that it may use
        time.sleep(0.01)
    assert used() == -1


def test_what_no_helper_would_say_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A decoder that was misled may write anything."""
    monkeypatch.setattr("lenet_gui.engine.ink.image_files.image_cost", lambda data: None)
    good = {"shape": [2, 3], "orientation": 1, "stored": [3, 2], "notes": []}
    bad: list[dict[str, object]] = [
        good | {"shape": [2, 4]},
        good | {"shape": "23"},
        good | {"stored": None},
        good | {"notes": [{}]},
        {"error": {"template": "{0.__class__}", "details": {}}},
        {"error": []},
        {},
    ]
    for header in bad:
        monkeypatch.setattr(HELPER, "ask", lambda *_, header=header: (header, bytes(6)))
        with pytest.raises(BadInput):
            photograph_of_bytes(b"", "a")


def test_messages_have_bounds() -> None:
    stream = io.BytesIO()
    write_message(stream, {"a": 1}, b"xyz")
    assert read_message(io.BytesIO(stream.getvalue())) == ({"a": 1}, b"xyz")
    with pytest.raises(EOFError):
        read_message(io.BytesIO(stream.getvalue()[:-1]))
    claim = bytearray(stream.getvalue())
    claim[8:16] = b"\xff" * 8
    with pytest.raises(ValueError, match="no message"):
        read_message(io.BytesIO(bytes(claim)))
    with pytest.raises(ValueError, match="no message"):
        read_message(io.BytesIO(b"pickle".ljust(40, b"\0")))


# ---- JPEG files without their end


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("missing", [2, 10, 300])
def test_a_jpeg_without_its_end_is_read_and_a_note_says_so(missing: int, progressive: bool) -> None:
    digit = 255 - np.kron(mnist_test().images[0], np.ones((8, 8), np.uint8))
    data = encoded(Image.fromarray(digit), "jpeg", progressive=progressive)
    found = photograph_of_bytes(data[:-missing], "seven.jpg")
    assert [str(note) for note in found.notes] == ["seven.jpg is incomplete: its end is missing."]
    upper = slice(0, digit.shape[0] // 2)
    whole = photograph_of_bytes(data, "seven.jpg")
    assert whole.notes == ()
    assert np.abs(found.grey[upper].astype(int) - whole.grey[upper]).mean() < 12
    assert picture_of_bytes(data[:-missing], "a").ink.any()


def test_what_follows_the_end_of_a_jpeg_is_no_missing_end() -> None:
    """Phones put a video or a second picture behind it."""
    data = encoded(photo(), "jpeg")
    assert repaired(data) is None
    assert repaired(data + b"\xff\xd8\xff\xda more") is None
    assert photograph_of_bytes(data + bytes(5000), "a.jpg").notes == ()


def test_a_jpeg_cut_off_in_its_headers_is_damaged() -> None:
    data = encoded(photo(), "jpeg")
    with pytest.raises(BadInput, match=r"a\.jpg is (damaged|not an image)"):
        photograph_of_bytes(data[: data.find(b"\xff\xda")], "a.jpg")


def test_the_helper_limits_itself() -> None:
    """In a process of its own, since it would limit this one."""
    code = (
        "import resource; from lenet_gui.engine.decoding import helper; helper._limit_memory(); "
        "helper._limit_time(); print(resource.getrlimit(resource.RLIMIT_CPU)[0] < 60); "
        "bytearray(400_000_000)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout == "True\n"
    assert ("MemoryError" in done.stderr) == (sys.platform == "linux")
    assert callable(helper.serve)
