"""Image files of every mode, of dark and light ink, with noise, and files that are none."""

import io
import struct
import warnings
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import ByteArray
from lenet_gui.engine.ink import image_files
from lenet_gui.engine.ink.grey_conversion import grey_of_image
from lenet_gui.engine.ink.image_files import read_picture
from lenet_gui.engine.ink.ink_extraction import INK_WORKING_SIDE, ink_of
from lenet_gui.engine.ink.normalization import BOX_EDGE_LEVEL
from tests.helpers import written

HEIGHT, WIDTH = 60, 40
STROKE = (slice(10, 50), slice(15, 25))  # where the ink is


def grey(paper: int, ink: int) -> ByteArray:
    values = np.full((HEIGHT, WIDTH), paper, np.uint8)
    values[STROKE] = ink
    return values


def saved(path: Path, image: Image.Image, **options: Any) -> Path:
    image.save(path, **options)
    return path


def assert_reads_the_stroke(path: Path, spread: int = 0) -> None:
    ink = read_picture(path).ink
    wanted = grey(0, 255)
    assert ink.shape == wanted.shape
    assert ink.dtype == np.uint8
    assert np.abs(ink.astype(int) - wanted).max() <= spread


@pytest.mark.parametrize(("paper", "ink"), [(255, 0), (0, 255), (200, 90), (60, 130), (255, 225)])
def test_dark_on_light_and_light_on_dark(tmp_path: Path, paper: int, ink: int) -> None:
    assert_reads_the_stroke(saved(tmp_path / "a.png", Image.fromarray(grey(paper, ink))))


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "LA", "P", "1", "CMYK", "I", "F", "HSV"])
def test_modes(tmp_path: Path, mode: str) -> None:
    image = Image.fromarray(grey(255, 0))
    image = image.convert("RGB").convert(mode) if mode == "HSV" else image.convert(mode)
    assert_reads_the_stroke(
        saved(tmp_path / "a.tif", image.convert("RGB") if mode == "HSV" else image)
    )


@pytest.mark.parametrize("colour", [(200, 0, 0), (0, 0, 160), (20, 90, 20)])
def test_coloured_ink(tmp_path: Path, colour: tuple[int, int, int]) -> None:
    values = np.full((HEIGHT, WIDTH, 3), 255, np.uint8)
    values[STROKE] = colour
    assert_reads_the_stroke(saved(tmp_path / "a.png", Image.fromarray(values)))


@pytest.mark.parametrize("ink", [0, 255, 200, 40])
@pytest.mark.parametrize("hidden", [0, 255])
def test_ink_on_transparent_paper(tmp_path: Path, ink: int, hidden: int) -> None:
    """What colour transparent pixels have is not to be seen."""
    values = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    values[..., :3] = hidden
    values[STROKE] = (ink, ink, ink, 255)
    assert_reads_the_stroke(saved(tmp_path / "a.png", Image.fromarray(values)))


def test_half_transparent_ink_is_grey(tmp_path: Path) -> None:
    values = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    values[STROKE] = (0, 0, 0, 255)
    values[10:50, 14] = (0, 0, 0, 128)
    ink = read_picture(saved(tmp_path / "a.png", Image.fromarray(values))).ink
    assert ink[30, 13:17].tolist() == [0, 128, 255, 255]


def test_palette_with_a_transparent_colour(tmp_path: Path) -> None:
    image = Image.fromarray(grey(0, 1)).convert("L")
    palette = Image.frombytes("P", image.size, image.tobytes())
    palette.putpalette([255, 0, 255, 0, 0, 0])
    path = saved(tmp_path / "a.png", palette, transparency=0)
    assert_reads_the_stroke(path)


def test_fully_transparent_is_blank(tmp_path: Path) -> None:
    values = np.zeros((9, 9, 4), np.uint8)
    values[3:5, 3:5, :3] = 255
    assert not read_picture(saved(tmp_path / "a.png", Image.fromarray(values))).ink.any()


@pytest.mark.parametrize(("paper", "ink"), [(65535, 0), (0, 65535), (60000, 9000), (300, 5000)])
def test_16_bits(tmp_path: Path, paper: int, ink: int) -> None:
    values = np.full((HEIGHT, WIDTH), paper, np.uint16)
    values[STROKE] = ink
    ink_found = read_picture(saved(tmp_path / "a.png", Image.fromarray(values))).ink
    assert np.array_equal(ink_found, grey(0, 255))


def test_a_faint_picture_of_16_bits_is_as_faint_as_on_a_screen() -> None:
    """And noise is no ink, even where it is all that a file has."""
    noise = np.random.default_rng(0).normal(40_000, 60, (HEIGHT, WIDTH)).astype(np.uint16)
    assert not ink_of(grey_of_image(Image.fromarray(noise))).any()


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_floats_that_are_no_numbers(tmp_path: Path, value: float) -> None:
    values = np.full((HEIGHT, WIDTH), 255, np.float32)
    values[STROKE] = 0
    values[0, 0] = value
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        ink = read_picture(saved(tmp_path / "a.tif", Image.fromarray(values))).ink
    assert (ink[STROKE] == 255).all()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_photograph_is_put_upright(tmp_path: Path, orientation: int) -> None:
    upright = grey(255, 0)
    upright[10:14, 15:38] = 0  # a flag: no turn or mirror image looks the same
    undo = {
        1: lambda a: a, 2: np.fliplr, 3: lambda a: np.rot90(a, 2), 4: np.flipud,
        5: lambda a: a.T, 6: lambda a: np.rot90(a, 1), 7: lambda a: np.rot90(a, 2).T,
        8: lambda a: np.rot90(a, 3),
    }[orientation]  # fmt: skip
    exif = Image.Exif()
    exif[0x0112] = orientation
    image = Image.fromarray(np.ascontiguousarray(undo(upright)))
    ink = read_picture(saved(tmp_path / "a.png", image, exif=exif.tobytes())).ink
    assert np.array_equal(ink, 255 - upright)


