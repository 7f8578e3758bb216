"""Describes a network: in one line, and with the facts of its checkpoint."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QLocale

from lenet_gui.common.printable import visible
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.wording.data_names import data_in_words, listed

if TYPE_CHECKING:
    from lenet_gui.engine.networks.architecture import Architecture
    from lenet_gui.engine.recognition.recognizer import Recognizer

MOST_SOURCES = 3  # of a training that are named; a record of a stranger may list any number
MOST_LETTERS = 40  # of a name of theirs
_MNIST = frozenset({"mnist", "mnist-train"})
_PENS = "unipen-digits.npz"


def network_line(architecture: Architecture, training: Mapping[str, Any]) -> str:
    """Return what a network is, in one line: "1998 as published, also trained on pens".

    training: the record in its checkpoint, which may lack anything.
    """
    text = architecture.summary or architecture.departure
    line = QCoreApplication.translate("Architecture", text)
    if architecture.sees == "picture":
        line = _translated(_COLOURS if architecture.coloured else _GREYS).format(line)
    sources = _sources(training)
    others = [_source_name(source) for source in sources if source not in _MNIST]
    if not others:
        return line
    with_mnist = len(others) < len(sources)
    template = _TRAINED_ALSO if with_mnist else _TRAINED
    named = others[:MOST_SOURCES] + ["…"] * (len(others) > MOST_SOURCES)
    return _translated(template).format(line, listed(named))


_COLOURS = QT_TRANSLATE_NOOP("NetworkWords", "{0}, sees pictures in colour")
_GREYS = QT_TRANSLATE_NOOP("NetworkWords", "{0}, sees pictures in grey")
_TRAINED_ALSO = QT_TRANSLATE_NOOP("NetworkWords", "{0}, also trained on {1}")
_TRAINED = QT_TRANSLATE_NOOP("NetworkWords", "{0}, trained on {1}")


def _sources(training: Mapping[str, Any]) -> list[str]:
    """Return the data that a training record names, each once."""
    config = training.get("config")
    data = config.get("data") if isinstance(config, dict) else None
    named = [name for name in data if isinstance(name, str)] if isinstance(data, list) else []
    return list(dict.fromkeys(named))


def _source_name(source: str) -> str:
    name = PurePath(source).name
    if name == _PENS:
        return _translated(QT_TRANSLATE_NOOP("NetworkWords", "pens"))
    return visible(name or source)[:MOST_LETTERS]


def network_facts(recognizer: Recognizer) -> tuple[str, ...]:
    """Return what a network is, its error with the interval, parameters and connections; then the
    same with less and less of that, for where there is little room."""
    architecture, locale = recognizer.architecture, QLocale()
    line = network_line(architecture, recognizer.checkpoint.training)
    translate = QCoreApplication.translate
    size = translate("NetworkFacts", "{0} parameters · {1} connections").format(
        locale.toString(architecture.parameters), locale.toString(architecture.connections)
    )
    evaluation = recognizer.checkpoint.evaluation
    rate, interval = evaluation.get("error_rate"), evaluation.get("interval")
    if not isinstance(rate, float) or not isinstance(interval, list) or len(interval) != 2:
        return f"{line} · {size}", line
    ends = [locale.toString(100 * float(value), "f", 2) for value in (rate, *interval)]
    where = data_in_words(str(evaluation.get("data", "")), str(evaluation.get("part", "")))
    error, vague = (
        translate("NetworkFacts", "{0} % error on {1}").format(ends[0], data)
        for data in (where, data_in_words(""))
    )
    exact = translate("NetworkFacts", "{0} % error on {3} ({1} to {2})").format(*ends, where)
    short = translate("NetworkFacts", "{0} % error").format(ends[0])
    return (
        f"{line} · {exact} · {size}",
        f"{line} · {exact}",
        f"{line} · {error}",
        f"{line} · {vague}",
        f"{line} · {short}",
        short,
    )


def _translated(text: str) -> str:
    return QCoreApplication.translate("NetworkWords", text)
