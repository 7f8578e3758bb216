"""What tests of the engine have in common."""

import pytest

from lenet_gui.engine.decoding import helper_process
from tests.helpers import PATIENCE


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give honest pictures all the time that they take on a busy machine."""
    monkeypatch.setattr(helper_process, "MAX_SECONDS", PATIENCE)
