"""Reads a network of another program, in a process that is killed when it takes too long."""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import dataclass
from pathlib import Path

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.decoding.helper_process import HelperProcess
from lenet_gui.engine.decoding.messages import error_from_json
from lenet_gui.engine.importing.foreign_kinds import foreign_network_kind
from lenet_gui.engine.importing.steps import MAX_FOREIGN_FILE, ForeignNetwork, from_message
from lenet_gui.engine.storage.files import read_limited

COMMAND = "importer"  # of the command line, not listed
MAX_SECONDS = 20.0  # that reading may take, once the process has started


@dataclass(frozen=True, slots=True, eq=False)
class ForeignFile:
    """A file and what it says. sha256: in hex."""

    path: Path
    sha256: str
    network: ForeignNetwork


def read_foreign_file(path: Path) -> ForeignFile:
    """Read a network of another program. Raises BadInput for every way in which it can be wrong."""
    data = read_limited(path, MAX_FOREIGN_FILE)
    if not data:
        raise BadInput("{file} is empty.", file=path.name)
    kind = foreign_network_kind(data, path.name)
    with contextlib.closing(HelperProcess(COMMAND, kind, seconds=MAX_SECONDS)) as process:
        header, body = process.ask({"name": path.name}, data, path.name)
    try:
        if "error" in header:
            raise error_from_json(header["error"])
        network = from_message(header, body)
    except BadInput as error:
        raise _told(path, error) from None
    except (LookupError, TypeError, ValueError):  # a reader that was misled may write anything
        raise BadInput("{file} is damaged: decoding it failed.", file=path.name) from None
    return ForeignFile(path, hashlib.sha256(data).hexdigest(), network)


def _told(path: Path, error: BadInput) -> BadInput:
    """Return an error that names the file."""
    if "file" in error.details:
        return error
    return BadInput("{file} cannot be imported: {why}", file=path.name, why=error)
