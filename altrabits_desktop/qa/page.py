"""The text of docs/qa.md around what is read from the program itself."""

from __future__ import annotations

from altrabits_desktop.qa import PUBLIC
from altrabits_desktop.qa.farm import FAULTS, SCRIPT_STEPS

PAGE = """# Testing the app from outside

For whoever tests AltraBits Desktop with pytest. The app comes with a plug-in that opens the real
window, drives it as a person does, and gives it a made-up house: streamers, a server, a clock, a
network that is listened to. The project's own journeys use this and nothing else. This page is made
by `python -m altrabits_desktop.qa.names`, from the program itself.

## A first test

In an environment of its own, with Python 3.11 or later:

```sh
python -m venv qa
qa/bin/python -m pip install 'altrabits-desktop[qa]'
```

On Windows it is `qa\\Scripts\\python`. For a wheel that you have as a file, name the file:
`pip install 'altrabits-desktop[qa] @ file:///folder/altrabits_desktop-0.1.0-py3-none-any.whl'`.

In a folder of your own, a file `pytest.ini`:

```ini
[pytest]
asyncio_mode = auto
asyncio_default_fixture_loop_scope = function
```

and a file `test_first.py`:

```python
async def test_a_streamer_is_found(desktop, streamer_farm):
    streamer_farm.start(1)
    pilot = await desktop.open("--language", "en")
    await pilot.wait_for("streamers.card.*", text="Fireside")
    pilot.press("navigation.settings")
    await pilot.wait_for("settings.theme.dark")
```

`qa/bin/python -m pytest` runs it. A window is drawn on the screen where there is one; with
`QT_QPA_PLATFORM=offscreen` in the environment, and on Linux without a display, nothing is shown.

A larger example, with every fixture, is `tests/harness/example` in the source; it runs against each
wheel that is built.

## Fixtures

| Fixture | What it is |
| --- | --- |
| `desktop` | a computer with a profile of its own, on which the real window is opened |
| `streamer_farm` | simulated streamers on loopback: they come, go, move and break by name |
| `home_server` | a server of its own in a process of its own, and its operator |
| `console` | `altrabits` on the same computer, which hears the same streamers |
| `fake_clock` | the time of the window, which stands still until the test moves it |
| `network_recorder` | every connection, datagram and look-up of a name that the process makes |
| `shots` | pictures of the window, compared with approved ones |

The window hears the streamers of the test and nothing else; nothing leaves the computer. No browser
is opened: what was handed to it stands in `desktop.opened_addresses`. Errors that nobody foresaw
fail the test, and stand in `desktop.crashes`.

### The window and its pilot

`await desktop.open(...)` takes the command line of `altrabits-desktop`, such as `"--language",
"en"`, and gives a pilot; `desktop.pilot` is that of the open window. Opened again, or after
`await desktop.close()`, the same computer starts anew with what it kept. Two things are set before
the first start: `desktop.is_policy_put_off = False` for a computer that was never asked about the
privacy policy, and `desktop.keyring = MemoryKeyring()` for one that keeps a sign-in from start to
start. `desktop.operator` operates the server inside the window.

| Pilot | What it does |
| --- | --- |
| `press(name)` | presses with the pointer; what is out of sight is scrolled to |
| `type(name, text)` | puts a text in a field, key by key |
| `key(key, modifiers=...)` | presses a key, such as `Qt.Key.Key_Escape`, where the focus is |
| `write(text)`, `await tab_to(name)` | types where the focus is; presses Tab until it is there |
| `slide(name, share)` | presses a slider at a place from 0.0 to 1.0, and gives the level |
| `await choose(name, entry)` | chooses an entry of a menu |
| `read(name)`, `value(name)` | gives the texts in an object, or the level of a slider |
| `names(pattern)`, `find(name)` | gives what can be seen, in reading order |
| `await wait_for(name, text=..., count=..., is_gone=...)` | waits for what is to be seen |
| `await wait_until(condition, wanted=...)` | waits for anything else |
| `save_picture(name)` | saves what is shown |

Names may have `*` for anything. Where several are called alike, `within="streamers.card.ID"` says
in which object. A pilot acts only on what can be seen and reached; when something does not come
within 10 s (`within_s=...`), it says what was there instead, with a picture.

Tests of the window are async and share the loop that the window lives on: nothing in them may
block for long. What blocks goes on another thread: `await asyncio.to_thread(...)`.

### Streamers

`streamer_farm.start(3)` starts so many; `start(3, faults=["slow"])` breaks the last of them, and
`set_faults("Fireside", ["silent"])` breaks one later, or mends it with `[]`. `id_of(name)` gives
the id that stands in the names of its objects, `state_of(name)` how it is by its own word,
`code_of(name)` the code that it shows while it is added; `press(name)`, `set_volume(name, 30)`,
`fall_silent(name)`, `come_back(name, is_moved=True)` and others do what a person in the house does.

| Fault | The streamer |
| --- | --- |
{faults}

A program beside the test has the same by `altrabits simulate --script FILE`: a step a line, with
the seconds since the streamers stand, the place of the streamer from 1 (`*` for all), and what
happens to it. `--seed N` makes all that broken ones do by chance the same again; with `--json` each
step that was done is a line of the answer, with the code of what kept it from being done.

```text
2   1 volume 60            # as if somebody turned the knob
5   2 fault silent         # one of the faults above
20  2 mend silent
25  * restart              # away for three seconds
40  3 reset                # comes back as nobody's
45  1 name Hearth
```

| Step | What happens |
| --- | --- |
{steps}

### A server

`home_server` runs already; `await desktop.open("--server", home_server.url)` uses it. It
ends with the test, and with pytest where that is killed.

| Server | What it does |
| --- | --- |
| `await create_account()` | makes an account with `EMAIL` and `PASSWORD`, or what is given |
| `await publish_policy("2.0", summary="...")` | publishes a version that is in force at once |
| `await policy()` | gives the version that is in force |
| `await tickets()`, `await ticket(number)` | gives support requests |
| `await reply(number, text)`, `await close_ticket(number)` | answers one, or closes it |
| `await stop()`, `await start()` | ends it, and starts it with all that it kept |
| `kill_now()` | ends it as a power cut does |

### The console

`console.ask("streamers", "list")` runs a command, and gives its JSON answer. It blocks: beside an
open window, which has to do the work, it is `await asyncio.to_thread(console.ask, ...)`. A command
that fails is expected with `status=1`; `typed="..."` is its standard input. `console.begin(...)`
starts one that asks something.

### Time

In a test that asks for `fake_clock` the window's time stands still until `await
fake_clock.advance(seconds)`. Streamers live in the computer's own time: what waits for an answer of
theirs, or for its absence, is seen with `await fake_clock.advance_until(condition)`.

### What is sent

`network_recorder.sent` has everything since the test began or `network_recorder.forget()`: `way`
(`connection`, `datagram`, `look-up`), `host`, `port`, and whether it `is_beyond` this computer.
`network_recorder.of("datagram", besides_ports=[streamer_farm.announce_port])` is one way, without
the question that finds streamers. Sockets of Python and of QtNetwork are seen, on any thread; the
test's own streamers are left out, and so are other processes. On Windows connections that asyncio
makes by its proactor are not seen.

### Pictures

`await shots.check("settings")` compares the window, in both themes, with `settings-light.png` and
`settings-dark.png` in `approved/PLATFORM` beside the test, such as `approved/linux-offscreen`:
each system draws its own edges. `pytest --shots-approve` approves what is shown;
`--shots-approved DIR` has the approved ones elsewhere. Where pixels differ the failure names three
files: the approved picture, the one shown, and one in which the difference stands out.
`tolerance=2` is by how much a colour may be off, `most_share=0.001` how many of all pixels may be
off by more, and `besides=["settings.kept"]` paints over what is another each time. Nothing glides
or blinks in a test with `shots`. `await shots.save("name")` saves without comparing. Pictures go
to the folder that `pytest --shots DIR` names, else to one of the test.

## Modules

These names stay from release to release, like the object names below; others may change.

| Module | What is in it |
| --- | --- |
{modules}

## Names of objects

Everything in the window that can be pressed, chosen or filled has an object name of the form
`page.part.role`, which stays the same from release to release. `ID` stands for the id of a streamer
or a sign-in, `NAME` for the name of a network card, `VERSION` for a version of the privacy policy
with hyphens for its dots, `NUMBER` for the number of a support request, or the place of an input,
`TAG` for a language, `DIGIT` for a digit.

| Name | What it is |
| --- | --- |
{names}
"""


def page_of(names: dict[str, str]) -> str:
    """Give the text of docs/qa.md.

    Args:
        names: each object name, with what a screen reader says of it.
    """
    return PAGE.format(
        faults=_rows({fault.value: does for fault, does in FAULTS.items()}),
        steps=_rows(SCRIPT_STEPS),
        modules=_rows({f"altrabits_desktop.qa.{name}": what for name, what in PUBLIC.items()}),
        names=_rows({name: spoken or "-" for name, spoken in names.items()}),
    )


def _rows(table: dict[str, str]) -> str:
    return "\n".join(f"| `{name}` | {what} |" for name, what in table.items())
