"""Spares the program what PySide does for its optional features, none of which is used here."""

from __future__ import annotations

import sys


def skip_source_scan() -> None:
    """Keep PySide from reading the source of each module that is imported after it.

    It looks for its own name there, to know where ``from __feature__ import ...`` may count. For
    the modules of a start that takes as long as importing a tenth of them. The function is private
    to PySide: where it has gone, the sources are read as before.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None and hasattr(feature, "_mod_uses_pyside"):
        vars(feature)["_mod_uses_pyside"] = _uses_no_feature


def _uses_no_feature(_module: object) -> bool:
    return False
