"""The corpus: pictures of one digit as people have them, of all kinds, and how many are read."""

import pytest

from tests.pictures.formats import KINDS
from tests.pictures.reading import Answers, read_kind

SEEDS = range(14)  # those from 1000 on are to develop with


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Answers]]:
    """Return what was read of each kind."""
    return {kind: read_kind(kind, SEEDS, tmp_path_factory.mktemp("pictures")) for kind in KINDS}


def test_pictures_of_all_kinds_are_read(read: dict[str, list[Answers]]) -> None:
    every = [one for kind in read.values() for one in kind]
    assert len(every) == 14 * len(KINDS)
    unread = {
        kind: [(one.seed, one.label, one.command, one.window) for one in some if not one.right]
        for kind, some in read.items()
    }
    assert sum(one.right for one in every) >= 0.97 * len(every), unread
    assert sum(one.wrong for one in every) <= 0.01 * len(every), unread


@pytest.mark.parametrize("kind", KINDS)
def test_no_kind_is_left_out(read: dict[str, list[Answers]], kind: str) -> None:
    """Two of fourteen may be missed: more would be a weakness of that kind."""
    assert sum(one.right for one in read[kind]) >= 12
