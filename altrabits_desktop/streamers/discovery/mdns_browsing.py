"""Browses DNS-SD services; runs wholly on the loop of the thread `mdns`.

Importing this module imports zeroconf: only that thread does it.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from zeroconf import (  # type: ignore[attr-defined] # its list of public names lacks three
    DNSOutgoing,
    DNSPointer,
    DNSQuestion,
    DNSService,
    DNSText,
    Error,
    IPVersion,
    RecordUpdate,
    RecordUpdateListener,
    ServiceStateChange,
    Zeroconf,
    current_time_millis,
)
from zeroconf.asyncio import AsyncServiceBrowser, AsyncServiceInfo, AsyncZeroconf

from altrabits_desktop.contract.link_local import scope_of
from altrabits_desktop.streamers.discovery.mdns_questions import let_go_of_questions
from altrabits_desktop.streamers.discovery.mdns_services import GROUP, LINK_GROUP, Service
from altrabits_desktop.streamers.discovery.udp import Source, send

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterable

_DOMAIN = ".local."
# Numbers of RFC 1035 and RFC 6762.
_QUERY_FLAGS = 0x0000
_PORT = 5353
_POINTER_TYPE = 12
_INTERNET_CLASS = 1
_RESOLVING_AT_ONCE = 16
_RESOLVING_MOST = 256
_RESOLVE_MS = 2500
RECORDS_PER_NAME = 32
"""More than anything true has. zeroconf keeps thousands, and goes through all of them, twice over,
for each service that names them: a neighbour's crowd would make every later packet slow."""
POINTERS_PER_TYPE = 300
"""More than a house has. What is kept of a type goes out with each question for it, so that nobody
answers in vain: thousands of invented ones would make a question of half a megabyte."""
SECOND_QUESTION_S = 1.0
"""The browser of zeroconf begins with a question of its own. Sooner after ours than this (RFC 6762,
5.2) it makes those that answer hold back what they were about to send, to put both together."""


class Change(Enum):
    """What happened to a service."""

    HERE = auto()
    GONE = auto()
    REFUSED = auto()
    """It never told where it is, or too many are being asked for that."""


@dataclass(frozen=True, slots=True)
class News:
    """One service that was heard, or left."""

    name: str
    """The whole name of the instance."""
    change: Change
    service: Service | None = None


Tell = Callable[[tuple[News, ...]], None]


@dataclass(frozen=True, slots=True)
class _Resolving:
    """A service whose records are being asked for."""

    type_name: str
    task: asyncio.Task[None]


