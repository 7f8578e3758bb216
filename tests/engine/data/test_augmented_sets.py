"""Drawings as other hands make them, and what is no digit."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.recipes import preset
from lenet_gui.common.training_values import TrainingData
from lenet_gui.common.values import FloatArray
from lenet_gui.engine.data import augmented_sets
from lenet_gui.engine.data.augmented_sets import (
    AugmentedDrawings,
    non_digits_set_aside,
    non_digits_to_learn,
)
from lenet_gui.engine.data.held_out_writers import read_writers, writers_of
from lenet_gui.engine.data.non_digits import LIKE_DIGITS, scribbles
from lenet_gui.engine.data.stroke_augmentation import _longer, _of_another_hand, augmented_drawing
from lenet_gui.engine.data.stroke_sets import read_stroke_set
from lenet_gui.engine.data.train_test_splits import load_parts
from lenet_gui.engine.ink.normalization import ink_extents
from lenet_gui.engine.ink.rasterizer import PAGE_SIDE, ink_picture
from lenet_gui.trainer.data.sources import training_data
from tests.engine.data.stroke_files import write_strokes

DATA = replace(preset("pens").config("lenet-5-modern").data, stroke_augmentations=3)


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(augmented_sets, "SCRIBBLES_LEARNED", 30)
    monkeypatch.setattr(augmented_sets, "PAIRS_LEARNED", 20)
    monkeypatch.setattr(augmented_sets, "SCRIBBLES_VALIDATED", 10)


def test_augmented_drawings_stay_on_the_page_and_differ() -> None:
    generator = np.random.default_rng(0)
    seven = [np.array([[0.0, 0.0], [1.0, 0.0], [0.4, 2.0]], np.float32)]
    widths, counts = set(), set()
    for _ in range(60):
        drawing = augmented_drawing(seven, generator, "7")
        for stroke in drawing.strokes:
            assert (stroke.points >= 0).all()
            assert (stroke.points <= PAGE_SIDE).all()
        assert ink_picture(drawing.strokes).ink.max() == 255
        widths.add(drawing.strokes[0].width)
        counts.add(len(drawing.strokes))
    assert max(widths) > 2 * min(widths)
    assert counts == {1, 2}  # some are crossed


def test_a_dot_is_augmented_too() -> None:
    drawing = augmented_drawing([np.zeros((1, 2), np.float32)], np.random.default_rng(1), "1")
    assert ink_picture(drawing.strokes).ink.any()


def arc(points: int = 40) -> FloatArray:
    """Three quarters of a circle of radius 0.5, as a pen draws it."""
    angles = np.linspace(0.0, 1.5 * np.pi, points)
    return 0.5 * np.stack([np.cos(angles), np.sin(angles)], axis=1)


def test_another_hand_makes_loops_wide_or_narrow_where_the_stroke_was() -> None:
    widths, away = [], []
    for seed in range(200):
        moved = _of_another_hand(arc(), np.random.default_rng(seed))
        assert moved.shape == arc().shape
        widths.append(np.ptp(moved[:, 0]))
        away.append(np.abs(moved - arc()).max())
    assert 0.9 < np.mean(widths) < 1.1, "as wide as it was, on average"
    assert np.std(widths) > 0.04
    assert 0.03 < np.median(away) < 0.2
    short = arc(5)
    assert np.array_equal(_of_another_hand(short, np.random.default_rng(0)), short)


def test_a_stroke_that_goes_on_bends_as_it_did() -> None:
    for seed in range(50):
        longer = _longer(arc(), np.random.default_rng(seed))
        assert np.array_equal(longer[: len(arc())], arc())
        on = np.diff(longer[len(arc()) - 1 :], axis=0)
        headings = np.unwrap(np.arctan2(on[:, 1], on[:, 0]))
        assert 0.05 <= np.hypot(*on.T).sum() <= 0.36
        assert abs(headings[0]) < 0.35, "the pen was going to the right there"
        assert (np.diff(headings) > 0).all(), "and was turning left"


def test_scribbles_are_the_same_for_the_same_seed() -> None:
    one, same, other = scribbles(30, 5), scribbles(30, 5), scribbles(30, 6)
    flat = [np.concatenate(lines) for lines in one]
    assert all(np.array_equal(a, np.concatenate(b)) for a, b in zip(flat, same, strict=True))
    assert not np.array_equal(flat[0], np.concatenate(other[0]))
    assert all(np.isfinite(points).all() and np.ptp(points) > 0.05 for points in flat)


def test_augmented_sets_keep_labels_and_follow_from_the_seed(tmp_path: Path) -> None:
    drawings = AugmentedDrawings(
        read_stroke_set(Path(write_strokes(tmp_path))), np.array([3, 8]), "pens"
    )
    found = drawings.varied(3, seed=1)
    assert found.labels == ("3", "8") * 3
    assert len({image.tobytes() for image in found.images}) == 6
    assert (ink_extents(found.images) > 10).all()
    assert np.array_equal(drawings.varied(3, seed=1).images, found.images)
    assert not np.array_equal(drawings.varied(3, seed=2).images, found.images)
    assert set(drawings.varied(2, 1, label="").labels) == {""}


def test_writers_that_are_held_out_are_the_test(tmp_path: Path) -> None:
    pens = write_strokes(tmp_path)
    listed = tmp_path / "held-out.txt"
    lines = "pens w1 10\n# writers\npens w4 10\nothers w2 3\n"
    listed.write_text(lines, "utf-8-sig")  # as editors on Windows begin a file
    data = replace(DATA, sources=(pens,), held_out=str(listed), validation=10)
    parts = load_parts(data, 0)
    assert set(parts.test.groups) == {"w1", "w4"}
    assert not {"w1", "w4"} & set(parts.training.groups + parts.validation.groups)
    learned = training_data(data, 0)
    places = parts.learned[0].places
    assert places is not None
    assert {f"w{place // 10}" for place in places.tolist()} == set(parts.training.groups)
    assert learned.pools[1].stop - learned.pools[1].start == 3 * len(parts.training)


@pytest.mark.parametrize("content", [b"pens\n", b"\xff\xfe\x00 w1"])
def test_a_list_of_writers_that_is_none_gets_a_sentence(tmp_path: Path, content: bytes) -> None:
    listed = tmp_path / "list.txt"
    listed.write_bytes(content)
    with pytest.raises(BadInput, match=r"list\.txt is not a list of writers"):
        load_parts(replace(DATA, sources=(write_strokes(tmp_path),), held_out=str(listed)), 0)


def test_a_list_of_writers_of_other_sets_gets_a_sentence(tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text("pens.npz w1\n")
    data = replace(DATA, sources=(write_strokes(tmp_path),), held_out=str(listed))
    with pytest.raises(BadInput, match=r"lists writers of pens\.npz, which is not in the data"):
        load_parts(data, 0)


def test_names_with_spaces_stand_in_quotes(tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    lines = ['  # "my pens" nobody', 'pens w1 10', '"my pens"\t"Anna B." 29', 'pens "the ""X"""',
             'pens O\'Brien "3"', '"my pens" Jan"B']  # fmt: skip
    listed.write_text("\n".join(lines))
    assert read_writers(str(listed)) == {
        "pens": {"w1", 'the "X"', "O'Brien"},
        "my pens": {"Anna B.", 'Jan"B'},
    }


