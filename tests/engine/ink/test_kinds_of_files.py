"""Digits in files as other programs write them: few bits in many, few levels, turned, paged."""

from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray
from lenet_gui.engine.ink.few_levels import stretched
from lenet_gui.engine.ink.grey_conversion import grey_of_image
from lenet_gui.engine.ink.image_files import photograph_of_bytes, picture_of_bytes
from tests.engine.decoding.hostile_images import encoded
from tests.helpers import default_recognizer, mnist_test

# Digits of different writers that the default network reads right, as dark ink on light paper.
PLACES = [3, 2, 1, 18, 4, 15, 11, 0, 61, 12, 10, 5, 35, 30]
TURNS: dict[int, Callable[[np.ndarray], np.ndarray]] = {
    1: lambda a: a, 2: np.fliplr, 3: lambda a: np.rot90(a, 2), 4: np.flipud,
    5: lambda a: a.T, 6: lambda a: np.rot90(a, 1), 7: lambda a: np.rot90(a, 2).T,
    8: lambda a: np.rot90(a, 3),
}  # fmt: skip


def page(place: int, side: int = 8) -> ByteArray:
    """A digit of MNIST on white paper, enlarged with smooth edges."""
    ink = Image.fromarray(mnist_test().images[place])
    large = ink.resize((28 * side, 28 * side), Image.Resampling.BICUBIC)
    return 255 - np.asarray(large)


def answer(data: bytes) -> str | None:
    return default_recognizer().recognize(picture_of_bytes(data, "a")).label


def label(place: int) -> str:
    return str(mnist_test().labels[place])


def written(values: np.ndarray, suffix: str) -> bytes:
    return bytes(cv2.imencode(suffix, values)[1].tobytes())


@pytest.mark.parametrize("suffix", [".png", ".tif"])
@pytest.mark.parametrize("bands", [1, 3])
@pytest.mark.parametrize("bits", [10, 12, 14, 16])
@pytest.mark.parametrize("dark", [True, False])
def test_few_bits_in_a_file_of_16(bits: int, bands: int, suffix: str, dark: bool) -> None:
    """Shades as scanners have them: no pure black, no pure white, a little noise."""
    wrong = []
    for place in PLACES:
        noise = np.random.default_rng(place).normal(0, 1.0, (224, 224))
        shades = 25 + (page(place) * 0.8 if dark else 205 - page(place) * 0.8) + noise
        values = np.round(shades / 255 * (2**bits - 1)).astype(np.uint16)
        data = written(np.dstack([values] * bands) if bands == 3 else values, suffix)
        if answer(data) != label(place):
            wrong.append(place)
    assert not wrong


@pytest.mark.parametrize("low", [0, 7, 100, 237])
@pytest.mark.parametrize("levels", [2, 3, 4, 8, 16])
def test_pictures_of_few_levels(levels: int, low: int) -> None:
    wrong = []
    for place in PLACES:
        values = (page(place).astype(int) * (levels - 1) + 127) // 255 + low
        if answer(encoded(Image.fromarray(values.astype(np.uint8)), "png")) != label(place):
            wrong.append(place)
    assert not wrong


def blanks() -> list[ByteArray]:
    """Pages without ink: flat, noisy, dithered, with a soft shadow, with dust."""
    chance = np.random.default_rng(0)
    found = [np.full((200, 160), 251)]
    for spread in (0.2, 0.3, 0.5, 1.0, 2.0):
        found.append(np.round(chance.normal(240, spread, (200, 160))))
        found.append(np.round(chance.normal(4, spread, (200, 160)).clip(0)))
    for part in (0.001, 0.02, 0.3, 0.5):
        found.append(255 - (chance.random((200, 160)) < part).astype(int))
    for steps in (2, 5, 15):
        found.append(np.round(np.linspace(240, 240 + steps, 160)[None].repeat(200, 0)))
    dust = np.full((200, 160), 255)
    dust[50:53, 40:43] = 246
    soft = np.round(chance.normal(248, 1.5, (200, 160))).clip(0, 255).astype(np.uint8)
    jpeg = photograph_of_bytes(encoded(Image.fromarray(soft), "jpeg", quality=75), "a").grey
    return [values.astype(np.uint8) for values in (*found, dust, jpeg)]


@pytest.mark.parametrize("number", range(20))
def test_noise_and_shadows_are_not_stretched(number: int) -> None:
    blank = blanks()[number]
    assert np.array_equal(stretched(blank), blank)


