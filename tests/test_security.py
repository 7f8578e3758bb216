"""Strangers' files are data and never code; nothing listens, and nothing is fetched unasked."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "lenet_gui").rglob("*.py"))
# What makes code or objects of bytes.
FORBIDDEN_MODULES = {
    "_pickle", "cloudpickle", "code", "dill", "imp", "joblib", "jsonpickle", "marshal", "pickle",
    "runpy", "shelve", "yaml",
}  # fmt: skip
FORBIDDEN_CALLS = {
    "__import__", "compile", "eval", "exec", "os.popen", "os.system", "pandas.read_pickle",
    "torch.hub.load", "torch.jit.load", "torch.load", "torch.save",
}  # fmt: skip
# One file opens PyTorch's files, in a process of its own, and lets them name nothing but tensors.
MAY_LOAD_WEIGHTS = {"lenet_gui/trainer/importing/torch_file.py": "torch.load"}
# What reaches other machines: one file, which does it when somebody has typed an address.
NETWORK = {
    "QtHttpServer", "QtNetwork", "QtWebEngineCore", "QtWebSockets", "aiohttp", "asyncio", "ftplib",
    "http", "httpx", "requests", "smtplib", "socket", "socketserver", "ssl", "telnetlib", "urllib",
    "urllib3", "websockets", "xmlrpc",
}  # fmt: skip
MAY_USE_THE_NETWORK = {"lenet_gui/gui/feeds/network_cameras/http_connection.py"}
# One file has a pair of sockets that reaches nothing: a signal wakes Qt's event loop through it.
WITHIN_THE_PROCESS = {"lenet_gui/gui/system/sudden_ends.py": {"socket", "socketpair"}}
LISTENING = {"QLocalServer", "QSslServer", "QTcpServer", "QUdpSocket", "QHttpServer"}


def imported(tree: ast.AST) -> Iterator[str]:
    """Names of modules, and of what is taken out of them, part by part."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from alias.name.split(".")
        elif isinstance(node, ast.ImportFrom):
            yield from (node.module or "").split(".")
            yield from (alias.name for alias in node.names)


def called(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_sources(path: Path) -> None:
    name, tree = path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))
    modules = set(imported(tree))
    assert not modules & FORBIDDEN_MODULES
    assert not modules & LISTENING
    if name not in MAY_USE_THE_NETWORK:
        assert modules & (NETWORK | {"socketpair"}) <= WITHIN_THE_PROCESS.get(name, set())
    for function, call in called(tree):
        arguments = {keyword.arg: ast.unparse(keyword.value) for keyword in call.keywords}
        if MAY_LOAD_WEIGHTS.get(name) == function:
            assert arguments.get("weights_only") == "True"
        else:
            assert function not in FORBIDDEN_CALLS
        assert "shell" not in arguments
        assert arguments.get("allow_pickle", "False") == "False"
        if function in ("np.load", "numpy.load"):  # older ones unpickle unless told otherwise
            assert arguments.get("allow_pickle") == "False"


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        ("from torch import load; import pickle as p", "pickle"),
        ("def f():\n    import urllib.request", "urllib"),
        ("from PySide6 import QtNetwork", "QtNetwork"),
        ("from PySide6.QtNetwork import QTcpServer", "QTcpServer"),
    ],
)
def test_what_would_be_found(text: str, caught: str) -> None:
    assert caught in set(imported(ast.parse(text))) & (FORBIDDEN_MODULES | NETWORK | LISTENING)
