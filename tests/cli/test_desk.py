#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One's own call and state, and a queue as monitoring sees it."""

import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from fake_server import Fake, Problem  # noqa: E402
from shell import cclite, make_place  # noqa: E402
import tap  # noqa: E402

place = make_place()
fake = Fake(place.name)


def run(*arguments, **more):
    return cclite(place.name, *arguments, **more)


def prepare():
    """an agent, reasons and a queue can be made"""
    for arguments in (("agent", "add", "ana"), ("agent", "add", "petr"),
                      ("queue", "add", "sales"),
                      ("pause-reason", "add", "lunch", "--key", "l",
                       "--daily", "45m"),
                      ("disposition", "add", "sold")):
        assert run(*arguments)[0] == 0, arguments
    made = fake.asked("POST", "/api/pause-reasons")[0].body
    assert (made["key"], made["daily_ms"]) == ("l", 2700000), made
    fake.fixed["GET", "/api/me"] = {"user_id": 3, "agent_id": 2}


def each_verb_of_a_call_is_ones_own():
    """the verbs of a call go to whoever is signed in"""
    for verb, path in (("answer", "accept"), ("reject", "reject"),
                       ("hold", "hold"), ("resume", "resume"),
                       ("mute", "mute"), ("unmute", "unmute"),
                       ("hangup", "hang-up"), ("extend", "extend"),
                       ("dispose", "dispose")):
        code, out, err = run("call", verb)
        assert (code, out, err) == (0, "done\n", ""), (verb, code, err)
        request = fake.requests[-1]
        assert request.method == "POST" and request.body is None
        assert request.path == f"/api/agents/2/{path}", request.path


def keys_are_digits():
    """digits are sent as they are, masked when asked to be"""
    assert run("call", "digits", "409#")[0] == 0
    assert fake.requests[-1].body == {"digits": "409#"}
    assert run("call", "digits", "271828", "--masked", "yes")[0] == 0
    assert fake.requests[-1].body == {"digits": "271828", "masked": True}
    before = len(fake.requests)
    code, _, err = run("call", "digits", "call")
    assert code == 2 and err.startswith("cclite: DIGITS: "), (code, err)
    assert len(fake.requests) == before


def a_call_ends_in_one_line():
    """disposition, note and what follows go in one request"""
    assert run("call", "dispose", "sold", "--note", "50 seats", "--then",
               "paused", "--reason", "lunch")[0] == 0
    assert fake.requests[-1].body == {
        "disposition_id": "sold", "note": "50 seats", "then": "paused",
        "reason_id": "lunch"}
    code, _, err = run("call", "dispose", "--then", "gone")
    assert code == 2 and "as_requested, available, paused, offline" in err


def a_note_is_kept_and_shown():
    """what was written so far is kept, and shown to whoever comes back"""
    assert run("call", "keep-note", "wants 50\nseats")[0] == 0
    assert fake.requests[-1].path == "/api/agents/2/note"
    assert fake.requests[-1].body == {"note": "wants 50\nseats"}
    fake.fixed["GET", "/api/agents/2/note"] = {
        "agent_id": 2, "contact_id": 17, "note": "wants 50\u001b[2J seats"}
    out = run("call", "note")[1]
    assert "wants 50" in out and "\x1b" not in out, out


def transfers_are_ones_own():
    """a transfer names the kind and the target"""
    assert run("call", "transfer", "agent", "petr")[0] == 0
    assert fake.requests[-1].path == "/api/agents/2/transfer"
    assert fake.requests[-1].body == {"to": "agent", "to_id": "petr"}
    assert run("call", "transfer", "agent", "petr", "--note", "ID ok")[0] == 0
    assert fake.requests[-1].body == {"to": "agent", "to_id": "petr",
                                      "note": "ID ok"}
    fake.fixed["GET", "/api/agents/2/targets"] = {"items": [
        {"to": "queue", "to_id": 1, "name": "sales", "possible": True,
         "waiting": 3, "agents_available": 2, "state": "offline"}],
        "next": None}
    out = run("call", "targets")[1].splitlines()
    assert out[0].split()[:2] == ["Kind", "Target"], out
    assert out[1].split()[:2] == ["queue", "sales"], out


def the_current_call_is_found():
    """current, path and previous are about the contact that one has"""
    fake.fixed["GET", "/api/agents/2/state"] = {"contact_id": 17}
    fake.fixed["GET", "/api/contacts/17"] = {"contact_id": 17,
                                             "caller": "+34600"}
    out = run("call", "current")[1]
    assert "+34600" in out and "17" in out, out
    fake.fixed["GET", "/api/contacts/17/path"] = {"items": [
        {"step": 1, "flow": "main", "node": "choose", "node_type": "menu",
         "digit": "2", "over": True, "exit": "matched", "for_us": 1000000}],
        "next": None}
    assert "choose" in run("call", "path")[1]
    fake.fixed["GET", "/api/contacts/17/previous"] = {"items": [
        {"contact_id": 5, "agent": "petr", "note": "\u001b[2Jhostile"}],
        "next": None}
    out = run("call", "previous")[1]
    assert "petr" in out and "\x1b" not in out, out
    fake.fixed["GET", "/api/agents/2/state"] = {"contact_id": 0}
    for verb in ("current", "path", "previous"):
        code, out, err = run("call", verb)
        assert (code, out) == (3, "") and "no call" in err, (code, err)


