"""Answers to a server that asks for name and password: Basic, and Digest by RFC 7616.

Qt answers digests of MD5 only.
"""

from __future__ import annotations

import base64
import hashlib
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass

MAX_CHALLENGE = 2_000  # characters that are looked at; a challenge has some 200

_TOKEN = r"[A-Za-z0-9!#$%&'*+.^_`|~-]+"
_PART = re.compile(rf'({_TOKEN})(?:\s*=\s*("(?:[^"\\]|\\.)*"|[^\s,]*))?')


def _md5(data: bytes) -> str:
    return hashlib.md5(data, usedforsecurity=False).hexdigest()


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


_HASHES: dict[str, Callable[[bytes], str]] = {"SHA-256": _sha256, "MD5": _md5}  # best first


@dataclass(frozen=True)
class Challenge:
    """A server's challenge. scheme, names of parameters: in small letters."""

    scheme: str
    parameters: dict[str, str]

    @property
    def stale(self) -> bool:
        """Whether the answer was right, but to a challenge that has expired."""
        return self.parameters.get("stale", "").lower() == "true"

    @property
    def algorithm(self) -> str:
        """The name of a digest's hash, in capital letters."""
        return self.parameters.get("algorithm", "MD5").upper()

    @property
    def rank(self) -> int:
        """How good an answer is; 0: there is none."""
        if self.scheme == "basic":
            return 1
        name = self.algorithm.removesuffix("-SESS")
        if self.scheme != "digest" or name not in _HASHES or "nonce" not in self.parameters:
            return 0
        offers = self.parameters.get("qop", "auth").lower().replace(" ", "").split(",")
        return 1 + len(_HASHES) - list(_HASHES).index(name) if "auth" in offers else 0


def challenges_of(values: list[str]) -> list[Challenge]:
    """Return the challenges in WWW-Authenticate headers, of which each may hold several."""
    found: list[Challenge] = []
    for name, value in _PART.findall(", ".join(values)[:MAX_CHALLENGE]):
        if not value:
            found.append(Challenge(name.lower(), {}))
        elif found:
            plain = re.sub(r"\\(.)", r"\1", value[1:-1]) if value.startswith('"') else value
            found[-1].parameters[name.lower()] = plain
    return found


class Authorization:
    """The value of the Authorization header for one challenge, made anew for each request."""

    def __init__(self, challenge: Challenge, user: str, password: str) -> None:
        self._challenge = challenge
        self._user, self._password = user, password
        self._count = 0

    def header(self, target: str) -> str:
        """Return the value for a GET of ``target``."""
        if self._challenge.scheme == "basic":
            login = f"{self._user}:{self._password}".encode()
            return f"Basic {base64.b64encode(login).decode()}"
        self._count += 1
        return self._digest(target, secrets.token_hex(16))

    def _digest(self, target: str, own: str) -> str:
        """Answer a digest challenge. own: the nonce of this side."""
        given, name = self._challenge.parameters, self._challenge.algorithm
        hashed = _HASHES[name.removesuffix("-SESS")]
        realm, nonce, count = given.get("realm", ""), given["nonce"], f"{self._count:08x}"
        secret = hashed(f"{self._user}:{realm}:{self._password}".encode())
        if name.endswith("-SESS"):
            secret = hashed(f"{secret}:{nonce}:{own}".encode())
        request = hashed(f"GET:{target}".encode())
        between = f"{count}:{own}:auth:" if "qop" in given else ""
        response = hashed(f"{secret}:{nonce}:{between}{request}".encode())
        quoted = {"username": self._user, "realm": realm, "nonce": nonce, "uri": target}
        quoted |= {"response": response}
        quoted |= {"opaque": given["opaque"]} if "opaque" in given else {}
        plain = {"algorithm": given["algorithm"]} if "algorithm" in given else {}
        if "qop" in given:
            quoted |= {"cnonce": own}
            plain |= {"qop": "auth", "nc": count}
        parts = [f'{key}="{_escaped(value)}"' for key, value in quoted.items()]
        parts += [f"{key}={value}" for key, value in plain.items()]
        return f"Digest {', '.join(parts)}"


def authorization_for(values: list[str], user: str, password: str) -> Authorization | None:
    """Return an answer to the best of the challenges, or None if none of them can be answered.

    values: of WWW-Authenticate. Some devices leave it out, and mean Basic.
    """
    challenges = challenges_of(values) or [Challenge("basic", {})]
    best = max(challenges, key=lambda challenge: challenge.rank)
    return Authorization(best, user, password) if best.rank else None


def is_stale(values: list[str]) -> bool:
    """Return whether a refused answer only came too late."""
    return any(challenge.stale for challenge in challenges_of(values))


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')
