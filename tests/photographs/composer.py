"""Composes photographs of handwritten pages and keeps what stands where; seeds are fixed.

A sheet is written (digits in lines, on plain, ruled or squared paper), laid on a table, and
photographed: perspective, turn, light, shadow, blur, noise, JPEG.
"""

from __future__ import annotations

import io
import os
from dataclasses import dataclass
from functools import cache
from typing import Any

import cv2
import numpy as np
from PIL import Image

from lenet_gui.engine.data.datasets import load_dataset, mnist

PENS = "LENET_GUI_PENS"


@dataclass(frozen=True)
class Truth:
    """A digit that was written: its box x, y, width, height in the photograph's pixels."""

    digit: int
    box: tuple[float, float, float, float]
    line: int


@dataclass(frozen=True)
class Photograph:
    """A composed photograph.

    grey: uint8 (rows, columns). truths: in reading order. settings: it was made with these.
    """

    grey: np.ndarray
    truths: list[Truth]
    settings: dict[str, Any]

    def jpeg(self, quality: int = 90) -> bytes:
        data = io.BytesIO()
        Image.fromarray(self.grey).save(data, "JPEG", quality=quality)
        return data.getvalue()


@cache
def written_digits(pens: bool) -> tuple[np.ndarray, np.ndarray]:
    """Return images (count, 28, 28) and labels: MNIST's test digits, or pen digits from a file."""
    data = load_dataset(os.environ[PENS]) if pens else mnist("mnist-test")
    return data.images, np.array([int(label) for label in data.labels])


def settings_of(seed: int) -> dict[str, Any]:
    """Return the settings of a seed's photograph; every difficulty is in some of them."""
    g = np.random.default_rng(seed)
    portrait = g.random() < 0.35
    sheet = (1000, 1300) if portrait else (1280, 900)
    size = int(g.choice([34, 44, 56, 70, 95]))
    return {
        "seed": seed,
        "sheet": sheet,
        "size": size,
        "lines": int(g.integers(1, 7)),
        "per_line": int(g.integers(3, 11)),
        "paper": float(g.uniform(150, 245)),
        "contrast": float(g.choice([0.28, 0.45, 0.65, 0.85])),
        "thickness": float(g.choice([-1.0, -0.5, 0.0, 0.0, 0.6, 1.1])),
        "ruling": str(g.choice(["none", "none", "ruled", "squared"])),
        "ruling_contrast": float(g.uniform(0.08, 0.3)),
        "texture": float(g.uniform(0.0, 0.035)),
        "touching": bool(g.random() < 0.2),
        "broken": bool(g.random() < 0.15),
        "jitter": float(g.uniform(0.02, 0.12)),
        "gradient": float(g.uniform(0.0, 0.6)),
        "shadow": float(g.choice([0.0, 0.0, 0.35, 0.55])),
        "table": str(g.choice(["none", "dark", "light", "wood"])),
        "tilt": float(g.choice([0, 0, g.uniform(-4, 4), g.uniform(-14, 14)])),
        "perspective": float(g.choice([0, 0.03, 0.08])),
        "quarter": int(g.choice([0, 0, 0, 0, 1, 2, 3])),
        "invert": bool(g.random() < 0.1),
        "blur": float(g.uniform(0.0, 1.6)),
        "noise": float(g.uniform(0.5, 7.0)),
        "quality": int(g.integers(55, 95)),
        "through": float(g.choice([0, 0, 0, 0.06])),
        "pens": PENS in os.environ and bool(g.random() < 0.5),
    }


def compose(seed: int, **changed: Any) -> Photograph:
    """Return the photograph of a seed, some settings changed."""
    settings = settings_of(seed) | changed
    g = np.random.default_rng(seed + 10_000)
    ink, places = _written(settings, g)
    paper = _paper(settings, g)
    sheet = paper * (1 - ink * settings["contrast"])
    picture, matrix = _photographed(sheet, settings, g)
    picture *= _light(picture.shape, settings, g)
    truths = [_truth(entry, matrix) for entry in places]
    if settings["invert"]:
        picture = 255 - picture
    if settings["blur"] > 0.2:
        picture = cv2.GaussianBlur(picture, (0, 0), settings["blur"])
    picture = picture + g.normal(0, settings["noise"], picture.shape)
    grey = np.clip(picture, 0, 255).astype(np.uint8)
    grey, truths = _quartered(grey, truths, settings["quarter"])
    photograph = Photograph(grey, truths, settings)
    decoded = np.asarray(Image.open(io.BytesIO(photograph.jpeg(settings["quality"]))))
    return Photograph(decoded, truths, settings)


