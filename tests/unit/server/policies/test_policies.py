from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.contract.errors import Refused
from altrabits_desktop.contract.policies import ChangeClass
from altrabits_desktop.privacy.policy_versions import version_in_force
from altrabits_desktop.server.policies.service import (
    fingerprint_of,
    list_policies,
    publish,
    version_in_force_at,
)
from tests.fakes.served import POLICY, policy

if TYPE_CHECKING:
    from altrabits_desktop.contract.policies import Policy
    from tests.fakes.served import Served

DAY_S = 86_400.0


async def published(server: Served, *policies: Policy) -> str:
    now = server.clock.now()
    return await server.store.write(lambda writing: publish(writing, policies, now=now))


async def in_force(server: Served) -> str:
    return str((await server.ask("GET", "/api/v1/policies/in-force")).json()["version"])


async def test_c40_a_policy_is_read_byte_for_byte_by_everybody(server: Served) -> None:
    answer = await server.ask("GET", "/api/v1/policies/1.0")

    read = answer.json()
    assert read["text"] == POLICY
    assert read["fingerprint"] == fingerprint_of(read["text"].encode())
    assert read["contact"] == "privacy@example.test"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"version": "1.0"}, "policy.version_taken"),
        ({"effective_in": -1.0}, "policy.back_dated"),
        ({"effective_in": -DAY_S * 400}, "policy.back_dated"),
        ({"contact": "  "}, "policy.contact_missing"),
    ],
)
async def test_c40_what_breaks_the_rules_is_not_published(
    server: Served, fields: dict[str, object], code: str
) -> None:
    server.clock.move(DAY_S)
    effective_at = server.clock.now() + timedelta(seconds=float(str(fields.get("effective_in", 0))))
    kept = {name: value for name, value in fields.items() if name != "effective_in"}
    before = (await server.ask("GET", "/api/v1/policies")).json()
    new = policy(server.clock, **{"version": "2.0", **kept, "effective_at": effective_at})  # type: ignore[arg-type] # fields by name

    with pytest.raises(Refused) as refused:
        await published(server, new)

    assert refused.value.code == code
    assert (await server.ask("GET", "/api/v1/policies")).json() == before


async def test_c40_a_version_before_one_that_is_announced_is_back_dated(server: Served) -> None:
    await server.publish("2.0", in_days=10)

    with pytest.raises(Refused) as refused:
        await server.publish("1.5", in_days=5)

    assert refused.value.code == "policy.back_dated"


async def test_c40_all_languages_of_a_version_are_published_at_once(server: Served) -> None:
    other_day = server.clock.now() + timedelta(days=1)
    english = policy(server.clock, "2.0")
    bad = [
        (english, policy(server.clock, "2.1", language="de")),
        (english, policy(server.clock, "2.0", language="de", effective_at=other_day)),
        (english, policy(server.clock, "2.0", language="EN")),
        (
            english,
            policy(server.clock, "2.0", language="de", change_class=ChangeClass.EDITORIAL),
        ),
    ]

    codes = []
    for policies in bad:
        with pytest.raises(Refused) as refused:
            await published(server, *policies)
        codes.append(refused.value.code)

    assert codes == ["policy.languages_differ"] * 4
    assert await in_force(server) == "1.0"


async def test_c40_a_further_language_follows_a_published_version(server: Served) -> None:
    before = policy(server.clock).effective_at
    await server.publish("2.0", in_days=10)
    coming = server.clock.now() + timedelta(days=10)
    server.clock.move(DAY_S)
    listed = (await server.ask("GET", "/api/v1/policies")).json()["policies"]

    for version, effective_at in (("1.0", before), ("2.0", coming)):
        german = policy(
            server.clock, version, language="de", effective_at=effective_at, text="Auf Deutsch."
        )
        assert await published(server, german) == version

    now_listed = (await server.ask("GET", "/api/v1/policies")).json()["policies"]
    german = (await server.ask("GET", "/api/v1/policies/in-force?language=de")).json()
    assert [each for each in now_listed if each["language"] == "en"] == listed
    assert (german["version"], german["text"]) == ("1.0", "Auf Deutsch.")
    assert german["fingerprint"] == fingerprint_of(b"Auf Deutsch.")
    assert german["published_at"] > german["effective_at"]


