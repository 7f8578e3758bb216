"""Rows of the table: what, figure, interval, bar, verdict."""

from __future__ import annotations

from dataclasses import dataclass

from lenet_gui.engine.recognition.wilson import wilson_interval


@dataclass(frozen=True)
class Row:
    """figure, bar, aim and the ends of the 95 % interval are in percent; figure is None where
    there is nothing to judge. bar: the figure must not be larger, or with ``at_least`` not
    smaller; None: it is only reported. missed: the bar is missed although there is no figure."""

    what: str
    figure: float | None
    interval: tuple[float, float] | None = None
    bar: float | None = None
    aim: float | None = None
    at_least: bool = False
    note: str = ""
    missed: bool = False

    @property
    def short(self) -> bool:
        if self.figure is None or self.bar is None:
            return self.missed
        return self.figure < self.bar if self.at_least else self.figure > self.bar

    def text(self) -> str:
        figure = "" if self.figure is None else f"{self.figure:.2f} %"
        ends = "" if self.interval is None else "{:.2f} to {:.2f}".format(*self.interval)
        sign = ">=" if self.at_least else "<="
        bar = "" if self.bar is None else f"{sign} {self.bar:g} %"
        evaluated = self.bar is not None and self.figure is not None
        verdict = "SHORT" if self.short else "holds" if evaluated else ""
        aim = "" if self.aim is None else f"aim {self.aim:g} %"
        notes = "; ".join(note for note in (aim, self.note) if note)
        line = f"{self.what:<56}{figure:>9}{ends:>16}{bar:>11}  {verdict:<6}{notes}"
        return line.rstrip()


def counted(
    what: str,
    errors: int,
    count: int,
    bar: float | None = None,
    aim: float | None = None,
    at_least: bool = False,
    note: str = "",
) -> Row:
    """A part of a count, with its Wilson interval."""
    low, high = (100 * end for end in wilson_interval(errors, count))
    said = f"{errors:,} of {count:,}" + (f"; {note}" if note else "")
    return Row(what, 100 * errors / count, (low, high), bar, aim, at_least, said)


def absent(what: str, bar: float | None = None, at_least: bool = False) -> Row:
    """Nothing to judge; that is no miss."""
    return Row(what, None, bar=bar, at_least=at_least, note="data not here")
