"""A TLS handshake in memory: two sides, no network, and all that the server was told after it."""

from __future__ import annotations

import ssl

_TURNS = 8


def shake_hands(server: ssl.SSLContext, client: ssl.SSLContext, *, word: bytes) -> bytes:
    """Let a client say a word as soon as it may, and give what the server heard.

    Raises:
        ssl.SSLError: one side ended the handshake; `heard` of it holds what was said until then.
    """
    to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    asking = client.wrap_bio(to_client, to_server)
    asked = server.wrap_bio(to_server, to_client, server_side=True)
    heard = b""
    is_said = False
    for _ in range(_TURNS):
        try:
            if not is_said:
                asking.do_handshake()
                asking.write(word)
                is_said = True
        except ssl.SSLWantReadError:
            pass
        except ssl.SSLError as error:
            error.add_note(f"heard {_heard(asked)!r}")
            raise
        heard += _heard(asked)
    return heard


def _heard(server: ssl.SSLObject) -> bytes:
    try:
        server.do_handshake()
        return server.read()
    except ssl.SSLError:
        return b""
