"""A little of `make fuzz`: each kind of file made by hand and mutated; programs that are killed."""

import os

import pytest

from tests.fuzz import kills
from tests.fuzz.kinds import Cases
from tests.fuzz.table import LIGHT, kind
from tests.fuzz.trying import tried

MUTATED = 60  # of each kind
REFUSING = LIGHT[:6]  # the others leave out what is bad


@pytest.mark.filterwarnings("ignore::UserWarning:PIL")  # as in the program
@pytest.mark.parametrize("name", LIGHT)
def test_files_are_good_or_refused_in_a_sentence(qapp, caplog, name: str) -> None:
    caplog.set_level("CRITICAL")
    wanted = kind(name)
    cases = Cases(wanted)
    chosen = [*cases.by_hand(heavy=False), *map(cases.mutated, range(MUTATED))]
    outcomes = list(tried(wanted, chosen, cases))
    assert not [f"{o.seed}: {o.fault}" for o in outcomes if o.fault]
    assert any(o.refused for o in outcomes) or name not in REFUSING
    assert not all(o.refused for o in outcomes)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="killing in the middle takes fork")
@pytest.mark.parametrize("name", ["killed savings", "killed settings"])
def test_a_killed_program_leaves_whole_files(qapp, caplog, name: str) -> None:
    assert not [fault for number in range(3) if (fault := kills.killed(name, number))]
