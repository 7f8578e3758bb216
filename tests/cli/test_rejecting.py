"""The options of the reject rule, and the command that calibrates it."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from lenet_gui.cli.parser import main
from lenet_gui.common.values import RejectRule
from lenet_gui.engine.checkpoints.checkpoint import read_checkpoint, write_checkpoint
from lenet_gui.engine.checkpoints.named_networks import shipped_path
from tests.engine.data.idx_files import digits, put
from tests.helpers import mnist_test, untrained


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    def call(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return call


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """600 test digits."""
    images, labels = digits(2000, 600)
    put(tmp_path / "some-labels", labels)
    return put(tmp_path / "some-images", images)


@pytest.fixture
def upside_down(tmp_path: Path) -> Path:
    """Digits turned upside down, which are no digits, whatever their labels say."""
    images, labels = digits(3000, 200)
    which = np.isin(labels, [2, 3, 4, 5, 7])
    put(tmp_path / "turned-labels", labels[which])
    return put(tmp_path / "turned-images", np.ascontiguousarray(images[which, ::-1]))


@pytest.fixture
def own(run: Any, tmp_path: Path, data: Path, upside_down: Path) -> Path:
    path = tmp_path / "own.safetensors"
    arguments = ("--data", data, "--non-digits", upside_down, "--j", 4, "--output", path)
    code, out, err = run("calibrate", shipped_path("lenet-5-modern"), *arguments)
    assert (code, err) == (0, "")
    assert f"written: {path}" in out
    return path


def seven(tmp_path: Path) -> Path:
    Image.fromarray(mnist_test().images[0]).save(tmp_path / "seven.png")
    return tmp_path / "seven.png"


def test_calibrate_measures_and_changes_nothing_but_the_rule(
    run: Any, own: Path, data: Path
) -> None:
    shipped, found = read_checkpoint(shipped_path("lenet-5-modern")), read_checkpoint(own)
    assert found.rejection is not None
    assert (found.rejection.score, found.rejection.j) == ("posterior", 4.0)
    assert [curve.score for curve in found.rejection.curves] == ["posterior", "margin", "1990"]
    assert all(curve.digits == 600 and curve.others > 50 for curve in found.rejection.curves)
    assert found.training == shipped.training
    assert found.weights.keys() == shipped.weights.keys()
    assert all(np.array_equal(found.weights[key], shipped.weights[key]) for key in found.weights)
    code, out, _ = run("calibrate", own, "--data", data, "--accept-errors", 0.01, "--json")
    again = read_checkpoint(own).rejection
    assert code == 0
    assert again is not None
    assert (again.score, again.j, again.accepted_errors) == ("posterior", 4.0, 0.01)
    assert json.loads(out)["threshold"] == again.threshold


def test_what_was_set_aside_in_the_training_is_measured_on_by_default(
    run: Any, tmp_path: Path
) -> None:
    path = tmp_path / "own.safetensors"
    assert run("calibrate", shipped_path("lenet-5-modern"), "--output", path)[0] == 0
    before, after = (
        read_checkpoint(each).rejection for each in (shipped_path("lenet-5-modern"), path)
    )
    assert before is not None
    assert after is not None
    said = [replace(rule, threshold=0.0, curves=()) for rule in (before, after)]
    assert said[0] == said[1]
    assert [curve.score for curve in after.curves] == [curve.score for curve in before.curves]
    # Each processor rounds its sums in its own way, to a millionth; other digits give 0.03 or 0.77.
    assert after.threshold == pytest.approx(before.threshold, abs=1e-4)
    for mine, wanted in zip(after.curves, before.curves, strict=True):
        assert (mine.digits, mine.others) == (5000, 0)
        assert mine.wrong[0] == pytest.approx(wanted.wrong[0], abs=1)
    (mine, _), (wanted, _) = (rule.curves for rule in (after, before))
    places, thresholds = np.ravel(wanted.thresholds), np.ravel(mine.thresholds)
    for name in ("accepted", "wrong"):
        found = np.interp(places, thresholds, getattr(mine, name))
        assert found == pytest.approx(np.array(getattr(wanted, name)), abs=2)


def test_a_fine_setting_is_said_as_it_is(run: Any, own: Path, data: Path) -> None:
    for part, said in (("0.0125", "1.25%"), ("0.0005", "0.05%"), ("0.01", "1%")):
        code, out, _ = run("calibrate", own, "--data", data, "--accept-errors", part)
        assert (code, f": at most {said} wrong among" in out) == (0, True)


def test_the_dial_says_how_much_is_refused(
    run: Any, own: Path, data: Path, upside_down: Path
) -> None:
    def evaluated(source: Path, *options: object) -> dict[str, Any]:
        given = ("--checkpoint", own, "--data", source, "--json", *options)
        result: dict[str, Any] = json.loads(run("evaluate", *given)[1])
        return result

    plain = evaluated(data)
    assert plain["rule"]["accepted_errors"] == 0.01  # with non-digits
    strict, lax = (
        evaluated(data, "--accept-errors", 0.001),
        evaluated(data, "--accept-errors", 0.02),
    )
    assert strict["rejected"] >= plain["rejected"] > lax["rejected"] > 0
    assert lax["accepted_error_rate"] <= 0.02
    assert evaluated(data, "--accept-errors", "none")["rejected"] == 0
    three = evaluated(data, "--reject-by", "1990", "--accept-errors", 0.05)
    assert three["rule"]["score"] == "1990"
    assert three["rule"]["second"] > 0
    assert 0 < three["rejected"] < 600
    assert evaluated(upside_down, "--accept-errors", "none")["rejected"] == 0
    turned = evaluated(upside_down)
    assert turned["rejected"] > 0.5 * turned["count"]


def test_recognize_obeys_the_dial(run: Any, tmp_path: Path) -> None:
    path, picture = tmp_path / "doubtful.safetensors", seven(tmp_path)
    write_checkpoint(path, untrained(rejection=RejectRule("margin", 2.0)))
    arguments = ("recognize", picture, "--checkpoint", path, "--json")
    (refused,) = json.loads(run(*arguments)[1])
    (answered,) = json.loads(run(*arguments, "--accept-errors", "none")[1])
    assert refused["reason"] == "unsure"
    assert refused["rule"] == {"score": "margin", "threshold": 2.0, "accepted_errors": None}
    assert refused["confidence"] == answered["confidence"] < 1
    assert answered["reason"] is None
    assert answered["rule"]["accepted_errors"] == 1.0
    code, out, err = run(*arguments, "--accept-errors", 0.01)
    assert (code, out) == (2, "")
    assert "lenet-gui calibrate" in err


@pytest.mark.parametrize("value", ["1.5", "-0.1", "few", "nan"])
def test_a_part_that_is_none_is_wrong_use(capsys: pytest.CaptureFixture[str], value: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["evaluate", "--data", "mnist-test", f"--accept-errors={value}"])
    assert ended.value.code == 2
    assert f"--accept-errors: {value} is n" in capsys.readouterr().err


@pytest.mark.parametrize("value", ["nan", "inf", "much"])
def test_a_constant_that_is_no_number_leaves_the_checkpoint_as_it_is(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, data: Path, value: str
) -> None:
    path = tmp_path / "own.safetensors"
    path.write_bytes(before := shipped_path("lenet-5-modern").read_bytes())
    with pytest.raises(SystemExit) as ended:
        main(["calibrate", str(path), "--data", str(data), f"--j={value}"])
    assert ended.value.code == 2
    assert f"--j: {value} is not a valid number" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_a_list_that_calibrate_would_pass_over_is_refused(
    run: Any, tmp_path: Path, data: Path
) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("pens w1")
    path = tmp_path / "own.safetensors"
    write_checkpoint(path, untrained())
    before = path.read_bytes()
    code, _, err = run("calibrate", path, "--held-out", listed)
    assert (code, "--held-out needs --data" in err) == (2, True)
    code, _, err = run("calibrate", path, "--held-out", listed, "--data", data)
    assert (code, "writers of pens, which is not in the data" in err) == (1, True)
    assert path.read_bytes() == before


def test_calibrate_without_digits_gets_a_sentence(run: Any, tmp_path: Path, data: Path) -> None:
    path = tmp_path / "letters.safetensors"
    write_checkpoint(path, untrained(class_names=tuple("abcdefghij")))
    code, _, err = run("calibrate", path, "--data", data)
    assert (code, len(err.splitlines())) == (1, 1)
    code, _, err = run("calibrate", path)
    assert code == 1
    assert "--data" in err
