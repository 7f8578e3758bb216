"""What is found in a photograph: answers, texts, and the digit under a point."""

from typing import get_args

import numpy as np
import pytest

from lenet_gui.common.values import Picture
from lenet_gui.engine.pages.values import (
    VERDICTS,
    Box,
    FoundDigit,
    PageLine,
    PageReading,
    PageStages,
    Verdict,
)
from tests.engine.pages.made_up import recognition

BLANK = np.zeros((4, 4), np.uint8)


def found(
    answer: int = 7,
    verdict: Verdict = "read",
    box: Box = (0, 0, 10, 20),
    lead: float = 0.9,
    accepted: bool = True,
) -> FoundDigit:
    return FoundDigit(box, Picture(BLANK), recognition(answer, lead, accepted), verdict)


def reading(*lines: PageLine) -> PageReading:
    stages = PageStages(BLANK, BLANK, BLANK, BLANK, False, 1.0)
    return PageReading((100, 100), lines, (), stages, 0.0, 0.0)


def test_every_verdict_has_words() -> None:
    assert set(VERDICTS) == set(get_args(Verdict))
    assert len(set(VERDICTS.values())) == len(VERDICTS)


@pytest.mark.parametrize("verdict", get_args(Verdict))
def test_only_what_is_read_has_a_label(verdict: Verdict) -> None:
    assert found(4, verdict).label == ("4" if verdict == "read" else None)


def test_the_answer_in_a_line_outlives_the_doubt_about_it_alone() -> None:
    assert found(3, accepted=False).label == "3"


def test_the_score_is_how_far_the_best_class_is_ahead() -> None:
    assert found(lead=0.25).score == pytest.approx(0.25)


def test_a_line_has_a_question_mark_for_each_unsure_digit() -> None:
    assert PageLine((found(1), found(2, "unsure"), found(3))).text == "1?3"
    assert PageLine(()).text == ""


def test_digits_are_those_of_all_lines_in_order() -> None:
    a, b, c = found(1), found(2, "unsure"), found(3)
    assert reading(PageLine((a, b)), PageLine((c,))).digits == (a, b, c)


def test_a_box_contains_its_left_and_upper_edges_and_not_the_others() -> None:
    digit = found(box=(10, 30, 5, 8))
    page = reading(PageLine((digit,)))
    for x, y in ((10, 30), (14.9, 37.9), (12, 33)):
        assert page.digit_at(x, y) is digit
    for x, y in ((9.9, 33), (15, 33), (12, 29.9), (12, 38), (33, 12)):
        assert page.digit_at(x, y) is None


def test_of_boxes_that_overlap_the_smallest_is_under_the_point() -> None:
    wide, small, tall = found(box=(0, 0, 60, 9)), found(box=(4, 4, 8, 8)), found(box=(5, 0, 7, 50))
    page = reading(PageLine((wide, small)), PageLine((tall,)))
    assert page.digit_at(6, 6) is small
    assert page.digit_at(6, 2) is tall
    assert page.digit_at(30, 2) is wide
