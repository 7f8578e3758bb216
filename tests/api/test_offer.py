"""What ``import lenet_gui`` offers: light, typed, documented, and as the documentation says."""

import ast
import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

import lenet_gui
from tests.helpers import PATIENCE

ROOT = Path(__file__).parent.parent.parent
PACKAGE = ROOT / "lenet_gui"


def run(*program: str) -> str:
    done = subprocess.run(
        [sys.executable, *program],
        cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_the_import_loads_nothing() -> None:
    loaded = "import sys; before = set(sys.modules); import lenet_gui; "
    shown = "print(sorted(set(sys.modules) - before))"
    assert run("-c", loaded + shown) == "['lenet_gui']\n"


@pytest.mark.parametrize("name", lenet_gui.__all__)
def test_every_name_is_there(name: str) -> None:
    assert getattr(lenet_gui, name).__name__ == name
    assert name in dir(lenet_gui)


def test_no_name_loads_qt_or_torch() -> None:
    program = (
        "import sys, lenet_gui; "
        "offered = [getattr(lenet_gui, name) for name in lenet_gui.__all__]; "
        "print(sorted({'PySide6', 'torch'} & set(sys.modules)))"
    )
    assert run("-c", program) == "[]\n"


def test_an_unknown_name_is_told_as_python_does() -> None:
    with pytest.raises(AttributeError, match="module 'lenet_gui' has no attribute 'lod'"):
        lenet_gui.lod  # noqa: B018
    with pytest.raises(ImportError, match="cannot import name 'lod'"):
        from lenet_gui import lod  # noqa: F401


def test_types_are_told_of_the_same_names() -> None:
    """Each from the file that the table names, and the wheel has both (tests/test_wheel.py)."""
    tree = ast.parse((PACKAGE / "__init__.pyi").read_text("utf-8"))
    told = {
        alias.name: node.module
        for node in tree.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name == alias.asname  # or it would not count as offered
    }
    assert told == lenet_gui._HOMES
    assert (PACKAGE / "py.typed").is_file()


def test_its_documentation_is_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By running it, with a training of a second."""
    monkeypatch.chdir(tmp_path)  # it writes a file
    failed, tried = doctest.testmod(lenet_gui)
    assert (failed, tried > 10) == (0, True)


def test_documentation_builds_without_a_network(tmp_path: Path) -> None:
    """By the command of `make docs`."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (command,) = re.findall(
        r"^\t\.venv/bin/pdoc (.*) --output-directory build/docs$", makefile, re.M
    )
    said = run("-W", "error", "-m", "pdoc", *command.replace("'", "").split(), "-o", str(tmp_path))
    assert "Warn" not in said
    page = (tmp_path / "lenet_gui.html").read_text("utf-8")
    for name in lenet_gui.__all__:
        assert f'id="{name}"' in page
    assert not re.findall(r'(?:src|rel="stylesheet" href)="https?:', page)
    assert str(ROOT) not in page
