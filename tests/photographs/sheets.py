"""Writes sheets of paper with digits on them, before they are photographed.

All arrays are float32 (rows, columns) of how much light is left, 1 = none taken.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from tests.photographs.writing import Hand, glyph, hand

LETTERS = "acdefhkmnprtuvwxyACDEFHKMNPRTUVWX"


@dataclass
class Sheet:
    """A sheet. paper: its shade. ink: coverage, 0..1. places: digit, line, points (N, 2) of ink."""

    width: int
    height: int
    size: float
    by: Hand
    paper: np.ndarray = field(init=False)
    ink: np.ndarray = field(init=False)
    places: list[tuple[int, int, np.ndarray]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.paper = np.ones((self.height, self.width), np.float32)
        self.ink = np.zeros((self.height, self.width), np.float32)

    def put(self, digit: int, ink: np.ndarray, x: float, y: float, line: int) -> bool:
        """Write with the corner at (x, y); False if it does not fit on the sheet."""
        row, column = int(y), int(x)
        if row < 2 or column < 2:
            return False
        if row + ink.shape[0] > self.height - 2 or column + ink.shape[1] > self.width - 2:
            return False
        part = np.s_[row : row + ink.shape[0], column : column + ink.shape[1]]
        np.maximum(self.ink[part], ink, out=self.ink[part])
        rows, columns = np.nonzero(ink > 0.35)
        points = np.stack([columns + column, rows + row], 1).astype(np.float32)
        self.places.append((digit, line, points))
        return True


# ---- what is written


def rows_of_digits(sheet: Sheet, g: np.random.Generator, touching: float = 0.0) -> None:
    """Write lines that rise and fall a little, digits in groups."""
    size, line = sheet.size, 0
    y = size * float(g.uniform(0.6, 1.2))
    pitch = size * float(g.uniform(1.35, 2.3))
    loose = float(g.uniform(0.1, 0.5))
    rise = float(g.normal(0, 0.02))
    lines = int(g.integers(1, 9))
    while y + 1.3 * size < sheet.height and line < lines:
        x = size * float(g.uniform(0.4, 1.5))
        left = int(g.integers(3, 14))
        while left:
            digit, ink = glyph(sheet.by, size * float(g.uniform(0.82, 1.15)), g)
            top = y + size - ink.shape[0] + float(g.normal(0, 0.06)) * size - rise * x
            if not sheet.put(digit, ink, x, top, line):
                break
            touches = g.random() < touching
            gap = float(g.uniform(-0.12, -0.01)) if touches else float(g.uniform(0.06, 0.2)) + loose
            x += ink.shape[1] + size * (gap + (g.random() < 0.12) * 0.8)
            left -= 1
        y += pitch
        line += 1


def touching_rows(sheet: Sheet, g: np.random.Generator) -> None:
    rows_of_digits(sheet, g, touching=0.3)


def cells(sheet: Sheet, g: np.random.Generator) -> None:
    """Print a table and write a digit in most cells; some touch the lines."""
    size = sheet.size
    cell = size * float(g.uniform(1.35, 2.0)), size * float(g.uniform(1.25, 1.9))
    columns = min(int(g.integers(4, 20)), int((sheet.width - size) // cell[0]))
    rows = min(int(g.integers(2, 22)), int((sheet.height - size) // cell[1]))
    x0, y0 = size * 0.5, size * 0.5
    thick, dark = int(g.integers(1, 4)), float(g.uniform(0.2, 0.85))
    for k in range(rows + 1):
        y = round(y0 + k * cell[1])
        sheet.paper[y : y + thick, round(x0) : round(x0 + columns * cell[0])] *= 1 - dark
    for k in range(columns + 1):
        x = round(x0 + k * cell[0])
        sheet.paper[round(y0) : round(y0 + rows * cell[1]), x : x + thick] *= 1 - dark
    _fill(sheet, g, rows, columns, (x0, y0), cell, 0.1)


def boxes(sheet: Sheet, g: np.random.Generator) -> None:
    """Print rows of single boxes, as forms have them, and write in most of them."""
    size = sheet.size
    side = size * float(g.uniform(1.35, 1.8))
    gap = float(g.choice([0.12, 0.35])) * size
    columns = min(int(g.integers(3, 12)), int((sheet.width - size) // (side + gap)))
    rows = min(int(g.integers(1, 7)), int((sheet.height - size) // (side * 1.6)))
    thick, dark = int(g.integers(1, 4)), float(g.uniform(0.25, 0.85))
    for row in range(rows):
        for column in range(columns):
            x, y = round(size * 0.5 + column * (side + gap)), round(size * 0.5 + row * side * 1.6)
            box = np.ones((round(side), round(side)), np.float32)
            box[:thick] = box[-thick:] = 1 - dark
            box[:, :thick] = box[:, -thick:] = 1 - dark
            sheet.paper[y : y + len(box), x : x + len(box)] *= box
    pitch = (side + gap, side * 1.6)
    _fill(sheet, g, rows, columns, (size * 0.5, size * 0.5), pitch, 0.04, (side, side))


def _fill(
    sheet: Sheet,
    g: np.random.Generator,
    rows: int,
    columns: int,
    corner: tuple[float, float],
    pitch: tuple[float, float],
    empty: float,
    cell: tuple[float, float] | None = None,
) -> None:
    inside = cell or pitch
    for row in range(rows):
        for column in range(columns):
            if g.random() < empty:
                continue
            digit, ink = glyph(sheet.by, sheet.size * float(g.uniform(0.8, 1.1)), g)
            x = corner[0] + column * pitch[0] + inside[0] / 2 - ink.shape[1] / 2
            y = corner[1] + row * pitch[1] + inside[1] / 2 - ink.shape[0] / 2
            off = g.normal(0, 0.07, 2) * sheet.size
            sheet.put(digit, ink, x + float(off[0]), y + float(off[1]), row)


def scattered(sheet: Sheet, g: np.random.Generator) -> None:
    """Write digits of several sizes anywhere."""
    taken: list[tuple[float, float, float]] = []
    for _ in range(int(g.integers(2, 15))):
        size = sheet.size * float(g.uniform(0.6, 1.8))
        for _ in range(20):
            x, y = float(g.uniform(0, sheet.width)), float(g.uniform(0, sheet.height))
            if all(max(abs(x - u), abs(y - v)) > 0.9 * (size + s) for u, v, s in taken):
                digit, ink = glyph(sheet.by, size, g)
                if sheet.put(digit, ink, x - ink.shape[1] / 2, y - ink.shape[0] / 2, len(taken)):
                    taken.append((x, y, size))
                break


LAYOUTS: dict[str, Callable[[Sheet, np.random.Generator], None]] = {
    "rows": rows_of_digits, "touching": touching_rows, "cells": cells, "boxes": boxes,
    "scattered": scattered,
}  # fmt: skip


# ---- what is printed, and what the paper went through


def ruled(sheet: Sheet, g: np.random.Generator) -> None:
    step = sheet.size * float(g.uniform(1.0, 2.0))
    dark, thick = float(g.uniform(0.06, 0.4)), int(g.integers(1, 4))
    for y in np.arange(step, sheet.height, step):
        sheet.paper[int(y) : int(y) + thick] *= 1 - dark
    if g.random() < 0.6:  # a margin
        x = int(g.uniform(0.05, 0.14) * sheet.width)
        sheet.paper[:, x : x + thick + 1] *= 1 - float(g.uniform(0.1, 0.4))


def squared(sheet: Sheet, g: np.random.Generator) -> None:
    step = sheet.size * float(g.choice([0.4, 0.55, 0.8, 1.1]))
    step = max(step, 7.0)
    dark, thick = float(g.uniform(0.05, 0.3)), int(g.integers(1, 3))
    for y in np.arange(step, sheet.height, step):
        sheet.paper[int(y) : int(y) + thick] *= 1 - dark
    for x in np.arange(step, sheet.width, step):
        sheet.paper[:, int(x) : int(x) + thick] *= 1 - dark


def dotted(sheet: Sheet, g: np.random.Generator) -> None:
    step = max(9, round(sheet.size * 0.5))
    dots = np.zeros_like(sheet.paper)
    dots[step::step, step::step] = 1
    dots = cv2.dilate(dots, np.ones((2, 2), np.uint8))
    sheet.paper *= 1 - float(g.uniform(0.1, 0.4)) * dots


def plain(sheet: Sheet, g: np.random.Generator) -> None:
    del sheet, g


PAPERS = {"plain": plain, "ruled": ruled, "squared": squared, "dotted": dotted}


def printed(sheet: Sheet, g: np.random.Generator) -> None:
    """Print a few lines of text where nothing is written."""
    height = max(9, round(sheet.size * float(g.uniform(0.25, 0.6))))
    font = ImageFont.load_default(height)
    text = Image.new("L", (sheet.width, sheet.height), 0)
    draw = ImageDraw.Draw(text)
    for _ in range(int(g.integers(1, 5))):
        words = " ".join(
            "".join(g.choice(list(LETTERS), int(g.integers(2, 9))))
            for _ in range(int(g.integers(1, 6)))
        )
        x, y = int(g.uniform(0, 0.7) * sheet.width), int(g.uniform(0, 0.97) * sheet.height)
        box = draw.textbbox((x, y), words, font=font)
        reach = int(0.4 * sheet.size)
        near = sheet.ink[
            max(0, int(box[1]) - reach) : int(box[3]) + reach,
            max(0, int(box[0]) - reach) : int(box[2]) + reach,
        ]
        if near.size and near.max() < 0.1:
            draw.text((x, y), words, font=font, fill=255)
    sheet.paper *= 1 - np.asarray(text, np.float32) / 255 * float(g.uniform(0.5, 0.9))


def shows_through(sheet: Sheet, g: np.random.Generator) -> None:
    back = Sheet(sheet.width, sheet.height, sheet.size, hand(g))
    rows_of_digits(back, g)
    blurred = cv2.GaussianBlur(np.ascontiguousarray(back.ink[:, ::-1]), (0, 0), 2.0)
    sheet.paper *= 1 - float(g.uniform(0.04, 0.1)) * blurred


def crumpled(sheet: Sheet, g: np.random.Generator) -> None:
    """Shade facets that lie towards the light and away from it, with sharp ridges between."""
    small = 160, max(2, round(160 * sheet.height / sheet.width))
    y, x = np.mgrid[: small[1], : small[0]].astype(np.float32)
    shade = np.zeros((small[1], small[0]), np.float32)
    for _ in range(int(g.integers(4, 14))):
        turn, place = float(g.uniform(0, np.pi)), float(g.uniform(0, 160))
        across = x * np.cos(turn) + y * np.sin(turn) - place
        soft = float(g.uniform(3, 40))
        shade += np.sign(across) * np.exp(-np.abs(across) / soft) * float(g.uniform(-1, 1))
    shade *= float(g.uniform(0.03, 0.13)) / max(float(np.abs(shade).max()), 1e-6)
    sheet.paper *= 1 + cv2.resize(shade, (sheet.width, sheet.height))


def grain(sheet: Sheet, g: np.random.Generator) -> None:
    noise = g.normal(0, 1, sheet.paper.shape).astype(np.float32)
    coarse = cv2.GaussianBlur(noise, (0, 0), 1.2) * 3 + cv2.GaussianBlur(noise, (0, 0), 5) * 8
    sheet.paper *= 1 + coarse * float(g.uniform(0.0, 0.03))
    # A pencil leaves more on the paper's peaks, a ball pen skips.
    sheet.ink *= np.clip(1 + coarse * float(g.choice([0.0, 0.1, 0.3])), 0.4, 1)
