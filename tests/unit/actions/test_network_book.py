from __future__ import annotations

import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from altrabits_desktop.actions.network_book import NetworkBook
from altrabits_desktop.contract.policies import DecisionKind
from altrabits_desktop.runtime.known_networks import NETWORKS_MOST, TYPED_MOST, read_known
from altrabits_desktop.runtime.networks import Network
from tests.fakes.membership import computer

if TYPE_CHECKING:
    from pathlib import Path

HOME = Network("192.168.1.0/24", "192.168.1.1", "aa:aa:aa:aa:aa:aa")
OFFICE = Network("10.1.0.0/16", "10.1.0.1", "cc:cc:cc:cc:cc:cc")


@dataclass
class Kept:
    path: Path
    may_keep: bool | None = True
    here: tuple[Network, ...] = (HOME,)

    def __post_init__(self) -> None:
        self.book = self.another()

    def another(self) -> NetworkBook:
        """Give the book of a later start."""
        book = NetworkBook(self.path, may_keep=lambda: self.may_keep)
        book.here = lambda: self.here
        return book


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path / "networks.txt")


async def test_what_was_heard_and_typed_in_a_network_outlives_the_program(kept: Kept) -> None:
    kept.book.note("den", "192.168.1.9")
    kept.book.add_typed("kitchen.local")
    await kept.book.settle()
    later = kept.another()
    await later.read()

    at_home = (later.is_elsewhere("den"), later.typed())
    kept.here = (OFFICE,)
    in_the_office = (later.is_elsewhere("den"), later.typed())

    assert at_home == (False, ("kitchen.local",))
    assert in_the_office == (True, ())
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o600


async def test_one_that_is_taken_along_is_in_both_networks(kept: Kept) -> None:
    kept.book.note("box", "192.168.1.9")
    kept.here = (OFFICE,)
    before = kept.book.is_elsewhere("box")
    kept.book.note("box", "10.1.0.9")
    await kept.book.settle()

    assert (before, kept.book.is_elsewhere("box")) == (True, False)
    assert [one.owned_ids for one in read_known(kept.path)] == [("box",), ("box",)]


async def test_those_of_other_networks_are_counted_and_listed_when_wanted(kept: Kept) -> None:
    kept.book.owned = lambda: ("den", "lobby", "new")
    kept.book.note("den", "192.168.1.9")
    kept.book.note("sold", "192.168.1.8")
    kept.here = (OFFICE,)
    kept.book.note("lobby", "10.1.0.9")
    await kept.book.stop()

    counted, hidden = kept.book.count_elsewhere(), kept.book.is_elsewhere("den")
    kept.book.show_elsewhere(is_shown=True)

    assert (counted, hidden) == (1, True)
    assert not kept.book.is_elsewhere("den")
    assert kept.book.count_elsewhere() == 1


async def test_what_is_heard_again_writes_nothing(kept: Kept) -> None:
    kept.book.note("den", "192.168.1.9")
    await kept.book.settle()
    kept.path.unlink()

    kept.book.note("den", "192.168.1.9")
    kept.book.note("far", "172.16.0.1")
    await kept.book.stop()

    assert not kept.path.exists()


@pytest.mark.parametrize("may_keep", [False, None])
async def test_c08_without_an_account_nothing_is_kept(kept: Kept, may_keep: bool | None) -> None:
    kept.may_keep = may_keep
    kept.book.note("den", "192.168.1.9")
    kept.book.add_typed("192.168.1.61")

    await kept.book.settle()

    assert (kept.book.typed(), kept.path.exists()) == ((), False)


async def test_c08_a_sign_out_drops_the_file_and_what_was_known(kept: Kept) -> None:
    kept.book.add_typed("192.168.1.61")
    await kept.book.settle()

    kept.may_keep = False
    await kept.book.settle()
    is_there = kept.path.exists()
    kept.may_keep = True

    assert (is_there, kept.book.typed()) == (False, ())