def test_ordinary_pictures_are_left_as_they_are() -> None:
    grey = page(0)
    assert stretched(grey) is grey
    assert stretched(np.zeros((0, 5), np.uint8)).shape == (0, 5)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("tiff", {}),
        ("tiff", {"compression": "tiff_lzw"}),
        ("tiff", {"compression": "tiff_adobe_deflate"}),
        ("tiff", {"compression": "jpeg", "quality": 95}),
        ("png", {}),
        ("jpeg", {"quality": 95}),
        ("webp", {"lossless": True}),
        ("avif", {"quality": 95}),
    ],
)
@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_a_turned_picture_is_read_as_a_viewer_shows_it(
    kind: str, options: dict[str, Any], orientation: int, mode: str
) -> None:
    upright = np.full((90, 60), 255, np.uint8)
    upright[12:72, 14:22] = upright[12:20, 14:50] = 0  # a flag: no turn looks the same
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = Image.fromarray(np.ascontiguousarray(TURNS[orientation](upright))).convert(mode)
    found = photograph_of_bytes(encoded(image, kind, exif=exif.tobytes(), **options), "a")
    assert found.grey.shape == upright.shape
    assert np.abs(found.grey.astype(int) - upright).mean() < 4
    assert found.orientation == orientation
    assert found.stored == image.size
    x, y, width, height = found.box_in_file((14, 12, 36, 60))
    stored = np.asarray(image.convert("L"))[y : y + height, x : x + width]
    assert (stored < 128).sum() == (upright < 128).sum()


def test_the_first_page_is_read_and_a_note_says_so() -> None:
    pages = [Image.fromarray(page(place)) for place in PLACES[:3]]
    data = encoded(pages[0], "tiff", save_all=True, append_images=pages[1:])
    found = photograph_of_bytes(data, "scan.tif")
    assert np.array_equal(found.grey, page(PLACES[0]))
    assert [str(note) for note in found.notes] == ["Page 1 of 3 of scan.tif was read."]


@pytest.mark.parametrize("kind", ["gif", "png", "webp", "avif"])
def test_the_first_picture_of_an_animation_is_read_and_a_note_says_so(kind: str) -> None:
    pages = [Image.fromarray(page(place)).convert("RGB") for place in PLACES[:4]]
    data = encoded(pages[0], kind, save_all=True, append_images=pages[1:], duration=100)
    found = photograph_of_bytes(data, f"a.{kind}")
    assert answer(data) == label(PLACES[0])
    assert [str(note) for note in found.notes] == [f"Picture 1 of 4 of a.{kind} was read."]


@pytest.mark.parametrize("kind", ["gif", "png", "webp", "avif", "tiff", "jpeg", "bmp", "ppm"])
def test_a_single_picture_has_no_notes(kind: str) -> None:
    assert photograph_of_bytes(encoded(Image.fromarray(page(0)), kind), "a").notes == ()


@pytest.mark.parametrize("brand", [b"heic", b"heix", b"mif1", b"hevc"])
def test_heic_is_named_with_what_to_do(brand: bytes) -> None:
    box = b"\0\0\0\x18ftyp" + brand + b"\0\0\0\0mif1heic"
    with pytest.raises(BadInput, match=r"^a is a HEIC picture, .* Save it as JPEG or PNG"):
        photograph_of_bytes(box + bytes(300), "a")


def test_a_damaged_avif_is_not_called_heic() -> None:
    data = encoded(Image.fromarray(page(0)), "avif")
    with pytest.raises(BadInput, match=r"^a is (damaged|not an image)"):
        photograph_of_bytes(data[:200], "a")


def test_values_of_float_pictures_keep_their_range() -> None:
    for top in (1.0, 200.0, 4095.0, 65535.0):
        values = (page(0) / 255 * top).astype(np.float32)
        assert np.abs(grey_of_image(Image.fromarray(values)).astype(int) - page(0)).max() <= 1


def test_wide_values_are_converted_in_pieces_that_fit() -> None:
    """A large picture of floats would take too much memory at once."""
    values = np.arange(1500 * 1400, dtype=np.uint32).reshape(1500, 1400) % 4096
    grey = grey_of_image(Image.fromarray(values.astype(np.uint16)))
    assert np.abs(grey.astype(int) - values / 4095 * 255).max() <= 1
