"""Firmware on the wire."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from altrabits_desktop.contract.firmware import PART_BYTES, FirmwareList
from tests.fakes.firmware import IMAGE, manifest_for, signed_for
from tests.fakes.served_routes import furnish, offer

if TYPE_CHECKING:
    from tests.fakes.served import Served

PATH = "/api/v1/firmware"


async def listed(server: Served, **query: str) -> FirmwareList:
    words = "&".join(f"{name}={value}" for name, value in query.items())
    answer = await server.ask("GET", f"{PATH}?{words}" if words else PATH)
    return msgspec.json.decode(answer.content, type=FirmwareList)


async def test_the_list_has_each_manifest_as_it_was_signed(server: Served) -> None:
    await furnish(server)

    assert (await listed(server)).images == (signed_for(),)
    assert (await listed(server, product="Cobalt%20S1")).images == (signed_for(),)
    assert (await listed(server, product="Other")).images == ()


async def test_an_image_comes_in_parts_from_where_one_was_cut_off(server: Served) -> None:
    await furnish(server)
    image = IMAGE * 8
    assert server.folder is not None
    offer(server.folder, image)
    path = f"{PATH}/{manifest_for(image).sha256}/image"

    first = await server.ask("GET", path)
    rest = await server.ask("GET", f"{path}?from={PART_BYTES}")
    end = await server.ask("GET", f"{path}?from={len(image)}")

    assert first.headers["content-type"] == "application/octet-stream"
    assert (first.content, first.content + rest.content) == (image[:PART_BYTES], image)
    assert (end.status_code, end.content) == (200, b"")


@pytest.mark.parametrize("query", ["from=-1", "from=1.5", "from=9999999999", "to=5", "from=01"])
async def test_a_place_that_is_none_is_malformed(server: Served, query: str) -> None:
    await furnish(server)

    answer = await server.ask("GET", f"{PATH}/{manifest_for().sha256}/image?{query}")

    assert (answer.status_code, answer.json()["code"]) == (400, "request.malformed")
