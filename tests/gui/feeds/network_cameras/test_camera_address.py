"""Addresses as people type them, with passwords that hold anything."""

import pytest

from lenet_gui.common.bad_input import BadInput
from lenet_gui.gui.feeds.network_cameras.camera_address import address_of, without_password

LOGINS = [
    "name:password",
    "name:p@ss",
    "name:p#s",
    "name:p/s",
    "name:p@s#s/w?d",
    "name:a:b",
    "name:",
]
PLACES = ["192.168.1.5:8080/video", "camera.local/a?b=c", "[::1]:81/x", "localhost"]


@pytest.mark.parametrize("scheme", ["http://", "https://", "", "HTTP://"])
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("login", LOGINS)
def test_passwords_may_hold_what_ends_a_host(scheme: str, place: str, login: str) -> None:
    plain = address_of(scheme + place)
    assert not plain.has_login
    address = address_of(f" {scheme}{login}@{place} ")
    assert (address.user, address.password) == tuple(login.split(":", 1))
    assert address.url == plain.url
    assert without_password(f"{scheme}{login}@{place}").lower() == f"{scheme}{place}".lower()


def test_hosts_of_one_word() -> None:
    """Such a host cannot be told from a part of the password, so the usual reading goes first."""
    address = address_of("name:p/w@cam/video")
    assert (address.password, address.host, address.target) == ("p/w", "cam", "/video")
    assert address_of("name:p@s@cam/a@b").host == "cam"


@pytest.mark.parametrize(
    ("typed", "host", "port", "target"),
    [
        ("http://192.168.1.5:8080/video", "192.168.1.5", 8080, "/video"),
        ("camera.local", "camera.local", 80, "/"),
        ("https://camera.local/a b?c=ä#d", "camera.local", 443, "/a%20b?c=%C3%A4"),
        ("http://camera/users/joe@home", "camera", 80, "/users/joe@home"),
        ("http://camera.local:81/a@b.example/x", "camera.local", 81, "/a@b.example/x"),
        ("http://[fe80::1]:81/x", "fe80::1", 81, "/x"),
    ],
)
def test_places(typed: str, host: str, port: int, target: str) -> None:
    address = address_of(typed)
    assert (address.host, address.port, address.target) == (host, port, target)
    assert not address.has_login


def test_signs_may_be_encoded_or_not() -> None:
    assert address_of("http://na%20me:p%40s%2fs@cam.local/").password == "p@s/s"
    assert address_of("http://name:50%off@cam.local/").password == "50%off"
    assert address_of("http://münchen.example:8/").host_header == "xn--mnchen-3ya.example:8"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("rtsp://192.168.1.5/live", "RTSP"),
        ("RTSPS://me:pw@cam.local:554/", "RTSP"),
        ("rtsp:192.168.1.5", "RTSP"),
        ("", "not an address"),
        ("ftp://cam.local/", "not an address"),
        ("file:///etc/passwd", "not an address"),
        ("http://", "not an address"),
        ("http://[::1", "not an address"),
        ("two words", "not an address"),
        ("http://cam.local:99999/", "not an address"),
        ("http://na%0d%0ame:x@cam.local/", "not an address"),
    ],
)
def test_what_is_no_address(typed: str, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        address_of(typed)
    assert "pw" not in without_password(typed)


def test_redirects_keep_a_login_for_its_own_host() -> None:
    first = address_of("https://name:password@cam.local/a/b")
    assert first.redirected("/c").target == "/c"
    assert first.redirected("c").target == "/a/c"
    assert first.redirected("/c").password == "password"
    assert not first.redirected("https://other.example/c").has_login
    assert not first.redirected("https://me:you@cam.local:8443/c").has_login
    with pytest.raises(BadInput, match="insecure"):
        first.redirected("http://cam.local/c")
    with pytest.raises(BadInput, match="not an address"):
        first.redirected("file:///etc/passwd")
