"""Changes that can be undone. Drawings are values: a change puts one in place of another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from string import Formatter

from PySide6.QtGui import QUndoCommand, QUndoStack

from lenet_gui.common.values import Drawing
from lenet_gui.engine.ink.history import History
from lenet_gui.gui.wording.phrases import Phrase

Show = Callable[[Drawing, bool], None]
"""Called with the drawing to show, and with True if that undoes the change."""


class Change(QUndoCommand):
    """One drawing in place of another.

    text: names the change in the menu; a Phrase follows the language of the window.
    """

    def __init__(self, show: Show, text: Phrase | str, before: Drawing, after: Drawing) -> None:
        super().__init__(str(text))
        self._show, self.said, self.before, self.after = show, text, before, after

    def redo(self) -> None:
        self._show(self.after, False)

    def undo(self) -> None:
        self._show(self.before, True)

    def retranslate(self) -> None:
        self.setText(str(self.said))


def retranslate_changes(stack: QUndoStack) -> None:
    """Name the changes of a stack in the language that is in use now."""
    for change in _changes(stack):
        change.retranslate()


def _changes(stack: QUndoStack) -> Iterator[Change]:
    for index in range(stack.count()):
        change = stack.command(index)
        if isinstance(change, Change):
            yield change


# ---- the whole stack as a value


def history_of(stack: QUndoStack, page: Drawing) -> History:
    """Return the states that a stack leads to; page: the drawing that is shown."""
    changes = list(_changes(stack))
    states = [*(change.before for change in changes), *(change.after for change in changes[-1:])]
    states[stack.index() : stack.index() + 1] = [page]  # only the page knows its newest file name
    return History(tuple(states), tuple(_name(change.said) for change in changes), stack.index())


def added(history: History, text: Phrase | str, after: Drawing) -> History:
    """Return a history in which one more change was made; what could be redone is gone."""
    index = history.index + 1
    states, names = history.states[:index], history.names[: index - 1]
    return History((*states, after), (*names, _name(text)), index)


def joined(former: History, text: Phrase | str, later: History, most: int) -> History:
    """Return a history that leads through ``former`` up to its page, and from there to ``later``.

    most: states that stay. What can be undone in ``later`` goes first, from its oldest on, and then
    what can be redone.
    """
    first = max(former.index + 2 - most, 0)
    states, names = former.states[first : former.index + 1], former.names[first : former.index]
    room = most - len(states)
    cut = max(later.index + 1 - room, 0)
    return History(
        (*states, *later.states[cut : cut + room]),
        (*names, _name(text), *later.names[cut : cut + room - 1]),
        len(states) + later.index - cut,
    )


def fill(stack: QUndoStack, history: History, show: Show) -> None:
    """Put a history in place of what is on a stack; ``show`` must do nothing meanwhile."""
    stack.clear()
    for number, name in enumerate(history.names):
        before, after = history.states[number : number + 2]
        stack.push(Change(show, _text(name), before, after))
    stack.setIndex(history.index)


def _name(text: Phrase | str) -> tuple[str, ...]:
    if isinstance(text, str):
        return (text,)
    return (text.context, text.template, *map(str, text.gaps))


def _text(name: tuple[str, ...]) -> Phrase | str:
    """Return the text of a name, which a stranger may have written: gaps are numbers alone."""
    if len(name) < 2:
        return name[0]
    context, template, *gaps = name
    try:
        fields = list(Formatter().parse(template))
    except ValueError:
        return template
    numbers = {str(number) for number in range(len(gaps))}
    plain = all(
        field is None or (field in numbers and not form and not conversion)
        for _, field, form, conversion in fields
    )
    return Phrase(context, template, tuple(gaps)) if plain else template
