"""What chance and malice do to a file. Everything follows from the random numbers given."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

Mutation = Callable[[bytearray, Sequence[bytes], Random], None]

BYTES = (0x00, 0x01, 0x7F, 0x80, 0xFF, 0x20, 0x22, 0x2C, 0x30, 0x5B, 0x7B)
NUMBERS = (0, 1, -1, 127, 255, 256, 32767, 65535, 65536, 2**31 - 1, 2**31, 2**32 - 1, 2**63 - 1)
LONGEST = 4_000_000  # bytes of a mutated file
VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 7, 2**31, 2**63, 10**400, -(10**30), 0.0, -0.5, 1.5, 1e308, -1e308,
    float("nan"), float("inf"), "", "0", "-1", "1e999", "NaN", "\0", "\ud800", "é\u202e", "%s{0}",
    "x" * 5000, [], [[]], [None], {}, {"a": {}}, [0] * 300,
)  # fmt: skip


def mutated(data: bytes, others: Sequence[bytes], chance: Random) -> bytes:
    """Bytes changed in one to a few places."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        chance.choice(_MUTATIONS)(changed, others, chance)
        del changed[LONGEST:]
    return bytes(changed)


def mutated_json(value: Any, chance: Random) -> Any:
    """A JSON value in which one thing is another, is missing, or is there twice."""
    if isinstance(value, dict) and value and chance.random() < 0.85:
        key = chance.choice(sorted(value))
        rest = {k: v for k, v in value.items() if k != key}
        verdict = chance.random()
        if verdict < 0.1:
            return rest
        if verdict < 0.15:
            return rest | {key + "x": value[key]}
        return rest | {key: mutated_json(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.8:
        place = chance.randrange(len(value))
        verdict = chance.random()
        if verdict < 0.1:
            return value[:place] + value[place + 1 :]
        if verdict < 0.2:
            return value[:place] + [value[place]] * chance.choice((2, 50)) + value[place + 1 :]
        return [*value[:place], mutated_json(value[place], chance), *value[place + 1 :]]
    if isinstance(value, str) and value and chance.random() < 0.3:
        return mutated(value.encode(errors="replace"), [], chance).decode("latin-1")
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if number and abs(value) < 1e200 and chance.random() < 0.4:
        return value * chance.choice((-1, 0.5, 10, 1000, 1e9)) + chance.choice((0, 1, -1))
    return chance.choice(VALUES)


def mutated_text(text: str, chance: Random) -> str:
    """A JSON text of a mutated value; now and then it is mutated as a text, or nested deeply."""
    verdict = chance.random()
    if verdict < 0.1:
        return mutated(text.encode(errors="surrogatepass"), [], chance).decode("latin-1")
    if verdict < 0.12:
        depth = chance.choice((50, 900, 5000))
        return "[" * depth + "]" * depth
    try:
        return json.dumps(
            mutated_json(json.loads(text), chance), ensure_ascii=chance.random() < 0.5
        )
    except (ValueError, RecursionError):
        return mutated(text.encode(), [], chance).decode("latin-1")


# ---- single changes


def _place(data: bytearray, chance: Random) -> int:
    """Headers come first, so first places are chosen more often."""
    if not data:
        return 0
    return chance.randrange(min(len(data), chance.choice((16, 64, 512, len(data)))))


def _flip(data: bytearray, others: Sequence[bytes], chance: Random) -> None:
    if data:
        data[_place(data, chance)] ^= 1 << chance.randrange(8)


def _set(data: bytearray, others: Sequence[bytes], chance: Random) -> None:
    if data:
        data[_place(data, chance)] = chance.choice(BYTES)


def _number(data: bytearray, others: Sequence[bytes], chance: Random) -> None:
    width = chance.choice((2, 4, 4, 8))
    number = chance.choice(NUMBERS) % (1 << 8 * width)
    place = _place(data, chance)
    data[place : place + width] = number.to_bytes(width, chance.choice(("little", "big")))


def _cut(data: bytearray, others: Sequence[bytes], chance: Random) -> None:
    del data[_place(data, chance) :]


def _remove(data: bytearray, others: Sequence[bytes], chance: Random) -> None:
    place = _place(data, chance)
    del data[place : place + chance.choice((1, 2, 4, 30, 1000))]


def _repeat(data: bytearray, others: Sequence[bytes], chance: Random) -> None:
    place, length = _place(data, chance), chance.choice((1, 4, 30, 1000))
    data[place:place] = data[place : place + length] * chance.choice((1, 3, 40))


def _insert(data: bytearray, others: Sequence[bytes], chance: Random) -> None:
    place = _place(data, chance)
    data[place:place] = bytes([chance.choice(BYTES)]) * chance.choice((1, 4, 100))


def _noise(data: bytearray, others: Sequence[bytes], chance: Random) -> None:
    place, length = _place(data, chance), chance.choice((4, 16, 200))
    data[place : place + length] = chance.randbytes(length)


def _splice(data: bytearray, others: Sequence[bytes], chance: Random) -> None:
    if others:
        other = chance.choice(others)
        data[_place(data, chance) :] = other[chance.randrange(len(other) + 1) :]


_MUTATIONS: tuple[Mutation, ...] = (
    _flip, _flip, _set, _number, _number, _cut, _remove, _repeat, _insert, _noise, _splice,
)  # fmt: skip
