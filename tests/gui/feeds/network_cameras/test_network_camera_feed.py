"""Network cameras that ask for a password, or whose certificate nobody has signed."""

import hashlib
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from lenet_gui.gui.feeds.network_cameras import http_connection
from lenet_gui.gui.sources.camera import CameraSource
from tests.gui.helpers import click
from tests.gui.sources.test_camera import (
    LINES,
    camera,
    look,
    pytestmark,
    read,
    said,
    wait_for_lines,
    wait_for_sentence,
)
from tests.gui.streams import camera_server, jpeg, page_of

__all__ = ["camera", "pytestmark"]

CERTIFICATE = Path(__file__).parents[3] / "fixtures" / "camera_certificate.pem"
WRONG, MISSING = "does not accept this name and password", "requires a user name and a password"


@pytest.fixture(scope="module")
def server() -> Iterator:
    with camera_server(jpeg(page_of(LINES))) as server:
        yield server


@pytest.fixture(scope="module")
def secure() -> Iterator:
    with camera_server(jpeg(page_of(LINES)), CERTIFICATE) as server:
        yield server


def address(server, login: str, path: str) -> str:
    return f"{server.address}/{path}".replace("://", f"://{login}@" if login else "://")


@pytest.mark.parametrize("path", ["sha256", "md5", "expired"])
def test_digests(camera: CameraSource, server, qtbot, path: str) -> None:
    """The password itself is not sent; it may hold what ends a host elsewhere."""
    server.nonce = "old"
    look(qtbot, camera, address(server, "name:p@ss#w/rd", path))
    wait_for_lines(qtbot, camera)


@pytest.mark.parametrize(("path", "right"), [("secret", "password"), ("sha256", "p@ss#w/rd")])
def test_a_wrong_password_is_told_from_a_missing_one(
    camera: CameraSource, server, qtbot, path: str, right: str
) -> None:
    before = server.asked.count(f"/{path}")
    for login, words in (("", MISSING), ("name:wrong", WRONG), (f"other:{right}", WRONG)):
        look(qtbot, camera, address(server, login, path))
        assert words in wait_for_sentence(qtbot, camera)
    assert (
        server.asked.count(f"/{path}") - before == 1 + 2 + 2
    )  # an answer is not tried again and again
    look(qtbot, camera, address(server, f"name:{right}", path))
    wait_for_lines(qtbot, camera)


def test_a_login_of_an_unknown_kind(camera: CameraSource, server, qtbot) -> None:
    look(qtbot, camera, address(server, "name:password", "strange"))
    assert "does not know" in wait_for_sentence(qtbot, camera)


def test_words_of_a_server_are_short_and_clean(camera: CameraSource, server, qtbot) -> None:
    look(qtbot, camera, address(server, "", "bold"))
    sentence = wait_for_sentence(qtbot, camera)
    assert "<b>bold</b> xxx" in sentence
    assert "x" * 60 not in sentence


def test_other_streams_get_a_sentence(camera: CameraSource, qtbot) -> None:
    look(qtbot, camera, "rtsp://me:secret@192.168.1.5/live")
    assert "RTSP" in wait_for_sentence(qtbot, camera)
    assert "secret" not in said(camera)


def test_a_certificate_can_be_accepted(window, camera: CameraSource, secure, qtbot) -> None:
    """After a question, for this address, until the program ends."""
    pem = CERTIFICATE.read_text().partition("\n")[2].partition("-----BEGIN PRIVATE")[0]
    fingerprint = hashlib.sha256(ssl.PEM_cert_to_DER_cert(pem.strip())).digest().hex(":").upper()
    look(qtbot, camera, f"{secure.address}/stream")
    question = wait_for_sentence(qtbot, camera)
    assert "127.0.0.1" in question
    assert fingerprint in question
    assert not camera.notice.again.hasFocus()
    assert "/stream" not in secure.asked  # nothing was sent, no password either
    click(camera.notice.accept)
    wait_for_lines(qtbot, camera)
    click(camera.bar.start)
    window.retranslate()
    made = window.sources.source("camera")
    click(made.bar.start)
    wait_for_lines(qtbot, made)
    look(qtbot, made, f"https://localhost:{secure.server_address[1]}/stream")
    assert "localhost" in wait_for_sentence(qtbot, made)  # another address, another question
    assert made.notice.accept.isVisible()
    look(qtbot, made, "127.0.0.1:1")
    wait_for_sentence(qtbot, made)
    assert not made.notice.accept.isVisible()
    assert not read(made)


def test_what_is_no_tls(camera: CameraSource, server, qtbot, monkeypatch) -> None:
    look(qtbot, camera, f"{server.address}/stream".replace("http:", "https:"))
    assert "secure connection" in wait_for_sentence(qtbot, camera)
    monkeypatch.setattr(http_connection.QSslSocket, "supportsSsl", lambda: False)
    look(qtbot, camera, f"{server.address}/stream".replace("http:", "https:"))
    assert "OpenSSL" in wait_for_sentence(qtbot, camera)
