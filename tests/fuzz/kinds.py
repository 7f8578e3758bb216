"""What a kind of file is to the fuzzer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

Files = dict[str, bytes]  # by file name
Mutate = Callable[[str, bytes, Sequence[bytes], Random], bytes]


def nothing_by_hand(heavy: bool) -> Files:
    return {}


@dataclass(frozen=True)
class Kind:
    """corpus: good files. mutate: (name, its bytes, those of the others, random numbers) -> bytes.
    use: reads a file and does with it what the program does; BadInput is a good end.
    by_hand: nasty files, with ``heavy`` also such that take their second. beside: good files that
    lie in the same folder.
    """

    name: str
    corpus: Callable[[], Files]
    mutate: Mutate
    use: Callable[[Path], None]
    by_hand: Callable[[bool], Files] = nothing_by_hand
    beside: Callable[[], Mapping[str, bytes]] = field(default=dict)


@dataclass(frozen=True)
class Case:
    """One file to try; ``seed`` says how it came about."""

    seed: str
    name: str
    data: bytes


class Cases:
    """The mutated files of a kind by number, and those made by hand."""

    def __init__(self, kind: Kind) -> None:
        self._kind = kind
        self._corpus = kind.corpus()

    def mutated(self, number: int) -> Case:
        seed = f"{self._kind.name} {number}"
        chance = Random(seed)
        name = chance.choice(sorted(self._corpus))
        others = [data for other, data in sorted(self._corpus.items()) if other != name]
        return Case(seed, name, self._kind.mutate(name, self._corpus[name], others, chance))

    def by_hand(self, heavy: bool) -> list[Case]:
        files = {**self._corpus, **self._kind.by_hand(heavy)}
        return [
            Case(f"{self._kind.name} by hand: {name}", name, data) for name, data in files.items()
        ]

    def put(self, case: Case, folder: Path) -> Path:
        """Write it, and what lies beside it; returns its path."""
        for name, data in self._kind.beside().items():
            (folder / name).write_bytes(data)
        path = folder / case.name
        path.write_bytes(case.data)
        return path
