"""The table of kinds of files: what a file is, by its content first, and what it is if no use."""

import ast
import gzip
import io
import pickle
import re
import struct
import zipfile
from pathlib import Path

import numpy as np
import onnx
import pytest
import safetensors.numpy
from onnx import TensorProto, helper
from PIL import Image, features

from lenet_gui.common.assets import resource
from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.values import Drawing
from lenet_gui.engine.ink.drawing_files import to_json
from lenet_gui.engine.storage.file_kinds import FILE_KINDS, kind_of

ROOT = Path(__file__).parents[3]


def picture(form: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (20, 30), "white").save(buffer, form)
    return buffer.getvalue()


def zipped(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def arrays() -> bytes:
    buffer = io.BytesIO()
    np.savez_compressed(buffer, x_train=np.zeros((2, 28, 28), np.uint8))
    return buffer.getvalue()


def box(brand: bytes) -> bytes:
    return struct.pack(">I", 24) + b"ftyp" + brand + bytes(4) + brand + b"mif1" + bytes(64)


IDX = struct.pack(">BBBBIII", 0, 0, 8, 3, 1, 2, 2) + bytes(4)
TABLE = b"label," + b",".join(b"pixel%d" % place for place in range(784)) + b"\n"
USABLE: dict[str, tuple[str, bytes]] = {
    "drawing": ("drawing", to_json(Drawing())),
    "mp4": ("video", box(b"isom")[:20] + bytes(64)),
    "mov": ("video", box(b"qt  ")[:20] + bytes(64)),
    "mkv": ("video", b"\x1aE\xdf\xa3" + bytes(64)),
    "avi": ("video", b"RIFF" + bytes(4) + b"AVI LIST" + bytes(64)),
    "mpeg": ("video", b"\0\0\x01\xba" + bytes(64)),
    "ogv": ("video", b"OggS" + bytes(64)),
    "checkpoint": ("checkpoint", resource("checkpoints", "lenet-5.safetensors").read_bytes()),
    "foreign": ("checkpoint", safetensors.numpy.save({"conv1.weight": np.zeros((6, 1, 5, 5))})),
    "arrays": ("arrays", arrays()),
    "table": ("table", TABLE),
    "table.gz": ("table", gzip.compress(TABLE)),
    "idx": ("idx", IDX),
    "idx.gz": ("idx", gzip.compress(IDX)),
    **{
        form: ("image", picture(form))
        for form in ("PNG", "JPEG", "BMP", "GIF", "TIFF", "WEBP", "PPM")
    },
}  # fmt: skip
if features.check("avif"):
    USABLE["AVIF"] = ("image", picture("AVIF"))


@pytest.mark.parametrize("name", sorted(USABLE))
@pytest.mark.parametrize("called", ["nothing", "wrong.png", "wrong.json", "wrong.npz", "x.tar"])
def test_content_decides(tmp_path: Path, name: str, called: str) -> None:
    kind, content = USABLE[name]
    path = tmp_path / called
    path.write_bytes(content)
    assert kind_of(path).name == kind


@pytest.mark.parametrize(
    ("called", "kind"),
    [("clip.mjpeg", "video"), ("photo.jpg", "image"), ("PHOTO.JPG", "image"), ("x", "image")],
)
def test_a_film_of_jpegs_is_told_by_its_name(tmp_path: Path, called: str, kind: str) -> None:
    (tmp_path / called).write_bytes(picture("JPEG"))
    assert kind_of(tmp_path / called).name == kind


@pytest.mark.parametrize(
    ("called", "kind"),
    [("a.json", "drawing"), ("a.lenet-drawing", "drawing"), ("a.tif", "image"), ("a.mp4", "video"),
     ("a.safetensors", "checkpoint"), ("a.npz", "arrays"), ("train.csv", "table"),
     ("train.csv.gz", "table"),
     ("t10k-images-idx3-ubyte", "idx"), ("train-images.idx3-ubyte", "idx")],
)  # fmt: skip
def test_what_is_damaged_is_of_the_kind_of_its_name(tmp_path: Path, called: str, kind: str) -> None:
    """So that its reader says what is wrong."""
    (tmp_path / called).write_bytes(b"four\x07\xff")
    assert kind_of(tmp_path / called).name == kind


def onnx_model() -> bytes:
    graph = helper.make_graph(
        [helper.make_node("Relu", ["x"], ["y"])], "g",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [1])],
    )  # fmt: skip
    return onnx.helper.make_model(graph, producer_name="pytorch").SerializeToString()


