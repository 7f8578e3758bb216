"""All settings of a training in a window beside the main one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


def show_options(window: QWidget, training: object) -> None: ...
