"""The cutter of camera streams: whole pictures, whatever the pieces and what lies between them."""

import io
from collections.abc import Iterator

import numpy as np
import pytest
from PIL import Image

from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.feeds.network_cameras import picture_cutter, whole_picture
from lenet_gui.gui.feeds.network_cameras.picture_cutter import PictureCutter
from lenet_gui.gui.feeds.network_cameras.whole_picture import WholePicture
from tests.gui.streams import jpeg, page_of

NOISE = np.random.default_rng(0).integers(0, 256, (64, 48), np.uint8)


def with_thumbnail() -> bytes:
    """A JPEG that holds another one in its EXIF, as those of cameras do."""
    file, exif = io.BytesIO(), Image.Exif()
    exif[0x927C] = jpeg(NOISE[:16, :16])
    Image.fromarray(NOISE).save(file, "JPEG", exif=exif)
    assert file.getvalue().count(b"\xff\xd8\xff") == 2
    return file.getvalue()


def progressive(restarts: int = 0) -> bytes:
    file = io.BytesIO()
    colours = Image.fromarray(np.dstack([NOISE, NOISE // 2, 255 - NOISE]))
    colours.save(file, "JPEG", progressive=True, restart_marker_blocks=restarts)
    return file.getvalue()


def png() -> bytes:
    file = io.BytesIO()
    Image.fromarray(NOISE).save(file, "PNG")
    return file.getvalue()


PICTURES = [
    jpeg(NOISE), with_thumbnail(), progressive(), progressive(2), jpeg(page_of("37")), png(),
]  # fmt: skip


def cut(data: bytes, piece: int, cutter: PictureCutter | None = None) -> list[bytes]:
    return list(pictures_of(data, piece, PictureCutter() if cutter is None else cutter))


def pictures_of(data: bytes, piece: int, cutter: PictureCutter) -> Iterator[bytes]:
    for start in range(0, len(data), piece):
        cutter.push(data[start : start + piece])
        while cutter.step():
            if cutter.picture is not None:
                yield cutter.picture
                cutter.picture = None


def stream(bodies: list[bytes], before: str, after: str = "\r\n") -> bytes:
    return b"".join(before.format(len(body)).encode() + body + after.encode() for body in bodies)


# What devices send between the pictures; a length fills the gap.
BETWEEN = {
    "as it should be": "--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {}\r\n\r\n",
    "bare line ends": "--frame\nContent-type: image/jpeg\n\n",
    "another boundary": "--another\r\nContent-Length: {}\r\n\r\n",
    "without dashes": "frame\r\nContent-Type: Image/JPEG\r\n\r\n",
    "no types": "--frame\r\n\r\n",
    "bytes": "--frame\r\nContent-Type: application/octet-stream\r\n\r\n",
    "a length of zero": "--frame\r\nContent-Length: 0\r\n\r\n",
    "a negative length": "--frame\r\nContent-Length: -5\r\n\r\n",
    "a length too short": "--frame\r\nContent-Length: 1{}\r\n\r\n",
    "a length too long": "--frame\r\nContent-Length: 9{}\r\n\r\n",
    "a length that is none": "--frame\r\nContent-Length: many\r\n\r\n",
    "several lengths": "--frame\r\nContent-Length: 7\r\nContent-Length: {}\r\n\r\n",
    "nothing": "",
}


@pytest.mark.parametrize("piece", [1, 7, 1000, 1_000_000])
@pytest.mark.parametrize("between", BETWEEN)
def test_pictures_come_whole(between: str, piece: int) -> None:
    data = stream(PICTURES, BETWEEN[between])
    cutter = PictureCutter()
    assert cut(data, piece, cutter) == PICTURES
    assert cutter.searched <= len(data)


def test_no_boundary_before_the_first_picture() -> None:
    data = PICTURES[0] + stream(PICTURES, BETWEEN["as it should be"])
    assert cut(data, 100) == [PICTURES[0], *PICTURES]


def test_a_picture_without_its_end_does_not_take_the_next_one() -> None:
    data = stream([PICTURES[0][:-2], PICTURES[1]], BETWEEN["no types"])
    first, second = cut(data, 50)
    assert first.startswith(PICTURES[0][:-2])
    assert second == PICTURES[1]


def test_damaged_segments_lose_one_picture() -> None:
    broken = PICTURES[0][:4] + b"\0\1" + PICTURES[0][6:]  # a segment shorter than its length
    assert cut(stream([broken, PICTURES[1]], "--frame\r\n\r\n"), 64)[-1] == PICTURES[1]


def test_the_end_of_a_reply_ends_its_picture() -> None:
    cutter = PictureCutter()
    assert not cut(PICTURES[0][:-2], 100, cutter)
    cutter.finish()
    assert cutter.picture == PICTURES[0][:-2]
    cutter = PictureCutter()
    cutter.push(b"--frame--\r\n")
    assert not cutter.step()
    cutter.finish()
    assert cutter.picture is None


def test_what_is_no_stream_is_refused() -> None:
    with pytest.raises(BadInput, match="not send a stream"):
        cut(bytes(picture_cutter.MAX_BETWEEN + 10), 10_000)


def test_pictures_without_end_are_refused(monkeypatch) -> None:
    monkeypatch.setattr(picture_cutter, "MAX_PICTURE", 5_000)
    with pytest.raises(BadInput, match="more than"):
        cut(PICTURES[0][:-2] + bytes(6_000), 100)
    monkeypatch.setattr(whole_picture, "MAX_PICTURE", 5_000)
    whole = WholePicture()
    whole.push(bytes(5_001))
    with pytest.raises(BadInput, match="more than"):
        whole.step()
