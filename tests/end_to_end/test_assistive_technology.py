"""What a screen reader meets: every control has a name and a role, the answer and all units can be
reached. It asks from another process, as assistive technology does."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication

pytest.importorskip("PySide6.QtDBus", exc_type=ImportError)  # Linux has it

from tests.end_to_end.accessible_tree import SERVICE, Bus, Node
from tests.end_to_end.screen import Program, Screen, until
from tests.end_to_end.test_window import DIGITS
from tests.end_to_end.test_window import pytestmark as needs_a_screen

MISSING = [
    *(["dbus-daemon"] if shutil.which("dbus-daemon") is None else []),
    *([] if SERVICE.exists() else ["at-spi2-core"]),
]
pytestmark = [
    *needs_a_screen,
    pytest.mark.skipif(
        bool(MISSING), reason=f"needs the bus of assistive technology: {', '.join(MISSING)}"
    ),
]

WORKSPACES = range(1, 6)  # Ctrl and the number; those that are not there yet change nothing
# What only holds or shows others; a label's and a cell's name is its text, which may be empty.
NAMELESS = {
    "cell", "filler", "label", "layered pane", "menu bar", "popup menu", "scroll bar", "separator",
    "status bar",
}  # fmt: skip
GONE = "Could not find accessible on path"  # Qt's words when one is asked about that has just gone
NO_ROLES = {"", "invalid", "unknown"}
UNIT = re.compile(r"^(Input|C1|S2|C3|S4|C5|F6|Output)\b.* · [+-]\d+\.\d{3}$")


@pytest.fixture(scope="module")
def tree(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tree]:
    folder = tmp_path_factory.mktemp("reader")
    with (
        Screen() as screen,
        Bus(folder / "bus") as bus,
        Program(
            screen, folder / "home", silent=False, DBUS_SESSION_BUS_ADDRESS=bus.address
        ) as program,
    ):
        until(lambda: bus.desktop.children, "the program among those that can be read")
        yield Tree(program, bus)
        said = [line for line in program.said().splitlines() if not line.startswith(GONE)]
        assert not said


class Tree:
    """The program and all that is seen of it."""

    def __init__(self, program: Program, bus: Bus) -> None:
        self.program, self._bus = program, bus

    def nodes(self) -> list[Node]:
        """Those that are there now, with what leads to each."""
        (root,) = self._bus.desktop.children
        return list(root.walk())

    def find(self, role: str, name: str) -> Node:
        """The one of that role whose name matches, once it is there."""
        found = until(
            lambda: [node for node in self.nodes() if is_shown_as(node, role, name)],
            f"{role} {name!r}",
        )
        return found[0]

    def under(self, menu: str) -> list[Node]:
        """The entries of a menu that can be on or off."""
        bar = next(node for node in self.nodes() if node.role == "menu bar")
        entry = next(node for node in bar.children if node.name == menu)
        return [node for node in entry.walk() if node.checkable]

    def show_all(self) -> Iterator[str]:
        """Bring every panel of this workspace and every source to the front; yield what was."""
        for tab in [node for node in self.nodes() if is_shown_as(node, "page tab", ".*")]:
            if any(one.role == "tool bar" for one in tab.around):
                continue  # it leads to another workspace
            tab.press()
            until(partial(selected, tab), f"{tab} in front")
            yield str(tab)
        for entry in self.under("Source"):
            entry.press()
            until(partial(getattr, entry, "checked"), f"{entry} chosen")
            yield str(entry)


def is_shown_as(node: Node, role: str, name: str) -> bool:
    """Whether it can be seen, has that role, and a name that matches."""
    try:
        return node.role == role and re.fullmatch(name, node.name) is not None and node.shown
    except LookupError:  # it has gone meanwhile
        return False


def selected(tab: Node) -> bool:
    """Whether a tab is in front; one that has gone is not there to be seen."""
    try:
        return tab.selected
    except LookupError:
        return True


def nameless(nodes: list[Node]) -> set[str]:
    """Describe those without a name or a role, with what they are in."""
    found = set()
    for node in nodes:
        try:
            role, parts = node.role, [str(one) for one in (node, *node.around[::-1][:3])]
            if role in NO_ROLES or (role not in NAMELESS and not node.name and not part(node)):
                found.add(" in ".join(parts))
            if role == "combo box" and not node.description:  # its name is what is chosen
                found.add(f"not described: {' in '.join(parts)}")
        except LookupError:  # it has gone meanwhile
            continue
    return found


def part(node: Node) -> bool:
    """Whether it is a part of Qt's own of what has a name: a box's list, a table's corner."""
    return bool(node.around) and node.around[-1].role in ("combo box", "table")


@pytest.mark.parametrize("number", WORKSPACES)
def test_every_control_has_a_name_and_a_role(tree: Tree, number: int) -> None:
    tree.program.keys(f"ctrl+{number}")
    until(tree.program.still, "a workspace")
    wrong, brought, seen = nameless(tree.nodes()), [], 0
    for what in tree.show_all():
        until(tree.program.still, f"{what} painted")
        nodes = tree.nodes()
        wrong |= nameless(nodes)
        brought.append(what)
        seen = max(seen, len(nodes))
    assert wrong == set()
    assert len(brought) >= 4  # the sources at least
    assert seen > 150


def test_the_answer_can_be_reached(tree: Tree) -> None:
    tree.program.keys("ctrl+1")
    tree.program.rest()
    draw(tree, "4")
    answer = tree.find("panel", "Answer: 4")
    assert "runner-up" in answer.description or "probability" in answer.description


def draw(tree: Tree, digit: str) -> None:
    """Draw a digit on an empty page, in whatever state the window is."""
    next(node for node in tree.under("Source") if node.name == "Draw").press()
    tree.find("canvas", "Canvas").focus()
    tree.program.keys("Delete")
    tree.program.draw(DIGITS[digit])
    until(lambda: tree.program.answer == digit, f"the answer {digit}")


def test_the_value_of_every_unit_can_be_reached(tree: Tree) -> None:
    """From layer to layer and from map to map by keys: each is described, with its value."""
    tree.program.keys("ctrl+1")
    draw(tree, "7")
    network = tree.find("graphic", "Network")
    network.focus()
    keys = ("Right", "Right", "Down", "End", "Next", "End", "End", "End", "End", "End")
    met = [moved_by(tree, network, key) for key in keys]
    assert all(UNIT.match(text) for text in met), met
    assert len(set(met)) == len(met)
    layers = [text.split()[0] for text in met]
    assert layers == ["C1", "C1", "C1", "S2", "S2", "C3", "S4", "C5", "F6", "Output"]
    while not met[-1].startswith("Output 7 · "):
        met.append(moved_by(tree, network, "Up" if met[-1] > "Output 7" else "Down"))
    probability = float(met[-1].partition("+")[2])
    answer = tree.find("panel", "Answer: 7")
    assert f"probability {100 * probability:.1f} %" in answer.description
    bar = next(node for node in tree.nodes() if node.role == "status bar")
    until(lambda: met[-1] in {node.name for node in bar.walk()}, "the value in the status bar")


def moved_by(tree: Tree, network: Node, key: str) -> str:
    """Press a key in the network; return what is told of the unit it leads to."""
    before = network.again().description
    tree.program.keys(key)
    until(lambda: network.again().description != before, f"a unit after {key}")
    return network.again().description
