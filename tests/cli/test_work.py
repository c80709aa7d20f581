#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Agents' commands, contacts, events, signing in."""

import json
import os
import stat
import sys
import time
import urllib.parse

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from fake_server import Fake, Problem  # noqa: E402
from shell import CCLITE, cclite, environment, make_place  # noqa: E402
import tap  # noqa: E402

place = make_place()
fake = Fake(place.name)


def run(*arguments, **more):
    return cclite(place.name, *arguments, **more)


def prepare():
    """agents, a queue and a pause reason can be made"""
    for arguments in (("device", "add", "201"), ("agent", "add", "ana"),
                      ("agent", "add", "petr"), ("queue", "add", "sales"),
                      ("pause-reason", "add", "lunch"),
                      ("disposition", "add", "sold")):
        assert run(*arguments)[0] == 0, arguments


def commands_go_to_the_agent():
    """each of an agent's commands is one POST to the agent named"""
    for verb in ("log-in", "log-out", "available", "accept", "reject", "hold",
                 "resume", "hang-up"):
        code, out, err = run("agent", verb, "ana")
        assert (code, out, err) == (0, "done\n", ""), (verb, code, err)
        request = fake.requests[-1]
        assert request.method == "POST" and request.body is None
        assert request.path == f"/api/agents/ana/{verb}", request.path


def oneself_need_not_be_named():
    """without a name it is the agent who is signed in"""
    fake.fixed["GET", "/api/me"] = {"user_id": 3, "agent_id": 2}
    assert run("agent", "hold")[0] == 0
    assert fake.requests[-1].path == "/api/agents/2/hold"
    assert run("agent", "pause", "lunch")[0] == 0
    assert fake.requests[-1].path == "/api/agents/2/pause"
    assert fake.requests[-1].body == {"reason_id": "lunch"}
    assert run("agent", "pause", "ana", "lunch")[0] == 0
    assert fake.requests[-1].path == "/api/agents/ana/pause"
    fake.fixed["GET", "/api/me"] = {"user_id": 3, "agent_id": 0}
    code, _, err = run("agent", "hold")
    assert code == 2 and "no agent yourself" in err, (code, err)


def transfers_name_a_place_or_a_number():
    """a transfer goes to a queue, an agent, a flow or a number"""
    assert run("agent", "transfer", "ana", "queue", "sales")[0] == 0
    assert fake.requests[-1].body == {"to": "queue", "to_id": "sales"}
    assert run("agent", "transfer", "ana", "number", "+420555")[0] == 0
    assert fake.requests[-1].body == {"to": "number", "number": "+420555"}
    before = len(fake.requests)
    for arguments in (("ana", "number", "call me"), ("ana", "moon", "x")):
        code, _, err = run("agent", "transfer", *arguments)
        assert code == 2 and err.count("\n") == 1, err
    assert len(fake.requests) == before


def dispositions_take_a_note():
    """dispose sends the disposition and the note"""
    assert run("agent", "dispose", "ana", "sold", "--note", "ok\nfine")[0] == 0
    assert fake.requests[-1].body == {"disposition_id": "sold",
                                      "note": "ok\nfine"}


def queues_are_assigned():
    """assign names queue, agent and priority"""
    assert run("queue", "assign", "sales", "ana", "--priority", "3")[0] == 0
    assert fake.requests[-1].path == "/api/queues/sales/assign"
    assert fake.requests[-1].body == {"agent_id": "ana", "priority": 3}
    out = run("queue", "agents", "sales", "--tsv", "--columns",
              "agent,priority")[1]
    assert out == "agent\tpriority\nana\t3\n", out


