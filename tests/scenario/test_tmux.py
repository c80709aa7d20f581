# SPDX-License-Identifier: GPL-3.0-or-later
"""The console in tmux, as people use it: what is whole, and where one is."""

import gettext
import os
import re

import place
import tap
from centre import Centre
from tmux import Pane, installed

PASSWORD = "secret-boss-1"
SIZES = ((80, 24), (132, 43))

# A screen's key after g, its title, and words that it must show whole.
SCREENS = (
    ("a", "Agent", ("My queues", "Queue", "Longest", "Today", "Handled",
                    "Missed", "Average", "Recent", "caller hung up",
                    "Waiting for a call")),
    ("c", "Cockpit", ("Live calls", "State", "Agent", "Caller", "Queue",
                      "Wait", "TALK", "WAITS", "Agents", "ON CALL", "READY",
                      "Queues", "Oldest", "SLA", "Alerts")),
    ("w", "Wallboard", ("All queues", "WAITING", "OLDEST", "Queue",
                        "Waiting", "Oldest", "SLA", "Aban.", "Free")),
    ("l", "Recordings", ("When", "Length", "Agent", "Caller", "Queue",
                         "State", "kept", "Number", "Called", "Size",
                         "SHA-256", "Gaps", "Contact")),
)
COLOUR = re.compile(r"\033\[[0-9;]*\b(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])\b")
CUT_WORD = re.compile(r"[^0-9]…")  # a number may be cut, it is shown below


def a_floor():
    """A centre with a talk, one who waits, and a recording."""
    centre = Centre(queue={"recording": "all"})
    ana = centre.agent("ana", "sales")
    eva = centre.agent("eva", "support")
    centre.api.put("/api/agents/eva", user_id="boss")
    centre.api.set_password("/api/users/boss/password", PASSWORD)
    call, ring = centre.talk(ana)
    call.hang_up()
    ring.wait_end()
    ana.wait("available")
    place.wait_until("it is recorded", lambda: [
        one for one in centre.api.items("/api/recordings")
        if one["state"] == "kept"])
    centre.talk(ana)
    centre.in_queue("1")
    eva.wait("available")
    return centre


class Words:
    """What the console says for an English text; states are put into
    capitals by the console itself."""

    def __init__(self, language):
        self.language = language
        self.catalogue = {}
        if language != "en":
            with open(os.path.join(place.BUILD, "po", f"{language}.mo"),
                      "rb") as file:
                self.catalogue = gettext.GNUTranslations(file)._catalog

    def __call__(self, text):
        if self.language == "en":
            return text
        if text in ("ON CALL", "READY"):
            return self.catalogue[text.lower()].upper()
        return self.catalogue[text]


def fault_of_lines(rows, columns):
    """A word that is cut, or a line that does not go from side to side."""
    for row in rows:
        if CUT_WORD.search(row):
            return f"cut: {row}"
        if row.startswith("──") and len(row) != columns:
            return f"short: {row}"
    return None


def wait_screen(pane, say, title, words=()):
    """Waits for a screen: its title and the time above, the keys below, words
    of its own, and none of them cut; returns its rows."""
    foot = re.compile(rf".*(\?|F1) {re.escape(say('help'))}")  # F1 in fields
    head = re.compile(rf" cclite  {re.escape(say(title))} .*\d\d:\d\d:\d\d")

    def fault_of(rows):
        if not head.fullmatch(rows[0]) or len(rows[0]) != pane.columns - 1:
            return "its head"
        if not foot.fullmatch(rows[pane.rows - 1]):
            return "its foot"
        shown = "\n".join(rows)
        missing = [word for word in words if say(word) not in shown]
        return missing or fault_of_lines(rows, pane.columns)
    return pane.wait(f"{title} in {say.language}", fault_of)


def cursor_text(pane):
    """The row in which the cursor is, from the cursor on; None: hidden."""
    at = pane.cursor()
    return pane.text()[at[0]][at[1]:] if at else None


def wait_cursor(pane, what, matches):
    """Waits until the text under the cursor is as it should be."""
    place.wait_until(f"the cursor of {pane.name} is at {what}: "
                     f"{cursor_text(pane)!r}",
                     lambda: matches(cursor_text(pane)))


def is_chosen(text):
    return text is not None and text.lstrip().startswith("▌")


