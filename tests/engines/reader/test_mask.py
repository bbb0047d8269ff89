"""Masking: what is hidden, that it is the same everywhere, and that the way back is exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from greenroom.engines.reader import mask

KINDS = [
    ("NAME", "Hello, my name is Anna Kovács and I build ledgers.", "Anna Kovács"),
    ("NAME", "I am Anna, and I build ledgers.", "Anna"),
    ("NAME", "my name is anna kovacs and i build ledgers", "anna kovacs"),
    ("NAME", "MY NAME'S ANNA.", "ANNA"),
    ("EMAIL", "Write to anna.k+jobs@mail.example.org please.", "anna.k+jobs@mail.example.org"),
    ("EMAIL", "Write to anna at example dot com please.", "anna at example dot com"),
    ("PHONE", "Call +49 151 123 45 67 any time.", "+49 151 123 45 67"),
    ("PHONE", "Call +491511234567 any time.", "+491511234567"),
    ("PHONE", "Call (030) 1234-5678 any time.", "(030) 1234-5678"),
    ("PHONE", "Call 555-123-4567 any time.", "555-123-4567"),
    ("URL", "It is at https://wiki.acme.example/a?b=c today.", "https://wiki.acme.example/a?b=c"),
    ("URL", "It used postgres://app:pw@db.internal/main then.", "postgres://app:pw@db.internal/main"),
    ("URL", "It is on github.com/anna/ledger today.", "github.com/anna/ledger"),
    ("URL", "The host was 10.20.30.40:8080.", "10.20.30.40:8080"),
    ("ACCOUNT", "Pay DE89 3704 0044 0532 0130 00 now.", "DE89 3704 0044 0532 0130 00"),
    ("ACCOUNT", "Pay gb29nwbk60161331926819 now.", "gb29nwbk60161331926819"),
    ("CARD", "The card 4242 4242 4242 4242 was refused.", "4242 4242 4242 4242"),
    ("CARD", "The card 378282246310005 was refused.", "378282246310005"),
    ("ID", "It stored 078-05-1120 in clear.", "078-05-1120"),
    ("SECRET", "It had password=hunter2 in it.", "hunter2"),
    ("SECRET", 'It had {"api_key": "a8f3-99"} in it.', "a8f3-99"),
    ("SECRET", "It had sk_live_51Habcdefgh in it.", "sk_live_51Habcdefgh"),
    ("SECRET", "It had AKIAIOSFODNN7EXAMPLE in it.", "AKIAIOSFODNN7EXAMPLE"),
    ("SECRET", "The header was Bearer abcdef123456 then.", "abcdef123456"),
    ("SECRET", "A token 9f86d081884c7d659a2feaa0c55ad015 leaked.", "9f86d081884c7d659a2feaa0c55ad015"),
    ("SECRET", "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----", "MIIE"),
    ("SECRET", "It had pass\u200bword: hun\u200bter2 in it.", "ter2"),
]


@pytest.mark.parametrize("kind,text,value", KINDS, ids=[f"{kind} {value[:12]}" for kind, _, value in KINDS])
def test_it_is_hidden_and_the_words_around_it_are_not(kind, text, value):
    masked = mask(text)
    assert value not in masked.text
    assert f"[{kind} A]" in masked.text
    hidden = dict(masked.hidden)[f"[{kind} A]"]
    assert masked.text == text.replace("\u200b", "").replace(hidden, f"[{kind} A]")


PLAIN = (
    "I am responsible for 1,200,000 rows in PostgreSQL 16.2; on 2024-05-12 latency fell from 2.5 s to 400 ms (84 %). "
    "I'm a backend developer. I am Senior. The token is stored in Redis, key: order id. "
    "We used Node.js, ASP.NET and v1.2.3."
)


def test_numbers_dates_versions_and_technology_stay_what_they_are():
    assert mask(PLAIN).text == PLAIN
    assert mask(PLAIN).hidden == ()


def test_the_same_value_has_the_same_placeholder_everywhere():
    text = "My name is Anna Kovács. Anna asked a@b.example and c@d.example, then a@b.example; Kovács agreed."
    assert mask(text).text == (
        "My name is [NAME A]. [NAME A] asked [EMAIL A] and [EMAIL B], then [EMAIL A]; [NAME A] agreed."
    )


def test_a_placeholder_that_the_candidate_typed_is_not_used_again():
    assert "[EMAIL B]" in mask("I typed [EMAIL A] and then a@b.example.").text


def test_what_overlaps_is_hidden_whole():
    assert mask("See https://x.example/?mail=anna@x.example&key=abc123 now").text == "See [SECRET A] now"


def test_a_part_of_a_hidden_value_is_never_cut_out_of_it():
    text = "The card 4242 4242 4242 4242 was refused by the bank."
    masked = mask(text)
    assert masked.part(0, text.index("4242 4242") + 9) == "The card [CARD A]"
    assert masked.part(text.index("was"), len(text)) == "was refused by the bank."


def test_a_value_that_stands_across_the_cut_of_a_long_answer_does_not_leave_in_half():
    text = "word " * 3_998 + "4242 4242 4242 4242 and more"
    assert "4242" not in mask(text).text


@given(st.text(max_size=300) | st.lists(st.sampled_from([value for _, _, value in KINDS]), max_size=8).map(" ".join))
def test_every_character_knows_where_it_comes_from(text):
    masked = mask(text)
    assert len(masked.text) == len(masked.starts) == len(masked.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(masked.starts, masked.ends, strict=True))
    assert list(masked.starts) == sorted(masked.starts)
    for _, value in masked.hidden:
        assert value
