"""The house: every folder is a package, none too full, and no file imports itself in a circle;
ARCHITECTURE.md names what there is."""

import ast
import pkgutil
import re
import tomllib
from pathlib import Path

import pytest

import lenet_gui

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "lenet_gui"
TEXT = (PACKAGE / "ARCHITECTURE.md").read_text(encoding="utf-8")
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
MOST_FILES = 20
MODULES = {
    "lenet_gui",
    *(module.name for module in pkgutil.walk_packages(lenet_gui.__path__, "lenet_gui.")),
}


def test_every_file_is_a_module_that_python_finds() -> None:
    """A folder without ``__init__.py`` would be imported, but its files not packaged or checked."""
    files = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in PACKAGE.rglob("*.py")
    }
    assert files == MODULES


def test_no_folder_is_too_full() -> None:
    full = {
        str(folder.relative_to(ROOT)): count
        for folder in [PACKAGE, *PACKAGE.rglob("*/")]
        if (count := len(list(folder.glob("*.py")))) > MOST_FILES
    }
    assert not full


def imports() -> dict[str, set[str]]:
    """Return the modules that each module's import statements name."""
    return {module: _named_in(module) - {module} for module in MODULES}


def _named_in(module: str) -> set[str]:
    path = ROOT.joinpath(*module.split("."))
    path = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            within = {f"{node.module}.{alias.name}" for alias in node.names}
            names |= within if within <= MODULES else {node.module, *within}
    return names & MODULES


def circles(edges: dict[str, set[str]]) -> list[set[str]]:
    """Return the groups of more than one module that all lead to each other."""
    reached = {module: _reached(module, edges) for module in edges}
    groups = {
        frozenset(other for other in reached[module] if module in reached[other])
        for module in edges
        if module in reached[module]
    }
    return [set(group) for group in groups]


def _reached(module: str, edges: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    ahead = [module]
    while ahead:
        for other in edges[ahead.pop()] - found:
            found.add(other)
            ahead.append(other)
    return found


def test_circles_are_found() -> None:
    edges = {"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set[str]()}
    assert circles(edges) == [{"b", "c"}]


def test_no_circle_of_files() -> None:
    """Whatever a file needs can be understood before it. Imports within functions and those for
    types alone count as well: a file that needs another one only later, or only by name, cannot be
    read without it either."""
    assert not circles(imports())


@pytest.mark.parametrize(
    "pattern",
    sorted(
        {
            pattern
            for contract in CONTRACTS["contracts"]
            for key in ("source_modules", "modules", "containers", "ignore_imports")
            for entry in contract.get(key, [])
            for pattern in entry.split(" -> ")
            if pattern.startswith("lenet_gui")
        }
    ),
)
def test_every_pattern_of_a_contract_matches_a_module(pattern: str) -> None:
    """``*`` stands for one name, ``**`` for one or more."""
    parts = [{"*": r"[^.]+", "**": r".+"}.get(part, re.escape(part)) for part in pattern.split(".")]
    assert any(re.fullmatch(r"\.".join(parts), module) for module in MODULES)


def test_architecture_names_every_room() -> None:
    tree = TEXT.partition("## The rooms")[2].partition("resources/")[0]
    rooms = {
        path.name + "/"
        for path in PACKAGE.rglob("*")
        if path.is_dir() and list(path.glob("*.py")) and "resources" not in path.parts
        if path.parent.name != "panels"  # a panel of several files
    }
    assert set(re.findall(r"[a-z_]+/", tree)) - {"lenet_gui/", "decisions/"} == rooms


def test_what_architecture_names_is_there() -> None:
    names = set(re.findall(r"`([\w/]+(?:\.py|/))`", TEXT))
    assert len(names) > 30
    assert not [
        name
        for name in sorted(names)
        if not (PACKAGE / name).exists() and not (ROOT / name).exists()
    ]


def test_architecture_is_read_in_ten_minutes() -> None:
    assert len(TEXT.splitlines()) <= 200
