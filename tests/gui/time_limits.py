"""The time limits of the program, which tests set far away unless they test one of them."""

from types import ModuleType

import pytest

from lenet_gui.engine.decoding import helper_process
from lenet_gui.gui.appearance import reduced_motion
from lenet_gui.gui.commands import (
    dial_commands,
    photo_commands,
    quit_guard,
    result_commands,
)
from lenet_gui.gui.feed_controls import feed_viewer
from lenet_gui.gui.feeds import camera_feed, video_feed
from lenet_gui.gui.feeds.network_cameras import network_camera_feed
from lenet_gui.gui.session import recovery
from lenet_gui.gui.training import training_session, worker_process
from lenet_gui.gui.widgets import number_field
from lenet_gui.gui.window import main_window
from tests.helpers import PATIENCE

SECONDS: tuple[tuple[ModuleType, str], ...] = (
    (feed_viewer, "MAX_BAD_S"),
    (helper_process, "MAX_SECONDS"),
    (helper_process, "START_SECONDS"),
    (recovery, "LONGEST_WRITING_S"),
    (reduced_motion, "ANSWER_TIMEOUT_S"),
    (video_feed, "BUSY_S"),
)
MILLISECONDS: tuple[tuple[ModuleType, str], ...] = (
    (camera_feed, "FIRST_FRAME_TIMEOUT_MS"),
    (dial_commands, "DIAL_SHOWN_MS"),
    (main_window, "NOTES_SHOWN_MS"),
    (main_window, "SAVED_SHOWN_MS"),
    (main_window, "SETTINGS_SHOWN_MS"),
    (network_camera_feed, "PICTURE_TIMEOUT_MS"),
    (number_field, "REFUSAL_SHOWN_MS"),
    (photo_commands, "COPIED_SHOWN_MS"),
    (quit_guard, "SAVING_TIMEOUT_MS"),
    (result_commands, "FURTHER_SHOWN_MS"),
    (training_session, "CANCEL_TIMEOUT_MS"),
    (training_session, "UNTRAINED_CANCEL_TIMEOUT_MS"),
    (video_feed, "FIRST_FRAME_TIMEOUT_MS"),
    (video_feed, "LAST_CHANCE_MS"),
    (worker_process, "_GRACE"),
)


def set_far_away(patch: pytest.MonkeyPatch) -> None:
    """Let the program wait as long as the tests do. ``patch`` brings the limits back."""
    for module, name in SECONDS:
        patch.setattr(module, name, PATIENCE)
    for module, name in MILLISECONDS:
        patch.setattr(module, name, round(1000 * PATIENCE))
