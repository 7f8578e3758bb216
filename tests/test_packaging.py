"""What `make package` puts together; the whole of it is built and used by that command itself."""

import ast
import configparser
import importlib.util
import re
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from PIL import Image

from lenet_gui.common import assets
from lenet_gui.engine.storage.file_kinds import FILE_KINDS

PACKAGING = Path(__file__).parent.parent / "packaging"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"packaging_{name}", PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_icon_is_the_drawing(qapp, tmp_path: Path) -> None:
    load("icons").make_icons(tmp_path)
    with (
        Image.open(assets.resource("icons", "lenet_gui.png")) as shipped,
        Image.open(tmp_path / "lenet_gui.png") as drawn,
    ):
        away = np.asarray(shipped.convert("RGBA")).astype(int) - np.asarray(drawn.convert("RGBA"))
    assert np.abs(away).max() <= 3
    with Image.open(tmp_path / "lenet_gui.ico") as windows:
        assert windows.info["sizes"] >= {(16, 16), (48, 48), (256, 256)}
    with Image.open(tmp_path / "lenet_gui.icns") as apple:
        assert apple.size == (1024, 1024)


def test_licences_of_what_is_inside(tmp_path: Path) -> None:
    folder = tmp_path / "licences"
    load("licences").collect(folder, ["numpy", "PySide6", "torch", "cv2", "lenet_gui"], [])
    for text, words in (
        ("lenet_gui.txt", "MIT License"),
        ("pyside6/LGPL-3.0.txt", "GNU LESSER GENERAL PUBLIC LICENSE"),
        ("pyside6/GPL-3.0.txt", "GNU GENERAL PUBLIC LICENSE"),
        ("numpy/LICENSE.txt", "NumPy Developers"),
        ("opencv-python-headless/LICENSE-3RD-PARTY.txt", "FFmpeg"),
        ("pyinstaller/COPYING.txt", "Bootloader Exception"),
    ):
        assert words in (folder / text).read_text("utf-8"), text
    assert list((folder / "python").iterdir())
    overview = (folder / "README.txt").read_text("utf-8")
    assert re.search(r"^torch 2\.\S+ +.*BSD-3-Clause", overview, re.MULTILINE)


def test_what_has_no_licence_text_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    licences = load("licences")
    monkeypatch.setattr(licences, "QT", ())
    with pytest.raises(SystemExit, match=r"no licence text was found for: .*PySide6"):
        licences.collect(tmp_path / "licences", ["PySide6"], [])


def test_tools_and_extras_stay_out_of_the_package() -> None:
    """A module that is not excluded would come along as soon as a file names it, lazily too."""
    tree = ast.parse((PACKAGING / "lenet_gui.spec").read_text("utf-8"))
    (excluded,) = (
        set(ast.literal_eval(node.value))
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "NOT_NEEDED"
    )
    assert {"h5py", "keras", "pdoc", "onnxruntime", "pytest"} <= excluded


def unused() -> re.Pattern[str]:
    tree = ast.parse((PACKAGING / "lenet_gui.spec").read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "UNUSED":
            assert isinstance(node.value, ast.Call)
            return re.compile(ast.literal_eval(node.value.args[0]), re.VERBOSE)
    raise AssertionError


@pytest.mark.parametrize(
    ("file", "left_out"),
    [
        ("torch/bin/torch_shm_manager", False),
        ("torch/bin/test_api", True),
        ("torch/lib/libtorch_cpu.so", False),
        ("torch/lib/libtorchbind_test.so", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),  # Qt's player of videos is linked with it
        ("PySide6/Qt/lib/libQt6Qml.so.6", False),
        ("PySide6/Qt/lib/libQt6Pdf.so.6", True),
        ("PySide6/Qt/plugins/multimedia/libffmpegmediaplugin.so", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", False),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", False),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", True),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", False),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("resources/mnist/t10k-images-idx3-ubyte.gz", False),
        ("libglib-2.0.so.0", False),
    ],
)
def test_what_is_left_out(file: str, left_out: bool) -> None:
    assert bool(unused().match(file)) is left_out


def test_desktop_entry() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment, method-assign]  # the documented way
    entry.read(PACKAGING / "lenet_gui.desktop", "utf-8")
    values = entry["Desktop Entry"]
    assert (values["Type"], values["Exec"], values["Icon"]) == (
        "Application", "lenet-gui %F", "lenet_gui",
    )  # fmt: skip
    types = [name for kind in FILE_KINDS for name in kind.types]
    assert values["MimeType"] == "".join(f"{name};" for name in types)


def test_mime_types_of_its_own_are_told_to_the_desktop() -> None:
    """Those that only this program knows, by the suffixes that only they have."""
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    root = ElementTree.parse(PACKAGING / "lenet_gui-mime.xml").getroot()
    told = {
        entry.get("type"): {glob.get("pattern") for glob in entry.iter(f"{space}glob")}
        for entry in root.iter(f"{space}mime-type")
    }
    own = (kind for kind in FILE_KINDS if any(t.startswith("application/") for t in kind.types))
    assert told == {
        kind.types[0]: {f"*{suffix}" for suffix in kind.suffixes} - {"*.json"} for kind in own
    }


def test_a_frozen_program_finds_its_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert assets.resource("mnist") == tmp_path / "resources" / "mnist"


def test_coverage_is_summed_by_room() -> None:
    rooms = load("coverage_by_room").rooms(
        {
            "lenet_gui/app.py": (1, 4),
            "lenet_gui/engine/a.py": (3, 3),
            "lenet_gui/engine/b.py": (0, 1),
            "lenet_gui/engine/__init__.py": (0, 0),
            "lenet_gui/empty/__init__.py": (0, 0),
        }
    )
    assert rooms == [("lenet_gui", 25.0, 4), ("lenet_gui/engine", 75.0, 4), ("all", 50.0, 8)]
