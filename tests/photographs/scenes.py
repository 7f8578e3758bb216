"""Composes photographs of all kinds of handwritten pages, in colour, and keeps what stands where.

A sheet is bent, laid on a table among other things, lit by a lamp, shaded by a hand, and taken
by a camera that shakes, sharpens and compresses. Every seed is another page.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np

from tests.photographs.composer import Photograph, Truth, _quartered
from tests.photographs.sheets import (
    LAYOUTS,
    PAPERS,
    Sheet,
    crumpled,
    grain,
    printed,
    shows_through,
)
from tests.photographs.writing import hand

# red, green, blue of what is left of the light
SHADES = [(245, 245, 240), (235, 235, 235), (250, 240, 190), (245, 205, 215), (190, 220, 245),
          (200, 235, 200), (205, 175, 135), (225, 215, 195)]  # fmt: skip
INKS = [(35, 35, 40), (25, 45, 130), (40, 70, 170), (170, 35, 45), (20, 110, 70), (110, 110, 115),
        (90, 60, 40)]  # fmt: skip
BOARDS = [((35, 45, 40), (225, 225, 220)), ((30, 30, 32), (235, 235, 235)),
          ((40, 50, 90), (230, 225, 160))]  # fmt: skip
FRAMES = [(640, 480), (1280, 720), (1280, 720), (1600, 1200), (1920, 1080), (1200, 1600)]


def settings_of(seed: int) -> dict[str, Any]:
    g = np.random.default_rng(seed)
    return {
        "seed": seed,
        "frame": FRAMES[int(g.integers(len(FRAMES)))],
        "layout": str(g.choice(list(LAYOUTS), p=[0.4, 0.13, 0.15, 0.12, 0.2])),
        "paper": str(g.choice(list(PAPERS), p=[0.5, 0.25, 0.2, 0.05])),
        "digit": float(np.exp(g.uniform(np.log(0.035), np.log(0.16)))),
        "board": bool(g.random() < 0.08),
        "shade": int(g.integers(len(SHADES))) if g.random() < 0.5 else 0,
        "colour": int(g.integers(len(INKS))),
        "strength": float(g.choice([0.45, 0.7, 0.9, 1.0])),
        "printed": bool(g.random() < 0.2),
        "through": bool(g.random() < 0.1),
        "crumpled": bool(g.random() < 0.25),
        "bend": float(g.choice([0, 0, g.normal(0, 0.02)])),
        "table": str(g.choice(["none", "none", "flat", "wood", "cloth", "clutter"])),
        "finger": bool(g.random() < 0.12),
        "tilt": float(g.choice([0, g.normal(0, 2), g.normal(0, 6), g.uniform(-25, 25)])),
        "perspective": float(g.choice([0, 0.03, 0.08, 0.14])),
        "quarter": int(g.choice([0, 0, 0, 0, 0, 1, 2, 3])),
        "shadow": str(g.choice(["none", "none", "hand", "phone", "lamp"])),
        "exposure": float(g.uniform(0.45, 1.15)),
        "defocus": float(g.choice([0.0, 0.5, 0.9, 1.4])),
        "shake": float(g.choice([0.0, 0.0, 0.0, 2.5])),
        "sharpen": float(g.choice([0.0, 0.0, 0.8])),
        "noise": float(g.choice([1.0, 2.5, 5.0, 9.0])),
        "quality": int(g.integers(45, 96)),
    }


def scene(seed: int, **changed: Any) -> Photograph:
    """Return the photograph of a seed, some settings changed."""
    settings = settings_of(seed) | changed
    g = np.random.default_rng(seed + 77_000)
    sheet = _sheet(settings, g)
    colour = _coloured(sheet, settings)
    picture, points = _laid(colour, [place[2] for place in sheet.places], settings, g)
    picture *= _light(picture.shape, settings, g)[..., None] * settings["exposure"]
    grey = _taken(np.clip(picture, 0, 255), settings, g)
    truths = [
        Truth(digit, _box(where), line)
        for (digit, line, _), where in zip(sheet.places, points, strict=True)
    ]
    rows, columns = grey.shape
    truths = [
        t
        for t in truths
        if t.box[0] >= 1 and t.box[1] >= 1
        and t.box[0] + t.box[2] < columns - 1 and t.box[1] + t.box[3] < rows - 1
    ]  # fmt: skip
    grey, truths = _quartered(grey, truths, settings["quarter"])
    return Photograph(grey, truths, settings)


def _sheet(settings: dict[str, Any], g: np.random.Generator) -> Sheet:
    width, height = settings["frame"]
    part = 1.0 if settings["table"] == "none" else 0.84
    size = max(17.0, settings["digit"] * min(width, height))
    sheet = Sheet(round(width * part), round(height * part), size, hand(g))
    LAYOUTS[settings["layout"]](sheet, g)
    if settings["layout"] in ("rows", "touching", "scattered"):
        PAPERS[settings["paper"]](sheet, g)
    if settings["printed"]:
        printed(sheet, g)
    if settings["through"]:
        shows_through(sheet, g)
    if settings["crumpled"]:
        crumpled(sheet, g)
    grain(sheet, g)
    return sheet


def _coloured(sheet: Sheet, settings: dict[str, Any]) -> np.ndarray:
    """Return the coloured sheet, float32 (rows, columns, 3)."""
    paper, ink = np.array(SHADES[settings["shade"]]), np.array(INKS[settings["colour"]])
    if settings["board"]:
        paper, ink = (np.array(c) for c in BOARDS[settings["seed"] % len(BOARDS)])
    cover = (sheet.ink * settings["strength"])[..., None]
    mixed = sheet.paper[..., None] * paper * (1 - cover) + ink * cover
    return np.asarray(mixed, np.float32)


def _laid(
    colour: np.ndarray, points: list[np.ndarray], settings: dict[str, Any], g: np.random.Generator
) -> tuple[np.ndarray, list[np.ndarray]]:
    """Bend a sheet, lay it on the table and look at it from the side; move its points along."""
    height, width = colour.shape[:2]
    out = settings["frame"]
    bend = settings["bend"] * height
    y, x = np.mgrid[:height, :width].astype(np.float32)
    bent = cv2.remap(
        colour, x, y - bend * np.sin(np.pi * x / width), cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_REPLICATE,
    )  # fmt: skip
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    spread = settings["perspective"] * min(width, height)
    moved = corners + g.uniform(-spread, spread, (4, 2)).astype(np.float32)
    tilt = np.radians(settings["tilt"])
    turn = np.array([[np.cos(tilt), -np.sin(tilt)], [np.sin(tilt), np.cos(tilt)]])
    shrink = 1.0 if settings["table"] == "none" else 1 / (1 + 0.6 * abs(np.sin(tilt)))
    middle = np.array([width / 2, height / 2])
    moved = (moved - middle) @ turn.T * shrink + np.array(out) / 2
    matrix = cv2.getPerspectiveTransform(corners, moved.astype(np.float32))
    border = cv2.BORDER_REPLICATE if settings["table"] == "none" else cv2.BORDER_CONSTANT
    laid = cv2.warpPerspective(bent, matrix, out, flags=cv2.INTER_AREA, borderMode=border)
    if settings["table"] != "none":
        inside = cv2.warpPerspective(np.ones((height, width), np.float32), matrix, out)[..., None]
        table = _table(settings["table"], out, g)
        drop = cv2.GaussianBlur(inside, (0, 0), 6)[..., None]  # the sheet's own shadow
        laid = laid * inside + table * (1 - 0.35 * drop) * (1 - inside)
    if settings["finger"]:
        _finger(laid, g)
    found = []
    for where in points:
        there = where + np.stack(
            [np.zeros(len(where)), bend * np.sin(np.pi * where[:, 0] / width)], 1
        )
        found.append(cv2.perspectiveTransform(there[None].astype(np.float32), matrix)[0])
    return np.asarray(laid, np.float32), found


def _table(kind: str, size: tuple[int, int], g: np.random.Generator) -> np.ndarray:
    width, height = size
    shade = np.array(g.choice([[60, 45, 35], [150, 110, 75], [40, 42, 48], [190, 185, 180]]))
    table = np.ones((height, width, 3), np.float32) * shade
    noise = g.normal(0, 1, (height, width)).astype(np.float32)
    if kind == "wood":
        streaks = cv2.GaussianBlur(noise, (0, 0), sigmaX=40, sigmaY=1.5)
        table *= 1 + 0.15 * (streaks / streaks.std())[..., None]
        for y in g.integers(0, height, 3):
            table[int(y) : int(y) + 3] *= 0.5
    if kind == "cloth":
        y, x = np.mgrid[:height, :width]
        step = float(g.uniform(4, 11))
        table *= (1 + 0.2 * np.sin(x * 6.3 / step) * np.sin(y * 6.3 / step))[..., None]
    if kind == "clutter":
        for _ in range(int(g.integers(6, 25))):
            x, y = int(g.integers(width)), int(g.integers(height))
            across, down = int(g.uniform(10, 0.3 * width)), int(g.uniform(6, 0.15 * height))
            tone = g.uniform(20, 235, 3).tolist()
            if g.random() < 0.5:
                cv2.rectangle(
                    table, (x, y), (x + across, y + down), tone, int(g.choice([-1, 2, 5]))
                )
            else:
                cv2.line(table, (x, y), (x + across, y - down), tone, int(g.integers(2, 14)))
    return np.asarray(table, np.float32)


def _finger(picture: np.ndarray, g: np.random.Generator) -> None:
    height, width = picture.shape[:2]
    x = int(g.choice([g.uniform(0, 0.04), g.uniform(0.96, 1)]) * width)
    y = int(g.uniform(0.5, 1) * height)
    thick = int(0.05 * width)
    mask: np.ndarray = np.zeros((height, width), np.float32)
    cv2.ellipse(mask, (x, y), (2 * thick, thick // 2 + 8), float(g.uniform(-40, 40)), 0, 360, 1, -1)
    soft = np.asarray(cv2.GaussianBlur(mask, (0, 0), 1.5))[..., None]
    picture[:] = picture * (1 - soft) + np.array([205, 150, 125]) * soft


def _light(shape: tuple[int, ...], settings: dict[str, Any], g: np.random.Generator) -> np.ndarray:
    """Return the light, float32 (rows, columns): a gradient, dark corners, and a shadow."""
    height, width = shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    u, v = x / width - 0.5, y / height - 0.5
    turn, fall = float(g.uniform(0, 2 * np.pi)), float(g.uniform(0, 0.5))
    light = 1 - fall * (0.5 + 0.7 * (u * np.cos(turn) + v * np.sin(turn)))
    light *= 1 - float(g.uniform(0, 0.6)) * (u**2 + v**2)
    kind, depth = settings["shadow"], float(g.uniform(0.25, 0.65))
    if kind == "lamp":
        place = g.uniform(-0.5, 0.5, 2)
        light *= 0.45 + 0.75 * np.exp(-((u - place[0]) ** 2 + (v - place[1]) ** 2) / 0.25)
    if kind in ("hand", "phone"):
        mask = np.zeros((height, width), np.float32)
        middle = g.uniform(0.1, 0.9, 2) * (width, height)
        if kind == "phone":
            size = (float(g.uniform(0.3, 0.6)) * width, float(g.uniform(0.2, 0.5)) * height)
            corners = cv2.boxPoints((middle.tolist(), size, float(g.uniform(0, 180))))
            cv2.fillPoly(mask, [corners.astype(np.int32)], (1.0,))
        else:
            for finger in range(4):
                reach = np.array([np.cos(turn + 0.22 * finger), np.sin(turn + 0.22 * finger)])
                end = middle + reach * 0.5 * width
                cv2.line(
                    mask, tuple(middle.astype(int).tolist()), tuple(end.astype(int).tolist()),
                    (1.0,), int(0.055 * width),
                )  # fmt: skip
        soft = float(g.choice([1.5, 4, 14, 40]))
        light *= 1 - depth * cv2.GaussianBlur(mask, (0, 0), soft)
    return np.asarray(light, np.float32)


def _taken(picture: np.ndarray, settings: dict[str, Any], g: np.random.Generator) -> np.ndarray:
    """Return the grey picture, uint8, as decoded from the camera's file."""
    if settings["defocus"]:
        picture = cv2.GaussianBlur(picture, (0, 0), settings["defocus"])
    if settings["shake"]:
        length = int(settings["shake"] * 2) + 1
        turn = float(g.uniform(0, 180))
        kernel: np.ndarray = np.zeros((length, length), np.float32)
        kernel[length // 2] = 1
        middle = length / 2 - 0.5
        matrix = cv2.getRotationMatrix2D((middle, middle), turn, 1)
        turned = cv2.warpAffine(kernel, matrix, (length, length))
        picture = cv2.filter2D(picture, -1, turned / turned.sum())
    noise = g.normal(0, 1, picture.shape).astype(np.float32)
    picture = picture + noise * settings["noise"] * np.sqrt(0.3 + picture / 180)
    if settings["sharpen"]:
        picture += settings["sharpen"] * (picture - cv2.GaussianBlur(picture, (0, 0), 2))
    colour = np.clip(picture, 0, 255).astype(np.uint8)[..., ::-1]
    _, data = cv2.imencode(".jpg", colour, [cv2.IMWRITE_JPEG_QUALITY, settings["quality"]])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_GRAYSCALE), np.uint8)


def _box(points: np.ndarray) -> tuple[float, float, float, float]:
    low, high = points.min(0), points.max(0) + 1
    return float(low[0]), float(low[1]), float(high[0] - low[0]), float(high[1] - low[1])