def sign_in(pane, say):
    """Fills in the sign-in; the cursor goes along."""
    rows = wait_screen(pane, say, "Sign in", (
        "Server", "User", "Password", "Language"))
    user = next(n for n, row in enumerate(rows) if f"▌ {say('User')}" in row)
    field = rows[user].index("‹") + 2
    assert pane.cursor() == (user, field), pane.cursor()
    pane.type("boss")
    place.wait_until("the cursor is behind what was typed",
                     lambda: pane.cursor() == (user, field + len("boss")))
    pane.press("Tab")
    place.wait_until("the cursor is in the field of the password",
                     lambda: pane.cursor() == (user + 1, field))
    pane.type(PASSWORD)
    pane.press("Enter")


def shows_a_screen(pane, say, key, title, words):
    """Goes to a screen; checks its chrome, its words, and its cursor."""
    pane.press("g", key)
    assert say("live") in wait_screen(pane, say, title, words)[0]
    if title == "Wallboard":
        assert pane.cursor() is None
    elif title == "Agent":
        wait_cursor(pane, "the news", lambda text: text and text.startswith(
            say("No call. The next one may be yours.")))
    else:
        wait_cursor(pane, "the chosen row", is_chosen)


def moves_in_the_cockpit(pane, say):
    """The cursor goes with the keys from pane to pane and from row to row."""
    pane.press("g", "c")
    wait_screen(pane, say, "Cockpit")
    for pane_key, keys, row in (("1", (), "Ana"), ("1", ("Down",), "sales"),
                                ("2", (), "Ana"), ("2", ("Down",), "Eva"),
                                ("3", (), "sales"),
                                ("3", ("Down",), "support")):
        pane.press(pane_key, *keys)
        wait_cursor(pane, f"{row} of pane {pane_key}", lambda text:
                    is_chosen(text) and row in text.split("│")[0])


def new_pane(language, columns, rows, **env):
    name = f"{language}-{columns}{'-plain' if env else ''}"
    return Pane(centre.server, name, columns, rows, "--lang", language,
                "--server", f"http://{centre.server.address}:8080",
                CCLITE_TOKEN_FILE=place.path(name, "token"), **env)


def walk(language, columns, rows, **env):
    """Sees all screens in a language and a size."""
    say = Words(language)
    pane = new_pane(language, columns, rows, **env)
    sign_in(pane, say)
    wait_screen(pane, say, "Agent")
    for key, title, words in SCREENS:
        shows_a_screen(pane, say, key, title, words)
    moves_in_the_cockpit(pane, say)
    return pane


def claim(language, columns, rows):
    """A claim of its own for each language and size."""
    def seen():
        pane = walk(language, columns, rows)
        assert COLOUR.search(pane.painted())
        pane.end()
    seen.__doc__ = (f"{language} at {columns}x{rows}: chrome, whole words, "
                    "the cursor where one is")
    return seen


def without_colours():
    """NO_COLOR: the same screens, and not one colour"""
    pane = walk("en", 80, 24, NO_COLOR="1")
    for key, title, _ in SCREENS:
        pane.press("g", key)
        wait_screen(pane, Words("en"), title)
        assert not COLOUR.search(pane.painted()), title
    pane.end()


def grows_and_shrinks():
    """resized from one size to the other and back, all stays in its place"""
    say = Words("en")
    pane = new_pane("en", 80, 24)  # its token is known by now
    wait_screen(pane, say, "Agent")
    for key, title, words in SCREENS[1::2]:
        pane.press("g", key)
        for columns, rows in SIZES[::-1] * 2:
            pane.resize(columns, rows)
            wait_screen(pane, say, title, words)
            wait_cursor(pane, "the chosen row", is_chosen)


def another_language_at_once():
    """:lang cs turns all of the screen into Czech, and :lang es on"""
    pane = new_pane("en", 132, 43)
    key, title, words = SCREENS[3]
    wait_screen(pane, Words("en"), "Agent")
    pane.press("g", key)
    wait_screen(pane, Words("en"), title)
    for language in ("cs", "es"):
        say = Words(language)
        pane.press(":")
        pane.type(f"lang {language}")
        pane.press("Enter")
        wait_screen(pane, say, title, words)
    pane.end()


def the_books_agree():
    """after all that the server stops well"""
    centre.close()


def not_here():
    """tmux shows the console"""
    raise tap.Skip("tmux is not installed")


if not installed():
    tap.run(not_here)
centre = a_floor()
tap.run(*(claim(language, *size) for language in ("en", "es", "cs")
          for size in SIZES),
        without_colours, grows_and_shrinks, another_language_at_once,
        the_books_agree)
