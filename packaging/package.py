"""`make package`: the program for people without Python, as a folder and as an archive.

python packaging/package.py [--no-test] builds build/package/lenet-gui (on macOS lenet_gui.app) and
packs it (.tar.zst, on Windows .zip). Both must be small enough, pass the smoke test, and start as
fast as from source.
"""

from __future__ import annotations

import json
import os
import platform
import runpy
import shutil
import subprocess
import sys
import tarfile
import time
from pathlib import Path

import zstandard
from icons import make_icons
from licences import collect

ROOT = Path(__file__).resolve().parent.parent
BUILD, OUTPUT = ROOT / "build", ROOT / "build" / "package"
VERSION = runpy.run_path(str(ROOT / "lenet_gui" / "__init__.py"))["__version__"]
MOST_UNPACKED, MOST_PACKED = 880, 270  # MB, with PyTorch for the CPU
LEVEL = 12  # of zstandard; higher ones take long, and gain little
# Symbols for debuggers are a fifth of them. Others, changed by auditwheel, strip would break.
STRIPPED = ("libtorch_cpu.so", "libtorch_python.so", "libc10.so", "libpython3.*.so.*")

WINDOWS_VERSION = """VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}),
  kids=[
    StringFileInfo([StringTable("040904B0", [
      StringStruct("FileDescription", "lenet_gui, a handwriting recognizer"),
      StringStruct("FileVersion", "{version}"),
      StringStruct("ProductName", "lenet_gui"),
      StringStruct("ProductVersion", "{version}"),
      StringStruct("LegalCopyright", "MIT licence"),
    ])]),
    VarFileInfo([VarStruct("Translation", [1033, 1200])]),
  ],
)
"""


def main(arguments: list[str]) -> int:
    folder = build()
    add_texts(folder)
    strip(folder)
    unpacked = megabytes(folder)
    archive = pack(folder)
    packed = archive.stat().st_size / 1e6
    print(f"{folder.relative_to(ROOT)}: {unpacked:.0f} MB (at most {MOST_UNPACKED})")
    print(f"{archive.relative_to(ROOT)}: {packed:.0f} MB (at most {MOST_PACKED})", flush=True)
    good = unpacked <= MOST_UNPACKED and packed <= MOST_PACKED
    if sys.platform == "linux" and "--no-test" not in arguments:  # it needs a virtual screen
        for test in (["packaging/smoke_test.py", folder], ["-m", "tests.benchmarks.packaged"]):
            good &= subprocess.run([sys.executable, *test], check=False, cwd=ROOT).returncode == 0
    return 0 if good else 1


def build() -> Path:
    """The folder of the program, built anew."""
    make_icons(BUILD / "icons")
    numbers = (*(int(part) for part in VERSION.split(".")[:3]), 0)
    version = WINDOWS_VERSION.format(numbers=numbers, version=VERSION)
    (BUILD / "version.txt").write_text(version, encoding="utf-8")
    shutil.rmtree(OUTPUT, ignore_errors=True)
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR",
               "--distpath", OUTPUT, "--workpath", BUILD / "pyinstaller",
               ROOT / "packaging" / "lenet_gui.spec"]  # fmt: skip
    subprocess.run(command, check=True, env=os.environ | {"PYTHONHASHSEED": "1"})
    return OUTPUT / ("lenet_gui.app" if sys.platform == "darwin" else "lenet-gui")


def add_texts(folder: Path) -> None:
    """Licences, and what a Linux desktop wants to know of a program."""
    inside = json.loads((BUILD / "contents.json").read_text())
    place = folder / "Contents" / "Resources" if sys.platform == "darwin" else folder
    collect(place / "licences", inside["modules"], inside["libraries"])
    if sys.platform == "linux":
        applications, icons = folder / "share" / "applications", folder / "share" / "icons"
        kinds = folder / "share" / "mime" / "packages"
        for target in (applications, icons, kinds):
            target.mkdir(parents=True)
        shutil.copy(ROOT / "packaging" / "lenet_gui.desktop", applications)
        shutil.copy(ROOT / "packaging" / "lenet_gui-mime.xml", kinds / "lenet_gui.xml")
        shutil.copy(BUILD / "icons" / "lenet_gui.png", icons)
        shutil.copy(ROOT / "resources" / "icons" / "lenet_gui.svg", icons)


def strip(folder: Path) -> None:
    """Take symbols for debuggers out of the largest libraries (Linux)."""
    if sys.platform != "linux":
        return
    tool = shutil.which("strip")
    if tool is None:
        print("without strip (Debian: binutils) the package is larger than it needs to be")
        return
    for pattern in STRIPPED:
        for path in folder.rglob(pattern):
            if not path.is_symlink():
                subprocess.run([tool, "--strip-unneeded", path], check=True)


def pack(folder: Path) -> Path:
    """One file of the folder."""
    name = f"lenet-gui-{VERSION}-{sys.platform}-{platform.machine().lower()}"
    if sys.platform == "win32":
        return Path(shutil.make_archive(str(OUTPUT / name), "zip", OUTPUT, folder.name))
    path = OUTPUT / f"{name}.tar.zst"
    packer = zstandard.ZstdCompressor(level=LEVEL, threads=-1)
    with (
        path.open("wb") as file,
        packer.stream_writer(file) as stream,
        tarfile.open(fileobj=stream, mode="w|", format=tarfile.PAX_FORMAT) as tar,
    ):
        tar.add(folder, folder.name, filter=_plain)
    return path


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Nobody's file, whoever has built it."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    return entry


def megabytes(folder: Path) -> float:
    """Of all files, each counted once."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1e6


if __name__ == "__main__":
    begin = time.monotonic()
    code = main(sys.argv[1:])
    print(f"{(time.monotonic() - begin) / 60:.0f} minutes")
    sys.exit(code)
