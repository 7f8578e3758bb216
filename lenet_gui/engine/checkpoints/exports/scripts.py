"""Exported Python scripts, independent of this program.

What differs between networks is generated. The rest is copied from resources/script_pieces/: the
definitions that a script uses. Names and numbers from a checkpoint become literals, comments or
docstrings, never code.
"""

from __future__ import annotations

import ast
import base64
import sys
from collections.abc import Iterable, Mapping

import numpy as np

from lenet_gui.common.assets import resource
from lenet_gui.common.values import FloatArray
from lenet_gui.engine.networks.architecture import Architecture
from lenet_gui.engine.networks.layers import Convolution
from lenet_gui.engine.networks.rbf_codes import drawn_codes
from lenet_gui.engine.networks.shapes import Shape

SCRIPT_WIDTH = 99  # columns of generated lines


def assembled(
    files: Iterable[str],
    head: str,
    constants: Mapping[str, str],
    end: str,
    network: str = "",
    weights: Mapping[str, FloatArray] | None = None,
) -> str:
    """Return a script: head, imports, constants, network, pieces, weights, end.

    files: the names of the files of pieces. constants: Python source by name, or by several names
    with commas between. Only those imports, constants and pieces are copied that the script uses.
    """
    texts = [resource("script_pieces", f"{file}.py").read_text("utf-8") for file in files]
    pieces = "\n".join(texts)
    used = _needed(pieces, f"{network}\n{end}")
    code = [network, *used.values(), end]
    wanted = _names(ast.parse("\n".join(code)))
    values = [
        f"{names} = {value}"
        for names, value in constants.items()
        if not wanted.isdisjoint(names.split(", "))
    ]
    if weights is not None:  # only now, since they would take long to parse
        code.insert(-1, f"WEIGHTS = {_embedded(weights)}")
    text = "\n\n\n".join(part.strip("\n") for part in code if part)
    return "\n".join([head, _imports(pieces, wanted), "\n".join(values) + "\n\n", text]) + "\n"


# ---- constants


def table_constants(architecture: Architecture) -> dict[str, str]:
    """Return the connection tables and the codes of the RBF outputs: Python source by name."""
    tables = {
        table_name(placed.name): "(\n" + "".join(f"    {row},\n" for row in table) + ")"
        for placed in architecture.placed_layers()
        if isinstance(placed.layer.operation, Convolution)
        and (table := placed.layer.operation.table) is not None
    }
    return {**tables, "CODES": f'"""\n{drawn_codes()}\n"""'}


def table_name(layer: str) -> str:
    """Return the name of the constant for the connection table of a layer."""
    return f"{layer}_TABLE"


def _embedded(weights: Mapping[str, FloatArray]) -> str:
    """Return the source of a dictionary: name -> (shape, text of base64 of little-endian float32).

    Text, so that a network is one file: a script that looks for its weights beside it works only
    where both were copied. safetensors and ONNX are there for files of weights.
    """
    entries = []
    for name, values in weights.items():
        text = base64.b64encode(np.ascontiguousarray(values, "<f4").tobytes()).decode()
        starts = range(0, len(text), SCRIPT_WIDTH)
        lines = "\n".join(text[start : start + SCRIPT_WIDTH] for start in starts)
        entries.append(f'    "{name}": ({values.shape}, """\n{lines}\n"""),\n')
    return "{\n" + "".join(entries) + "}"


# ---- literals and comments


def literal(value: object, indent: str = "") -> str:
    """Return the Python source of a value; a dictionary has a line per entry."""
    if isinstance(value, Mapping) and value:
        deeper = indent + "    "
        entries = (f"{deeper}{literal(k)}: {literal(v, deeper)},\n" for k, v in value.items())
        return "{\n" + "".join(entries) + indent + "}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(literal(item, indent) for item in value)}]"
    source = repr(value)
    if isinstance(value, str) and '"' not in source:
        return f'"{source[1:-1]}"'
    return source


def list_in_lines(values: Iterable[object]) -> str:
    """Return the source of a list: in one line if it is short, else in several."""
    items = [literal(value) for value in values]
    line = f"[{', '.join(items)}]"
    if len(line) <= SCRIPT_WIDTH - len("CLASSES = "):
        return line
    return "[\n" + in_lines(items, "    ") + ",\n]"


def in_lines(items: Iterable[str], indent: str) -> str:
    """Return items with commas between them, in as few lines as hold them."""
    lines = [indent]
    for item in items:
        between = "" if lines[-1] == indent else ", "
        if between and len(lines[-1] + between + item) >= SCRIPT_WIDTH:
            lines[-1] += ","
            lines.append(indent)
            between = ""
        lines[-1] += between + item
    return "\n".join(lines)


def plain(name: str) -> str:
    """Remove from a name all that cannot stand in a docstring."""
    return "".join(letter for letter in name if letter.isprintable() and letter not in '"\\')


def sides(shape: Shape) -> str:
    """Return a shape as the 1998 paper writes it: "6@28x28", or "84 units"."""
    return f"{shape[0]}@{shape[1]}x{shape[2]}" if len(shape) == 3 else f"{shape[0]} units"


# ---- choosing the pieces


def _needed(pieces: str, text: str) -> dict[str, str]:
    """Return the definitions of ``pieces`` that ``text`` uses, directly or not, in their order."""
    lines = pieces.splitlines()
    found: dict[str, tuple[ast.stmt, str]] = {}
    for node in ast.parse(pieces).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            found[node.name] = node, "\n".join(lines[first - 1 : node.end_lineno])
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            source = "\n".join(lines[node.lineno - 1 : node.end_lineno])
            found[node.targets[0].id] = node, source
    waiting, wanted = _names(ast.parse(text)) & found.keys(), set[str]()
    while waiting:
        name = waiting.pop()
        wanted.add(name)
        waiting |= (_names(found[name][0]) & found.keys()) - wanted
    return {name: source for name, (_, source) in found.items() if name in wanted}


def _imports(pieces: str, used: set[str]) -> str:
    """Return the imports of the pieces whose names are used: Python's own, then the others."""
    whole, parts = set[str](), dict[str, set[str]]()
    for node in ast.parse(pieces).body:
        if isinstance(node, ast.Import):
            wanted = [one for one in node.names if (one.asname or one.name) in used]
            whole.update(f"import {ast.unparse(one)}" for one in wanted)
        elif isinstance(node, ast.ImportFrom) and node.module not in (None, "__future__"):
            for one in node.names:
                if one.name in used:
                    parts.setdefault(str(node.module), set()).add(one.name)
    lines = sorted(whole, key=str.lower)
    for module in sorted(parts, key=str.lower):
        lines.append(f"from {module} import {', '.join(sorted(parts[module]))}")
    own = [line for line in lines if _module_of(line) in sys.stdlib_module_names]
    blocks = [["from __future__ import annotations"], own, [one for one in lines if one not in own]]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _module_of(line: str) -> str:
    """Return the name before the first dot of the module that a line imports."""
    return line.split()[1].partition(".")[0]


def _names(tree: ast.AST) -> set[str]:
    """Return all names in a tree, those in annotations included."""
    return {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
