"""Arrays, Pillow images and files as pictures of ink."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

import lenet_gui
from lenet_gui.api.pictures import picture_of
from lenet_gui.common.assets import resource
from lenet_gui.engine.ink import image_files
from tests.helpers import mnist_test

INK = mnist_test().images[0]  # a 7, 0 = paper
DARK_ON_LIGHT = 255 - INK
RGB = np.repeat(DARK_ON_LIGHT[:, :, None], 3, axis=2)
RGBA = np.concatenate([RGB, np.full((28, 28, 1), 255, np.uint8)], axis=2)


@pytest.mark.parametrize(
    "image",
    [
        DARK_ON_LIGHT,
        INK,
        DARK_ON_LIGHT.astype(np.int64),
        DARK_ON_LIGHT / 255.0,
        (DARK_ON_LIGHT / 255.0).astype(np.float16),
        DARK_ON_LIGHT > 127,
        DARK_ON_LIGHT[:, :, None],
        RGB,
        RGB / 255.0,
        RGBA,
        DARK_ON_LIGHT.tolist(),
        DARK_ON_LIGHT.T.copy().T,
        Image.fromarray(DARK_ON_LIGHT),
        Image.fromarray(RGB).convert("CMYK"),
        Image.fromarray(DARK_ON_LIGHT > 127),
    ],
)
def test_every_form_of_a_seven_is_read(image) -> None:
    assert lenet_gui.recognize(image).label == "7"


@pytest.mark.parametrize("image", [DARK_ON_LIGHT, INK, RGB, RGBA])
def test_an_array_is_read_as_its_file_would_be(tmp_path: Path, image: np.ndarray) -> None:
    path = tmp_path / "digit.png"
    Image.fromarray(image).save(path)
    of_file = picture_of(path)
    for same in (image, Image.fromarray(image), str(path)):
        assert (picture_of(same).ink == of_file.ink).all()
    with Image.open(path) as opened:
        assert (picture_of(opened).ink == of_file.ink).all()
        assert opened.getpixel((0, 0)) is not None  # it can be used afterwards


def test_given_paper_is_not_looked_for() -> None:
    """Every shade is ink as it is, and faint ink is no noise."""
    assert (picture_of(INK, paper="black").ink == INK).all()
    assert (picture_of(DARK_ON_LIGHT, paper="white").ink == INK).all()
    assert (picture_of(INK / 255.0, paper="black").ink == INK).all()
    assert lenet_gui.recognize(INK, paper="white").label != "7"  # it is paper with a hole


def test_unknown_paper_is_named() -> None:
    with pytest.raises(lenet_gui.BadInput, match=r"no paper named blank\. Did you mean black"):
        lenet_gui.recognize(INK, paper="blank")  # type: ignore[arg-type]


def test_a_drawing_is_read() -> None:
    assert lenet_gui.recognize(resource("samples", "two.json")).label == "2"


def test_orientation_of_a_pillow_image_is_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "turned.jpg"
    exif = Image.Exif()
    exif[0x0112] = 6
    turned = Image.fromarray(DARK_ON_LIGHT).resize((280, 280)).transpose(Image.Transpose.ROTATE_90)
    turned.save(path, exif=exif)
    with Image.open(path) as image:
        assert lenet_gui.recognize(image).label == "7"


@pytest.mark.parametrize(
    ("image", "said"),
    [
        (np.zeros(28), "The array has the shape 28. A picture has rows and columns"),
        (np.float32(1), r"The array has the shape \(\)"),
        (np.zeros((3, 28, 28)), "The array has the shape 3 x 28 x 28"),
        (np.zeros((2, 28, 28, 3)), "The array has the shape 2 x 28 x 28 x 3"),
        (np.zeros((0, 28)), "The array has the shape 0 x 28"),
        (np.full((28, 28), np.nan), "values that are no shades"),
        (np.full((28, 28), 1.5), "values that are no shades"),
        (np.full((28, 28), -1), "values that are no shades"),
        (np.full((28, 28), 256), "values that are no shades"),
        (np.full((28, 28), "x"), "values that are no shades"),
        (np.full((28, 28), None), "values that are no shades"),
        ([[1, 2], [3]], "The array cannot be read"),
        (None, r"The array has the shape \(\)"),
        ("nowhere.png", "nowhere.png"),
        (resource("mnist", "README.md"), "README.md"),
    ],
)
def test_what_is_no_picture_is_named(image, said: str) -> None:
    with pytest.raises(lenet_gui.BadInput, match=said):
        lenet_gui.recognize(image)


def test_pixels_are_counted_before_they_are_converted(monkeypatch) -> None:
    many = np.broadcast_to(np.zeros(1), (image_files.MAX_PIXELS, 2))  # takes no memory
    with pytest.raises(lenet_gui.BadInput, match="The array has too many pixels; at most 60"):
        lenet_gui.recognize(many)
    monkeypatch.setattr("lenet_gui.api.pictures.MAX_PIXELS", 100)
    with pytest.raises(lenet_gui.BadInput, match="The image has too many pixels"):
        lenet_gui.recognize(Image.fromarray(INK))


def test_a_damaged_file_behind_an_image_is_named(tmp_path: Path) -> None:
    path = tmp_path / "cut.png"
    Image.effect_noise((200, 200), 90).save(path)
    path.write_bytes(path.read_bytes()[:9000])
    with Image.open(path) as image, pytest.raises(lenet_gui.BadInput, match="image is damaged: "):
        lenet_gui.recognize(image)


RED = np.full((20, 30, 3), (200, 30, 40), np.uint8)


@pytest.mark.parametrize("form", ["array", "fractions", "image", "file"])
def test_colours_are_kept_for_a_network_that_sees_pictures(tmp_path: Path, form: str) -> None:
    Image.fromarray(RED).save(tmp_path / "red.png")
    forms: dict[str, Any] = {
        "array": RED, "fractions": RED / 255.0, "image": Image.fromarray(RED),
        "file": tmp_path / "red.png",
    }  # fmt: skip
    image = forms[form]
    for paper in (None, "white"):
        seen = picture_of(image, paper, sees="picture")
        assert seen.rgb.shape == (20, 30, 3)
        assert (seen.rgb == RED).all()
    assert picture_of(image).rgb is None


def test_colours_of_a_drawing_are_its_strokes_on_paper() -> None:
    seen = picture_of(resource("samples", "two.json"), sees="picture")
    assert seen.rgb.max() == 255
    assert seen.rgb.min() < 100


def test_opacity_becomes_white_paper() -> None:
    clear = np.concatenate([RED, np.zeros((20, 30, 1), np.uint8)], axis=2)
    assert (picture_of(clear, sees="picture").rgb == 255).all()
