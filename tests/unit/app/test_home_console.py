"""Commands about streamers in a process that owns the profile itself, with a keyring in memory."""

from __future__ import annotations

import io
import json
import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.actions.finding import Finding
from altrabits_desktop.app import adding_desk, discovering, home_console, own_book, owner_talk
from altrabits_desktop.app.arguments import shared_options
from altrabits_desktop.app.belongings_desk import NOT_LOOKED_FOR
from altrabits_desktop.app.discovering import discover
from altrabits_desktop.app.ownership import claim
from altrabits_desktop.app.wiring import Surroundings
from altrabits_desktop.cli.discover import DiscoverOptions
from altrabits_desktop.cli.output import Output
from altrabits_desktop.contract.errors import DecisionNeeded, Refused, WrongUsage
from altrabits_desktop.contract.streamers import HeardBy
from altrabits_desktop.qa.farm import StreamerFarm
from altrabits_desktop.runtime.command_line import read_words
from altrabits_desktop.runtime.passwords import Passwords
from altrabits_desktop.runtime.paths import Profile
from tests.fakes.membership import EMAIL, Ring
from tests.fakes.served import PASSWORD, WEAK

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Terminal:
    """A person who types the password, or the code that a streamer shows."""

    def __init__(self, farm: StreamerFarm) -> None:
        self._farm = farm

    def readline(self) -> str:
        codes = [self._farm.code_of(name) for name in self._farm.names]
        return f"{next(filter(None, codes), PASSWORD)}\n"