NETWORKS = {
    "a.pt": zipped(**{"archive/data.pkl": b"\x80\x02}q"}),
    "a.pth": b"\x80\x02\x8a\nl\xfc\x9cF\xf9 j\xa8P\x19.\x80\x02M",
    "a.pkl": pickle.dumps({"weights": [1.0]}),
    "a.onnx": onnx_model(),
    "a.h5": b"\x89HDF\r\n\x1a\n" + bytes(20),
    "a.keras": zipped(
        **{"metadata.json": b"{}", "config.json": b"{}", "model.weights.h5": b"\x89HDF"}
    ),
}


@pytest.mark.parametrize("called", sorted(NETWORKS))
@pytest.mark.parametrize("suffix", ["", ".png"], ids=["its name", "another name"])
def test_networks_of_other_programs_are_imported(tmp_path: Path, called: str, suffix: str) -> None:
    path = tmp_path / (called + suffix)
    path.write_bytes(NETWORKS[called])
    assert kind_of(path).opens == "foreign network"


FOREIGN: dict[str, tuple[bytes, str]] = {
    "a.pdf": (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
    "IMG_1.HEIC": (box(b"heic"), "HEIC"),
    "a.zip": (zipped(**{"digits/1.png": picture("PNG")}), "ZIP archive"),
    "a.docx": (zipped(**{"[Content_Types].xml": b"<xml/>"}), "office document"),
    "a.odt": (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "office document"),
    "a.tar.gz": (gzip.compress(b"digits/" + bytes(600)), "archive"),
    "a.7z": (b"7z\xbc\xaf\x27\x1c" + bytes(20), "archive"),
    "a.svg": (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', "SVG"),
    "a.html": (b"<!DOCTYPE html><html>", "web page"),
    "a.wav": (b"RIFF" + bytes(4) + b"WAVEfmt ", "sound"),
    "a.log": (b"a, b, c\n" * 300, "text file"),
    "a.txt": ("My notes, 笔记".encode(), "text file"),
    "a.py": (b"import os\n", "text file"),
    "a.dat": (bytes(range(256)), "no kind"),
    "empty": (b"", "empty"),
}  # fmt: skip


@pytest.mark.parametrize("called", sorted(FOREIGN))
@pytest.mark.parametrize("suffix", ["", ".png"], ids=["its name", "another name"])
def test_what_cannot_be_used_is_named(tmp_path: Path, called: str, suffix: str) -> None:
    content, said = FOREIGN[called]
    if suffix and called in ("a.txt", "a.log", "a.py", "a.dat", "empty"):
        pytest.skip("it is taken for a damaged picture")
    path = tmp_path / (called + suffix)
    path.write_bytes(content)
    with pytest.raises(BadInput, match=re.escape(said)) as found:
        kind_of(path)
    assert path.name in str(found.value)
    assert str(found.value).endswith(".")


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="There is no file"):
        kind_of(tmp_path / "gone.png")
    with pytest.raises(BadInput, match="is a folder"):
        kind_of(tmp_path)


def test_suffixes_belong_to_one_kind() -> None:
    suffixes = [suffix for kind in FILE_KINDS for suffix in kind.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert all(re.fullmatch(r"\.[a-z0-9-]+", suffix) for suffix in suffixes)


SAVED = {  # what files are written as, or what one reader tells apart
    "lenet_gui/gui/documents/documents.py": {".png", ".jpg", ".bmp"},
}


def test_nothing_else_has_a_list_of_suffixes() -> None:
    """Two or more suffixes of the table in one tuple, list, set or text are a list."""
    table = {suffix for kind in FILE_KINDS for suffix in kind.suffixes}
    lists = {}
    for path in (ROOT / "lenet_gui").rglob("*.py"):
        name = path.relative_to(ROOT).as_posix()
        if name == "lenet_gui/engine/storage/file_kinds.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            found: set[str] = set()
            if isinstance(node, ast.Tuple | ast.List | ast.Set):
                texts = [e.value for e in node.elts if isinstance(e, ast.Constant)]
                found = {f".{t.lstrip('.')}" for t in texts if isinstance(t, str)} & table
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found = set(re.findall(r"\*(\.[a-z0-9]+)", node.value)) & table
            if len(found) > 1 and found != SAVED.get(name):
                lists[name, node.lineno] = found
    assert not lists
