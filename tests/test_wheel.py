"""What pip installs reads digits: without the checkout, without Qt and without torch."""

import gzip
import importlib.metadata
import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pytest
from PIL import Image

import lenet_gui

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    done = subprocess.run([*build, str(ROOT)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed_program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """`lenet-gui` in an environment of its own, which holds only what reading needs."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, symlinks=os.name != "nt")
    scripts = folder / ("Scripts" if os.name == "nt" else "bin")
    python = str(scripts / "python")
    packages = subprocess.check_output(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True
    )
    for name in ("numpy", "opencv-python-headless", "pillow", "platformdirs", "safetensors"):
        lend_package(name, Path(packages.strip()))
    pip = [sys.executable, "-m", "pip", "--python", python]
    subprocess.run([*pip, "install", "--quiet", "--no-index", "--no-deps", str(wheel)], check=True)
    return scripts / "lenet-gui"


def lend_package(name: str, to: Path) -> None:
    """Copy an installed package: quicker than pip, and needs no network."""
    for file in importlib.metadata.files(name) or []:
        if ".." not in file.parts and file.suffix != ".pyc":
            (to / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file.locate(), to / file)


def run(program: Path, *arguments: str, cwd: Path) -> str:
    return subprocess.check_output([program, *arguments], cwd=cwd, text=True)


def test_wheel_holds_the_resources(wheel: Path) -> None:
    inside = {name for name in ZipFile(wheel).namelist() if name.startswith("lenet_gui/resources/")}
    files = [path for path in (ROOT / "resources").rglob("*") if path.is_file()]
    assert inside == {f"lenet_gui/{path.relative_to(ROOT).as_posix()}" for path in files}


def test_wheel_tells_types(wheel: Path) -> None:
    assert {"lenet_gui/py.typed", "lenet_gui/__init__.pyi"} <= set(ZipFile(wheel).namelist())


def test_installed_program_tells_its_version(installed_program: Path, tmp_path: Path) -> None:
    assert lenet_gui.__version__ in run(installed_program, "--version", cwd=tmp_path)


def test_installed_program_lists_networks(installed_program: Path, tmp_path: Path) -> None:
    networks = json.loads(run(installed_program, "networks", "--json", cwd=tmp_path))
    assert "lenet-5" in {network["name"] for network in networks}


def test_installed_program_decodes_in_a_process_of_its_own(
    installed_program: Path, tmp_path: Path
) -> None:
    """As it does with AVIF; modules in the working folder, a stranger's perhaps, are none of it."""
    (tmp_path / "numpy.py").write_text("raise SystemExit('not this one')")
    images, labels = mnist_test_digits(1)
    Image.fromarray(255 - images[0]).resize((280, 280)).save(tmp_path / "digit.avif")
    (result,) = json.loads(
        run(installed_program, "recognize", "--json", "digit.avif", cwd=tmp_path)
    )
    assert result["digit"] == int(labels[0])


def test_installed_program_reads_a_digit(installed_program: Path, tmp_path: Path) -> None:
    images, labels = mnist_test_digits(4)
    for index, image in enumerate(images):
        enlarged = Image.fromarray(255 - image).resize((280, 280))  # black on white
        enlarged.save(tmp_path / f"{index}.png")
    files = [f"{index}.png" for index in range(4)]
    readings = json.loads(run(installed_program, "recognize", *files, "--json", cwd=tmp_path))
    assert [reading["digit"] for reading in readings] == labels


def test_installed_package_reads_from_python(installed_program: Path, tmp_path: Path) -> None:
    """Without torch, a training says what is missing."""
    images, labels = mnist_test_digits(1)
    np.save(tmp_path / "digit.npy", images[0])
    program = (
        "import numpy, lenet_gui\n"
        "print(lenet_gui.recognize(numpy.load('digit.npy')).label)\n"
        "try: lenet_gui.train()\n"
        "except lenet_gui.BadInput as error: print(error)\n"
    )
    said = run(installed_program.with_name("python"), "-c", program, cwd=tmp_path).splitlines()
    assert said[0] == str(labels[0])
    assert "pip install torch" in said[1]


def mnist_test_digits(count: int) -> tuple[np.ndarray, list[int]]:
    folder = ROOT / "resources" / "mnist"
    with gzip.open(folder / "t10k-images-idx3-ubyte.gz") as file:
        images = np.frombuffer(file.read()[16:], np.uint8).reshape(-1, 28, 28)
    with gzip.open(folder / "t10k-labels-idx1-ubyte.gz") as file:
        labels = list(file.read()[8:])
    return images[:count], labels[:count]