@pytest.mark.parametrize("line", ["pens w1 B. 10", "pens w9", "signs w9"])
def test_a_writer_whom_the_set_does_not_know_gets_a_sentence(tmp_path: Path, line: str) -> None:
    listed = tmp_path / "list.txt"
    listed.write_text(line.replace("w1 B.", "Anna B."))
    pens, signs = write_strokes(tmp_path), write_strokes(tmp_path, "signs", "ACEFHKMO?y")
    data = replace(DATA, sources=(pens,), non_digits=(signs,), held_out=str(listed))
    with pytest.raises(BadInput, match=r"are not in (pens|signs)\.npz: (Anna|w9)\. Put names"):
        training_data(data, 0)


def test_a_list_may_name_more_writers_than_a_part_of_its_set_has() -> None:
    held = {"pens": frozenset({"w1", "w9", "Anna"})}
    assert writers_of(held, "some/pens.npz", ["w1", "w2"]) == held["pens"]
    with pytest.raises(BadInput, match=r"pens\.npz: Anna, w1, w9\."):
        writers_of(held, "some/pens.npz", ["w2"])
    with pytest.raises(BadInput, match=r"pens\.npz: Anna\. Put names with"):
        writers_of(held, "some/pens.npz", ["w1", "Anna B."])
    assert writers_of(held, "signs.npz", ["w2"]) == frozenset()


def test_a_list_of_all_writers_leaves_too_little(tmp_path: Path) -> None:
    pens, listed = write_strokes(tmp_path), tmp_path / "list.txt"
    writers = set(read_stroke_set(Path(pens)).writer.tolist())
    listed.write_text("\n".join(f"pens {writer}" for writer in writers))
    with pytest.raises(BadInput, match="too few samples to split: 0"):
        load_parts(replace(DATA, sources=(pens,), held_out=str(listed)), 0)


def test_a_list_is_asked_for_mnist_alone_too() -> None:
    with pytest.raises(BadInput, match="There is no file nowhere"):
        training_data(TrainingData(sources=("mnist-test",), held_out="nowhere"), 0)


def test_what_is_no_digit_is_split_by_writer(tmp_path: Path) -> None:
    signs = write_strokes(tmp_path, "signs", "ACEFHKMO?y")
    data = replace(DATA, non_digits=("scribbles", signs))
    learned, validated = non_digits_to_learn(data, 0, []), non_digits_set_aside(data, 0)
    assert validated is not None
    assert list(learned.hashes) == ["signs.npz"]
    assert set(learned.labels) == set(validated.labels) == {""}
    assert len(learned) > 30
    assert len(validated) > 10
    kept = len(learned) - 30, len(validated) - 10
    assert kept[0] % augmented_sets.AUGMENTED_PER_SIGN == 0
    assert (
        kept[0] // augmented_sets.AUGMENTED_PER_SIGN % 9 == kept[1] % 9 == 0
    )  # no O, whole writers
    assert "O" in LIKE_DIGITS


def test_only_digits_are_no_non_digits(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="contains no letters or symbols"):
        non_digits_set_aside(replace(DATA, non_digits=(write_strokes(tmp_path),)), 0)


def test_a_training_learns_digits_and_non_digits(tmp_path: Path) -> None:
    pens = write_strokes(tmp_path)
    learned = training_data(replace(DATA, sources=(pens,), validation=10), 0)
    indices = learned.samples.indices(learned.class_names)
    assert (indices == -1).sum() == 50
    assert learned.non_digits is not None
    assert len(learned.non_digits) == 10
    digits = sum(pool.per_pass for pool in learned.pools[:2])
    assert learned.pools[-1].per_pass == min(50, digits // 4)
    assert set(learned.class_names) == set("0123456789")
    plain = training_data(TrainingData(sources=(pens,), validation=10), 0)
    assert len(plain.pools) == 1
    assert plain.non_digits is None


def test_drawing_them_can_be_stopped(tmp_path: Path) -> None:
    calls = []

    def attend() -> None:
        calls.append(1)
        if len(calls) == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        training_data(replace(DATA, sources=(write_strokes(tmp_path),), validation=10), 0, attend)
    assert len(calls) == 5
