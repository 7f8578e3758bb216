"""Results that took long to compute, kept on disk in the user's cache folder, within a limit.

They may be lost at any time: what cannot be read is computed again, and a full disk costs time,
nothing else.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from lenet_gui.common.bad_input import BadInput
from lenet_gui.engine.storage.data_path import DATA_VARIABLE, PRIVATE_MODE, data_path
from lenet_gui.engine.storage.files import read_limited, remove_abandoned, write_atomically


def cache_folder() -> Path:
    """Return the folder of all that is kept so; it need not exist."""
    if os.environ.get(DATA_VARIABLE):
        return data_path() / "cache"
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("lenet_gui", appauthor=False))


def read_cached(path: Path, size: int) -> bytes | None:
    """Return a file of ``size`` bytes, and note that it was used; None without such a file."""
    try:
        content = read_limited(path, size)
        os.utime(path)
    except (OSError, BadInput):
        return None
    return content if len(content) == size else None


def keep_cached(path: Path, content: bytes, most: int) -> None:
    """Keep a file if possible; of its folder's, those not used for longest give way.

    most: bytes of all files of that suffix in the folder; larger content is not kept.
    """
    if len(content) > most:
        return
    with contextlib.suppress(OSError, BadInput):
        path.parent.mkdir(PRIVATE_MODE, parents=True, exist_ok=True)
        _make_room(path.parent, path.suffix, most - len(content))
        write_atomically(path, content)


def _make_room(folder: Path, suffix: str, most: int) -> None:
    """Delete files of a suffix, the longest unused first, until ``most`` bytes are left."""
    remove_abandoned(folder)
    kept = sorted(folder.glob(f"*{suffix}"), key=lambda path: path.stat().st_mtime)
    total = sum(path.stat().st_size for path in kept)
    for path in kept:
        if total <= most:
            return
        total -= path.stat().st_size
        path.unlink()