def several_messages_go_one_after_the_other():
    """of several messages one that is refused stays, and the others go"""
    def refuse(_):
        raise Problem(409, "box_full", "box_id", "That box is full.",
                      "Delete some messages there.")

    for number in (79, 81):
        fake.fixed["POST", f"/api/voicemail/{number}/forward"] = {"ok": True}
        fake.fixed["POST", f"/api/voicemail/{number}/assign"] = {"ok": True}
    fake.fixed["POST", "/api/voicemail/80/forward"] = refuse
    assert run("voicemail", "assign", "81", "ana") == (0, "done\n", "")
    assert run("voicemail", "assign", "81", "79", "ana") == (
        0, "2 of 2 done\n", "")
    assert [(r.path, r.body) for r in fake.requests[-2:]] == [
        ("/api/voicemail/81/assign", {"agent_id": "ana"}),
        ("/api/voicemail/79/assign", {"agent_id": "ana"})]
    code, out, err = run("voicemail", "forward", "81", "80", "79", "sales",
                         "--note", "call him")
    assert (code, out) == (1, "2 of 3 done\n"), (code, out)
    assert err == ("cclite: 80: box_id: That box is full. Delete some "
                   "messages there.\n"), err
    assert fake.requests[-1].path == "/api/voicemail/79/forward"
    assert fake.requests[-1].body == {"box_id": "sales", "note": "call him"}
    code, out, _ = run("voicemail", "forward", "80", "81", "sales", "--json")
    assert code == 1 and json.loads(out)["items"] == [
        {"id": "80", "done": False}, {"id": "81", "done": True}], out


def what_every_one_would_meet_is_met_once():
    """a server that is gone is told once, and the rest is not tried"""
    fake.drop = 100
    before = len(fake.requests)
    code, out, err = run("voicemail", "delete", "81", "80\x1b[2J", "79")
    fake.drop = 0
    assert code == 5 and "0 of 3 done" in out, (code, out)
    assert err.count("cclite: ") == 1 and err.startswith("cclite: 81: "), err
    assert {r.path for r in fake.requests[before:]} == {"/api/voicemail/81"}
    fake.drop = 100
    code, out, _ = run("voicemail", "delete", "81", "79", "--json")
    fake.drop = 0
    assert code == 5 and json.loads(out)["items"] == [
        {"id": "81", "done": False}, {"id": "79", "done": False}], out
    code, _, err = run("voicemail", "delete", "80\x1b[2J", "79")
    assert code == 3 and "\x1b" not in err and "79: " in err, err


def the_state_is_refused():
    """what the state does not allow is exit code 1, with what to do"""
    def refuse(_):
        raise Problem(409, "no_talk", "", "There is no talk",
                      "There is no call to act on.")
    fake.fixed["POST", "/api/agents/ana/hold"] = refuse
    code, out, err = run("agent", "hold", "ana")
    assert (code, out) == (1, "")
    assert err == ("cclite: There is no talk. There is no call to act on.\n")


def rights_are_told():
    """401 and 403 are exit code 4; 500 and 503 are 7"""
    for status, wanted in ((401, 4), (403, 4), (429, 1), (500, 7), (503, 7),
                           (507, 7)):
        def refuse(_, status=status):
            raise Problem(status, "x", "", "Words", "Do.")
        fake.fixed["GET", "/api/server"] = refuse
        code, _, err = run("server", "status")
        assert (code, err) == (wanted, "cclite: Words. Do.\n"), (status, code)

    def forbid(_):
        raise Problem(403, "forbidden", "", "This needs the right server.see.",
                      "Ask.")
    fake.fixed["GET", "/api/server"] = forbid
    code, _, err = run("server", "status")
    assert (code, err) == (4, "cclite: This needs the right server.see. "
                              "Ask.\n"), (code, err)


def what_is_somebody_elses_names_no_right_that_is_there():
    """what is forbidden for another reason than the right is told as it is"""
    def forbid(_):
        raise Problem(403, "forbidden", "", "Not allowed: not your own", "Ask.")
    fake.fixed["POST", "/api/agents/ana/pause"] = forbid
    code, _, err = run("agent", "pause", "ana", "lunch")
    assert (code, err) == (4, "cclite: Not allowed: not your own. Ask.\n"), err


