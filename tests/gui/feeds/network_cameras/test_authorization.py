"""Answers to servers that ask for a password; the examples are those of RFC 7616."""

import pytest

from lenet_gui.gui.feeds.network_cameras.authorization import (
    MAX_CHALLENGE,
    Authorization,
    authorization_for,
    challenges_of,
    is_stale,
)

NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v"
OWN = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
OPAQUE = "FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"


def challenge(algorithm: str) -> str:
    return (
        f'Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm={algorithm}, '
        f'nonce="{NONCE}", opaque="{OPAQUE}"'
    )


@pytest.mark.parametrize(
    ("algorithm", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_digests_of_the_standard(algorithm: str, response: str) -> None:
    (one,) = challenges_of([challenge(algorithm)])
    authorization = Authorization(one, "Mufasa", "Circle of Life")
    authorization._count = 1
    header = authorization._digest("/dir/index.html", OWN)
    assert f'response="{response}"' in header
    assert f'opaque="{OPAQUE}"' in header
    assert 'uri="/dir/index.html"' in header
    assert f"algorithm={algorithm}" in header
    assert "qop=auth, nc=00000001" in header


def test_the_best_challenge_is_answered() -> None:
    offers = ['Basic realm="a, b"', challenge("MD5"), challenge("SHA-256")]
    for values in (offers, offers[::-1], [", ".join(offers)]):
        best = authorization_for(values, "name", "password")
        assert best is not None
        assert "algorithm=SHA-256" in best.header("/")
    basic = authorization_for(["Negotiate", offers[0]], "name", "p:ä")
    assert basic is not None
    assert basic.header("/") == "Basic bmFtZTpwOsOk"
    assert authorization_for(["Negotiate abc==", "Bearer"], "name", "password") is None
    assert authorization_for(['Digest algorithm=SHA3, nonce="x"'], "name", "password") is None
    silent = authorization_for([], "name", "password")
    assert silent is not None
    assert silent.header("/").startswith("Basic ")


def test_old_digests_and_quotes() -> None:
    old = authorization_for(['Digest realm="a \\"b\\"", nonce="n"'], 'na"me', "x")
    assert old is not None
    header = old.header("/")
    assert "qop" not in header
    assert "cnonce" not in header
    assert 'username="na\\"me"' in header
    assert 'realm="a \\"b\\""' in header


def test_counts_and_stale_answers() -> None:
    authorization = authorization_for([challenge("MD5-sess")], "name", "password")
    assert authorization is not None
    assert "nc=00000001" in authorization.header("/")
    assert "nc=00000002" in authorization.header("/")
    assert is_stale([challenge("MD5") + ", stale=TRUE"])
    assert not is_stale([challenge("MD5")])


def test_long_challenges_are_cut() -> None:
    assert len(challenges_of(['a="' * 1_000_000])) <= MAX_CHALLENGE
