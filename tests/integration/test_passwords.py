"""Passwords that are known, through window, console and server, and then looked for everywhere.

Everything a person does with a password is done with marked ones: the account is made, signed in
to, failed at, its password changed, by hand and by command, and a program is brought down. Then
every file of the profile, every value in its databases, the logs, and what the system tells of the
processes is searched, in each form that a password could have there.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import signal
import sqlite3
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtGui import QGuiApplication

from altrabits_desktop.qa.programs import CONSOLE, run, running_window, surroundings, wait_until
from altrabits_desktop.runtime.instants import as_instant
from altrabits_desktop.runtime.keychain import Keychain
from altrabits_desktop.runtime.passwords import strength_of
from altrabits_desktop.ui.formatting import long_date
from altrabits_desktop.ui.pages.account.words import method_words
from tests.fakes.membership import Ring
from tests.harness.traces import content_of, stamps, traces
from tests.journeys.ways import sign_up_in_window

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from altrabits_desktop.qa.desktop import Desktop
    from altrabits_desktop.qa.pilot import Pilot
    from altrabits_desktop.runtime.keychain import Backend, Kept

EMAIL = "maple@example.test"
MARKED = {
    "first password": "canary 4711 sings in the cellar",
    "second password": "canary 4712 sings in the attic",
    "third password": "canary 4713 sings in the garden",
    "wrong password": "canary 4714 sings in the street",
    "part of all": "canary 471",
}
FIRST, SECOND, THIRD, WRONG, _ = MARKED.values()
WORKS_S = 30.0
STARTS_S = 90.0
"""The program starts beside the window of this test, on a computer that tests share."""
FLOOR = (19, 2, 1)
"""MiB, passes and lanes of Argon2id that nothing may be weaker than (R14)."""
NO_KEYRING = "keyring.backends.fail.Keyring"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def found_in(*folders: Path, values: Mapping[str, str] = MARKED) -> dict[str, list[str]]:
    """Give which files and tables hold a marked value, and how; nothing for none."""
    contents = {str(path): content_of(path) for path in stamps(folders)}
    for path in list(contents):
        if path.endswith(".sqlite3"):
            contents |= tables_of(Path(path))
    assert len(contents) > 3
    return seen_in(contents, values)


def seen_in(
    contents: Mapping[str, bytes], values: Mapping[str, str] = MARKED
) -> dict[str, list[str]]:
    found = {name: traces(content, values) for name, content in contents.items()}
    return {name: how for name, how in found.items() if how}


def tables_of(path: Path) -> dict[str, bytes]:
    """Give every value of every table: in the file itself a long one may lie in pieces."""
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        names = [
            str(name)
            for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        assert names
        return {f"{path}, table {name}": b"\n".join(_values(database, name)) for name in names}


def _values(database: sqlite3.Connection, table: str) -> Iterator[bytes]:
    for row in database.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 # a name of our own
        for value in row:
            yield value if isinstance(value, bytes) else str(value).encode()


class Spoken:
    """What commands said, and what the system told of them while they ran."""

    def __init__(self, profile: Path, temporary: Path) -> None:
        self._profile = profile
        self._temporary = temporary
        self.contents: dict[str, bytes] = {}

    def ask(self, *words: str, typed: tuple[str, ...], status: int = 0) -> Any:  # noqa: ANN401 # JSON
        command = [*CONSOLE, *words, "--password-stdin", "--json", "--profile", str(self._profile)]
        with subprocess.Popen(
            command,
            env=surroundings(
                {"PYTHON_KEYRING_BACKEND": NO_KEYRING, "TMPDIR": str(self._temporary)}
            ),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            wait_until(lambda: b"account" in told_of(process.pid, "cmdline"))
            self._note(words, told_of(process.pid, "cmdline"), told_of(process.pid, "environ"))
            said, wrong = process.communicate("".join(f"{line}\n" for line in typed), WORKS_S)
        self._note(words, said.encode(), wrong.encode())
        assert process.returncode == status, said + wrong
        return json.loads(said or wrong)

    def _note(self, words: tuple[str, ...], *contents: bytes) -> None:
        for content in contents:
            self.contents[f"{' '.join(words)} {len(self.contents)}"] = content


def told_of(process: int | str, what: str) -> bytes:
    return Path(f"/proc/{process}/{what}").read_bytes()


async def with_an_account(desktop: Desktop, password: str) -> Pilot:
    desktop.is_policy_put_off = False
    pilot = await desktop.open("--language", "en")
    await sign_up_in_window(pilot, email=EMAIL, password=password)
    await pilot.wait_for("account.facts", text="argon2id", within_s=WORKS_S)
    return pilot


async def through_the_window(desktop: Desktop) -> None:
    """Make the account, change its password, leave, fail, come back."""
    pilot = await with_an_account(desktop, FIRST)
    pilot.type("account.password.current", FIRST)
    pilot.type("account.password.new", SECOND)
    pilot.press("account.password.button")
    await pilot.wait_for("account.note", text="changed", within_s=WORKS_S)
    pilot.press("account.sign_out")
    await pilot.wait_for("account.sign_in.button", within_s=WORKS_S)
    pilot.type("account.sign_in.email", EMAIL)
    for password, then in ((WRONG, "account.sign_in"), (SECOND, "account.facts")):
        pilot.type("account.sign_in.password", password)
        pilot.press("account.sign_in.button")
        text = "wrong" if password == WRONG else "argon2id"
        await pilot.wait_for(then, text=text, within_s=WORKS_S)


async def test_c27_known_passwords_are_found_nowhere(desktop: Desktop, tmp_path: Path) -> None:
    profile, temporary = desktop.profile.folder, tmp_path / "temporary"
    temporary.mkdir()
    spoken = Spoken(profile, temporary)

    def through_the_console() -> list[Any]:
        change = ("account", "password")
        run(CONSOLE, "account", "sign-out", "--profile", str(profile))
        return [
            spoken.ask("account", "sign-in", EMAIL, typed=(WRONG,), status=1),
            spoken.ask("account", "sign-in", EMAIL, typed=(SECOND,)),
            spoken.ask(*change, typed=(WRONG, THIRD), status=1),
            spoken.ask(*change, typed=(SECOND, THIRD)),
        ]

    await through_the_window(desktop)
    found = {"window": found_in(profile)}
    of_window = {name: told_of("self", name) for name in ("environ", "cmdline")}
    codes = await asyncio.to_thread(through_the_console)
    found["console through the window"] = found_in(profile, temporary)
    await desktop.close()
    found["closed"] = found_in(profile, temporary)

    def beside_a_program() -> None:
        with running_window(
            *(profile, "--verbose"),
            within_s=STARTS_S,
            PYTHON_KEYRING_BACKEND=NO_KEYRING,
            TMPDIR=str(temporary),
        ) as window:
            spoken.ask("account", "sign-in", EMAIL, typed=(WRONG,), status=1)
            spoken.ask("account", "sign-in", EMAIL, typed=(THIRD,))
            of_window.update(
                {f"program {name}": told_of(window.pid, name) for name in ("environ", "cmdline")}
            )
            found["running"] = found_in(profile, temporary)
            window.send_signal(signal.SIGSEGV)
            of_window["program errors"] = window.communicate(timeout=WORKS_S)[1].encode()

    await asyncio.to_thread(beside_a_program)
    found["brought down"] = found_in(profile, temporary)
    found["processes"] = seen_in(of_window)
    found["commands"] = seen_in(spoken.contents)

    assert codes[0]["error"]["code"] == "sign_in.refused"
    assert codes[2]["error"]["code"] == "account.password_wrong"
    assert codes[3]["email"] == EMAIL
    assert {where: how for where, how in found.items() if how} == {}
    assert list((profile / "logs").iterdir()) != []
    assert "canary" not in QGuiApplication.clipboard().text()


@pytest.mark.parametrize(
    "planted",
    [
        FIRST.encode(),
        SECOND.encode("utf-16-le"),
        THIRD.encode().hex().encode(),
        b"c2F5IGNhbmFyeSA0NzE0IHNpbmdzIGluIHRoZSBzdHJlZXQ=",
    ],
)
def test_c27_a_password_in_a_file_or_a_table_would_be_found(tmp_path: Path, planted: bytes) -> None:
    for number in range(4):
        (tmp_path / f"{number}.log").write_bytes(b"nothing")
    before = found_in(tmp_path)
    (tmp_path / "altrabits.log").write_bytes(b"a line " + planted + b" and more")
    with contextlib.closing(sqlite3.connect(tmp_path / "server.sqlite3")) as database:
        database.execute("CREATE TABLE kept (value BLOB)")
        database.execute("INSERT INTO kept VALUES (?)", (planted,))
        database.commit()

    found = found_in(tmp_path)

    assert before == {}
    assert {name.rpartition("/")[2] for name in found} == {
        *("altrabits.log", "server.sqlite3", "server.sqlite3, table kept")
    }


class Broken:
    """Keeps `runtime.keychain.Backend` and always fails."""

    def get_password(self, service: str, username: str) -> str | None:
        raise PermissionError

    def set_password(self, service: str, username: str, password: str) -> None:
        raise PermissionError

    def delete_password(self, service: str, username: str) -> None:
        raise PermissionError


@pytest.mark.parametrize(
    ("ring", "rests"),
    [(Ring(), "rests in the keyring"), (Broken(), "window is closed"), (None, "window is closed")],
)
async def test_r50_a_token_is_in_no_file_whatever_the_keyring_does(
    desktop: Desktop,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ring: Backend | None,
    rests: str,
) -> None:
    tokens: dict[str, str] = {}
    put = Keychain.put

    async def noted(self: Keychain, name: str, secret: str) -> Kept:
        tokens[f"token {len(tokens)}"] = secret
        return await put(self, name, secret)

    monkeypatch.setattr(Keychain, "put", noted)
    desktop.keyring = ring
    pilot = await with_an_account(desktop, FIRST)
    facts = pilot.read("account.facts")
    profile = desktop.profile.folder
    found = {"signed in": found_in(profile, values=tokens)}
    system = {name: told_of("self", name) for name in ("environ", "cmdline")}
    await desktop.close()
    found |= {"closed": found_in(profile, values=tokens), "system": seen_in(system, tokens)}
    (tmp_path / "planted").write_text(f"of {tokens['token 0']}", encoding="utf-16")
    planted = seen_in({"planted": content_of(tmp_path / "planted")}, tokens)

    assert len(tokens["token 0"]) > 30
    assert rests in facts
    assert {where: how for where, how in found.items() if how} == {}
    assert list(planted) == ["planted"]


async def test_c28_what_is_kept_of_a_password_is_strong_enough_and_said_on_the_page(
    desktop: Desktop,
) -> None:
    pilot = await with_an_account(desktop, FIRST)
    facts = pilot.read("account.facts")

    (row,) = rows_of(desktop, "accounts")
    strength = strength_of(row["password"])

    assert row["password"].startswith("$argon2id$")
    has = (strength.memory_mib, strength.passes, strength.lanes)
    assert all(value >= least for value, least in zip(has, FLOOR, strict=True))
    assert method_words(strength.in_words()) in facts
    assert f"since {long_date(as_instant(row['password_changed_at']))}" in facts
    assert "As strong as the hash of any new password" in facts


async def test_c04_after_sign_up_the_pages_show_every_stored_value(desktop: Desktop) -> None:
    pilot = await with_an_account(desktop, FIRST)
    account = pilot.read("account.facts") + pilot.read("account.sessions")
    pilot.press("navigation.privacy")
    await pilot.wait_for("privacy.decisions", text="receipt 1")
    decisions = pilot.read("privacy.decisions")
    (kept,) = rows_of(desktop, "accounts")
    (session,) = rows_of(desktop, "sessions")
    (decision,) = rows_of(desktop, "decisions")

    dates = {long_date(as_instant(kept[name])) for name in ("created_at", "password_changed_at")}
    assert [value for value in (kept["id"], kept["email"], *dates) if value not in account] == []
    assert kept["email_key"] == kept["email"]
    assert set(kept) == {
        *("id", "email", "email_key", "password", "created_at", "password_changed_at"),
    }
    assert "Linux" in account or session["system"] != "linux"
    assert session["app_version"] in account
    assert session["installation_name"] == ""
    assert f"version {decision['version']}" in decisions
    assert decision["digest"][:4] in decisions
    # What a person has given is in these three; the others hold no word of theirs.
    others = tables_with_rows(desktop) - {"accounts", "sessions", "decisions"}
    assert [name for name in others if kept["email"] in str(rows_of(desktop, name))] == []


def rows_of(desktop: Desktop, table: str) -> list[dict[str, Any]]:
    path = desktop.profile.folder / "server" / "server.sqlite3"
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as database:
        database.row_factory = sqlite3.Row
        return [dict(row) for row in database.execute(f"SELECT * FROM {table}")]  # noqa: S608 # ours


def tables_with_rows(desktop: Desktop) -> set[str]:
    names = [row["name"] for row in rows_of(desktop, "sqlite_master") if row["type"] == "table"]
    return {name for name in names if rows_of(desktop, name)}
