"""Rules of the source for texts and numbers: no name is markup, no field misreads a number, and
nothing reaches the terminal but through one function."""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "lenet_gui"
LABELS = "gui/widgets/plain_text.py"
NUMBERS = "gui/widgets/number_field.py"
OWN_RICH_TEXT = {
    "gui/importing/invitation.py": {"setTextFormat"},
    "gui/glossary/window.py": {"QTextBrowser", "setHtml"},
    "gui/commands/help_window.py": {"QTextBrowser", "setHtml"},
    "gui/commands/help_commands.py": {"about"},
}
Nodes = list[ast.AST]


def nodes_of(source: str) -> Nodes:
    return list(ast.walk(ast.parse(source)))


SOURCES = {
    path.relative_to(ROOT).as_posix(): nodes_of(path.read_text(encoding="utf-8"))
    for path in ROOT.rglob("*.py")
}


def name_of(node: ast.AST) -> str:
    """The last part of a name: ``setToolTip`` of ``self.bar.setToolTip``."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def is_plain(node: ast.AST) -> bool:
    """Whether an expression is the program's own text, made inert, or such a What's This again."""
    if isinstance(node, ast.Constant):
        return True
    if not isinstance(node, ast.Call):
        return False
    words = all(isinstance(argument, ast.Constant) for argument in node.args)
    made = name_of(node.func) in ("inert", "with_terms", "whatsThis")
    return made or (name_of(node.func) == "tr" and words)


def calls(nodes: Nodes) -> Iterator[tuple[str, ast.Call]]:
    for node in nodes:
        if isinstance(node, ast.Call):
            yield name_of(node.func), node


def rich_tips(nodes: Nodes) -> Iterator[int]:
    """Lines that set a tool tip or a What's This that Qt could take for rich text."""
    called = set()
    for name, call in calls(nodes):
        called.add(call.func)
        role = [a for a in call.args if name_of(a) in ("ToolTipRole", "WhatsThisRole")]
        text: ast.AST | None = None
        if name in ("setToolTip", "setWhatsThis"):
            text = call.args[0]
        elif name == "showText" or (name == "setItemData" and role):
            text = call.args[1]
        elif name == "setData" and role:
            text = call.args[-1]
        if text is not None and not is_plain(text):
            yield call.lineno
    for node in nodes:
        if name_of(node) in ("setToolTip", "setWhatsThis") and node not in called:
            yield getattr(node, "lineno", 0)


def rich_boxes(nodes: Nodes) -> Iterator[int]:
    """Lines that give a message box a text that Qt could take for rich text."""
    for name, call in calls(nodes):
        owner = name_of(call.func.value) if isinstance(call.func, ast.Attribute) else ""
        box = name == "QMessageBox" or owner == "QMessageBox"
        if box and len(call.args) > 2 and not is_plain(call.args[2]):
            yield call.lineno


def uses(nodes: Nodes, names: set[str]) -> Iterator[int]:
    """Lines with a call of one of the names, or a class that is made of one."""
    for name, call in calls(nodes):
        if name in names:
            yield call.lineno
    for node in nodes:
        if isinstance(node, ast.ClassDef) and names & {name_of(base) for base in node.bases}:
            yield node.lineno


def prints(nodes: Nodes) -> Iterator[int]:
    """Lines that print anything but JSON."""
    for name, call in calls(nodes):
        first = call.args[0] if call.args else None
        as_json = isinstance(first, ast.Call) and name_of(first.func) == "dumps"
        if name == "print" and not as_json:
            yield call.lineno


def test_nothing_is_shown_that_qt_could_take_for_rich_text() -> None:
    rich = {"QLabel", "setTextFormat", "QTextBrowser", "QTextEdit", "QTextDocument", "setHtml"}
    faults = {
        file: [*uses(nodes, rich - own), *rich_tips(nodes), *rich_boxes(nodes)]
        for file, nodes in SOURCES.items()
        if file != LABELS and "about" not in (own := OWN_RICH_TEXT.get(file, set()))
    }
    assert not {file: lines for file, lines in faults.items() if lines}


def test_all_number_fields_are_those_that_refuse_what_they_cannot_read() -> None:
    others = {"QSpinBox", "QDoubleSpinBox", "getInt", "getDouble"}
    assert [file for file, nodes in SOURCES.items() if list(uses(nodes, others))] == [NUMBERS]


def test_commands_print_through_one_function() -> None:
    commands = {file: nodes for file, nodes in SOURCES.items() if file.startswith("cli/")}
    assert [file for file, nodes in commands.items() if list(prints(nodes))] == ["cli/output.py"]


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        (rich_tips, "box.setToolTip(name)"),
        (rich_tips, "box.setToolTip(self.tr('Use {0}').format(name))"),
        (rich_tips, "for tell in (box.setToolTip, box.setWhatsThis): tell(name)"),
        (rich_tips, "box.setItemData(0, name, Qt.ItemDataRole.ToolTipRole)"),
        (rich_tips, "item.setData(Qt.ItemDataRole.ToolTipRole, name)"),
        (rich_tips, "QToolTip.showText(place, name, self)"),
        (rich_boxes, "QMessageBox(icon, 'title', name)"),
        (rich_boxes, "QMessageBox.question(self, 'title', name)"),
        (prints, "print(f'{file}: 5')"),
        (prints, "print('x', file=sys.stderr)"),
        (lambda nodes: uses(nodes, {"QLabel"}), "label = QLabel()"),
        (lambda nodes: uses(nodes, {"QLabel"}), "class Own(QtWidgets.QLabel): pass"),
    ],
)
def test_the_rules_find_what_they_forbid(rule: Callable[[Nodes], Iterator[int]], line: str) -> None:
    assert list(rule(nodes_of(line)))


@pytest.mark.parametrize(
    "line",
    [
        "box.setToolTip(inert(name))",
        "box.setToolTip(self.tr('Read'))",
        "box.setItemData(0, inert(name), Qt.ItemDataRole.ToolTipRole)",
        "QMessageBox(icon, 'title', inert(name))",
        "print(json.dumps(name))",
    ],
)
def test_the_rules_allow_the_rest(line: str) -> None:
    nodes = nodes_of(line)
    assert not [*rich_tips(nodes), *rich_boxes(nodes), *prints(nodes)]
