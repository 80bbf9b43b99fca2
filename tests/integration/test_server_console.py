"""A server of its own, and what its operator does at the console; real processes."""

from __future__ import annotations

import asyncio
import json
import subprocess
from contextlib import aclosing, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from altrabits_desktop.contract.policies import Policies, Policy
from altrabits_desktop.contract.service import Reached
from altrabits_desktop.contract.tickets import AddMessage, OpenTicket, Ticket
from altrabits_desktop.qa.programs import CONSOLE, run, surroundings
from altrabits_desktop.runtime.sentences import sentence
from altrabits_desktop.sync.client import ServerClient
from tests.fakes.home import acceptance_of, grant_of
from tests.fakes.served import PASSWORD
from tests.harness.server_alone import console_of_server_alone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from altrabits_desktop.qa.desktop import Desktop

NUMBER = "AB-0000-0000-0"


@contextmanager
def serving(profile: Path, *, port: int = 0, program: tuple[str, ...] = CONSOLE) -> Iterator[str]:
    """Run a server until the block ends; gives its URL."""
    words = ("server", "run", "--port", str(port), "--json", "--profile", str(profile))
    command = [*program, *words]
    with subprocess.Popen(
        command, env=surroundings({}), stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        try:
            told = json.loads(process.stdout.readline())
            assert (told["event"], told["pid"]) == ("listening", process.pid)
            yield told["url"]
            process.terminate()
            assert process.wait(10) == 0
        finally:
            process.kill()


def operate(profile: Path, *words: str, status: int = 0, program: tuple[str, ...] = CONSOLE) -> Any:  # noqa: ANN401 # JSON
    done = run(program, "server", *words, "--json", "--profile", str(profile))
    assert done.returncode == status, done.stderr
    return json.loads(done.stdout or done.stderr)


class Visitor:
    """A person's client."""

    def __init__(self, url: str) -> None:
        self.token = ""
        self.client = ServerClient(reached=lambda: Reached(url), token=lambda: self.token)

    async def sign_up(self) -> None:
        body = await acceptance_of(self.client)
        grant = await grant_of(self.client, body)
        self.token = grant.token

    async def open_ticket(self) -> Ticket:
        body = OpenTicket(number=NUMBER, message_id="message-1", subject="Silent", text="No sound.")
        return await self.client.call("tickets.open", Ticket, body=body, key="the-first-request")


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture(params=["the whole app", "the server alone"])
def program(request: pytest.FixtureRequest) -> tuple[str, ...]:
    return CONSOLE if request.param == "the whole app" else console_of_server_alone()


async def test_a_support_request_is_answered_and_the_person_hears_of_it(
    profile: Path, program: tuple[str, ...]
) -> None:
    at_server = partial(operate, profile, program=program)
    with serving(profile, program=program) as url:
        visitor = Visitor(url)
        await visitor.sign_up()
        await visitor.open_ticket()
        async with aclosing(visitor.client.hints()) as hints:  # type: ignore[type-var] # a generator
            await anext(hints)
            answered = await asyncio.to_thread(
                at_server, "tickets", "reply", "ab 0000 0000 0", "Look at the plug."
            )
            await asyncio.wait_for(anext(hints), 5)
        heard = await visitor.client.call("tickets.get", Ticket, places={"number": NUMBER})
        listed = await asyncio.to_thread(at_server, "tickets", "list")
        closed = await asyncio.to_thread(at_server, "tickets", "close", NUMBER)
        await visitor.client.aclose()

    assert answered["state"] == "answered"
    assert [message.text for message in heard.messages] == ["No sound.", "Look at the plug."]
    assert [ticket["number"] for ticket in listed] == [NUMBER]
    assert closed["state"] == "closed"


async def test_the_bundled_policy_holds_and_another_is_published(
    profile: Path, tmp_path: Path, program: tuple[str, ...]
) -> None:
    at_server = partial(operate, profile, program=program)
    text = tmp_path / "policy.md"
    text.write_text("# Policy\n\nWe keep less than before.\n", encoding="utf-8")
    facts = (
        *("--version", "2.0", "--language", "en", "--effective", "2126-01-01"),
        *("--class", "minor", "--summary", "Less is kept.", "--contact", "privacy@example.test"),
    )

    with serving(profile, program=program) as url:
        visitor = Visitor(url)
        bundled = await visitor.client.call("policies.in_force", Policy)
        publish = partial(at_server, "policy", "publish", str(text))
        told = await asyncio.to_thread(publish, *facts)
        again = await asyncio.to_thread(publish, *facts, status=1)
        german = (*facts[:2], "--language", "de", *facts[4:])
        follows = await asyncio.to_thread(publish, *german)
        listed = await visitor.client.call("policies.list", Policies)
        await visitor.client.aclose()

    assert bundled.version == "1.0"
    assert (told["version"], told["class"]) == ("2.0", "minor")
    assert again["error"]["code"] == "policy.version_taken"
    assert follows["language"] == "de"
    assert {(policy.version, policy.language) for policy in listed.policies} == {
        *(("1.0", "de"), ("1.0", "en"), ("2.0", "de"), ("2.0", "en"))
    }


def test_without_a_server_yet_there_is_nothing_to_work_on(profile: Path) -> None:
    assert operate(profile, "tickets", "list", status=1)["error"]["code"] == "server.no_database"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "policy.empty"),
        (b"\xff\xfe", "policy.not_utf8"),
        (b"# Long\n" + b"x" * 5_000_000, "policy.too_large"),
    ],
)
def test_a_policy_file_that_cannot_be_used_is_said(
    profile: Path, tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "policy.md"
    path.write_bytes(content)
    (profile / "server").mkdir(parents=True, mode=0o700)
    (profile / "server" / "server.sqlite3").touch()

    told = operate(
        *(profile, "policy", "publish", str(path), "--version", "2.0", "--language", "en"),
        *("--effective", "2126-01-01", "--summary", "x", "--contact", "y"),
        status=1,
    )

    assert told["error"]["code"] == code


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        ((), 2, "run"),
        (("nonsense",), 2, "nonsense"),
        (("tickets", "show"), 2, "NUMBER"),
        (("tickets", "show", "one", "two"), 2, "two"),
        (("policy", "publish"), 2, "FILE"),
        (("tickets", "reply"), 2, "Missing: NUMBER"),
        (("run", "--port", "99999"), 2, "99999"),
        (("run", "--server", "http://127.0.0.1:1"), 2, "--server means nothing to altrabits"),
        (("tickets", "list", "--server", "http://127.0.0.1:1"), 2, "altrabits server tickets list"),
        (("tickets", "list", "--interface", "127.0.0.1"), 2, "--interface means nothing"),
        (("run", "--host", "nowhere.invalid"), 1, "nowhere.invalid"),
    ],
)
def test_words_that_do_not_fit_are_said(
    profile: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    done = run(CONSOLE, "server", *words, "--profile", str(profile))

    assert done.returncode == status
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words", [(), ("run",), ("policy", "publish"), ("tickets", "reply")], ids=" ".join
)
def test_help_is_given_for_each(words: tuple[str, ...]) -> None:
    done = run(CONSOLE, "server", *words, "--help")

    assert done.returncode == 0
    assert " ".join(("altrabits server", *words)) in done.stdout
    assert "--server" not in done.stdout
    assert "--interface" not in done.stdout


