"""Labelled digits: the names of their classes, their indices, and parts of them."""

import numpy as np

from lenet_gui.engine.data.dataset import Dataset


def numbered(count: int, writers: list[str] | None = None) -> Dataset:
    """Return samples whose pixels all hold the sample's number, with labels 0..9 in turn."""
    images = np.arange(count, dtype=np.uint8)[:, None, None].repeat(28, 1).repeat(28, 2)
    groups = tuple(writers or [""] * count)
    return Dataset("d", images, tuple(str(i % 10) for i in range(count)), groups, {"f": "0"})


def test_labels_that_are_no_class_have_no_place() -> None:
    assert numbered(12).indices(("0", "3", "1")).tolist() == [
        0, 2, -1, 1, -1, -1, -1, -1, -1, -1, 0, 2,
    ]  # fmt: skip


def test_class_names_are_numbers_in_order_and_then_other_names() -> None:
    labels = ("b", "10", "9", "A", "9", "²", "10000000000", "02")
    named = Dataset("d", np.zeros((8, 28, 28), np.uint8), labels, ("",) * 8, {})
    assert named.class_names() == ("10000000000", "02", "9", "10", "A", "b", "²")


def test_taken_samples_keep_their_labels_writers_and_places() -> None:
    data = numbered(12, [f"w{i}" for i in range(12)])
    part = data.take(np.array([11, 3, 4]))
    assert part.images[:, 0, 0].tolist() == [11, 3, 4]
    assert part.labels == ("1", "3", "4")
    assert part.groups == ("w11", "w3", "w4")
    again = part.take(np.array([2]))
    assert (again.labels, again.groups) == (("4",), ("w4",))
    assert again.places is not None
    assert again.places.tolist() == [4]
    assert len(part.take(np.array([], np.int64))) == 0
