"""How each command of the documents is tried: typed at a terminal, by another test, or only read.

The commands of a document stand here in its order; one that is not listed fails a test of the
house.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.harness.document_ways import Elsewhere, OnlyRead, Typing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.harness.document_ways import Way

EMAIL = "anna@example.net"
PASSWORD = "a lamp beside the window"


SETS_UP = OnlyRead("sets up an environment of its own from the network, and takes minutes")
WHOLE_RUN = OnlyRead("a whole run of checks or tests, this one among them")
BUILDS = OnlyRead("builds for minutes; CI does it before the tests of packages")
DEBIAN = OnlyRead("installs into the system itself; the fresh root does the same by dpkg")
SYSTEMD = OnlyRead("needs a system that systemd has started")
WINDOWS = OnlyRead("needs Windows")
MACOS = OnlyRead("needs macOS")
REGISTRY = OnlyRead("the package is in no registry yet; the wheel is tried in its place")
CLEAN = "tests/packages/test_clean_environments.py"
NOTED = Elsewhere("tests/journeys/test_noted.py", '"ignored", "unignore", "forget"')
GROUPS = "tests/journeys/test_groups.py"
TYPED = "tests/journeys/test_typed_address.py"
WHEEL = Elsewhere(CLEAN, 'commands_under("The wheel")')
QA_WHEEL = Elsewhere(CLEAN, 'commands_under("The wheel for QA")')
SERVER = Elsewhere(
    "tests/packages/test_server_without_qt.py", 'commands_under("A server without a window")'
)

_CODE = (("shows: ", "CODE"),)
_NEW_PASSWORD = (("assword: ", PASSWORD), ("once more: ", PASSWORD))
_ACCEPT = ("altrabits policy accept", Typing())
_AT_THE_SERVER = (("at the server: ", "CODE"),)
_HOUSE = ("altrabits simulate --interface home0 --count 2", Typing(stays="Ctrl+C ends"))
_WINDOW = Typing(shows_window=True, at_once=True)

_HERE = "--server http://127.0.0.1:8619"
_REQUEST = (
    (f"altrabits policy accept {_HERE}", Typing()),
    (f"altrabits account create EMAIL {_HERE}", Typing(answers=_NEW_PASSWORD)),
    (f"altrabits support open Noise Hum {_HERE}", Typing()),
)

README = (
    ("python3 dev.py run", SETS_UP),
    ("python3 dev.py test", WHOLE_RUN),
    ("altrabits discover", Typing(first=(_HOUSE,), says="Cobalt")),
    ("altrabits discover --json", Typing(says='"state"')),
    ("altrabits discover --watch", Typing(stays="answers", at_once=True)),
    ("altrabits doctor", Typing(says="found")),
    ("altrabits policy accept", Typing()),
    ("altrabits account create EMAIL", Typing(answers=_NEW_PASSWORD, says=EMAIL)),
    ("altrabits streamers add ID", Typing(answers=_CODE, says="ID")),
    ("altrabits volume ID 30", Typing(says="30")),
    ("altrabits support open SUBJECT TEXT", Typing(says="AB-")),
    ("altrabits simulate --count 5", Typing(stays="5 streamers", at_once=True)),
    ("altrabits server run", Typing(computer="two", stays="http://127.0.0.1:8619")),
    ("altrabits-desktop --server http://127.0.0.1:8619", _WINDOW),
    (
        "altrabits server tickets list",
        Typing(
            computer="two",
            says="AB-",
            first=_REQUEST,
        ),
    ),
    ("altrabits server tickets reply NUMBER TEXT", Typing(computer="two", says="Support")),
    (
        "altrabits server run --lan",
        Typing(computer="two", stays="8619", stops=("altrabits server run",)),
    ),
    ("altrabits server pair", Typing(computer="two", stays="Code: ")),
    ("altrabits household join", Typing(computer="three", answers=_AT_THE_SERVER)),
    ("python3 dev.py package", BUILDS),
    ("python3 dev.py package --try", BUILDS),
    ("python3 dev.py check", WHOLE_RUN),
    ("python3 dev.py test --install-lab", WHOLE_RUN),
    ("CI=true python3 dev.py test", WHOLE_RUN),
    ("python3 dev.py bench", OnlyRead("measures for minutes, on a computer that rests")),
    ("python3 dev.py shots DIR", Elsewhere("tests/unit/app/test_shots.py", "render_all(")),
    ("python3 dev.py words", Elsewhere("tests/house/test_words.py", "collect_texts(")),
)
CONTRIBUTING = (
    ("python3 dev.py run --demo", SETS_UP),
    ("python3 dev.py check", WHOLE_RUN),
    ("python3 dev.py test", WHOLE_RUN),
    ("python3 dev.py test --whole", WHOLE_RUN),
    ("python3 dev.py test --turn 3", WHOLE_RUN),
    ("python3 dev.py test --install-lab", WHOLE_RUN),
    ("python3 dev.py test -- tests/unit/streamers -q", WHOLE_RUN),
    ("python3 dev.py words", Elsewhere("tests/house/test_words.py", "collect_texts(")),
    ("python3 dev.py shots DIR", Elsewhere("tests/unit/app/test_shots.py", "render_all(")),
    (
        "python3 dev.py bench --only G1 --only G3 --runs 2",
        OnlyRead("measures for minutes, on a computer that rests"),
    ),
    (
        ".venv/bin/python -m altrabits_desktop.streamers.drivers.template 2",
        Typing(says="Reading("),
    ),
    (
        ".venv/bin/python -m altrabits_desktop.qa.names",
        Elsewhere("tests/unit/qa/test_names.py", "page_of(names) == page"),
    ),
)
_FIRMWARE_UPDATES = "tests/journeys/test_firmware.py"
_FIRMWARE_FILES = "tests/unit/app/test_server_firmware.py"
FIRMWARE = (
    (
        "altrabits server firmware key maker.key",
        Elsewhere(_FIRMWARE_FILES, 'operator.tells("key", str(key))'),
    ),
    (
        "altrabits server firmware sign cobalt-2.5.0.bin --key maker.key",
        Elsewhere(_FIRMWARE_FILES, 'operator.tells("sign", str(image), "--key", str(key))'),
    ),
    ("altrabits simulate --count 5", Typing(stays="5 streamers")),
    ("curl --silent http://127.0.0.2/api/v1/info", Typing(says='"product"')),
    ("curl --silent http://127.0.0.2/api/v1/state", Typing(says='"playback"')),
    (
        "curl --silent --no-buffer --max-time 2 http://127.0.0.2/api/v1/events",
        Typing(says="event: state", status=28),
    ),
    ("altrabits discover --interface 127.0.0.1", Typing(says="Cobalt")),
    ("altrabits discover --interface 127.0.0.1 --only announce --json", Typing(says="announce")),
    (
        "altrabits simulate --count 1 --address 127.0.1.2 --fault slow --fault garbage",
        Typing(stays="127.0.1.2", at_once=True),
    ),
    ("altrabits discover --watch", Typing(first=(_HOUSE,), stays="answers", at_once=True)),
    (
        "altrabits discover --watch --json --seconds 30",
        Typing(instead=(("30", "2"),), says='"mac-'),
    ),
)
_PAIR = Typing(computer="server", stays="Code: ")
HOUSEHOLD = (
    ("altrabits server run --lan", Typing(computer="server", stays="8619", at_once=True)),
    ("mkdir -m 700 ~/altrabits-key", Typing(computer="server")),
    (
        (
            "ALTRABITS_SERVER_KEY_FILE=~/altrabits-key/server.key"
            " altrabits server run --lan --profile ~/altrabits-home"
        ),
        Typing(computer="server", stays="8619"),
    ),
    ("altrabits server pair --profile ~/altrabits-home", _PAIR),
    ("altrabits household join", Typing(answers=_AT_THE_SERVER, says="192.168.1.2")),
    (
        "altrabits household join 192.168.1.20 --code 271828",
        Typing(
            computer="two",
            first=(("altrabits server pair --profile ~/altrabits-home", _PAIR),),
            instead=(("271828", "CODE"),),
        ),
    ),
    ("altrabits household leave", Typing(computer="two")),
    (
        "altrabits server computers list --profile ~/altrabits-home",
        Typing(computer="server", says="COMPUTER"),
    ),
    (
        "altrabits server computers remove 3f2a9c04d17b --profile ~/altrabits-home",
        Typing(computer="server", instead=(("3f2a9c04d17b", "COMPUTER"),)),
    ),
    ("altrabits household show", Typing(says="192.168.1.2")),
    ("altrabits household find", Typing(says="192.168.1.2")),
)
OPERATORS = (
    ("altrabits server run --profile server-data", Typing(stays="http://127.0.0.1:8619")),
    ("altrabits-desktop --server http://127.0.0.1:8619", _WINDOW),
    ("altrabits policy show --server http://127.0.0.1:8619", Typing(says="Version 1.0")),
    (
        "altrabits server run --lan --profile shared-data",
        Typing(stays="8620", instead=(("--lan", "--lan --port 8620"),)),
    ),
    ("altrabits server computers list --profile shared-data", Typing()),
    ("altrabits server tickets list --profile server-data", Typing(says="AB-", first=_REQUEST)),
    ("altrabits server tickets show NUMBER --profile server-data", Typing(says="Hum")),
    (
        'altrabits server tickets reply NUMBER "Which router is it?" --profile server-data',
        Typing(says="Which router is it?"),
    ),
    ("altrabits server tickets close NUMBER --profile server-data", Typing(says="closed")),
    (
        (
            "altrabits server policy publish resources/policy/policy.en.md --version 1.1"
            ' --effective 2027-01-01 --class editorial --contact "Anna, anna@example.net"'
            " --profile server-data"
        ),
        Typing(says="1.1"),
    ),
    ("altrabits policy history --server http://127.0.0.1:8619", Typing(says="1.1")),
    (
        "altrabits server firmware list --profile server-data",
        Typing(says="No firmware is offered."),
    ),
    (
        "altrabits server firmware add cobalt-2.5.0.bin --profile server-data",
        Elsewhere(_FIRMWARE_FILES, 'operator.tells("add", str(image))'),
    ),
    (
        "altrabits server firmware remove 1a2b3c4d --profile server-data",
        Elsewhere(_FIRMWARE_FILES, 'operator.tells("remove", added["id"][:8])'),
    ),
    (
        (
            'python3 -c "import sqlite3;'
            " sqlite3.connect('server-data/server/server.sqlite3')"
            ".backup(sqlite3.connect('copy.sqlite3'))\""
        ),
        Typing(),
    ),
    ("mkdir -m 700 restored restored/server", Typing()),
    ("cp copy.sqlite3 restored/server/server.sqlite3", Typing()),
    ("altrabits server tickets list --profile restored", Typing(says="NUMBER")),
    ("altrabits doctor --json", Typing(says='"cause"', status=3)),
)
PACKAGING = (
    ("python3 dev.py package", BUILDS),
    ("python3 -m venv app", WHEEL),
    (
        "app/bin/pip install --require-hashes --requirement packaging/requirements/runtime.txt",
        WHEEL,
    ),
    ("app/bin/pip install --no-deps dist/altrabits_desktop-0.1.0-py3-none-any.whl", WHEEL),
    ("app/bin/altrabits --version", WHEEL),
    ("python3 -m venv qa", QA_WHEEL),
    ("qa/bin/pip install --require-hashes --requirement packaging/requirements/qa.txt", QA_WHEEL),
    ('qa/bin/pip install "dist/altrabits_desktop-0.1.0-py3-none-any.whl[qa]"', QA_WHEEL),
    ("qa/bin/pytest", QA_WHEEL),
    ("python3 -m venv server", SERVER),
    (
        "server/bin/pip install --require-hashes --requirement packaging/requirements/server.txt",
        SERVER,
    ),
    ("server/bin/pip install --no-deps dist/altrabits_desktop-0.1.0-py3-none-any.whl", SERVER),
    ("server/bin/altrabits server run --profile server-data", SERVER),
    ("sudo apt install ./dist/altrabits-desktop_0.1.0_amd64.deb", DEBIAN),
    ("sudo apt purge altrabits-desktop", DEBIAN),
    ("sudo systemctl enable --now altrabits-server", SYSTEMD),
    (
        (
            "sudo systemd-run --quiet --collect --pipe --wait --property=DynamicUser=yes"
            " --property=User=altrabits-server --property=StateDirectory=altrabits-server"
            " --property=StateDirectoryMode=0700"
            " altrabits server tickets list --profile /var/lib/altrabits-server"
        ),
        SYSTEMD,
    ),
    ("systemctl --user enable --now altrabits-kiosk", SYSTEMD),
    ("systemctl --user stop altrabits-kiosk", SYSTEMD),
    (r"powershell -File packaging\windows\make_installer.ps1", WINDOWS),
    ("python3 dev.py package --only app", MACOS),
    (
        (
            'packaging/macos/make_dmg.sh "build/packages/frozen/AltraBits Desktop.app"'
            " dist/altrabits-desktop.dmg"
        ),
        MACOS,
    ),
)
PEOPLE = (
    ("altrabits-desktop", _WINDOW),
    ("altrabits discover", Typing(first=(_HOUSE,), says="Cobalt")),
    ("altrabits-desktop --demo", _WINDOW),
    ("altrabits discover --verbose --seconds 5", Typing(instead=(("5", "1"),), says="INFO")),
    ("altrabits doctor", Typing(says="found")),
    ("altrabits doctor --json", Typing(says='"cause": "found"')),
    ("altrabits policy show", Typing(says="Version 1.0")),
    ("altrabits policy accept", Typing()),
    ("altrabits policy history", Typing(says="1.0")),
    ("altrabits policy diff V1 V2", Typing()),
    ("altrabits policy decline", Typing()),
    ("altrabits account create EMAIL", Typing(first=(_ACCEPT,), answers=_NEW_PASSWORD)),
    ("altrabits account sessions", Typing(says="this one")),
    ("altrabits policy receipts", Typing(says="accepted")),
    ("altrabits policy verify", Typing()),
    ("altrabits streamers add ID", Typing(answers=_CODE, says="ID")),
    ("altrabits streamers list", Typing(says="ID")),
    ('altrabits streamers name ID "Reading corner"', Typing(says="Reading corner")),
    ("altrabits streamers room ID Study", Typing(says="Study")),
    ("altrabits play ID", Typing()),
    ("altrabits volume ID 30", Typing(says="30")),
    ("altrabits volume ID -5", Typing(says="25")),
    ("altrabits mute ID on", Typing(says="uted")),
    ("altrabits input ID", Typing(says="* ")),
    ("altrabits pause ID", Typing(says="aused")),
    ("altrabits preset ID", Typing(says="1  Radio Meridian")),
    ("altrabits preset ID 2", Typing(says="plays")),
    ("altrabits preset ID 6 save", Typing(says="* 6")),
    ('altrabits equaliser ID "Late night"', Typing(says="Late night")),
    ("altrabits equaliser ID 2,1,0,-1,1", Typing(says="+2 dB")),
    ("altrabits balance ID -10", Typing(says="10 to the left")),
    ("altrabits maximum ID 70", Typing(says="70")),
    ("altrabits sleep ID 30", Typing(says="30 min")),
    ("altrabits sleep ID off", Typing(says="No sleep timer runs")),
    ("altrabits standby ID 20", Typing(says="20 min")),
    ("altrabits light ID dim", Typing(says="dim")),
    ("altrabits lock ID on", Typing(says="locked")),
    ("altrabits input-name ID optical Television", Typing(says="Television")),
    ("altrabits input-hide ID coax on", Typing(says="hidden")),
    ("altrabits group join ID LEADER", Elsewhere(GROUPS, '"group", "join"')),
    ("altrabits group volume ID 30", Elsewhere(GROUPS, '"group", "volume"')),
    ("altrabits group leave ID", Elsewhere(GROUPS, '"group", "leave"')),
    ("altrabits group pause-all", Elsewhere(GROUPS, '"group", "pause-all"')),
    ("altrabits group save ID Evening", Elsewhere(GROUPS, '"group", "save"')),
    ("altrabits group saved", Elsewhere(GROUPS, '"group", "saved"')),
    ("altrabits group restore Evening", Elsewhere(GROUPS, '"group", "restore"')),
    ("altrabits group rename Evening Dinner", Elsewhere(GROUPS, '"group", "rename"')),
    ("altrabits group delete Dinner", Elsewhere(GROUPS, '"group", "delete"')),
    ("altrabits network ID", Typing(says="Mbit/s")),
    ("altrabits health ID", Typing(says="Firmware")),
    ("altrabits logs ID", Typing(says="claimed by a new owner")),
    ("altrabits snapshot save ID study.json", Typing(says="study.json")),
    ("altrabits snapshot compare ID study.json", Typing(says="the same")),
    ("altrabits snapshot restore ID study.json", Typing(says="in place")),
    ("altrabits restart ID", Typing(says="starts anew")),
    ("altrabits streamers release ID", Typing()),
    (
        "altrabits streamers hand-over ID",
        Elsewhere("tests/journeys/test_simulate_press.py", '"streamers", "hand-over"'),
    ),
    (
        "altrabits streamers new-owner ID ready.txt",
        Elsewhere("tests/journeys/test_simulate_press.py", '"streamers", "new-owner"'),
    ),
    ("altrabits firmware ID", Elsewhere(_FIRMWARE_UPDATES, '"firmware", streamer')),
    (
        "altrabits firmware ID install",
        Elsewhere(_FIRMWARE_UPDATES, '"firmware", streamer, "install"'),
    ),
    ("altrabits addresses add 192.168.2.20", Elsewhere(TYPED, '"addresses", "add", address')),
    ("altrabits addresses list", Elsewhere(TYPED, '"addresses", "list"')),
    ("altrabits addresses forget 192.168.2.20", Elsewhere(TYPED, '"addresses", "forget", address')),
    ("altrabits cards list", Elsewhere(TYPED, '"cards", "list"')),
    ("altrabits cards use eth0", Elsewhere(TYPED, '"cards", "use", "house1"')),
    ("altrabits cards all", Elsewhere(TYPED, '"cards", "all"')),
    ("altrabits streamers ignore ID", NOTED),
    ("altrabits streamers ignored", NOTED),
    ("altrabits streamers unignore ID", NOTED),
    ("altrabits streamers forget ID", NOTED),
    (
        'altrabits support open "Study drops out" "Since noon it is silent every few minutes."',
        Typing(says="AB-"),
    ),
    ("altrabits support list", Typing(says="Study drops out")),
    ('altrabits support reply NUMBER "The router is new."', Typing(says="The router is new.")),
    ("altrabits support close NUMBER", Typing(says="closed")),
    ("altrabits account delete", Typing(answers=(("assword: ", PASSWORD),))),
)
POLICY_FILES = (
    (
        (
            "altrabits server policy publish resources/policy/policy.en.md --version 1.1"
            ' --effective 2027-01-01 --class editorial --contact "Anna, anna@example.net"'
        ),
        Typing(
            first=(("altrabits server run", Typing(stays="8619", at_once=True)),),
            says="1.1",
        ),
    ),
)
QA = (
    ("python -m venv qa", Elsewhere("packaging/house/plug_in.py", "altrabits-desktop[qa] @")),
    ("qa/bin/python -m pip install 'altrabits-desktop[qa]'", REGISTRY),
)
STEPS: Mapping[str, tuple[tuple[str, Way], ...]] = {
    "README.md": README,
    "docs/contributing.md": CONTRIBUTING,
    "docs/firmware.md": FIRMWARE,
    "docs/household.md": HOUSEHOLD,
    "docs/operators.md": OPERATORS,
    "docs/packaging.md": PACKAGING,
    "docs/people.md": PEOPLE,
    "docs/policy-files.md": POLICY_FILES,
    "docs/qa.md": QA,
}
