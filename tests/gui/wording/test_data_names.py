"""Readable names of the data that a network was tested on."""

import pytest

from lenet_gui.gui.appearance.languages import use_language
from lenet_gui.gui.wording.data_names import data_in_words


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("mnist-test", "MNIST's test digits"),
        (
            "mnist-test + unipen-digits.npz",
            "MNIST's test digits and other writers' pen digits",
        ),
        ("mnist-test + ours.npz + 1998", "MNIST's test digits, ours and 1998"),
        ("ours.npz + ours.npz", "ours"),
        ("my.own.digits", "my.own.digits"),  # a folder
        ("emnist-letters-test-images-idx3-ubyte.gz", "emnist-letters-test"),
        ("t10k-images.idx3-ubyte", "t10k"),
        (".npz", ".npz"),
        ("{0}", "{0}"),
        ("{0} + {x}", "{0} and {x}"),
        ("", "its test data"),
    ],
)
def test_names_that_people_know(data: str, words: str) -> None:
    assert data_in_words(data) == words


def test_in_another_language() -> None:
    use_language("zh_CN")
    try:
        words = data_in_words("mnist-test + unipen-digits.npz + 我的.npz")
    finally:
        use_language("en")
    assert words == "MNIST 的测试数字、其他书写者的手写笔数字和我的"