async def test_the_latest_typed_comes_first_and_once(kept: Kept) -> None:
    for text in ("one", "two", "one", *(f"host{n}" for n in range(TYPED_MOST))):
        kept.book.add_typed(text)
    await kept.book.settle()

    assert kept.book.typed()[0] == f"host{TYPED_MOST - 1}"
    assert len(kept.book.typed()) == TYPED_MOST


async def test_what_was_typed_belongs_to_the_network_where_it_answered(kept: Kept) -> None:
    kept.here = (HOME, OFFICE)
    kept.book.add_typed("desk.local", address="10.1.0.9")
    kept.book.add_typed("barn.local", address="172.16.0.4")
    kept.here = (OFFICE,)
    in_the_office = kept.book.typed()
    kept.here = (HOME,)

    assert (in_the_office, kept.book.typed()) == (("desk.local",), ("barn.local",))


async def test_what_was_asked_at_home_and_answered_on_the_way_belongs_to_home(kept: Kept) -> None:
    within = kept.book.here()
    kept.here = (OFFICE,)
    kept.book.add_typed("kitchen.local", address="192.168.1.61", within=within)
    in_the_office = kept.book.typed()
    kept.here = (HOME,)

    assert (in_the_office, kept.book.typed()) == ((), ("kitchen.local",))


async def test_a_forgotten_address_is_gone_for_good(kept: Kept) -> None:
    kept.book.add_typed("one")
    kept.book.add_typed("two")

    kept.book.forget_typed("one")
    kept.book.forget_typed("unknown")
    await kept.book.settle()

    assert [one.typed for one in read_known(kept.path)] == [("two",)]


async def test_the_networks_of_long_ago_go_first(kept: Kept) -> None:
    for number in range(NETWORKS_MOST + 3):
        kept.here = (Network(f"10.{number}.0.0/16"),)
        kept.book.note("box", f"10.{number}.0.9")
    await kept.book.settle()

    known = read_known(kept.path)
    assert len(known) == NETWORKS_MOST
    assert known[0].network.subnet == f"10.{NETWORKS_MOST + 2}.0.0/16"


async def test_a_router_that_is_known_better_later_is_kept_so(kept: Kept) -> None:
    kept.here = (HOME._replace(gateway_mac=""),)
    kept.book.note("den", "192.168.1.9")
    kept.here = (HOME,)
    kept.book.note("attic", "192.168.1.10")
    await kept.book.settle()

    [known] = read_known(kept.path)
    assert known.network == HOME
    assert set(known.owned_ids) == {"den", "attic"}


async def test_what_cannot_be_written_is_no_error(
    kept: Kept, caplog: pytest.LogCaptureFixture
) -> None:
    kept.path.mkdir()
    kept.book.note("den", "192.168.1.9")

    await kept.book.settle()

    assert "what is known of networks is not kept" in caplog.text


class TestOfAPerson:
    async def test_c08_it_is_kept_from_the_sign_in_to_the_sign_out(self, tmp_path: Path) -> None:
        async with computer(tmp_path) as here:
            book = here.person.records.networks
            book.here = lambda: (HOME,)
            book.add_typed("before.local")
            await here.reach()
            await here.sign_up()
            book.add_typed("kitchen.local")
            await book.stop()
            signed_in = read_known(tmp_path / "networks.txt")
            await here.person.sign_out()

            assert [one.typed for one in signed_in] == [("kitchen.local",)]
            assert not (tmp_path / "networks.txt").exists()

    async def test_c08_a_no_to_the_policy_drops_it(self, tmp_path: Path) -> None:
        async with computer(tmp_path) as here:
            book = here.person.records.networks
            book.here = lambda: (HOME,)
            await here.reach()
            await here.sign_up()
            book.add_typed("kitchen.local")
            await book.stop()

            await here.decide(DecisionKind.DECLINED)

            assert not (tmp_path / "networks.txt").exists()
