"""Stores the position of each network's dial in the settings."""

from __future__ import annotations

from typing import get_args

from PySide6.QtCore import QObject, Slot

from lenet_gui.common.values import RejectRule, RejectScore
from lenet_gui.engine.recognition.recognizer import Recognizer
from lenet_gui.engine.recognition.reject_calibration import choosable_scores, dial_stops
from lenet_gui.gui.session.session import Session
from lenet_gui.gui.system.settings import MOST_TEXTS, Settings

DIALS_KEY = "dials"


class DialMemory(QObject):
    """Gives a network that is chosen the reject rule it had last, and stores the rules chosen.

    The setting holds a line for each network whose rule is not that of its checkpoint:
    accepted errors, score, name.
    """

    def __init__(self, session: Session, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._settings = session, settings
        session.network_changed.connect(self._recall)
        session.rule_changed.connect(self._note)
        self._recall(session.recognizer)

    @Slot(object)
    def _recall(self, recognizer: Recognizer) -> None:
        line = next((line for line in self._lines() if _name(line) == recognizer.name), None)
        rule = None if line is None else _rule(line, recognizer)
        if rule is not None:
            self._session.use_rule(rule)

    @Slot(object)
    def _note(self, rule: RejectRule | None) -> None:
        recognizer = self._session.recognizer
        others = [line for line in self._lines() if _name(line) != recognizer.name]
        if rule is not None and rule != recognizer.checkpoint.rejection:
            others.append(f"{rule.accepted_errors} {rule.score} {recognizer.name}")
        self._settings.store_texts(DIALS_KEY, tuple(others[-MOST_TEXTS:]))

    def _lines(self) -> tuple[str, ...]:
        return self._settings.texts(DIALS_KEY)


def _name(line: str) -> str:
    return line.split(" ", 2)[-1]


def _rule(line: str, recognizer: Recognizer) -> RejectRule | None:
    """Return the rule that a line stores for a recognizer, or None if it no longer has it."""
    parts = line.split(" ", 2)
    own = recognizer.checkpoint.rejection
    if len(parts) < 3 or parts[1] not in choosable_scores(own):
        return None
    score: RejectScore = next(known for known in get_args(RejectScore) if known == parts[1])
    return next(
        (stop for stop in dial_stops(own, score) if str(stop.accepted_errors) == parts[0]), None
    )