def states_are_set_in_a_word():
    """state set is ready, pause with a reason, or offline; who is offline is
    logged in first"""
    fake.fixed["GET", "/api/agents/2/state"] = {"state": "offline"}
    before = len(fake.requests)
    assert run("state", "set", "ready") == (0, "done\n", "")
    assert [r.path for r in fake.requests[before:] if r.method == "POST"] == [
        "/api/agents/2/log-in", "/api/agents/2/available"]
    fake.fixed["GET", "/api/agents/2/state"] = {"state": "available"}
    before = len(fake.requests)
    assert run("state", "set", "pause", "lunch")[0] == 0
    posts = [r for r in fake.requests[before:] if r.method == "POST"]
    assert [(r.path, r.body) for r in posts] == [
        ("/api/agents/2/pause", {"reason_id": "lunch"})]
    assert run("state", "set", "offline")[0] == 0
    assert fake.requests[-1].path == "/api/agents/2/log-out"
    assert run("state", "cancel")[0] == 0
    assert fake.requests[-1].path == "/api/agents/2/cancel-request"
    for arguments in (("pause",), ("ready", "lunch"), ("asleep",), ()):
        before = len(fake.requests)
        code, out, err = run("state", "set", *arguments)
        assert (code, out, err.count("\n")) == (2, "", 1), (arguments, err)
        assert len(fake.requests) == before


def state_is_shown_alone_or_whole():
    """state alone is the floor, state show oneself"""
    assert "available" in run("state", "show", "--json")[1]
    for name in ("queues-now", "agents-now", "contacts"):
        fake.fixed["GET", f"/api/{name}"] = {"items": [], "next": None}
    assert set(json.loads(run("state", "--json")[1])) == {
        "queues", "agents", "contacts"}
    code, _, err = run("state", "nonsense")
    assert code == 2 and "one argument too many" in err, err


def queue(**figures):
    """What the queue looks like from now on."""
    fake.fixed["GET", "/api/queues/sales/stats"] = {
        "queue_id": 1, "name": "sales", "waiting": 3,
        "longest_waiting_us": 61500000, "agents_available": 2,
        "abandoned": 1, "service_level_permille": 914, **figures}


def a_queue_is_well_or_not():
    """check queue tells by its exit code, and in one line with perfdata"""
    queue()
    code, out, err = run("check", "queue", "sales", "--warn", "oldest>90",
                         "--crit", "oldest>180")
    assert (code, err) == (0, ""), (code, err)
    assert out == ("QUEUE OK - sales: waiting 3, oldest 61s, sla 91.4%, ready "
                   "2, abandoned 1 | waiting=3 oldest=61s sla=91.4% ready=2 "
                   "abandoned=1\n"), out
    for warn, crit, wanted in (
            ("oldest>60", "oldest>180", 1), ("oldest>30", "oldest>60", 2),
            ("sla<92", "sla<80", 1), ("waiting>2 and ready<3", "ready<1", 1),
            ("waiting>9,abandoned>=1", "ready<1, sla<50", 1),
            ("ready<3", "ready=2", 2), ("waiting != 3", "waiting>3", 0)):
        code, out, _ = run("check", "queue", "sales", "--warn", warn,
                           "--crit", crit)
        assert code == wanted, (warn, crit, code, out)
        assert out.startswith(("QUEUE OK - ", "QUEUE WARNING - ",
                               "QUEUE CRITICAL - ")[wanted]), out
    assert run("check", "queue", "sales")[0] == 0
    assert run("check", "queue", "sales", "--lang", "cs")[1].startswith(
        "QUEUE OK - sales: waiting 3")


def no_news_is_no_bad_news():
    """a service level of no calls is unknown, and no reason to alarm"""
    queue(service_level_permille=-1)
    code, out, _ = run("check", "queue", "sales", "--crit", "sla<80")
    assert code == 0 and "sla -," in out and "sla=U" in out, out


def what_cannot_be_told_is_unknown():
    """no server, no queue, no right and no sense are exit code 3, on the
    standard output"""
    def refuse(_):
        raise Problem(403, "forbidden", "", "You may not", "Ask.")
    fake.fixed["GET", "/api/queues/other/stats"] = refuse
    for arguments in (("none",), ("other",), ("sales", "--warn", "age>1"),
                      ("sales", "--crit", "oldest>"), ("sales", "--warn", ""),
                      ("sales", "--socket", "/nowhere")):
        code, out, err = run("check", "queue", *arguments)
        assert (code, err) == (3, ""), (arguments, code, err)
        assert out.startswith("QUEUE UNKNOWN - ") and out.count("\n") == 1
    for arguments in (("check",), ("check", "queue"),
                      ("check", "queue", "sales", "--nonsense"),
                      ("check", "queue", "sales", "--timeout", "never")):
        code, out, _ = run(*arguments)
        assert code == 3, (arguments, code)


try:
    tap.run(prepare, each_verb_of_a_call_is_ones_own, keys_are_digits,
            a_call_ends_in_one_line, a_note_is_kept_and_shown,
            transfers_are_ones_own,
            the_current_call_is_found, states_are_set_in_a_word,
            state_is_shown_alone_or_whole, a_queue_is_well_or_not,
            no_news_is_no_bad_news, what_cannot_be_told_is_unknown)
finally:
    fake.stop()
    place.cleanup()
