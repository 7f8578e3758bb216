"""The kinds of files, by name."""

from __future__ import annotations

from importlib import import_module

from tests.fuzz.kinds import Kind

# Each in a module that is loaded when it is wanted: the last one takes torch.
_PLACES = {
    "images": ("images", "KIND"),
    "drawings": ("drawings", "KIND"),
    "recovery files": ("recoveries", "KIND"),
    "checkpoints": ("checkpoints", "KIND"),
    "IDX files": ("datasets", "KIND"),
    "stroke sets": ("datasets", "STROKES"),
    "tables of digits": ("tables", "KIND"),
    "settings files": ("settings_files", "KIND"),
    "library entries": ("checkpoints", "LIBRARY"),
    "unfinished trainings": ("checkpoints", "STATES"),
    "peers": ("peers", "KIND"),
    "resume files": ("resumes", "KIND"),
}
KINDS = tuple(_PLACES)
LIGHT = KINDS[:-1]  # without torch


def kind(name: str) -> Kind:
    module, constant = _PLACES[name]
    found = getattr(import_module(f"tests.fuzz.{module}"), constant)
    assert isinstance(found, Kind)
    return found
