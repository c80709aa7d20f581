# SPDX-License-Identifier: GPL-3.0-or-later
"""English, Spanish and Czech at the same time, whatever the locale is."""

import os
import random
import re
import subprocess
import threading

import place
import tap
from api import Api
from server import COMMAND, Server

server = Server(name="languages")
server.environment["LC_ALL"] = "C"
server.start()
server.api.post("/api/users", name="boss", role="admin", uid=os.getuid())

# What only a text in that language has.
MARKS = {
    "en": re.compile(r"\b(the|there|is|with|such)\b"),
    "es": re.compile(r"\b(el|la|los|las|con|hay|una?|esa?|este?)\b"),
    "cs": re.compile(r"[ěščřžýůďťň]"),
}


def texts_of(language, path="/api/queues/nowhere"):
    problem = Api(server.socket, language=language).ask("GET", path).json
    return f"{problem['title']} {problem.get('detail', '')} {problem['fix']}"


def each_speaks_its_own():
    """a refusal is told in the language of the request"""
    told = {language: texts_of(language) for language in MARKS}
    assert len(set(told.values())) == 3, told
    for language, mark in MARKS.items():
        assert mark.search(told[language].lower()), told[language]


def a_thousand_requests_at_once():
    """1,000 requests in three languages from three threads never mix"""
    wanted = {language: texts_of(language) for language in MARKS}
    wrong = []

    def ask(seed):
        chance = random.Random(seed)
        for _ in range(334):
            language = chance.choice(list(MARKS))
            if texts_of(language) != wanted[language]:
                wrong.append(language)

    threads = [threading.Thread(target=ask, args=(seed,)) for seed in (1, 2,
                                                                       3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong, wrong


def q_values_count():
    """the language liked best of those there are is spoken"""
    for header, language in (("de, cs;q=0.5, es;q=0.7", "es"),
                             ("cs-CZ, en;q=0.1", "cs"),
                             ("es;q=0, cs;q=0.2", "cs"), ("fr", "en"),
                             ("*", "en"), (";;;q=,", "en")):
        assert texts_of(header) == texts_of(language), header


def run(*arguments, **environment):
    return subprocess.run(
        [COMMAND, *arguments], capture_output=True, text=True, timeout=30,
        check=False, env={"PATH": os.environ["PATH"], "HOME":
                          place.directory(), "LC_ALL": "C",
                          "CCLITE_SOCKET": server.socket,
                          "CCLITE_LOCALE_DIR": os.path.join(place.BUILD,
                                                            "po"),
                          **environment})


def czech_without_a_locale():
    """LC_ALL=C and --lang cs speaks Czech"""
    said = run("--lang", "cs", "queue", "show", "nowhere")
    assert said.returncode != 0
    assert MARKS["cs"].search(said.stderr), said.stderr


def the_environment_is_heard():
    """CCLITE_LANG says the language, and LANG when that does not"""
    spanish = run("queue", "show", "nowhere", CCLITE_LANG="es").stderr
    assert MARKS["es"].search(spanish.lower()), spanish
    again = run("queue", "show", "nowhere", LC_ALL="",
                LANG="es_ES.UTF-8").stderr
    assert again == spanish


def the_server_stops():
    """the server has served all languages, and stops"""
    assert server.stop() == 0


tap.run(
    each_speaks_its_own,
    a_thousand_requests_at_once,
    q_values_count,
    czech_without_a_locale,
    the_environment_is_heard,
    the_server_stops,
)
