"""Icons of the packaged program, made of the one drawing that they come from.

python packaging/icons.py FOLDER writes lenet_gui.png, .ico (Windows) and .icns (macOS) to FOLDER.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
DRAWING = ROOT / "resources" / "icons" / "lenet_gui.svg"
WINDOWS_SIZES = (16, 24, 32, 48, 64, 128, 256)
LARGEST = 1024


def make_icons(folder: Path) -> None:
    """Write all of them."""
    folder.mkdir(parents=True, exist_ok=True)
    large = painted(LARGEST)
    painted(256).save(folder / "lenet_gui.png")
    sizes = [(side, side) for side in WINDOWS_SIZES]
    # Each size is painted for itself: a small icon that was a large one is blurred.
    first, *others = [painted(side) for side in reversed(WINDOWS_SIZES)]
    first.save(folder / "lenet_gui.ico", sizes=sizes, append_images=others)
    large.save(folder / "lenet_gui.icns")


def painted(side: int) -> Image.Image:
    """The drawing, ``side`` pixels wide and high."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return Image.open(io.BytesIO(bytes(buffer.data().data())))


if __name__ == "__main__":
    make_icons(Path(sys.argv[1]))
