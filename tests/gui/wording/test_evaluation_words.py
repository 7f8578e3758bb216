"""Evaluations and comparisons in words."""

import csv
import io
from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QLocale, QTextBoundaryFinder

from lenet_gui.gui.wording.csv_tables import confusion_csv
from lenet_gui.gui.wording.evaluation_words import (
    cell_text,
    comparison_text,
    duration_text,
    error_text,
    evidence_text,
    interval_text,
)
from lenet_gui.gui.wording.phrases import percent
from tests.engine.recognition.test_comparison import evaluated, pair


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English))
    yield
    QLocale.setDefault(before)


def plain(text: str) -> str:
    """Replace no-break spaces with ordinary ones."""
    return text.replace("\u00a0", " ").replace("\u2060", "")


def test_rates() -> None:
    assert plain(percent(0.0162)) == "1.62 %"
    assert plain(interval_text((0.0139, 0.0189))) == "1.39 – 1.89 %"


def test_no_line_ends_within_an_interval() -> None:
    text = interval_text((0.0139, 0.0189))
    ends = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    assert ends.toNextBoundary() == len(text)


def test_numbers_follow_the_locale() -> None:
    QLocale.setDefault(QLocale(QLocale.Language.German))
    assert plain(percent(0.0162)) == "1,62 %"
    assert cell_text("7", "1", 1234).startswith("1.234 ")


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0.2, "0 s"), (59.4, "59 s"), (59.6, "1 min"), (61.2, "1 min 1 s"), (3900, "1 h 5 min")],
)
def test_durations(seconds: float, text: str) -> None:
    assert duration_text(seconds) == text


def test_errors_in_words() -> None:
    labels = np.arange(1000) % 10
    answers = labels.copy()
    answers[:20] = (labels[:20] + 1) % 10
    assert (
        plain(error_text(evaluated("a", labels, answers)))
        == "20 of 1,000 wrong · 95 % interval: 1.30 – 3.07 %"
    )


def test_the_verdict() -> None:
    noise = plain(comparison_text(pair(50, 10, 16)))
    assert noise.endswith("The difference is not statistically significant.")
    assert "a: 60 of 1,000 wrong (6.00 %; 95 % interval: 4.69 – 7.65 %)." in noise
    assert comparison_text(pair(10, 5, 30)).endswith(
        "a is better; the difference is statistically significant."
    )
    assert comparison_text(pair(10, 30, 5)).endswith(
        "b is better; the difference is statistically significant."
    )
    assert "p = 0.063" in evidence_text(pair(0, 5, 0))
    assert "McNemar" in evidence_text(pair(0, 5, 0))


def test_the_table_as_csv() -> None:
    labels, answers = np.array([0, 1, 1, 2]), np.array([0, 1, 2, 2])
    names = ("a,b", "=1+1", "数")
    rows = list(csv.reader(io.StringIO(confusion_csv(evaluated("x", labels, answers, names)))))
    assert rows[0] == ["label \\ answer", "a,b", "'=1+1", "数"]
    assert rows[1:] == [["a,b", "1", "0", "0"], ["'=1+1", "0", "1", "1"], ["数", "0", "0", "1"]]
