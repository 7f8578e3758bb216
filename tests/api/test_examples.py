"""The examples that come with the program run, in seconds, and show what they promise."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers import PATIENCE

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "resources" / "examples"
SAID = {
    "lenet_5_of_1998": r"60,000 trainable .*a 7 is read as 7.*OUTPUT \(10,\).*\n48 of 10,000",
    "random_input": r"INPUT +\(1, 1, 32, 32\).*C5 .*48,120 parameters.*sum 1\.0\n",
    "sigmoid": r"validation digits misread\n\d+ of 10,000 test digits.*a 7, looks most like a \d\n",
    "colours": r"brick: brick, .*grass: grass, .*sky: sky, ",
    "keras_article": r"adam, 32 digits.*\nepoch 1: loss .*\ntest loss \d\.\d+, test acc.*\d%",
}
SECONDS = "1"  # of training


@pytest.mark.parametrize("name", SAID)
def test_example(name: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, FOLDER / f"{name}.py", SECONDS],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT), "LENET_GUI_DATA": str(tmp_path / "data")},
        capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(SAID[name], done.stdout, re.DOTALL), done.stdout


def test_each_is_listed_and_short() -> None:
    listed = re.findall(r"^\| `(\w+)\.py`", (FOLDER / "README.md").read_text("utf-8"), re.MULTILINE)
    assert listed == list(SAID)
    files = {path.stem: path.read_text("utf-8") for path in FOLDER.glob("*.py")}
    assert set(files) == set(SAID)
    for text in files.values():
        code = re.sub(r'""".*?"""', "", text, count=1, flags=re.DOTALL).splitlines()
        assert len([line for line in code if line.strip()]) <= 28