@pytest.mark.parametrize(
    ("version", "fields", "code"),
    [
        ("2.0", {"language": "EN"}, "policy.version_taken"),
        ("2.0", {"language": "de", "later_s": 1}, "policy.languages_differ"),
        ("2.0", {"language": "de", "later_s": -DAY_S}, "policy.languages_differ"),
        (
            "2.0",
            {"language": "de", "change_class": ChangeClass.EDITORIAL},
            "policy.languages_differ",
        ),
        ("1.0", {"language": "de", "later_s": -DAY_S}, "policy.version_past"),
    ],
)
async def test_c40_a_language_that_does_not_fit_its_version_is_refused(
    server: Served, version: str, fields: dict[str, Any], code: str
) -> None:
    server.clock.move(DAY_S)
    await server.publish("2.0")
    effective_at = server.clock.now() + timedelta(seconds=fields.pop("later_s", 0))
    listed = (await server.ask("GET", "/api/v1/policies")).json()
    new = policy(server.clock, version, effective_at=effective_at, **fields)

    with pytest.raises(Refused) as refused:
        await published(server, new)

    assert refused.value.code == code
    assert (await server.ask("GET", "/api/v1/policies")).json() == listed


async def test_c40_a_language_that_follows_changes_nothing_about_what_holds(
    server: Served,
) -> None:
    at = server.clock.now() + timedelta(days=1)
    for version, language in (("2.0", "en"), ("3.0", "en"), ("2.0", "de")):
        new = policy(server.clock, version, language=language, effective_at=at)
        await published(server, new)
        server.clock.move(60)
    later = at + timedelta(days=1)

    listed = await server.store.read(lambda r: list_policies(r, now=server.clock.now()))
    asked = await server.store.read(lambda r: version_in_force_at(r, later))

    assert asked == version_in_force(listed.policies, later) == "3.0"


async def test_c40_exactly_one_version_is_in_force_at_any_instant(server: Served) -> None:
    await server.publish("2.0", in_days=1)
    await server.publish("3.0", in_days=1)
    await server.publish("4.0", in_days=2)
    seen = []
    for _ in range(4):
        listed = (await server.ask("GET", "/api/v1/policies")).json()["policies"]
        seen.append([each["version"] for each in listed if each["is_in_force"]])
        server.clock.move(DAY_S)

    assert seen == [["1.0"], ["3.0"], ["4.0"], ["4.0"]]


async def test_c40_database_and_pure_rule_agree_on_what_is_in_force(server: Served) -> None:
    for version, in_days in (("2.0", 0.0), ("2.1", 0.0), ("3.0", 0.5), ("3.1", 1.0), ("2.9", 1.0)):
        await server.publish(version, in_days=in_days)
    hours = [server.clock.now() + timedelta(hours=hour) for hour in range(-6, 42, 6)]

    listed = await server.store.read(lambda r: list_policies(r, now=server.clock.now()))
    asked = [
        await server.store.read(lambda r, at=at: version_in_force_at(r, at))  # type: ignore[misc] # bound at once
        for at in hours
    ]

    assert asked == [version_in_force(listed.policies, at) for at in hours]
    assert set(asked) == {None, "2.1", "3.0", "3.1"}


async def test_a_policy_is_read_in_the_nearest_language(server: Served) -> None:
    server.clock.move(1)
    german = policy(server.clock, "2.0", language="de", text="Deutsch")
    await published(server, policy(server.clock, "2.0", text="English"), german)

    texts = [
        (await server.ask("GET", f"/api/v1/policies/in-force{query}")).json()["text"]
        for query in ("", "?language=de", "?language=de-AT", "?language=fr")
    ]

    assert texts == ["English", "Deutsch", "Deutsch", "English"]


@pytest.mark.parametrize("version", ["9.9", "0", "in-force.", "-", "%2e%2e", "1.0%00", "a" * 65])
async def test_a_version_that_is_none_is_said(server: Served, version: str) -> None:
    answer = await server.ask("GET", f"/api/v1/policies/{version}")

    assert answer.status_code == 404


@pytest.mark.parametrize("query", ["?language=", "?language=d", "?language=de_AT", "?lang=de"])
async def test_a_language_that_is_none_is_refused(server: Served, query: str) -> None:
    answer = await server.ask("GET", f"/api/v1/policies/in-force{query}")

    assert (answer.status_code, answer.json()["code"]) == (400, "request.malformed")


async def test_c40_everybody_hears_of_a_new_version_by_the_feed(server: Served) -> None:
    await server.account()
    cursor = (await server.ask("GET", "/api/v1/changes")).json()["cursor"]
    await server.publish("2.0", in_days=1)

    entries = (await server.ask("GET", f"/api/v1/changes?since={cursor}")).json()["entries"]

    assert [(entry["noun"], entry["id"]) for entry in entries] == [("policy", "2.0")]