Place = tuple[int, int, np.ndarray]
"""Digit, line, and the points (N, 2) of its ink on the sheet."""


def _written(settings: dict[str, Any], g: np.random.Generator) -> tuple[np.ndarray, list[Place]]:
    """Return the ink of the sheet, 0..1, and its digits."""
    images, labels = written_digits(settings["pens"])
    width, height = settings["sheet"]
    ink = np.zeros((height, width), np.float32)
    size, places = settings["size"], []
    pitch = size * float(g.uniform(1.5, 2.4))
    top = float(g.uniform(0.08, 0.14)) * height + size / 2
    for line in range(settings["lines"]):
        x = float(g.uniform(0.07, 0.15)) * width
        y = top + line * pitch
        if y + size > 0.94 * height:
            break
        for _ in range(settings["per_line"]):
            index = int(g.integers(len(images)))
            glyph = _glyph(images[index], size * float(g.uniform(0.85, 1.15)), settings, g)
            if x + glyph.shape[1] > 0.94 * width:
                break
            row = int(y - glyph.shape[0] / 2 + g.normal(0, settings["jitter"]) * size)
            column = int(x)
            part = np.s_[row : row + glyph.shape[0], column : column + glyph.shape[1]]
            np.maximum(ink[part], glyph, out=ink[part])
            rows, columns = np.nonzero(glyph > 0.35)
            points = np.stack([columns + column, rows + row], 1).astype(np.float32)
            places.append((int(labels[index]), line, points))
            x += glyph.shape[1] + size * _gap(settings, g)
    return ink, places


def _gap(settings: dict[str, Any], g: np.random.Generator) -> float:
    if settings["touching"] and g.random() < 0.35:
        return float(g.uniform(-0.10, 0.0))
    return float(g.uniform(0.22, 0.7))


