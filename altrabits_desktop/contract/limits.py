"""Every limit against hostile or careless input, in one place.

Source: docs/security-requirements.md, "Limits in one place" (R1 to R10).
"""

from __future__ import annotations

ANNOUNCE_DATAGRAM_BYTES = 1472
"""One unfragmented IPv4 datagram on Ethernet; longer ones are ignored (R1)."""

SSDP_DATAGRAM_BYTES = 4096
"""Answers with long headers exist; nothing longer is read."""

NAME_CHARACTERS = 64
"""Visible characters of any name that a streamer gives itself (R3)."""

TEXT_CHARACTERS = 256
"""Visible characters of titles, artists and other longer foreign texts (R3)."""

URL_CHARACTERS = 2048
"""Longer addresses are refused, not cut: half an address is another address."""

APP_ADDRESS_CHARACTERS = 512
"""An address that leads into the window; a longer one leads nowhere."""

STREAMERS_LISTED = 1000
"""Streamers that are listed at once (R2)."""

STREAMERS_PER_SOURCE = 64
"""Streamers that one source address may claim (R2)."""

FETCH_BYTES = 1_000_000
"""Body of one answer of a streamer, after decompression (R7)."""

FETCH_SECONDS = 5.0
"""One whole answer of a streamer, redirects included (R7)."""

FETCH_REDIRECTS = 2
"""Redirects followed, to the same host only (R6)."""

FETCHES_AT_ONCE = 4
"""Descriptions fetched side by side (R7)."""

FETCHES_PER_MINUTE = 300
"""Descriptions fetched in any minute (R7)."""

CONNECT_SECONDS = 1.5
"""Until a streamer takes a connection (R7); time for one lost packet to be sent again."""

HEADER_BYTES = 16_384
"""Headers of one answer of a streamer, interim answers included (R7)."""

HEADERS_MOST = 100
"""Headers of one answer of a streamer (R7)."""

MARKUP_DEPTH = 32
"""Nested elements of a description (R7); also levels of a JSON answer."""

MARKUP_ELEMENTS = 5_000
"""Elements of a document that says what a renderer can do (R7)."""

MARKUP_ATTRIBUTES = 32
"""Attributes of one element of it (R7)."""

ACTION_BYTES = 64_000
"""Answer of one action of a renderer: metadata of one track at most (R7)."""

ACTION_ELEMENTS = 200
"""Elements of that answer, and of the metadata within (R7)."""

EVENT_BYTES = 64_000
"""One server-sent event of a streamer, which a longer one ends; one notice of a renderer (R7)."""

EVENTS_PER_MINUTE = 300
"""What a renderer may send to its callback in any minute, refused or not (R7, R8)."""

LINE_BYTES = 64_000
"""One line that a streamer says on a connection of lines (R7); a longer one ends it."""

LINES_SAID_BYTES = 8_192
"""What a streamer is told in lines at once."""

LINE_TALKS_PER_PORT = 4
"""Connections of lines to one port of a streamer (R7): two, and two where that is in doubt."""

OWNER_MESSAGE_BYTES = 4096
"""One message of a later start to the owner of a profile (R59)."""

OWNER_ERRAND_BYTES = 262_144
"""Of what a console command asks the owner of its profile; a message to support may be long."""

SECURE_PORT_IDLE_S = 20.0
"""How long a streamer holds a connection at its secure port for a further request."""
