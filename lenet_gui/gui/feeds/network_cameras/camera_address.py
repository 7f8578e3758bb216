"""The address of a network camera: where it is, and who may look."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from PySide6.QtCore import QUrl

from lenet_gui.common.bad_input import BadInput
from lenet_gui.common.printable import is_printable

_PORTS = {"http": 80, "https": 443}
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
_RTSP = re.compile(r"rtsps?:", re.IGNORECASE)
_END_OF_HOST = re.compile(r"[/?#]")
_NAME = r"[^\s@:/?#\[\]]"
_PORT = r"(:\d{1,5})?"
_ANY_HOST = re.compile(rf"(\[[\w.:%]+\]|{_NAME}+){_PORT}")
_LIKELY_HOST = re.compile(rf"(\[[\w.:%]+\]|localhost|{_NAME}+\.{_NAME}+){_PORT}", re.IGNORECASE)

_Encoded = QUrl.ComponentFormattingOption.FullyEncoded


@dataclass(frozen=True)
class CameraAddress:
    """An address, http or https. user, password: empty if none were given."""

    url: QUrl
    user: str = ""
    password: str = ""

    @property
    def secure(self) -> bool:
        return self.url.scheme() == "https"

    @property
    def host(self) -> str:
        return self.url.host()

    @property
    def port(self) -> int:
        return self.url.port(_PORTS[self.url.scheme()])

    @property
    def has_login(self) -> bool:
        return bool(self.user or self.password)

    @property
    def host_header(self) -> str:
        """The host as a request names it, with its port if that is not the usual one."""
        host = self.url.host(_Encoded).partition("%")[0]  # without the zone of IPv6
        port = self.url.port()
        return (f"[{host}]" if ":" in host else host) + (f":{port}" if port >= 0 else "")

    @property
    def target(self) -> str:
        """Path and query, as the request names them."""
        path = self.url.path(_Encoded) or "/"
        return f"{path}?{self.url.query(_Encoded)}" if self.url.hasQuery() else path

    def redirected(self, location: str) -> CameraAddress:
        """Return the address that a reply from here leads to, without the login of another host.

        Raises BadInput if it is no address, or leads from a secure to an insecure one.
        """
        url = self.url.resolved(QUrl(location))
        url.setUserInfo("")
        if not url.isValid() or not url.host() or url.scheme() not in _PORTS:
            raise BadInput("{host} redirects to something that is not an address.", host=self.host)
        there = CameraAddress(url)
        if self.secure and not there.secure:
            raise BadInput(
                "{host} redirects from a secure address to an insecure one.", host=self.host
            )
        here, other = ((a.secure, a.host, a.port) for a in (self, there))
        return replace(self, url=url) if here == other else there


def address_of(typed: str) -> CameraAddress:
    """Return the address that was typed; without a scheme it is http.

    Raises BadInput if it is none, or that of another kind of stream.
    """
    text = typed.strip()
    if _RTSP.match(text):
        raise BadInput(
            "RTSP streams (rtsp:) cannot be read. Many cameras also have an MJPEG stream, whose "
            "address begins with http."
        )
    scheme, login, place = _parts(text)
    url = QUrl(f"{scheme or 'http'}://{place}", QUrl.ParsingMode.TolerantMode)
    user, _, password = (_decoded(part) for part in login.partition(":"))
    valid = url.isValid() and url.host() and url.scheme() in _PORTS
    if not valid or not is_printable(user + password):
        raise BadInput("This is not an address. Enter one like http://192.168.1.5:8080/video.")
    return CameraAddress(url, user, password)


def _decoded(text: str) -> str:
    """Decode what was typed as %40, and leave a plain % as it is."""
    plain = re.sub(rb"%([0-9a-fA-F]{2})", lambda m: bytes([int(m[1], 16)]), text.encode())
    return plain.decode(errors="replace")


def without_password(typed: str) -> str:
    """Return the address without name and password, as it may be stored in the settings."""
    scheme, _, place = _parts(typed.strip())
    return f"{scheme}://{place}" if scheme else place


def _parts(text: str) -> tuple[str, str, str]:
    """Split an address into scheme, name:password, and the rest: host, port, path.

    A name or password may contain what ends a host elsewhere (@ / ? #), so an address may be read
    in several ways. The usual reading goes first, but only if what it takes for the host looks
    like one: with a dot, brackets, or localhost. Then the last @ counts that such a host follows.
    """
    start = _SCHEME.match(text)
    scheme, rest = ("", text) if start is None else (start[1], text[start.end() :])
    usual = _END_OF_HOST.split(rest, maxsplit=1)[0].rfind("@")
    others = [place for place, letter in enumerate(rest) if letter == "@"]
    for pattern in (_LIKELY_HOST, _ANY_HOST):
        for place in (usual, *reversed(others)):
            host = _END_OF_HOST.split(rest[place + 1 :], maxsplit=1)[0]
            if pattern.fullmatch(host):
                return scheme, rest[: max(place, 0)], rest[place + 1 :]
    return "", "", ""
