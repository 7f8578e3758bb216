"""The results command: rows and verdicts, what is missing, the README's table."""

import re
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lenet_gui.engine.checkpoints.named_networks import DEFAULT_NETWORK, load_checkpoint
from lenet_gui.engine.checkpoints.shipped_networks import shipped_names
from lenet_gui.engine.data.stroke_sets import StrokeSet, write_stroke_set
from tests.benchmarks.results import __main__ as command
from tests.benchmarks.results import figures, material, readme
from tests.benchmarks.results.plan import Plan
from tests.benchmarks.results.rows import Row, absent, counted
from tests.gui.helpers import FOUR, ONE, SEVEN
from tests.helpers import mnist_test

TABLE = readme.README.read_text(encoding="utf-8").partition(readme.BEGIN)[2]
TABLE = TABLE.partition(readme.END)[0]


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Two readers, few digits, few scribbles; nothing is written into the checkout."""
    plans = (
        Plan("lenet-5-modern", "so", 1.5, 0.01, 50.0, seeds=True),
        Plan("no-reader", "so", 1.0, None, 1.5),
    )
    for module in (figures, readme):
        monkeypatch.setattr(module, "NETWORKS", plans)
    monkeypatch.setattr(material, "SCRIBBLES", 20)
    monkeypatch.setattr(material, "mnist", lambda _: mnist_test().take(np.arange(300)))
    monkeypatch.setattr(command, "BUILD", tmp_path / "build")
    page = tmp_path / "README.md"
    page.write_text("before\n" + readme.BEGIN + "old\n" + readme.END + "after\n")
    monkeypatch.setattr(readme, "README", page)
    for name in ("PENS", "SYMBOLS", "HELD_OUT", "SEEDS"):
        monkeypatch.delenv(f"LENET_GUI_{name}", raising=False)


def stroke_set(path: Path, labels: list[int], writers: list[str]) -> None:
    """A 1, 4 and 7 in turn, whatever the labels say."""
    drawn = [(ONE, FOUR, SEVEN)[place % 3] for place in range(len(labels))]
    lines = [np.array(line, np.float32) for drawing in drawn for line in drawing]
    count = sum(map(len, lines))
    write_stroke_set(
        path,
        StrokeSet(
            np.concatenate(lines),
            np.full(count, -1, np.int32),
            np.full(count, -1, np.int16),
            np.cumsum([0, *map(len, lines)]).astype(np.int32),
            np.cumsum([0, *map(len, drawn)]).astype(np.int32),
            np.array(labels, np.uint32),
            np.array(writers),
            np.array([f"{writer[:3]}/OK" for writer in writers]),
        ),
    )


def test_verdicts() -> None:
    good, bad = counted("x", 1, 100, 2.0, 0.5), counted("x", 3, 100, 2.0)
    assert (good.short, bad.short) == (False, True)
    assert "holds aim 0.5 %; 1 of 100" in " ".join(good.text().split())
    assert "<= 2 % SHORT 3 of 100" in " ".join(bad.text().split())
    assert counted("x", 89, 100, 90.0, at_least=True).short
    assert not counted("x", 90, 100, 90.0, at_least=True).short
    assert not absent("x", 1.0).short
    assert absent("x", 1.0).text().endswith("data not here")
    assert Row("x", None, bar=1.0, missed=True).short


def test_without_pens_the_rest_is_judged(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main([]) == 1  # a reader is not there
    said = capsys.readouterr().out
    assert re.search(r"lenet-5-modern: MNIST test error +\d\.\d\d % .* holds +aim 0.01 %", said)
    assert re.search(r"lenet-5-modern: pens held out, error +<= 50 % +data not here", said)
    assert re.search(r"lenet-5-modern: mean of three trainings +data not here", said)
    assert re.search(r"no-reader: MNIST test error +<= 1 % +SHORT +there is no such reader", said)
    assert re.search(r"letters and signs, rejected +>= 90 % +data not here", said)
    assert re.search(r"blank pages and dots, rejected +100.00 % .* holds", said)
    assert "61,706 parameters" in said
    assert "0.95 %" in said
    assert "old" in readme.README.read_text()


def test_pens_of_writers_held_out_are_judged_and_nobody_else(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pens, signs = tmp_path / "digits.npz", tmp_path / "signs.npz"
    # Of those held out: "lab" 3 right, "col" 1 right and 1 wrong.
    writers = ["lab1", "lab1", "lab1", "col7", "col7", "else"]
    stroke_set(pens, [1, 4, 7, 1, 5, 3], writers)
    stroke_set(signs, [ord("A"), ord("O"), ord("4")], ["lab9"] * 3)
    aside = "# set writer\ndigits lab1 3\ndigits col7 2\nsigns lab9 3\n"
    (tmp_path / "heldout-writers.txt").write_text(aside)
    assert command.main(["--pens", str(pens), "--symbols", str(signs)]) == 1
    said = capsys.readouterr().out
    assert re.search(r"pens held out, error +20.00 %.*holds +1 of 5; mean of the .* 25.00 %", said)
    assert re.search(r"laboratory col +50.00 %.* 1 of 2", said)
    assert re.search(r"digit 5 +100.00 %.*1 of 1; taken for 4 \(1\)", said)
    assert re.search(r"those like digits, rejected +.* of 1", said)
    with Image.open(command.BUILD / f"worst-pens-{DEFAULT_NETWORK}.png") as picture:
        assert picture.width > 500
    text = readme.README.read_text()
    assert text.startswith("before\n")
    assert text.endswith("after\n")
    assert "old" not in text
    assert "20.00 % (3.62 to 62.45), by laboratory 25.00 %" in text
    assert "| pen digits of other writers | 5 |" in text


def test_the_table_in_the_readme_is_of_the_readers_that_ship() -> None:
    said = dict(re.findall(r"^\| `([\w-]+)` \| .*? \| ([\d.]+) % \(", TABLE, re.MULTILINE))
    assert list(said) == [name for name in said if name in shipped_names()]
    assert set(said) == set(shipped_names())
    for name, error in said.items():
        evaluation = load_checkpoint(name).evaluation
        if evaluation["data"] == "mnist-test":
            assert error == f"{100 * evaluation['error_rate']:.2f}"
