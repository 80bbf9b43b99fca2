from __future__ import annotations

import random
import time

import pytest

from altrabits_desktop.contract.accounts import PASSWORD_LEAST, PASSWORD_MOST
from altrabits_desktop.runtime.common_passwords import is_common

COMMON = """
    123456 password 12345678 qwerty 123456789 12345 1234 11111 1234567 dragon 123123 baseball
    abc123 football monkey letmein 696969 shadow master 666666 qwertyuiop 123321 mustang
    1234567890 michael 654321 superman 1qaz2wsx 7777777 121212 000000 qazwsx 123qwe killer
    trustno1 jordan jennifer zxcvbnm asdfgh hunter buster soccer harley batman andrew tigger
    sunshine iloveyou charlie robert thomas hockey ranger daniel starwars 112233 george computer
    michelle jessica pepper 1111 zxcvbn 555555 11111111 131313 freedom 777777 pass maggie 159753
    aaaaaa ginger princess joshua cheese amanda summer love ashley nicole chelsea matthew access
    yankees 987654321 dallas austin thunder taylor matrix minecraft pokemon samsung google
    welcome admin login passw0rd p@ssw0rd qwerty123 1q2w3e4r 1q2w3e4r5t asdfghjkl qwertz
    passwort hallo schatz sommer internet whatever secret hello chocolate butterfly purple
    orange yellow silver liverpool arsenal barcelona manchester flower lovely babygirl angel
    family forever friends cookie banana administrator changeme naruto
""".split()  # noqa: SIM905 # read as a paragraph, used as words
"""The commonest passwords of any length, as the lists of stolen ones have them."""
KNOWN = {"dallas", "thunder", "taylor"}
"""Too rare in long passwords to be worth a word of the rule."""
ENDINGS = (
    *("1234567890123", "123456789012", "0123456789012", "1111111111111", "123123123123"),
    *("2023202320232", "2024!", "1990", "1990!!!!!!!!", "!!!!!!!!!!!!!", "qwertyuiopasd"),
    *("password", "password123", "iloveyou", "iloveyou123", "forever", "12345678", "00000000000"),
)
RARE = """
    harbour lantern granite whistle copper meadow thistle anchor violin saffron pebble orchard
    compass walnut glacier ribbon marble trumpet lavender canyon bramble cellar dovetail ember
    fathom gazelle hazel inkwell juniper kettle loom mallow nettle oyster parchment quartz rudder
    sable tinder umber velvet willow yarrow zephyr acorn basalt cobbler dune easel fjord
""".split()  # noqa: SIM905 # the same


def long_common() -> list[str]:
    """Give what people make of common passwords when fifteen characters are asked for."""
    words = [word for word in COMMON if word not in KNOWN]
    made = [
        *(word * (PASSWORD_LEAST // len(word) + 1) for word in words),
        *(word.capitalize() * (PASSWORD_LEAST // len(word) + 1) for word in words),
        *(word + ending for word in words for ending in ENDINGS),
        *(word.capitalize() + ending for word in words for ending in ENDINGS),
        *(ending + word for word in words for ending in ENDINGS),
        *(f"{one} {other}" for one in words for other in words[::6]),
    ]
    return sorted({password for password in made if len(password) >= PASSWORD_LEAST})


@pytest.mark.uncounted
def test_r14_more_than_three_thousand_common_passwords_of_fitting_length_are_refused() -> None:
    passwords = long_common()

    accepted = [password for password in passwords if not is_common(password)]

    assert len(passwords) >= 3000
    assert accepted == []


@pytest.mark.parametrize(
    "password",
    [
        *("aaaaaaaaaaaaaaa", "111111111111111", "123456789012345", "012345678901234"),
        *("987654321098765", "qwertyuiopasdfg", "qwertzuiopasdfgh", "azertyuiopqsdfg"),
        *("mnbvcxzlkjhgfdsapoiuytrewq", "abcdefghijklmnop", "zyxwvutsrqponml"),
        *("1qaz2wsx3edc4rfv", "1q2w3e4r5t6y7u8i", "qazwsxedcrfvtgb", "a1b2c3d4e5f6g7h8"),
        *("abcabcabcabcabc", "abcd1234abcd1234", "112233445566778", "147258369147258"),
        *("passwordpassword", "Password1234567", "P@ssw0rd1234567", "P4$$w0rdP4$$w0rd"),
        *("iloveyouforever", "ichliebedich123", "correcthorsebatterystaple", "letmein!letmein!"),
        *("correct horse battery staple", "Summer2024Summer2024", "Sommer2024!Sommer"),
        *("administrator12", "superman-batman", "football2019!!!", "qwerty123456789"),
        *("thisismypassword", "mypasswordismypassword", "whatisyourname1", "altrabits-streamer"),
        *("!@#$%^&*()!@#$%^", "100000000000000", "123456123456789", "1990199119921993"),
    ],
)
def test_r14_what_everybody_thinks_of_is_refused(password: str) -> None:
    assert is_common(password)


def test_r14_two_hundred_passphrases_of_rarer_words_are_accepted() -> None:
    chance = random.Random(14)
    phrases = {
        chance.choice((" ", "-", "")).join(chance.sample(RARE, chance.choice((3, 4, 5))))
        for _ in range(260)
    }
    long_enough = [phrase for phrase in phrases if len(phrase) >= PASSWORD_LEAST]

    refused = [phrase for phrase in long_enough if is_common(phrase)]

    assert len(long_enough) >= 200
    assert refused == []


@pytest.mark.parametrize(
    "password",
    [
        *("a long walk by the harbour", "Tr0ub4dor&3 in the cellar", "kJ8#mQ2$vL9@xR4!"),
        *(
            "837465291028374",
            "love 83746529102837",
            "🎵🎶🎷🎸🎹🎺🎻🥁🪕🪗🎤🎧📻🎼🪘",
            "Früh­stück am Hafen",
        ),
        *("§%&=?<>|~^°#{}[]/", "日本語のパスワードは長くて良いです", "uMkq zPtw Lnvx Rbhd"),
        *("my dog ate nineteen pancakes", "the harbour is quiet at night"),
    ],
)
def test_r14_what_nobody_thinks_of_is_accepted(password: str) -> None:
    assert not is_common(password)


@pytest.mark.uncounted
def test_random_digits_are_hardly_ever_refused() -> None:
    chance = random.Random(15)

    refused = sum(is_common(f"{chance.randrange(10**15):015}") for _ in range(1000))

    assert refused < 5


@pytest.mark.parametrize("text", ["a", "ab", "qwe", "iamthe", "1q", "🎵", "password "])
def test_the_longest_password_is_judged_quickly(text: str) -> None:
    begun = time.perf_counter()

    is_common((text * PASSWORD_MOST)[:PASSWORD_MOST])

    assert time.perf_counter() - begun < 2
