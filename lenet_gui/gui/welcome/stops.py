"""The table of the tour: what each stop points at, what it says, and what ends it."""

from __future__ import annotations

from dataclasses import dataclass

from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Stop:
    """One stop of the tour. A stop about a panel or source that is not there yet is skipped.

    title, text: translated in context "Tour". target: object name of the widget that it points at.
    panel, source: which are brought first. deed: what ends the stop, a key of ``LINGER_MS``; each
    can be passed with Next, too.
    """

    name: str
    title: str
    text: str
    target: str
    deed: str
    panel: str = ""
    source: str = ""

    def is_there(self, panels: frozenset[str], sources: frozenset[str]) -> bool:
        """Return whether the tables of panels and sources have what the stop is about."""
        return (not self.panel or self.panel in panels) and (
            not self.source or self.source in sources
        )


# By deed: how long after it the tour goes on, if it is not done again. So a digit can have several
# strokes, and the arithmetic of a unit can be read.
LINGER_MS = {"stroke": 1500, "pin": 4000, "network": 2500, "training": 1500, "edit": 4000}

STOPS: tuple[Stop, ...] = (
    Stop(
        "draw",
        QT_TRANSLATE_NOOP("Tour", "Draw"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Draw a digit on this page, with mouse, pen or finger. The network reads it while you "
            "draw; its answer is below.",
        ),
        target="canvas", deed="stroke", source="drawing",
    ),
    Stop(
        "maps",
        QT_TRANSLATE_NOOP("Tour", "Watch the maps"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "From left to right: the input, the feature maps of each layer, the answer. Orange is "
            "positive, blue negative. Draw another stroke, and watch them change.",
        ),
        target="network", deed="stroke", panel="network", source="drawing",
    ),
    Stop(
        "unit",
        QT_TRANSLATE_NOOP("Tour", "A unit's arithmetic"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Click a small square in a map: that is a unit. Lines lead to the units that it reads; "
            "below, the panel Unit shows how it multiplies each by a weight, adds them up, and "
            "makes its value of the sum.",
        ),
        target="network", deed="pin", panel="inspector",
    ),
    Stop(
        "network",
        QT_TRANSLATE_NOOP("Tour", "Another network"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Networks differ in their design and in what they learned from. Choose another one: it "
            "reads the same page at once.",
        ),
        target="network-choice", deed="network",
    ),
    Stop(
        "break",
        QT_TRANSLATE_NOOP("Tour", "Break it"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Switch maps off or change weights, and see when the answer changes. The network on "
            "the disk stays as it is.",
        ),
        target="what_if", deed="edit", panel="what_if",
    ),
    Stop(
        "train",
        QT_TRANSLATE_NOOP("Tour", "Train it"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Start trains a network on this computer. Draw meanwhile: the network in training "
            "reads your page.",
        ),
        target="training-start", deed="training", panel="training",
    ),
    Stop(
        "own",
        QT_TRANSLATE_NOOP("Tour", "Your own digits"),
        QT_TRANSLATE_NOOP(
            "Tour",
            "Collect digits in your own handwriting, and train a network that knows it.",
        ),
        target="own_digits", deed="stroke", source="own_digits",
    ),
)  # fmt: skip
