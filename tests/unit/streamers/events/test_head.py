from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altrabits_desktop.contract.errors import MalformedAnswer
from altrabits_desktop.contract.limits import EVENT_BYTES, HEADER_BYTES, HEADERS_MOST
from altrabits_desktop.streamers.events.head import NotifyHead, notify_head

FIRST = b"NOTIFY /abc HTTP/1.1"
SAID = {
    b"HOST": b"192.168.71.2:40000",
    b"NT": b"upnp:event",
    b"NTS": b"upnp:propchange",
    b"SID": b"uuid:7",
    b"SEQ": b"12",
    b"CONTENT-LENGTH": b"34",
}


def head(first: bytes = FIRST, *more: bytes, **other: bytes) -> bytes:
    said = SAID | {name.replace("_", "-").encode(): value for name, value in other.items()}
    lines = [name + b": " + value for name, value in said.items() if value]
    return b"\r\n".join([first, *lines, *more]) + b"\r\n\r\n"


def test_reads_what_is_needed() -> None:
    assert notify_head(head()) == NotifyHead("/abc", "uuid:7", 12, 34)


def test_a_body_in_pieces_has_no_length_before_it() -> None:
    said = head(CONTENT_LENGTH=b"", Transfer_Encoding=b"Chunked")

    assert notify_head(said) == NotifyHead("/abc", "uuid:7", 12, None)


@pytest.mark.parametrize("first", [b"NOTIFY /abc HTTP/1.0", b"NOTIFY /abc?x=1 HTTP/1.1"])
def test_takes_either_version_and_any_path(first: bytes) -> None:
    assert notify_head(head(first)).sid == "uuid:7"


def test_names_of_headers_are_taken_in_any_case_and_unknown_ones_too() -> None:
    said = head().replace(b"SEQ: 12", b"Seq:12 ").replace(b"NT: upnp:event", b"nt: UPnP:Event")

    assert notify_head(said.replace(b"HOST:", b"X-Odd:")).sequence == 12


@pytest.mark.parametrize("length", [0, EVENT_BYTES])
def test_takes_a_body_up_to_the_limit(length: int) -> None:
    assert notify_head(head(CONTENT_LENGTH=str(length).encode())).body_bytes == length


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(head(b"GET /abc HTTP/1.1"), id="another method"),
        pytest.param(head(b"NOTIFY abc HTTP/1.1"), id="no path"),
        pytest.param(head(b"NOTIFY http://a/abc HTTP/1.1"), id="absolute"),
        pytest.param(head(b"NOTIFY /abc HTTP/2.0"), id="another version"),
        pytest.param(head(b"NOTIFY  /abc HTTP/1.1"), id="two spaces"),
        pytest.param(head(b"NOTIFY /" + b"a" * 300 + b" HTTP/1.1"), id="long path"),
        pytest.param(head(FIRST, b"no header"), id="no header"),
        pytest.param(head(FIRST, b" folded: 1"), id="folded"),
        pytest.param(head(FIRST, b"SID: uuid:8"), id="two names"),
        pytest.param(head(FIRST, b"content-length: 35"), id="two lengths"),
        pytest.param(head(FIRST, b"Transfer-Encoding: chunked"), id="in pieces and in one"),
        pytest.param(head(CONTENT_LENGTH=b"", TRANSFER_ENCODING=b"gzip"), id="compressed"),
        pytest.param(head(CONTENT_LENGTH=b"", TRANSFER_ENCODING=b"gzip, chunked"), id="both"),
        pytest.param(
            head(FIRST, b"Transfer-Encoding: chunked", TRANSFER_ENCODING=b"chunked").replace(
                b"CONTENT-LENGTH: 34\r\n", b""
            ),
            id="in pieces twice",
        ),
        pytest.param(
            head(b"NOTIFY /abc HTTP/1.0", CONTENT_LENGTH=b"", TRANSFER_ENCODING=b"chunked"),
            id="in pieces by who knows none",
        ),
        pytest.param(head(FIRST, b"X: \x00"), id="control character"),
        pytest.param(head(FIRST, *([b"X: 1"] * HEADERS_MOST)), id="many headers"),
        pytest.param(head(FIRST, b"X: " + b"x" * HEADER_BYTES), id="long"),
        pytest.param(head(NT=b"upnp:other"), id="another kind"),
        pytest.param(head(NTS=b"ssdp:alive"), id="another notice"),
        pytest.param(head(SID=b"uuid: 7"), id="name with a space"),
        pytest.param(head(SEQ=b"-1"), id="negative"),
        pytest.param(head(SEQ=b"4294967296"), id="large number"),
        pytest.param(head(SEQ="\u0661".encode()), id="other digits"),
        pytest.param(head(CONTENT_LENGTH=str(EVENT_BYTES + 1).encode()), id="large body"),
        pytest.param(head(CONTENT_LENGTH=b"+3"), id="signed length"),
        pytest.param(head(CONTENT_LENGTH=b"9" * 4000), id="endless length"),
        *(pytest.param(head(**{name: b""}), id=f"without {name}") for name in ("SID", "SEQ")),
        *(pytest.param(head(**{name: b""}), id=f"without {name}") for name in ("NT", "NTS")),
        pytest.param(head(CONTENT_LENGTH=b""), id="without length"),
        pytest.param(head()[:-2], id="without its end"),
        pytest.param(head().replace(b"\r\n", b"\n"), id="other line ends"),
        pytest.param(b"", id="nothing"),
    ],
)
def test_r8_whatever_is_not_exactly_a_notice_is_refused(said: bytes) -> None:
    with pytest.raises(MalformedAnswer):
        notify_head(said)


@given(
    st.binary(max_size=400) | st.builds(lambda cut: head()[:cut] + b"\r\n\r\n", st.integers(0, 160))
)
def test_r8_nothing_but_malformed_is_ever_raised(said: bytes) -> None:
    try:
        read = notify_head(said)
    except MalformedAnswer:
        return
    assert read.body_bytes is None or 0 <= read.body_bytes <= EVENT_BYTES