def a_mistake_has_its_place():
    """where in a condition or a file the mistake is, is told"""
    for line, place_told in ((1, "at character 25"),
                             (3, "in line 3, at character 25")):
        def refuse(_, line=line):
            raise Problem(422, "bad_condition", "condition", "A mistake",
                          "Write a fact.", line=line, column=25)
        fake.fixed["POST", "/api/routing/rules"] = refuse
        code, _, err = run("rule", "add", "r", "--condition", "hour >> 8")
        del fake.fixed["POST", "/api/routing/rules"]
        assert code == 1, (code, err)
        assert err.splitlines()[0].endswith("A mistake. Write a fact."), err
        assert err.splitlines()[1:] == [
            f"cclite: the mistake is {place_told}"], err
    code, _, err = run("queue", "close", "sales", "--until", "yesterday")
    assert code == 2 and "--until: Write a moment as 18:30, 90m" in err, err


def a_moment_is_told_as_it_was_understood():
    """a moment may have an offset or be a duration, and is told back"""
    code, out, err = run("queue", "close", "sales",
                         "--until", "2099-01-01T01:00+01:00")
    assert (code, err) == (0, ""), err
    assert fake.requests[-1].body == {"until": 4070908800000000}
    told, done = out.splitlines()
    assert told.startswith("--until: ") and done == "done", out
    assert told.endswith("(2099-01-01T00:00:00Z)"), out

    now_s = time.time()
    assert run("queue", "close", "sales", "--until", "8h")[0] == 0
    until_s = fake.requests[-1].body["until"] / 1e6
    assert abs(until_s - now_s - 8 * 3600) < 120, until_s - now_s

    fake.fixed["GET", "/api/routing/analytics"] = {"items": []}
    code, out, err = run("rule", "figures", "--from", "2026-11-27T18:30+01:00")
    assert (code, err) == (0, ""), err
    assert "2026-11-27T17:30:00Z" in urllib.parse.unquote(
        fake.requests[-1].path), fake.requests[-1].path
    assert out.startswith("--from: "), out
    _, out, _ = run("queue", "close", "sales", "--until", "8h", "--json")
    assert "--until" not in out, out


def why_is_told_in_sentences():
    """contact why tells who was looked at, by name, and counts the rest"""
    fake.fixed["GET", "/api/contacts/7/why"] = {"items": [{
        "seq": 9, "wall_us": 1795345927000000, "event": "offer_made",
        "says": "The call was offered.", "queue_id": 1, "agent_id": 1,
        "candidates": {
            "rows": [{"agent_id": 1, "verdict": "chosen",
                      "for_us": 35000000},
                     {"agent_id": 2, "verdict": "acw", "for_us": 4000000}],
            "counts": {"chosen": 1, "acw": 2, "paused": 3}}}], "next": None}
    code, out, _ = run("contact", "why", "7")
    assert code == 0
    assert out.splitlines()[0].endswith("The call was offered."), out
    assert out.splitlines()[1].strip() == (
        "ana is chosen (idle for 35 s); petr is in wrap-up (4 s left); "
        "3 paused; 1 wrap-up"), out
    cs = run("contact", "why", "7", "--lang", "cs")[1]
    assert "ana" in cs and "is chosen" not in cs, cs
    assert fake.requests[-1].headers["Accept-Language"] == "cs"


def hostile_texts_are_made_safe():
    """names from outside cannot steer a terminal, in any format but JSON"""
    nasty = "A\x1b[2J\x07‮\nB\u200bC\t"
    fake.fixed["GET", "/api/contacts"] = {"items": [{
        "contact_id": 1, "place": "queue", "live": True, "caller": nasty,
        "queue": nasty, "agent": None}], "next": None}
    for form in ((), ("--csv",), ("--tsv",)):
        out = run("contact", "list", "--columns", "caller,queue", *form)[1]
        assert not set(out) & set("\x1b\x07‮\u200b"), repr(out)
        assert out.count("\n") == 2, repr(out)
    out = run("contact", "list", "--json")[1]
    assert "\x1b" not in out and json.loads(out)["items"][0]["caller"] == nasty

    def refuse(_):
        raise Problem(409, "x", nasty, nasty, nasty)
    fake.fixed["POST", "/api/contacts/1/end"] = refuse
    err = run("contact", "end", "1")[2]
    assert not set(err) & set("\x1b\x07‮\u200b"), repr(err)
    assert err.count("\n") == 1, repr(err)


