"""What tests of the trainer have in common."""

import math

import pytest

from lenet_gui.trainer import loop


@pytest.fixture(autouse=True)
def no_clock_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    """Validate at the ends of epochs alone, and not after a second of a slow machine as well."""
    monkeypatch.setattr(loop, "VALIDATED_AFTER", math.inf)