def test_jpeg_of_a_photographed_digit(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.jpg", Image.fromarray(grey(230, 30)), quality=85)
    assert_reads_the_stroke(path, spread=25)


def test_the_first_frame_of_an_animation(tmp_path: Path) -> None:
    frames = [
        Image.fromarray(grey(255, 0)),
        Image.fromarray(grey(0, 0)),
        Image.new("L", (40, 60), 255),
    ]
    path = tmp_path / "a.gif"
    frames[0].save(path, save_all=True, append_images=frames[1:])
    assert_reads_the_stroke(path)


@pytest.mark.parametrize("paper", [230, 40])
@pytest.mark.parametrize("sigma", [2, 6, 12])
def test_noise_is_paper_and_ink_stays(tmp_path: Path, sigma: float, paper: int) -> None:
    generator = np.random.default_rng(0)
    values = generator.normal(paper, sigma, (200, 160))
    ink = 255 - paper
    values[50:150, 70:90] = generator.normal(ink, sigma, (100, 20))
    image = Image.fromarray(np.clip(values, 0, 255).astype(np.uint8))
    found = read_picture(saved(tmp_path / "a.png", image)).ink
    assert (found[50:150, 70:90] > 120).all()
    found[50:150, 70:90] = 0
    widens = found > 255 * BOX_EDGE_LEVEL  # what is below does not matter to the bounding box
    assert np.count_nonzero(widens) <= 0.0002 * found.size


@pytest.mark.parametrize("shape", [(1, 1), (1, 50), (50, 1), (2, 2)])
def test_the_smallest_pictures_are_read(tmp_path: Path, shape: tuple[int, int]) -> None:
    path = saved(tmp_path / "a.png", Image.fromarray(np.full(shape, 7, np.uint8)))
    assert read_picture(path).ink.shape == shape
    assert not read_picture(path).ink.any()


def test_large_pictures_are_averaged_down_and_lead_back(tmp_path: Path) -> None:
    values = np.full((2500, 3000), 255, np.uint8)
    values[900:1500, 600:900] = 0
    picture = read_picture(saved(tmp_path / "a.png", Image.fromarray(values)))
    assert max(picture.ink.shape) <= INK_WORKING_SIDE
    assert picture.scale == 3
    rows = np.flatnonzero(picture.ink.any(axis=1))
    assert (rows[0] * picture.scale, (rows[-1] + 1) * picture.scale) == (900, 1500)


# ---- files that are no pictures


def test_not_an_image_gets_a_sentence(tmp_path: Path) -> None:
    for data in (b"", b"\0", b"hello, world", b"GIF89a", bytes(range(256)) * 20):
        path = written(tmp_path / "letter.png", data)
        with pytest.raises(BadInput, match=r"letter\.png (is not an image|is damaged)"):
            read_picture(path)


@pytest.mark.parametrize("kind", ["png", "jpg", "gif", "bmp", "tif", "webp"])
def test_cut_off_images_get_a_sentence_or_what_is_left(tmp_path: Path, kind: str) -> None:
    buffer = io.BytesIO()
    noise = np.random.default_rng(0).integers(0, 255, (80, 80)).astype(np.uint8)
    Image.fromarray(noise).convert("RGB").save(
        buffer, {"jpg": "jpeg", "tif": "tiff"}.get(kind, kind)
    )
    data = buffer.getvalue()
    sentences = []
    for length in [*range(0, 60, 3), *range(60, len(data), len(data) // 25)]:
        path = written(tmp_path / f"cut.{kind}", data[:length])
        try:
            assert read_picture(path).ink.shape == (80, 80)
        except BadInput as error:
            sentences.append(str(error))
    assert len(sentences) > 20
    assert all(text.startswith(f"cut.{kind} ") and text.endswith(".") for text in sentences)


def test_a_missing_file_and_a_folder_get_a_sentence(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.png", tmp_path):
        with pytest.raises(BadInput, match=r"There is no file|is a folder, not a file"):
            read_picture(path)


def bomb(side: int) -> bytes:
    """A PNG of few bytes that claims side x side pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("side", [8000, 12_000, 20_000, 2**31 - 1])
def test_bombs_are_refused_before_they_unpack(tmp_path: Path, side: int) -> None:
    with pytest.raises(BadInput, match="pixels"):
        read_picture(written(tmp_path / "bomb.png", bomb(side)))


def test_a_huge_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_files, "MAX_IMAGE_FILE", 2_000_000)
    with pytest.raises(BadInput, match="larger than 2 MB"):
        read_picture(written(tmp_path / "huge.png", bytes(2_000_001)))


def test_kinds_that_other_programs_would_decode_are_not_opened(tmp_path: Path) -> None:
    script = b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\nshowpage\n"
    with pytest.raises(BadInput, match="not an image of a supported kind"):
        read_picture(written(tmp_path / "script.png", script))


def test_pixels_that_take_more_memory_may_be_fewer(tmp_path: Path) -> None:
    clear = bytearray(bomb(7000))
    clear[25] = 6  # with colours and transparency
    clear[29:33] = struct.pack(">I", zlib.crc32(clear[12:29]))
    with pytest.raises(BadInput, match="49 million pixels; at most 30 million"):
        read_picture(written(tmp_path / "clear.png", bytes(clear)))