class Choosy(Ring):
    """A keyring that keeps sign-ins, and of streamers nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        if not username.startswith("streamer"):
            super().set_password(service, username, password)


class Console:
    """The console on one profile."""

    def __init__(self, folder: Path, farm: StreamerFarm) -> None:
        self._environment = {
            "ALTRABITS_PROFILE": str(folder / "profile"),
            "ALTRABITS_INTERFACE": "127.0.0.1",
        }
        self.ring = Ring()
        self._surroundings = Surroundings(
            ways=frozenset({HeardBy.ANNOUNCE}),
            announce_port=farm.announce_port,
            find_keyring=lambda: self.ring,
            passwords=Passwords(WEAK),
        )

        self.told = io.StringIO()
        """What was said beside the latest answer."""

    def run(self, *words: str, is_json: bool = True) -> str:
        answers = io.StringIO()
        self.told = io.StringIO()
        output = Output(answers, self.told, is_json=is_json)
        home_console.home(
            words[0], words[1:], self._environment, output, surroundings=self._surroundings
        )
        return answers.getvalue()

    def find(self) -> list[dict[str, Any]]:
        answers = io.StringIO()
        discover(
            DiscoverOptions(seconds=2, is_json=True, only=frozenset({HeardBy.ANNOUNCE})),
            shared=shared_options(read_words((), ()), self._environment),
            saved_cards=(),
            output=Output(answers, io.StringIO(), is_json=True),
            surroundings=self._surroundings,
        )
        found: list[dict[str, Any]] = json.loads(answers.getvalue())
        return found

    def ask(self, *words: str) -> Any:  # noqa: ANN401 # JSON
        return json.loads(self.run(*words))


@pytest.fixture
def farm() -> Iterator[StreamerFarm]:
    farm = StreamerFarm()
    farm.start(1)
    yield farm
    farm.stop()


@pytest.fixture
def console(tmp_path: Path, farm: StreamerFarm, monkeypatch: pytest.MonkeyPatch) -> Console:
    monkeypatch.setattr(sys, "stdin", Terminal(farm))
    return Console(tmp_path, farm)


def test_c15_a_streamer_is_added_with_its_code_and_obeys(
    console: Console, farm: StreamerFarm
) -> None:
    [name] = farm.names
    streamer_id = farm.id_of(name)
    console.run("policy", "accept")
    console.run("account", "create", EMAIL, "--password-stdin")

    with pytest.raises(Refused, match=r"claim\.code_needed"):
        console.run("streamers", "add", streamer_id)
    added = console.run("streamers", "add", streamer_id, is_json=False)
    turned = console.ask("volume", streamer_id, "21")
    [listed] = console.ask("streamers", "list")
    shown = console.ask("streamers", "show", streamer_id)

    assert name in added
    assert turned["volume"] == 21
    # Nobody listened for those of the list, so how they are is not known there.
    assert {**shown, **NOT_LOOKED_FOR} == {**listed, "heard": shown["heard"]}
    assert (shown["heard"]["owned"], shown["heard"]["volume"]) == (True, 21)


def test_one_of_ones_own_that_is_not_heard_is_shown_without(
    console: Console, farm: StreamerFarm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding_desk, "HEARD_LIMIT_S", 0.1)
    [name] = farm.names
    console.run("policy", "accept")
    console.run("account", "create", EMAIL, "--password-stdin")
    console.run("streamers", "add", farm.id_of(name), is_json=False)
    [own] = console.ask("streamers", "list")
    farm.stop()

    assert (own["mac"], own["udn"]) == (None, None)
    assert console.ask("streamers", "show", own["id"])["heard"] is None
    with pytest.raises(Refused, match=r"streamer\.not_found"):
        console.run("streamers", "show", "mac-0004a3f90d02")


def test_one_that_is_heard_is_named_and_placed_by_the_id_that_finding_prints(
    console: Console, farm: StreamerFarm
) -> None:
    [streamer] = map(farm.id_of, farm.names)
    console.run("policy", "accept")
    console.run("account", "create", EMAIL, "--password-stdin")
    console.run("streamers", "add", streamer, is_json=False)

    named = console.ask("streamers", "name", streamer, "Attic radio")
    placed = console.ask("streamers", "room", streamer, "Attic")

    assert named["name"] == "Attic radio"
    assert (placed["name"], placed["room"]) == ("Attic radio", "Attic")


def test_finding_calls_the_persons_own_as_they_call_them(
    console: Console, farm: StreamerFarm
) -> None:
    farm.add("Porch")
    own, other = map(farm.id_of, farm.names)
    console.run("policy", "accept")
    console.run("account", "create", EMAIL, "--password-stdin")
    console.run("streamers", "add", own, is_json=False)
    console.run("streamers", "name", own, "Attic radio")
    console.run("streamers", "room", own, "Attic")

    found = {one["id"]: one for one in console.find()}
    console.run("account", "sign-out")
    later = {one["id"]: one for one in console.find()}

    assert (found[own]["name"], found[own]["room"]) == ("Attic radio", "Attic")
    assert (found[own]["owned"], found[other]["owned"]) == (True, False)
    assert found[other]["name"] == "Porch"
    # The streamer was told as well, and calls itself so for everybody.
    assert (later[own]["announced_name"], later[own]["owned"]) == ("Attic radio", False)


class Asking(Ring):
    """A keyring that asks its person before it gives anything."""

    def __init__(self, former: Ring) -> None:
        super().__init__()
        self.kept = former.kept
        self.answered = threading.Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.answered.wait(3)
        return super().get_password(service, username)


def test_finding_waits_for_no_keyring_that_asks_and_changes_nothing_by_it(
    console: Console, farm: StreamerFarm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [name] = farm.names
    console.run("policy", "accept")
    console.run("account", "create", EMAIL, "--password-stdin")
    console.run("streamers", "add", farm.id_of(name), is_json=False)
    console.run("streamers", "name", farm.id_of(name), "Attic radio")
    console.ring = asking = Asking(console.ring)
    monkeypatch.setattr(own_book, "OWNER_ANSWERS_S", 0.1)

    [found] = console.find()
    asking.answered.set()

    assert found["owned"] is False
    assert "Attic radio" in Profile(tmp_path / "profile").remembered_file().read_text("utf-8")


def test_finding_calls_one_around_as_the_person_does_and_leaves_out_whom_they_ignore(
    console: Console, farm: StreamerFarm
) -> None:
    [name] = farm.names
    console.run("policy", "accept")
    console.run("account", "create", EMAIL, "--password-stdin")
    console.run("streamers", "name", farm.id_of(name), "Attic radio")
    [named] = console.find()
    console.run("streamers", "ignore", farm.id_of(name))
    while_ignored = console.find()
    console.run("streamers", "unignore", farm.id_of(name))

    [found] = console.find()

    assert (named["name"], named["announced_name"], named["owned"]) == ("Attic radio", name, False)
    assert while_ignored == []
    assert found["name"] == "Attic radio"


def test_finding_knows_nobodys_names_where_the_profile_cannot_be_looked_into(
    tmp_path: Path,
) -> None:
    hidden = Profile(tmp_path / ("a" * 300))

    assert own_book.mine(hidden, server=None).book.all == ()


def test_c08_finding_without_an_account_looks_into_nothing(
    console: Console, tmp_path: Path
) -> None:
    console.find()

    assert not (tmp_path / "profile").exists()


def test_finding_goes_on_where_the_owner_of_the_profile_does_not_say(
    console: Console, farm: StreamerFarm, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owner_talk, "OWNER_LIMIT_S", 0.1)
    [own] = farm.names
    console.run("policy", "accept")
    console.run("account", "create", EMAIL, "--password-stdin")
    console.run("streamers", "add", farm.id_of(own), is_json=False)
    console.run("streamers", "name", farm.id_of(own), "Attic radio")
    ownership = claim(Profile(tmp_path / "profile"))
    assert ownership is not None

    [found] = console.find()
    ownership.release()

    assert found["owned"] is False


def test_one_of_ones_own_that_is_not_heard_leaves_no_token_when_it_is_released(
    console: Console, farm: StreamerFarm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding_desk, "HEARD_LIMIT_S", 0.1)
    console.run("policy", "accept")
    console.run("account", "create", EMAIL, "--password-stdin")
    console.run("streamers", "add", farm.id_of(farm.names[0]), is_json=False)
    [owned] = console.ask("streamers", "list")
    before = {name.split()[0] for name in console.ring.kept}
    farm.stop()

    assert console.ask("streamers", "release", owned["id"]) == []
    assert before == {"session", "streamer"}
    assert {name.split()[0] for name in console.ring.kept} == {"session"}


@pytest.mark.parametrize(
    ("ring", "is_said"), [(Ring(), False), (Choosy(), True)], ids=["taken", "not taken"]
)
def test_r50_what_no_keyring_has_taken_is_said_of_a_streamer_just_added(
    console: Console, farm: StreamerFarm, ring: Ring, *, is_said: bool
) -> None:
    console.ring = ring
    console.run("policy", "accept")
    console.run("account", "create", EMAIL, "--password-stdin")

    said = console.run("streamers", "add", farm.id_of(farm.names[0]), is_json=False)

    assert ("No keyring keeps what makes it obey" in said) is is_said


def test_c09_without_an_account_looking_is_all_there_is(
    console: Console, farm: StreamerFarm
) -> None:
    streamer_id = farm.id_of(farm.names[0])

    seen = console.run("input", streamer_id, is_json=False)
    with pytest.raises(DecisionNeeded, match=r"gate\.sign_in_needed"):
        console.run("pause", streamer_id)

    assert "* Network" in seen.splitlines()


def test_a_typed_address_is_remembered_without_a_window_and_finding_asks_it(
    console: Console, farm: StreamerFarm, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = farm.address_of(farm.names[0])
    console.run("policy", "accept")
    console.run("account", "create", EMAIL, "--password-stdin")

    added = console.ask("addresses", "add", address)
    listed = console.ask("addresses", "list")
    asked: list[str] = []
    monkeypatch.setattr(discovering, "EVERY_WAY", frozenset({HeardBy.ANNOUNCE}))
    monkeypatch.setattr(Finding, "try_address", lambda _finding, text: _note(asked, text))
    console.find()

    assert (added["address"], added["kept"]) == (address, "account")
    assert (listed, asked) == ([{"typed": address}], [address])
    assert console.ask("addresses", "forget", address) == []


def test_cards_that_are_named_for_one_run_are_told_from_those_that_are_kept(
    console: Console,
) -> None:
    console.run("cards", "list", is_json=False)

    assert "127.0.0.1 alone" in console.told.getvalue()

    console.ask("cards", "list")

    assert console.told.getvalue() == ""


def test_cards_are_chosen_without_a_window(console: Console, tmp_path: Path) -> None:
    used = console.ask("cards", "use", "127.0.0.1")

    assert [card["name"] for card in used["cards"] if card["is_used"]] == ["lo"]
    assert 'cards = ["lo"]' in (tmp_path / "profile" / "settings.toml").read_text()
    assert console.ask("cards", "all")["is_all"]


async def _note(asked: list[str], text: str) -> None:
    asked.append(text)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("volume", "one", "999"), "usage.volume"),
        (("mute", "one"), "usage.operand_missing"),
        (("pause", "one", "two"), "usage.argument_unexpected"),
        (("streamers", "add"), "usage.operand_missing"),
        (("streamers", "add", "one", "--code"), "usage.value_missing"),
    ],
)
def test_words_that_do_not_fit_are_refused_before_anything_is_begun(
    console: Console, tmp_path: Path, words: tuple[str, ...], code: str
) -> None:
    with pytest.raises(WrongUsage) as wrong:
        console.run(*words)

    assert wrong.value.code == code
    assert not (tmp_path / "profile").exists()