async def test_people_read_tables_and_threads(profile: Path) -> None:
    with serving(profile) as url:
        visitor = Visitor(url)
        empty = run(CONSOLE, "server", "tickets", "list", "--profile", str(profile))
        await visitor.sign_up()
        await visitor.open_ticket()
        body = AddMessage(id="message-2", text="Still\nsilent.")
        await visitor.client.call(
            *("tickets.reply", Ticket), body=body, places={"number": NUMBER}, key="the-second-one"
        )
        listed = run(CONSOLE, "server", "tickets", "list", "--profile", str(profile))
        shown = run(CONSOLE, "server", "tickets", "show", NUMBER, "--profile", str(profile))
        await visitor.client.aclose()

    assert empty.stdout == "There are no support requests.\n"
    assert f"{NUMBER}  open" in listed.stdout
    assert "  Still\n  silent.\n" in shown.stdout


async def test_beside_an_open_window_it_says_that_the_window_is_the_server(
    desktop: Desktop,
) -> None:
    await desktop.open()
    profile = desktop.profile.folder

    def beside() -> Any:  # noqa: ANN401 # JSON
        secrets = ("--password-stdin", "--profile", str(profile))
        run(CONSOLE, "policy", "accept", "--profile", str(profile))
        words = [*CONSOLE, "account", "create", "ada@example.test", *secrets]
        subprocess.run(words, input=PASSWORD, env=surroundings({}), text=True, check=True)
        return operate(profile, "run", "--port", "0", status=1)

    told = (await asyncio.to_thread(beside))["error"]

    assert told["code"] == "server.in_window"
    assert told["message"] == sentence("server.in_window", {"folder": str(profile)})


def test_beside_another_server_it_says_so(profile: Path) -> None:
    with serving(profile):
        told = operate(profile, "run", "--port", "0", status=1)

    assert told["error"]["code"] == "server.in_use"


def test_a_server_named_in_the_environment_is_for_other_commands(profile: Path) -> None:
    done = subprocess.run(
        [*CONSOLE, "server", "tickets", "list", "--json", "--profile", str(profile)],
        env=surroundings(
            {"ALTRABITS_SERVER": "http://127.0.0.1:1", "ALTRABITS_INTERFACE": "127.0.0.1"}
        ),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert json.loads(done.stderr)["error"]["code"] == "server.no_database"