def contacts_show_where_they_are():
    """an ended contact is shown as ended, a live one where it is"""
    fake.fixed["GET", "/api/contacts"] = {"items": [
        {"contact_id": 2, "place": "queue", "live": True, "for_us": 65000000,
         "cause": "caller_hung_up", "caller": "+34612555018"},
        {"contact_id": 1, "place": "queue", "live": False, "for_us": 0,
         "cause": "abandoned", "caller": None}], "next": None}
    out = run("contact", "list", "--columns",
              "contact-id,place,for-us,cause,caller")[1]
    rows = [line.split() for line in out.splitlines()[1:]]
    assert rows == [["2", "waiting", "1:05", "–", "+34612555018"],
                    ["1", "ended", "0:00", "abandoned", "–"]], out


def event(seq, **fields):
    return {"seq": seq, "at_us": seq * 1000000, "by": 0,
            "type": "contact_queued", "contact_id": 7, **fields}


def a_greeting_has_days():
    """when a greeting is heard is headed by days, which are no numbers"""
    fake.fixed["GET", "/api/voicemail/greetings"] = {"items": [
        {"box": "help", "greeting": "holiday", "from": "12-24",
         "until": "12-26"}]}
    for lang, first, last in (("en", "First day", "Last day"),
                              ("es", "Primer día", "Último día"),
                              ("cs", "První den", "Poslední den")):
        code, out, err = run("greeting", "list", "--lang", lang)
        assert (code, err) == (0, ""), (code, err)
        heading = " ".join(out.splitlines()[0].split())
        assert f" {first} {last} ".lower() in heading.lower(), heading


def events_go_page_by_page():
    """event list gathers pages after a number, up to the limit, and goes on
    where nothing of a page fits"""
    def page(request):
        query = dict(part.split("=") for part in
                     request.path.split("?")[1].split("&"))
        first, count = int(query["after"]) + 1, int(query["limit"])
        end = min(first + count, 1201)
        least = 1150 if "filter" in query else 0
        return {"items": [event(seq) for seq in range(first, end)
                          if seq >= least],
                "next": str(end - 1) if end < 1201 else None}
    fake.fixed["GET", "/api/events"] = page
    out = run("event", "list", "--after", "100", "--limit", "700",
              "--jsonl")[1].splitlines()
    assert len(out) == 700 and json.loads(out[0])["seq"] == 101
    out = run("event", "list", "--after", "1190")[1].splitlines()
    assert len(out) == 11 and "contact_queued" in out[-1], out[-1]
    assert "contact_id=7" in out[-1]
    out = run("event", "list", "--filter", "type ~ queued")[1].splitlines()
    assert len(out) == 1 + 51, len(out)  # and a heading
    code, _, err = run("event", "list", "--after", "-1")
    assert code == 2 and "--after" in err


def state_shows_three_tables():
    """state shows queues, agents and live contacts, or one object"""
    fake.fixed["GET", "/api/queues-now"] = {"items": [
        {"queue_id": 1, "name": "sales", "waiting": 11,
         "longest_waiting_us": 232000000, "agents_available": 0,
         "service_level_permille": 617}], "next": None}
    fake.fixed["GET", "/api/agents-now"] = {"items": [
        {"agent_id": 1, "name": "ana", "state": "available",
         "for_us": 4000000, "reachable": True}], "next": None}
    out = run("state")[1].split("\n\n")
    assert len(out) == 3, out
    assert out[0].splitlines()[0].split()[:4] == ["Queue", "Wait", "Oldest",
                                                  "Ready"], out[0]
    assert out[0].splitlines()[1].split()[:4] == ["sales", "11", "3:52", "0"]
    assert "61.7 %" in out[0] and "ready" in out[1]
    assert "Reachable" in out[1] and " yes " in out[1], out[1]
    assert "61,7 %" in run("state", "--lang", "cs")[1]
    assert len(out[2].splitlines()) == 2, out[2]
    data = json.loads(run("state", "--json")[1])
    assert [len(data[k]) for k in ("queues", "agents", "contacts")] == \
        [1, 1, 1]


