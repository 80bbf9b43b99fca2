# ruff: noqa: S603 # the server itself is what is started
"""A server of its own, in a process of its own, and what its operator does."""

from __future__ import annotations

import asyncio
import json
import subprocess
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from typing import TYPE_CHECKING, TypeVar

from altrabits_desktop.contract.accounts import CreateAccount
from altrabits_desktop.contract.policies import DecisionKind, DecisionMessage, Policy
from altrabits_desktop.contract.service import Reached
from altrabits_desktop.qa.apart import APART
from altrabits_desktop.qa.fake_clock import FakeClock
from altrabits_desktop.qa.programs import HELD_CONSOLE, ProgramFailedError, surroundings
from altrabits_desktop.runtime.clock import SystemClock
from altrabits_desktop.runtime.paths import Profile
from altrabits_desktop.server.operating import Operator
from altrabits_desktop.sync.client import ServerClient

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path

    from altrabits_desktop.contract.tickets import Ticket

EMAIL = "ada@example.test"
PASSWORD = "a long walk by the harbour"  # noqa: S105 # of an account that a test makes
"""An address and a password that every server takes."""
_END_S = 10.0
_CONTACT = "privacy@example.test"

Result = TypeVar("Result")


class HomeServer:
    """`altrabits server run` on loopback, with a folder of its own.

    A window uses it when it is told so: `await desktop.open("--server", home_server.url)`. Every
    method may be awaited where a window is open: what blocks does so on a thread of its own. It
    ends with the process that started it, also where that is killed.

    Args:
        folder: of its profile; what it keeps goes on from start to start.
        program: what starts it instead of the console, such as that of a server alone; its
            standard input is closed when this process ends.
    """

    def __init__(self, folder: Path, *, program: tuple[str, ...] = HELD_CONSOLE) -> None:
        self.profile = Profile(folder)
        self.url = ""
        """Where it answers; the same after each further start."""
        self._program = program
        self._process: subprocess.Popen[str] | None = None
        self._thread = ThreadPoolExecutor(1, thread_name_prefix=APART)

    @property
    def pid(self) -> int:
        """Give its process.

        Raises:
            RuntimeError: it does not run.
        """
        if self._process is None:
            message = "the server does not run"
            raise RuntimeError(message)
        return self._process.pid

    async def start(self) -> None:
        """Start it, where it does not run; at the same address as before.

        Raises:
            ProgramFailedError: it does not start; with what it said.
        """
        await self._apart(self.start_now)

    async def stop(self) -> None:
        """End it in order, where it runs.

        Raises:
            ProgramFailedError: it ends with an error.
        """
        await self._apart(self.stop_now)

    def start_now(self) -> None:
        """Start it as `start` does, and block meanwhile: for fixtures."""
        if self._process is not None:
            return
        port = self.url.rpartition(":")[2] or "0"
        words = ("server", "run", "--port", port, "--json", "--profile", str(self.profile.folder))
        process = subprocess.Popen(
            [*self._program, *words],
            env=surroundings({}),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        line = process.stdout.readline() if process.stdout else ""
        if not line:
            raise ProgramFailedError(f"the server does not start: {process.communicate()[1]}")
        self.url, self._process = json.loads(line)["url"], process

    def stop_now(self) -> None:
        """End it as `stop` does, and block meanwhile: for fixtures."""
        process, self._process = self._process, None
        if process is None:
            return
        # Closed at once it would be told a second time, in the middle of its ending.
        held, process.stdin = process.stdin, None
        process.terminate()
        try:
            _, said = process.communicate(timeout=_END_S)
        except subprocess.TimeoutExpired:
            process.kill()
            said = process.communicate()[1]
        finally:
            if held is not None:
                held.close()
        if process.returncode:
            raise ProgramFailedError(f"the server ended with {process.returncode}: {said}")

    def kill_now(self) -> None:
        """End it without a word to it, as by a power cut."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()

    def leave(self) -> None:
        """End it, and the thread behind it: the last call."""
        try:
            self.stop_now()
        finally:
            self._thread.shutdown()

    async def publish_policy(
        self,
        version: str,
        *,
        text: str = "",
        summary: str = "What is new in this version.",
        change_class: str = "material",
        language: str = "en",
    ) -> Policy:
        """Publish a version of the privacy policy that is in force at once, and give it.

        Args:
            version: such as "2.0"; later than the one in force.
            text: Markdown; when left out, that of the version in force with a paragraph more.
            summary: what changed, in a sentence.
            change_class: `material` asks everybody anew.
            language: of the text, BCP 47.

        Raises:
            Malformed: `policy.*`: no policy file.
            Refused: `policy.*`: it may not be published.
        """
        now = SystemClock().now()
        if not text:
            before = await self.policy()
            text = f"{before.text.rstrip()}\n\nThis paragraph is new in version {version}.\n"
        given = {
            "version": version,
            "language": language,
            "effective": now.isoformat(),
            "class": change_class,
            "summary": summary,
            "contact": _CONTACT,
        }
        # At its instant it is published and in force: nobody has to wait for it.
        operator = Operator(self.profile.server_folder, clock=FakeClock(now))
        return await operator.publish_policy(text.encode(), None, given=given)

    async def policy(self) -> Policy:
        """Give the version of the policy that is in force at the running server."""
        return await self._asked(lambda client: client.call("policies.in_force", Policy))

    async def tickets(self) -> list[Ticket]:
        """Give every support request, the latest first."""
        return list(await self._operator.tickets())

    async def ticket(self, number: str) -> Ticket:
        """Give a support request: its `state`, `subject`, and `messages` with `text` and `author`.

        Raises:
            Refused: `ticket.unknown`.
        """
        return await self._operator.ticket(number)

    async def reply(self, number: str, text: str) -> Ticket:
        """Answer a support request; the person hears of it within a second.

        Raises:
            Refused: `ticket.*`.
        """
        return await self._operator.reply(number, text)

    async def close_ticket(self, number: str) -> Ticket:
        """Close a support request.

        Raises:
            Refused: `ticket.unknown`.
        """
        return await self._operator.close(number)

    async def create_account(self, email: str = EMAIL, password: str = PASSWORD) -> None:
        """Make an account at the running server, as a person at another computer does.

        The person says yes to the policy in force; takes about a second, for the password.

        Raises:
            AltraBitsError: as `sync.client.ServerClient.call`.
        """

        async def make(client: ServerClient) -> None:
            shown = await client.call("policies.in_force", Policy)
            yes = DecisionMessage(
                version=shown.version,
                language=shown.language,
                fingerprint=shown.fingerprint,
                kind=DecisionKind.ACCEPTED,
                shown_at=SystemClock().now(),
                wording="Accept",
            )
            await client.create_account(
                CreateAccount(email=email, password=password, acceptance=yes)
            )

        await self._asked(make)

    @property
    def _operator(self) -> Operator:
        return Operator(self.profile.server_folder, clock=SystemClock())

    async def _asked(
        self, ask: Callable[[ServerClient], Coroutine[object, object, Result]]
    ) -> Result:
        """Ask the server from the thread of this house, so that it is nothing of the window's."""

        async def exchange() -> Result:
            client = ServerClient(reached=lambda: Reached(self.url), token=lambda: "")
            async with aclosing(client):
                return await ask(client)

        return await self._apart(lambda: asyncio.run(exchange()))

    async def _apart(self, work: Callable[[], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
