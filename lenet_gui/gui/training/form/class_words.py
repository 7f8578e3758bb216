"""The classes of a training's network in words: short, and whole within limits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from lenet_gui.common.printable import visible
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP
from lenet_gui.gui.system.errors import sentence
from lenet_gui.gui.training.form.class_lookup import NetworkClasses
from lenet_gui.gui.wording.data_names import listed
from lenet_gui.gui.wording.phrases import counted

MOST_LISTED = 4  # names that a short list shows
MOST_LETTERS = 16  # of a name in a short list
MOST_PARTS = 3  # data sources that are named
MOST_WHOLE = 2000  # letters of a whole list, which a tool tip has room for


def short_list(names: Sequence[str]) -> str:
    """Return names as "a, b, c", "a, b, c … z", or for numbers in a row "0 … 9"."""
    if len(names) <= MOST_LISTED:
        return ", ".join(map(_short, names))
    ends = names[0], names[-1]
    if all(name.isascii() and name.isdecimal() and len(name) < 10 for name in ends):
        first, last = map(int, ends)
        if list(names) == [str(number) for number in range(first, last + 1)]:
            return f"{first} … {last}"
    return f"{', '.join(map(_short, names[: MOST_LISTED - 1]))} … {_short(names[-1])}"


def whole_list(names: Sequence[str]) -> str:
    """Return all names, or as many of them as MOST_WHOLE letters hold."""
    text = ", ".join(map(visible, names))
    return text if len(text) <= MOST_WHOLE else f"{text[:MOST_WHOLE]} …"


def class_line(classes: NetworkClasses, in_own_order: bool) -> str:
    """Return the classes in one line, or why they do not fit.

    "13 classes: 0 … 9 from MNIST and a, b, c from letters". in_own_order: the user has ordered
    them, so that they no longer stand source by source.
    """
    if classes.problem is not None:
        return sentence(classes.problem)
    if not classes.names:
        return _tr(QT_TRANSLATE_NOOP("TrainingClasses", "Classes: reading the data …"))
    count = counted("TrainingClasses", "%Ln class(es)", len(classes.names))
    own = _own_parts(classes)
    if in_own_order or len(own) < 2 or sum(len(names) for _, names in own) != len(classes.names):
        return f"{count}: {short_list(classes.names)}"
    template = _tr(QT_TRANSLATE_NOOP("TrainingClasses", "{0} from {1}"))
    said = [template.format(short_list(names), title) for title, names in own[:MOST_PARTS]]
    return f"{count}: {listed(said + ['…'] * (len(own) > MOST_PARTS))}"


def _own_parts(classes: NetworkClasses) -> list[tuple[str, tuple[str, ...]]]:
    """Return each source that adds classes to those before it, with the ones that it adds."""
    seen: set[str] = set()
    parts = []
    for title, names in classes.parts:
        new = tuple(name for name in names if name not in seen)
        seen.update(new)
        if new:
            parts.append((title, new))
    return parts


def _short(name: str) -> str:
    name = visible(name)
    return name if len(name) <= MOST_LETTERS else f"{name[: MOST_LETTERS - 1]}…"


def _tr(text: str) -> str:
    return QCoreApplication.translate("TrainingClasses", text)