def tasks_tell_how_they_ended():
    """verify says what the server found; not well is exit code 7"""
    fake.fixed["POST", "/api/server/verify"] = {"ok": True, "seq": 5,
                                                "detail": "5 events agree"}
    assert run("verify") == (0, "5 events agree\n", "")
    fake.fixed["POST", "/api/server/verify"] = {"ok": False, "seq": 5,
                                                "detail": "2 differ"}
    code, out, _ = run("verify")
    assert (code, out) == (7, "2 differ\n")
    fake.fixed["POST", "/api/server/backup"] = {"ok": True, "seq": 5,
                                                "detail": ""}
    assert run("backup", "monday")[0] == 0
    assert fake.requests[-1].body == {"name": "monday"}


def login_keeps_a_token():
    """login keeps the token in a file of mode 0600, and sends it from then"""
    fake.fixed["POST", "/api/sessions"] = {"token": "abc.DEF-123",
                                           "user_id": 1}
    code, out, err = run("login", "root", text="correct horse\n")
    assert (code, out) == (0, "signed in as root\n"), err
    assert fake.requests[-1].body == {"name": "root",
                                      "password": "correct horse"}
    path = os.path.join(place.name, ".config/cclite/tokens/local")
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(os.path.dirname(path)).st_mode) == 0o700
    run("queue", "list")
    assert fake.requests[-1].headers["Authorization"] == "Bearer abc.DEF-123"


def a_token_others_can_read_is_refused():
    """a token file that others can read is not used"""
    path = os.path.join(place.name, ".config/cclite/tokens/local")
    before = len(fake.requests)
    os.chmod(path, 0o640)
    code, _, err = run("queue", "list")
    assert code == 4 and path in err, (code, err)
    with open(path, "w", encoding="utf-8") as file:
        file.write("a\r\nX-Evil: 1\n")
    os.chmod(path, 0o600)
    assert run("queue", "list")[0] == 4
    assert len(fake.requests) == before
    other = os.path.join(place.name, "other")
    with open(other, "w", encoding="utf-8") as file:
        file.write("of.file\n")
    os.chmod(other, 0o600)
    assert run("queue", "list", env={"CCLITE_TOKEN_FILE": other})[0] == 0
    assert fake.requests[-1].headers["Authorization"] == "Bearer of.file"


def logout_forgets_it():
    """logout removes the token, also one that the server forgot"""
    path = os.path.join(place.name, ".config/cclite/tokens/local")
    with open(path, "w", encoding="utf-8") as file:
        file.write("abc\n")

    def refuse(_):
        raise Problem(401, "unauthorized", "", "Not signed in", "Sign in.")
    fake.fixed["DELETE", "/api/sessions/current"] = refuse
    assert run("logout")[:2] == (0, "signed out\n")
    assert not os.path.exists(path)


def passwords_are_never_arguments():
    """password reads from the input, or makes one and shows it once"""
    code, _, err = run("user", "password", "ana", "secret")
    assert code == 2 and "too many" in err
    assert run("device", "password", "201", text="long enough\n")[0] == 0
    assert fake.requests[-1].body == {"password": "long enough"}
    code, out, _ = run("device", "password", "201", "--generate")
    assert code == 0 and fake.requests[-1].body == {"password": out.strip()}
    assert len(out.strip()) == 20
    assert run("device", "password", "201", text="")[0] == 8


try:
    tap.run(prepare, commands_go_to_the_agent, oneself_need_not_be_named,
            transfers_name_a_place_or_a_number, dispositions_take_a_note,
            several_messages_go_one_after_the_other,
            what_every_one_would_meet_is_met_once, queues_are_assigned, the_state_is_refused, rights_are_told,
            what_is_somebody_elses_names_no_right_that_is_there,
            a_mistake_has_its_place,
            a_moment_is_told_as_it_was_understood, why_is_told_in_sentences, hostile_texts_are_made_safe,
            contacts_show_where_they_are, a_greeting_has_days, events_go_page_by_page,
            state_shows_three_tables,
            tasks_tell_how_they_ended, login_keeps_a_token,
            a_token_others_can_read_is_refused, logout_forgets_it,
            passwords_are_never_arguments)
finally:
    fake.stop()
    place.cleanup()
