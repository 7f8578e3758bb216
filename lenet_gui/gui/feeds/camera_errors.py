"""Sentences about cameras: none is connected, in use, refused, unplugged, silent, broken."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.translation_marks import QT_TRANSLATE_NOOP

DEVICES = Path("/dev")
# Qt reports one error code for all troubles and the system's words, so these words decide. The
# numbers are HRESULTs of Windows.
_IN_USE = ("in use", "busy", "another application", "reserved", "0xc00d3704", "0xc00d3ea3")
_REFUSED = ("permission", "denied", "not allowed", "refused", "unauthorized", "0x80070005")

CAMERA_IN_USE = QT_TRANSLATE_NOOP(
    "BadInput", "Another program is using the camera {camera}. Close that program, then try again."
)
CAMERA_REFUSED = QT_TRANSLATE_NOOP(
    "BadInput",
    "The system does not let this program use the camera. Allow it in the system settings, under "
    "privacy and camera.",
)
CAMERA_UNPLUGGED = QT_TRANSLATE_NOOP("BadInput", "The camera {camera} was unplugged.")
CAMERA_SILENT = QT_TRANSLATE_NOOP(
    "BadInput", "The camera {camera} sends no picture. Another program may be using it."
)
CAMERA_BROKEN = QT_TRANSLATE_NOOP("BadInput", "The camera {camera} does not work: {why}.")


def no_camera() -> BadInput:
    """Return the error that no camera is connected, or that this user may not open any."""
    if sys.platform.startswith("linux"):
        devices = sorted(str(path) for path in DEVICES.glob("video*"))
        if devices and not any(os.access(device, os.R_OK | os.W_OK) for device in devices):
            return BadInput(
                "You do not have permission to use the camera {device}. Add your user to the "
                "group video and log in again.",
                device=devices[0],
            )
    return BadInput("No camera is connected.")


def camera_error(camera: str, said: str) -> BadInput:
    """Return the sentence for an error of a camera. said: the system's words, as Qt has them."""
    words = said.lower()
    if any(part in words for part in _REFUSED):
        return BadInput(CAMERA_REFUSED)
    if any(part in words for part in _IN_USE):
        return BadInput(CAMERA_IN_USE, camera=camera)
    return BadInput(CAMERA_BROKEN, camera=camera, why=said.strip().rstrip(".") or "?")
