"""The licence texts of all that is in the packaged program."""

from __future__ import annotations

import importlib.metadata
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterable
from importlib.metadata import Distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OURS = Path(__file__).resolve().parent / "licences"
WORDS = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "COPYRIGHT", "AUTHORS", "CC-BY")
CODE = {".py", ".pyi", ".pyc", ".xml", ".h"}
# What lies in the program without being imported, or is a part of something else.
ALSO = ("pyinstaller",)
# Their wheels come without texts; both are under the LGPL 3, which adds to the GPL 3.
QT = ("PySide6", "PySide6_Addons", "PySide6_Essentials", "shiboken6")

HEAD = """lenet_gui contains the following. Their licences stand in the folders of the same names.

Qt and PySide6 are used under the GNU LGPL, version 3 (pyside6/). Their libraries lie as files of
their own under PySide6/ in the program's folder and can be replaced by other builds of them; their
sources are at https://download.qt.io and https://code.qt.io.
MNIST is by Yann LeCun, Corinna Cortes and Christopher J. C. Burges, under CC BY-SA 3.0.

"""


def collect(folder: Path, modules: Iterable[str], libraries: Iterable[str]) -> None:
    """Write all texts to ``folder``. modules: top names of what is imported; libraries: files that
    the program's own were copied from. Raises SystemExit if something has no text."""
    folder.mkdir(parents=True)
    shutil.copyfile(ROOT / "LICENSE", folder / "lenet_gui.txt")
    shutil.copyfile(ROOT / "resources" / "mnist" / "README.md", folder / "mnist.md")
    rows = [_of_distribution(folder, dist) for dist in _distributions(modules)]
    rows.append(_of_python(folder))
    rows += [_of_system(folder, package) for package in _system_packages(libraries)]
    bare = [name for name, _, texts in rows if not texts]
    if bare:
        raise SystemExit(f"no licence text was found for: {', '.join(bare)}")
    lines = [f"{name:<40} {licence}" for name, licence, _ in sorted(rows, key=str)]
    (folder / "README.txt").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def _distributions(modules: Iterable[str]) -> list[Distribution]:
    owners = importlib.metadata.packages_distributions()
    names = {name for module in modules for name in owners.get(module, [])}
    names -= {"lenet-gui"}
    return [importlib.metadata.distribution(name) for name in sorted({*names, *ALSO})]


def _of_distribution(folder: Path, dist: Distribution) -> tuple[str, str, int]:
    """(name and version, licence, number of texts)."""
    name = dist.metadata["Name"]
    texts = [Path(str(file.locate())) for file in dist.files or () if _is_text(Path(str(file)))]
    if name in QT:
        texts = sorted(OURS.glob("*GPL-3.0.txt"))
    _copy(texts, folder / name.lower())
    classifiers = dist.metadata.get_all("Classifier") or []
    named = [c.rpartition(" :: ")[2] for c in classifiers if c.startswith("License ::")]
    said = dist.metadata.get("License-Expression") or dist.metadata.get("License") or ""
    licence = said if said and len(said) < 200 and "\n" not in said else ", ".join(named)
    return f"{name} {dist.version}", licence or "see its text", len(texts)


def _is_text(path: Path) -> bool:
    upper = path.name.upper()
    return path.suffix not in CODE and any(word in upper for word in WORDS)


def _copy(texts: list[Path], folder: Path) -> None:
    """Under names of their own, should several have the same."""
    folder.mkdir(parents=True, exist_ok=True)
    for text in texts:
        target, number = folder / text.name, 1
        while target.exists():
            number += 1
            target = folder / f"{text.stem}-{number}{text.suffix}"
        shutil.copyfile(text, target)


def _of_python(folder: Path) -> tuple[str, str, int]:
    version = sysconfig.get_python_version()
    places = (
        Path(sysconfig.get_path("stdlib")) / "LICENSE.txt",
        Path(sys.base_prefix) / "LICENSE.txt",
        Path(f"/usr/share/doc/python{version}/copyright"),
    )
    texts = [place for place in places if place.is_file()][:1]
    _copy(texts, folder / "python")
    return f"Python {version}", "PSF-2.0", len(texts)


def _system_packages(libraries: Iterable[str]) -> list[str]:
    """Debian's packages of libraries that are the system's; none where there is no dpkg."""
    here = (sys.prefix, sys.base_prefix, str(ROOT))
    own = [path for path in libraries if not str(Path(path).resolve()).startswith(here)]
    if not own or shutil.which("dpkg-query") is None:
        return []
    found = set()
    for path in {str(Path(path).resolve()) for path in own}:
        for name in (path, path.removeprefix("/usr")):  # as dpkg knows it
            done = subprocess.run(
                ["dpkg-query", "--search", name], capture_output=True, text=True, check=False
            )
            if done.returncode == 0:
                found.add(done.stdout.partition(":")[0])
                break
    return sorted(found)


def _of_system(folder: Path, package: str) -> tuple[str, str, int]:
    text = Path("/usr/share/doc") / package / "copyright"
    texts = [text] if text.is_file() else []
    _copy(texts, folder / "system" / package)
    return f"{package} (system library)", "see its text", len(texts)
