"""Images: good ones of each kind, mutations behind good check sums, and bombs."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image, ImageDraw

from lenet_gui.engine.ink.image_files import read_photograph, read_picture
from tests.engine.decoding.hostile_images import HOSTILE, PNG_SIGNATURE, encoded, png
from tests.fuzz.kinds import Files, Kind
from tests.fuzz.mutations import mutated
from tests.helpers import default_recognizer


def corpus() -> Files:
    image = Image.new("RGB", (60, 40), "white")
    ImageDraw.Draw(image).line([(20, 5), (40, 5), (25, 35)], "black", 4)
    grey = image.convert("L")
    clear = image.convert("RGBA")
    clear.putalpha(Image.fromarray(255 - np.asarray(grey)))
    exif = Image.Exif()
    exif[0x0112] = 6
    wide = Image.fromarray(np.asarray(grey, np.uint16) * 200)
    return {
        "rgb.png": encoded(image, "png"),
        "palette.png": encoded(image.convert("P"), "png", transparency=0),
        "bits.png": encoded(grey.convert("1"), "png"),
        "wide.png": encoded(wide, "png"),
        "clear.png": encoded(clear, "png", exif=exif),
        "turned.jpg": encoded(image, "jpeg", exif=exif),
        "progressive.jpg": encoded(grey, "jpeg", progressive=True),
        "cmyk.jpg": encoded(image.convert("CMYK"), "jpeg"),
        "moving.gif": encoded(image, "gif", save_all=True, append_images=[image.rotate(90)]),
        "plain.tif": encoded(image, "tiff"),
        "packed.tif": encoded(grey, "tiff", compression="tiff_lzw"),
        "deflated.tif": encoded(wide, "tiff", compression="tiff_adobe_deflate"),
        "float.tif": encoded(Image.fromarray(np.asarray(grey, np.float32)), "tiff"),
        "fax.tif": encoded(grey.convert("1"), "tiff", compression="group4"),
        "plain.bmp": encoded(image, "bmp"),
        "bits.bmp": encoded(grey.convert("1"), "bmp"),
        "lossy.webp": encoded(image, "webp"),
        "lossless.webp": encoded(clear, "webp", lossless=True),
        "plain.avif": encoded(image, "avif"),
        "pages.tif": encoded(image, "tiff", save_all=True, append_images=[grey]),
        "plain.pgm": encoded(grey, "ppm"),
        "plain.ppm": encoded(image, "ppm"),
        "text.pgm": b"P2\n3 2\n255\n0 50 255\n255 7 0\n",
    }


def mutate(name: str, data: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    changed = mutated(data, others, chance)
    return with_check_sums(changed) if chance.random() < 0.7 else changed


def with_check_sums(data: bytes) -> bytes:
    """A PNG whose chunks are believed; other data as it is."""
    if not data.startswith(PNG_SIGNATURE):
        return data
    good, place = bytearray(data), len(PNG_SIGNATURE)
    while place + 12 <= len(good):
        length = int.from_bytes(good[place : place + 4], "big")
        end = place + 8 + length
        if end + 4 > len(good):
            break
        good[end : end + 4] = struct.pack(">I", zlib.crc32(good[place + 4 : end]))
        place = end + 4
    return bytes(good)


def _webp(width: int, height: int) -> bytes:
    """A still WebP that says so much of its canvas and holds nothing."""
    sides = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    chunk = b"VP8X" + struct.pack("<I", 10) + bytes(4) + sides
    lossless = b"VP8L" + struct.pack("<I", 8) + b"\x2f" + struct.pack("<I", 0xFFFFFFF) + bytes(3)
    body = b"WEBP" + chunk + lossless
    return b"RIFF" + struct.pack("<I", len(body)) + body


def by_hand(heavy: bool) -> Files:
    """``heavy``: those, too, that take their second."""
    side = 7700  # 59 million pixels
    sides = (2**31 - 1, 2**31 - 1)
    bitmap = struct.pack("<IIIIiiHHIIiiII", 54, 0, 54, 40, *sides, 1, 24, 0, 0, 0, 0, 0, 0)
    frame = struct.pack("<HHBBB", 65535, 65535, 0, 0, 0) + b"\x2c" + bytes(9) + b"\x02\x00;"
    files = {
        "empty.png": b"",
        "signature.png": PNG_SIGNATURE,
        "text.jpg": b"\xff\xd8\xff" + b"A" * 1000,
        "postscript.png": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\n",
        "huge.bmp": b"BM" + bitmap,
        "huge.webp": _webp(16383, 16383),
        "deep.webp": _webp(1 << 24, 1 << 24),
        "huge.pgm": b"P5 99999 99999 255\n" + bytes(50),
        "endless.pgm": b"P2 " + b"9" * 5000,
        "flat.png": png(59_000_000, 1, 8, 0, 0)[:200],
        "huge.gif": b"GIF89a" + frame,
    }
    if heavy:
        files |= {
            "grey bomb.png": png(side, side, 8, 0, side),
            "colour bomb.png": png(side, side, 8, 2, 3 * side),
            "clear bomb.png": png(side, side, 8, 6, 4 * side),
            "wide bomb.png": png(side, side, 16, 0, 2 * side),
        }
        files |= {name: make() for name, make in HOSTILE.items()}
    return files


def use(path: Path) -> None:
    """Read it as the window and the command line do."""
    default_recognizer().recognize(read_picture(path))
    read_photograph(path)


KIND = Kind("images", corpus, mutate, use, by_hand)