class Browsing(RecordUpdateListener):
    """Asks for services of some types and tells which are here, in batches.

    A service is told again whenever its pointer is heard again, since that is a sign of life. Asks
    by itself a second after it was made, and then less and less often; `ask` asks at once.

    Args:
        zeroconf: listening already.
        types: DNS-SD types without domain.
        tell: takes the news of what arrived in one turn of this loop, on it; must not block.
        is_on_link: whether it is IPv6 on single cards; then who has an address of IPv4 is not told
            of, as it is heard by that too.
    """

    def __init__(
        self,
        zeroconf: AsyncZeroconf,
        *,
        types: Iterable[str],
        tell: Tell,
        is_on_link: bool = False,
    ) -> None:
        self._zeroconf = zeroconf.zeroconf
        self._is_on_link = is_on_link
        self._types = {f"{name}{_DOMAIN}": name for name in types}
        self._type_keys = frozenset(name.lower() for name in self._types)
        self._tell = tell
        self._heard: dict[str, str] = {}
        self._packet: dict[str, list[RecordUpdate]] = {}
        """Records of the packet at hand that say where somebody is, by the key of their name."""
        self._named: set[str] = set()
        """Keys of the names that records of the packet at hand belong to."""
        self._untold: dict[str, News] = {}
        self._told_before: set[str] = set()
        self._resolving: dict[str, _Resolving] = {}
        self._slots = asyncio.Semaphore(_RESOLVING_AT_ONCE)
        self._zeroconf.async_add_listener(self, None)
        self._browser: AsyncServiceBrowser | None = None
        loop = asyncio.get_running_loop()
        self._beginning = loop.call_later(SECOND_QUESTION_S, self._begin)

    def _begin(self) -> None:
        """Let zeroconf ask again and again; it begins with what was heard and told until now."""
        self._browser = AsyncServiceBrowser(
            self._zeroconf, list(self._types), handlers=[self._changed]
        )
        self._told_before.clear()

    async def stop(self) -> None:
        """End browsing."""
        self._beginning.cancel()
        if self._browser is not None:
            await self._browser.async_cancel()
        self._zeroconf.async_remove_listener(self)
        tasks = [each.task for each in self._resolving.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def ask(self) -> list[OSError | None]:
        """Ask for all types at once; nobody is told what we know, so that everybody answers.

        Returns:
            For each card the system's refusal, or None where the question got out.
        """
        question = DNSOutgoing(_QUERY_FLAGS)
        for name in self._types:
            question.add_question(DNSQuestion(name, _POINTER_TYPE, _INTERNET_CLASS))
        packets = question.packets()
        return [
            _send_all(packets, through=each.sock, to=self._group(each.sock_name))
            for each in self._zeroconf.engine.senders
        ]

    def _group(self, own: tuple[object, ...]) -> Source:
        """Give to whom a question goes from a socket; of IPv6 its card belongs to that."""
        if not self._is_on_link:
            return (GROUP, _PORT)
        return (LINK_GROUP, _PORT, *own[2:])  # type: ignore[return-value] # a longer one of IPv6

    def async_update_records(
        self,
        zc: Zeroconf,  # noqa: ARG002 # zeroconf's signature
        now: float,
        records: list[RecordUpdate],
    ) -> None:
        """Note pointers heard once more, and all that is new until the browser tells of it."""
        self._packet, self._named = {}, set()
        for update in records:
            record, is_first_second = update.new, self._browser is None
            self._named.add(record.key)
            if not isinstance(record, DNSPointer):
                self._packet.setdefault(record.key, []).append(update)
                if is_first_second and record.name in self._resolving:
                    self._heard[record.name] = self._resolving[record.name].type_name
            elif record.name not in self._types:
                continue
            elif not record.is_expired(now):
                if update.old is not None or is_first_second:
                    self._heard[record.alias] = record.name
            elif is_first_second:
                self._tell_soon(News(record.alias, Change.GONE))

    def async_update_records_complete(self) -> None:
        """Tell what the packet brought, now that all of its records are known."""
        self._let_go_of_crowds()
        heard, self._heard = self._heard, {}
        self._tell_all(
            [self._news_of(name, type_name=type_name) for name, type_name in heard.items()]
        )

    def _let_go_of_crowds(self) -> None:
        """Keep the newest records of each name that the packet brought some of."""
        cache = self._zeroconf.cache
        for name in self._named:
            most = POINTERS_PER_TYPE if name in self._type_keys else RECORDS_PER_NAME
            records = cache.async_entries_with_name(name)
            if len(records) > most:
                records.sort(key=lambda record: record.created)
                cache.async_remove_records(records[:-most])
        if self._browser is not None and self._named & self._type_keys:
            let_go_of_questions(self._browser.query_scheduler, known=self._known)

    def _known(self) -> frozenset[str]:
        """Give the names of all services that are kept."""
        kept = (self._zeroconf.cache.async_entries_with_name(name) for name in self._types)
        return frozenset(
            record.alias for records in kept for record in records if isinstance(record, DNSPointer)
        )

    def _changed(
        self,
        zeroconf: Zeroconf,  # noqa: ARG002 # zeroconf calls by these names
        service_type: str,
        name: str,
        state_change: ServiceStateChange,
    ) -> None:
        if state_change is ServiceStateChange.Removed:
            self._tell_soon(News(name, Change.GONE))
            return
        if name in self._told_before:
            return
        self._tell_all([self._news_of(name, type_name=service_type)])

    def _tell_all(self, news: list[News | None]) -> None:
        for item in news:
            if item is not None:
                self._tell_soon(item)

    def _tell_soon(self, news: News) -> None:
        """Tell at the end of this turn: many at once wake the other loop once, the last counts."""
        if not self._untold:
            asyncio.get_running_loop().call_soon(self._tell_untold)
        self._untold.pop(news.name, None)
        self._untold[news.name] = news
        if self._browser is None:
            self._note_told(news)

    def _note_told(self, news: News) -> None:
        """Keep what need not be told again when the browser begins with all that is known."""
        if news.change is Change.HERE:
            self._told_before.add(news.name)
        else:
            self._told_before.discard(news.name)

    def _tell_untold(self) -> None:
        untold, self._untold = self._untold, {}
        self._tell(tuple(untold.values()))

    def _news_of(self, name: str, *, type_name: str) -> News | None:
        """Give a service from the records at hand; starts asking when some are missing."""
        try:
            info = AsyncServiceInfo(type_name, name)
        except Error:
            # Anybody can point to a name that no service can have; raised from here, it would
            # cost every later packet too.
            return News(name, Change.REFUSED)
        if self._is_whole(info):
            if name in self._resolving:
                self._resolving[name].task.cancel()
            return self._here(info, name)
        if name in self._resolving:
            return None
        if len(self._resolving) >= _RESOLVING_MOST:
            return News(name, Change.REFUSED)
        task = asyncio.ensure_future(self._resolve(info, name))
        self._resolving[name] = _Resolving(type_name, task)
        task.add_done_callback(lambda _: self._resolving.pop(name, None))
        return None

    def _is_whole(self, info: AsyncServiceInfo) -> bool:
        """Let a service be what the records at hand say, and tell whether it says where it is.

        zeroconf lets go of what ends soonest when its memory is full: a crowd that speaks for
        hours would cost every streamer its address. What is in the packet at hand needs no memory.
        """
        if not info.load_from_cache(self._zeroconf):
            own, now = self._packet.get(info.key, []), current_time_millis()
            if not {DNSService, DNSText} <= {type(each.new) for each in own}:
                return False
            # First which host it is on, then where that host is.
            info.async_update_records(self._zeroconf, now, own)
            there = self._packet.get(info.server_key or "", [])
            info.async_update_records(self._zeroconf, now, there)
        has_ipv4 = bool(info.addresses_by_version(IPVersion.V4Only))
        return has_ipv4 or (self._is_on_link and bool(_addresses(info, is_on_link=True)))

    def _here(self, info: AsyncServiceInfo, name: str) -> News | None:
        if not _addresses(info, is_on_link=self._is_on_link):
            return None
        # Its records may write the name otherwise, and `info` does as they do.
        return News(name, Change.HERE, self._service(info, name))

    def _service(self, info: AsyncServiceInfo, name: str) -> Service:
        return Service(
            type=self._types[info.type],
            instance=name.removesuffix(f".{info.type}"),
            host=info.server or "",
            port=info.port or 0,
            addresses=_addresses(info, is_on_link=self._is_on_link),
            texts=dict(info.properties),
        )

    async def _resolve(self, info: AsyncServiceInfo, name: str) -> None:
        is_complete = False
        # A host that it names may be one that no question can be put about.
        with contextlib.suppress(Error):
            async with self._slots:
                is_complete = await info.async_request(self._zeroconf, _RESOLVE_MS)
        # What came in parts may be whole by now without its having noticed.
        is_complete = is_complete or info.load_from_cache(self._zeroconf)
        news = self._here(info, name) if is_complete else None
        if news is not None:
            self._tell_soon(news)
        elif not self._is_on_link:
            self._tell_soon(News(name, Change.REFUSED))


def _send_all(packets: list[bytes], *, through: socket.socket, to: Source) -> OSError | None:
    # The sockets are zeroconf's, which keeps what the system says of a refusal to itself.
    try:
        with through.dup() as sender:
            refusals = [send(sender, packet, to=to) for packet in packets]
    except OSError as error:
        return error
    return next((refusal for refusal in refusals if refusal is not None), None)


def _addresses(info: AsyncServiceInfo, *, is_on_link: bool) -> tuple[str, ...]:
    """Give where a service is, as far as this way of hearing it tells."""
    if not is_on_link:
        return tuple(info.parsed_addresses(IPVersion.V4Only))
    if info.addresses_by_version(IPVersion.V4Only):
        return ()
    scoped = info.parsed_scoped_addresses(IPVersion.V6Only)
    return tuple(address for address in scoped if scope_of(address) is not None)