def _glyph(
    image: np.ndarray, size: float, settings: dict[str, Any], g: np.random.Generator
) -> np.ndarray:
    """Return a digit of the wanted height, its strokes thinner or thicker, tightly cut, 0..1."""
    rows, columns = np.flatnonzero(image.max(1) > 60), np.flatnonzero(image.max(0) > 60)
    tight = image[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    scale = size / tight.shape[0] * 2
    large: np.ndarray = cv2.resize(
        np.pad(tight, 2), None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC
    ).astype(np.float32)
    large = np.asarray(cv2.GaussianBlur(large, (0, 0), max(0.5, 0.35 * scale)), np.float32)
    # The grey rim of the original is a distance from the stroke's edge, of sorts.
    level = 110 - 45 * settings["thickness"]
    sharp = np.clip((large - level) / 60 + 0.5, 0, 1)
    if settings["broken"] and g.random() < 0.3:
        row = int(g.uniform(0.3, 0.7) * sharp.shape[0])
        gap = max(1, round(0.03 * sharp.shape[0]))
        sharp[row : row + gap] = 0
    small = cv2.resize(sharp, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    rows, columns = np.flatnonzero(small.max(1) > 0.2), np.flatnonzero(small.max(0) > 0.2)
    return small[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def _paper(settings: dict[str, Any], g: np.random.Generator) -> np.ndarray:
    width, height = settings["sheet"]
    grain = g.normal(0, 1, (height, width)).astype(np.float32)
    grain = cv2.GaussianBlur(grain, (0, 0), 1.2) * 2 + cv2.GaussianBlur(grain, (0, 0), 6) * 8
    paper = 1 + grain * settings["texture"]
    step = round(settings["size"] * float(g.uniform(1.0, 1.5)))
    step = step // 2 if settings["ruling"] == "squared" else step
    thick = int(g.integers(1, 4))
    if settings["ruling"] != "none":
        for y in range(step, height, step):
            paper[y : y + thick] *= 1 - settings["ruling_contrast"]
    if settings["ruling"] == "squared":
        for x in range(step, width, step):
            paper[:, x : x + thick] *= 1 - settings["ruling_contrast"]
    if settings["through"]:
        back, _ = _written(settings, g)
        blurred = cv2.GaussianBlur(np.ascontiguousarray(back[:, ::-1]), (0, 0), 2.5)
        paper *= 1 - settings["through"] * blurred
    return (paper * settings["paper"]).astype(np.float32)


def _photographed(
    sheet: np.ndarray, settings: dict[str, Any], g: np.random.Generator
) -> tuple[np.ndarray, np.ndarray]:
    """Return the sheet on a table, and the matrix from the sheet's pixels to the photograph's."""
    height, width = sheet.shape
    margin = 0.0 if settings["table"] == "none" else 0.07
    out = round(width * (1 + 2 * margin)), round(height * (1 + 2 * margin))
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    spread = settings["perspective"] * min(width, height)
    moved = corners + g.uniform(-spread, spread, (4, 2)).astype(np.float32)
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), settings["tilt"], 1.0)
    scale = 1.0 / (abs(np.sin(np.radians(settings["tilt"]))) * 0.75 + 1)
    middle = np.array([width / 2, height / 2])
    moved = (moved @ turn[:, :2].T + turn[:, 2] - middle) * scale + np.array(out) / 2
    matrix = cv2.getPerspectiveTransform(corners, moved.astype(np.float32))
    inside = cv2.warpPerspective(np.ones_like(sheet), matrix, out)
    laid = cv2.warpPerspective(
        sheet, matrix, out, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return laid * inside + _table(out, settings, g) * (1 - inside), matrix


def _table(out: tuple[int, int], settings: dict[str, Any], g: np.random.Generator) -> np.ndarray:
    kind = settings["table"]
    if kind == "none":
        return np.full((out[1], out[0]), settings["paper"], np.float32)
    shade = {"dark": 45.0, "light": 0.8 * settings["paper"], "wood": 110.0}[kind]
    table = np.full((out[1], out[0]), shade, np.float32)
    if kind == "wood":
        grain = g.normal(0, 1, (out[1], out[0])).astype(np.float32)
        streaks = cv2.GaussianBlur(grain, (0, 0), sigmaX=25, sigmaY=1.2)
        table *= 1 + 0.12 * streaks / streaks.std()
    return table


def _light(shape: tuple[int, ...], settings: dict[str, Any], g: np.random.Generator) -> np.ndarray:
    """Return the light, 0..1: a gradient, darker corners, and a shadow with a soft edge."""
    rows, columns = np.mgrid[: shape[0], : shape[1]].astype(np.float32)
    x, y = columns / shape[1] - 0.5, rows / shape[0] - 0.5
    turn = float(g.uniform(0, 2 * np.pi))
    light = 1 - settings["gradient"] * (0.5 + (x * np.cos(turn) + y * np.sin(turn)) * 0.7)
    light *= 1 - 0.35 * settings["gradient"] * (x**2 + y**2)
    if settings["shadow"]:
        angle, place = float(g.uniform(0, 2 * np.pi)), float(g.uniform(-0.2, 0.2))
        soft = float(g.uniform(0.003, 0.06))
        across = x * np.cos(angle) + y * np.sin(angle) + 0.03 * np.sin(9 * y + angle) - place
        light *= 1 - settings["shadow"] / (1 + np.exp(-np.clip(across / soft, -50, 50)))
    return np.clip(light, 0.08, 1.2)


def _truth(entry: Place, matrix: np.ndarray) -> Truth:
    digit, line, points = entry
    warped = cv2.perspectiveTransform(points[None], matrix)[0]
    low, high = warped.min(0), warped.max(0) + 1
    box = (float(low[0]), float(low[1]), float(high[0] - low[0]), float(high[1] - low[1]))
    return Truth(digit, box, line)


def _quartered(
    grey: np.ndarray, truths: list[Truth], quarter: int
) -> tuple[np.ndarray, list[Truth]]:
    """Turn a photograph anticlockwise by quarters."""
    for _ in range(quarter):
        width = grey.shape[1]
        grey = np.rot90(grey)
        truths = [
            Truth(t.digit, (t.box[1], width - t.box[0] - t.box[2], t.box[3], t.box[2]), t.line)
            for t in truths
        ]
    return np.ascontiguousarray(grey), truths
