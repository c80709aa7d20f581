#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""cclite and cclited together, from an empty server to an explained call."""

import json
import os
import re
import sys

sys.path.insert(0, os.path.join(os.environ.get("top_srcdir", "."),
                                "tests", "scenario"))
import place  # noqa: E402
import tap  # noqa: E402
from server import Server  # noqa: E402
from sip_peer import Peer  # noqa: E402

PROVIDER = place.host(1)
SETUP = f"""\
admin.name = root
admin.password = correct horse
trunk.address = {PROVIDER}:5060
entry.number = 200
"""

server = Server().start()
passwords = {}


def run(*arguments, text=None, **environment):
    return server.command(*arguments, text=text, environment={
        "HOME": place.directory(),
        "CCLITE_LOCALE_DIR": os.path.join(place.BUILD, "po"), **environment})


def done(*arguments, **more):
    code, out, err = run(*arguments, **more)
    assert (code, err) == (0, ""), (arguments, code, err)
    return out


def setup_makes_it_ready():
    """one file makes an empty server ready, and only once"""
    path = place.write("setup.conf", SETUP)
    os.chmod(path, 0o600)
    for one in json.loads(done("setup", "--file", path, "--json"))["items"]:
        passwords[one["agent"]] = (one["password"], one["phone"],
                                   one["phone_password"])
    assert sorted(passwords) == ["ana", "eva", "petr"], passwords
    assert run("setup", "--file", path)[0] == 1


def every_list_and_every_document_is_shown():
    """each kind of document can be listed and shown in each format"""
    done("pause-reason", "add", "lunch", "--label", "Lunch")
    done("disposition", "add", "sold", "--label", "Sold")
    done("team", "add", "north", "--label", "North")
    done("prompt", "add", "hello", "--language", "es")
    done("route", "add", "uk", "--number", "+44*", "--strip", "1")
    done("skill", "add", "es", "--label", "Spanish")
    done("cap", "add", "each", "--scope", "agent", "--max-calls", "3")
    done("box", "add", "post", "--extension", "700")
    done("calendar", "add", "office", "--hours", "mon-fri 09:00-18:00")
    done("list", "add", "vip", "--country", "34")
    done("rule", "add", "to-sales", "--condition", "caller in vip",
         "--to", "busy")
    done("queue-rule", "add", "night", "--queue", "sales", "--cause", "closed",
         "--target", "announcement", "--target-name", "hello")
    for kind in ("user", "device", "agent", "queue", "ivr", "trunk", "entry",
                 "pause-reason", "disposition", "team", "prompt", "route",
                 "cap", "skill", "box", "calendar", "list", "rule",
                 "queue-rule"):
        items = json.loads(done(kind, "list", "--json"))["items"]
        assert items, kind
        for form in ("--jsonl", "--csv", "--tsv"):
            extra = 0 if form == "--jsonl" else 1
            lines = done(kind, "list", form).splitlines()
            assert len(lines) == len(items) + extra, (kind, form)
        shown = json.loads(done(kind, "show", items[0]["name"], "--json"))
        assert shown == items[0], (kind, shown)
    out = done("queue", "close", "sales", "--message", "hello",
               "--until", "2099-01-01")
    assert re.fullmatch(r"--until: .+ \(2099-01-01T00:00Z?\S*\)\ndone\n",
                        out), out
    for arguments in (("queue", "open", "--all"), ("queue", "close", "--all"),
                      ("queue", "open", "sales")):
        assert done(*arguments) == "done\n", arguments
    assert run("queue", "close")[0] == 2
    assert run("queue", "close", "sales", "--all")[0] == 2
    for arguments in (("me",), ("server", "status"), ("state",),
                      ("queue", "stats", "sales"), ("agent", "state", "ana"),
                      ("queue", "waiting", "sales"),
                      ("queue", "agents", "sales")):
        assert done(*arguments), arguments


def a_queue_goes_back():
    columns = ("--tsv", "--columns", "version,user,field,was,became")
    rows = place.wait_until("the last version is kept", lambda: [
        rows for rows in [done("queue", "versions", "night",
                               *columns).splitlines()]
        if rows[1:] and rows[1].startswith("2\t")])[0]
    assert rows[1:3] == ["2\troot\tring_ms\t7s\t8s",
                         "1\troot\tname\t\tnight"], rows
    done("queue", "rollback", "night", "1")
    queue = json.loads(done("queue", "show", "night", "--json"))
    assert (queue["ring_ms"], queue["overflow_id"], queue["version"]) == (
        7000, 1, 3), queue
    code, _, err = run("queue", "rollback", "night", "99")
    assert code == 3 and "99" in err and err.count("\n") == 1, (code, err)


def documents_are_changed_and_removed():
    """add, set and remove do so, also for a phone whose name is a number"""
    done("queue", "add", "night", "--overflow-to", "queue",
         "--overflow", "sales", "--ring", "7s")
    queue = json.loads(done("queue", "show", "night", "--json"))
    assert queue["ring_ms"] == 7000 and queue["overflow_id"] == 1, queue
    done("queue", "set", "night", "--ring", "8s")
    queue = json.loads(done("queue", "show", "night", "--json"))
    assert (queue["ring_ms"], queue["version"]) == (8000, 2), queue
    a_queue_goes_back()
    code, _, err = run("queue", "remove", "sales", "--yes")
    assert code == 1 and "refers to it" in err, err
    done("queue", "remove", "night", "--yes")
    assert run("queue", "show", "night")[0] == 3
    done("device", "add", "1", "--label", "one")
    assert json.loads(done("device", "show", "1", "--json"))["id"] == 4
    done("device", "remove", "1", "--yes")
    assert json.loads(done("device", "show", "#1", "--json"))["name"] == "201"


def sorting_and_filtering_are_the_servers():
    """--sort, --filter and --limit choose rows"""
    rows = done("user", "list", "--filter", "role = agent", "--sort", "-name",
                "--limit", "2", "--tsv", "--columns", "name").splitlines()
    assert rows == ["name", "petr", "eva"], rows
    code, _, err = run("user", "list", "--filter", "= =")
    assert code == 1 and err.count("\n") == 1, (code, err)


def a_configuration_goes_there_and_back():
    """an export is no change; an edited one becomes so, and then is none"""
    path = place.write("centre.json", done("config", "export"))
    assert done("config", "diff", path, "--prune") == ""
    with open(path, encoding="utf-8") as file:
        data = json.load(file)
    data["queues"].append({"name": "late", "overflow_to": "flow",
                           "overflow_id": "closed"})
    data["queues"][0].update(overflow_to="queue", overflow_id="late",
                             ring_ms=9000)
    data["flows"].append({"name": "closed", "text": {"nodes": [
        {"name": "q", "type": "queue", "queue": "late"}]}})
    data["assignments"].append({"queue": "late", "agent": "eva",
                                "priority": 4})
    data["teams"].append({"name": "south"})
    data["team_assignments"].append({"team": "south", "queue": "late",
                                     "priority": 3, "delay_ms": 5000})
    data["levels"].append({"agent": "eva", "skill": "es", "level": 0})
    data["dispositions"] = []
    place.write("centre.json", json.dumps(data))
    told = done("config", "diff", path, "--prune")
    assert "queues late: add" in told and "dispositions sold: remove" in told
    assert "levels eva/es: add" in told, told
    assert "team_assignments south/late: add" in told, told
    assert done("config", "apply", path, "--prune") == told
    assert done("config", "diff", path, "--prune") == ""
    data["levels"][0]["level"] = 80
    data["team_assignments"] = []
    place.write("centre.json", json.dumps(data))
    assert done("config", "apply", path, "--prune").splitlines() == [
        "levels eva/es: level 0 -> 80", "team_assignments south/late: remove"]
    assert json.loads(done("agent", "skills", "eva",
                           "--json"))["items"][0]["level"] == 80
    # what is for an hour is no configuration
    done("queue", "assign", "late", "eva", "--priority", "9",
         "--until", "2099-01-01T00:00")
    assert done("config", "diff", path, "--prune") == ""
    # and ends when what is for good is changed
    data["assignments"][-1].update(priority=6, delay_ms=0)
    place.write("centre.json", json.dumps(data))
    done("config", "apply", path)
    assert done("config", "diff", path) == ""
    assert duty_of("eva", "late") == (6, 0, 0), duty_of("eva", "late")
    # what a command leaves out stays
    done("queue", "assign", "late", "eva", "--delay", "20s",
         "--until", "2099-01-01T00:00")
    until = duty_of("eva", "late")[2]
    assert until and duty_of("eva", "late") == (6, 20000, until)
    done("queue", "assign", "late", "eva", "--priority", "3")
    assert duty_of("eva", "late") == (3, 20000, until), duty_of("eva", "late")
    done("queue", "assign", "late", "eva", "--until", "0", "--delay", "0")
    assert duty_of("eva", "late") == (3, 0, 0), duty_of("eva", "late")
    place.write("centre.json", done("config", "export").replace(
        '"ring_ms": 9000', '"ring_ms": 20000'))
    done("config", "apply", path)
    # a flow and an overflow lead to it: another one takes its place
    done("queue", "add", "spare")
    assert run("queue", "remove", "late", "--yes")[0] == 1
    gone = json.loads(done("queue", "remove", "late", "--replacement", "spare",
                           "--yes", "--json"))
    assert (gone["name"], gone["moved"]["by"]) == ("late", "spare"), gone
    assert gone["moved"]["queues"] == gone["moved"]["flows"] == 1, gone
    assert gone["moved"]["waiting"] == 0, gone
    data = json.loads(done("config", "export"))
    assert [q["overflow_id"] for q in data["queues"]
            if q["name"] == "sales"] == ["spare"], data["queues"]
    assert [f["text"]["nodes"][0]["queue"] for f in data["flows"]
            if f["name"] == "closed"] == ["spare"], data["flows"]
    assert "eva" in done("skill", "levels")


def duty_of(agent, queue):
    """its priority, delay in ms and end in µs"""
    return [(a["priority"], a["delay_ms"], a["until_us"])
            for a in json.loads(done("queue", "agents", queue,
                                     "--json"))["items"]
            if a["agent"] == agent][0]


def a_person_signs_in_from_afar():
    """login keeps a token that works until logout, for that server only"""
    url = f"http://{server.address}:8080"
    assert run("queue", "list", "--server", url)[0] == 4
    code, _, err = run("login", "ana", "--server", url, text="wrong horse\n")
    assert code == 4 and err.count("\n") == 1, err
    done("login", "ana", "--server", url, text=passwords["ana"][0] + "\n")
    assert json.loads(done("me", "--server", url, "--json"))["name"] == "ana"
    code, _, err = run("queue", "set", "sales", "--ring", "9s",
                       "--server", url)
    assert code == 4, (code, err)
    done("logout", "--server", url)
    assert run("queue", "list", "--server", url)[0] == 4


def keys_are_made_and_revoked():
    """an API key is shown once, works from a file, and can be revoked"""
    url = f"http://{server.address}:8080"
    path = place.write("key", done("user", "token", "ana", "--label", "x"))
    os.chmod(path, 0o600)
    done("queue", "list", "--server", url, CCLITE_TOKEN_FILE=path)
    number = done("user", "tokens", "ana", "--tsv", "--columns",
                  "id").splitlines()[1]
    done("user", "revoke", "ana", number)
    assert run("queue", "list", "--server", url,
               CCLITE_TOKEN_FILE=path)[0] == 4


def a_call_is_worked_and_explained():
    """an agent works a call by commands, and why tells the routing"""
    _, phone_name, secret = passwords["ana"]
    trunk = Peer(PROVIDER, 5060, name="0044700900123")
    phone = Peer(server.address, name=phone_name)
    answer = phone.register(server.sip, secret,
                            realm=server.settings["sip.realm"])
    assert answer.status == 200, answer
    done("agent", "log-in", "ana")
    done("agent", "available", "ana")

    call = trunk.call(f"sip:200@{server.sip[0]}", server.sip, hertz=440,
                      caller="+447700900123").wait_answer()
    ring = phone.next_call()
    ring.ring()
    ring.answer(hertz=620)
    call.wait_hears(620)

    def state():
        return json.loads(done("agent", "state", "ana", "--json"))["state"]
    place.wait_until("ana is talking", lambda: state() == "talking")
    assert "+447700900123" in done("state")
    contact = done("contact", "list", "--tsv", "--columns",
                   "contact-id").splitlines()[1]
    done("agent", "hold", "ana")
    assert run("agent", "hold", "ana")[0] == 1
    done("agent", "resume", "ana")
    done("agent", "hang-up", "ana")
    call.wait_end()
    place.wait_until("ana is wrapping up", lambda: state() == "acw")

    english = done("contact", "why", contact)
    assert "ana is chosen" in english and "offline" in english, english
    assert "The contact ended. · ana · agent hung up" in english or \
        "The contact ended. · sales · ana · agent hung up" in english, english
    czech = done("contact", "why", contact, "--lang", "cs")
    assert "zavěsil operátor" in czech and "_" not in czech, czech
    assert "ana" in czech and "chosen" not in czech, czech
    assert "agent hung up" in done("contact", "list")
    assert "offer_made" in done("contact", "events", contact)
    types = [json.loads(line)["type"] for line in
             done("event", "list", "--jsonl").splitlines()]
    assert {"contact_arrived", "talk_began", "contact_ended"} <= set(types)
    last = json.loads(done("state", "--json"))
    assert last["contacts"] == [], last["contacts"]
    code, _, err = run("contact", "end", contact)
    assert code in (1, 3), (code, err)
    trunk.close()
    phone.close()


def tail_follows():
    """event tail tells each event once, also over a server that is killed"""
    begin = json.loads(done("event", "list", "--jsonl", "--limit",
                            "100000").splitlines()[-1])["seq"]
    command = [os.path.join(place.BUILD, "cclite"), "event", "tail",
               "--jsonl", "--after", str(begin)]
    environment = {**os.environ, **server.environment,
                   "CCLITE_SOCKET": server.socket, "HOME": place.directory()}

    def told():
        return [json.loads(line) for line in
                place.text_of("tail").splitlines() if line.startswith("{")]

    tail = place.start(command, "tail", env=environment)
    done("pause-reason", "add", "tea")
    place.wait_until("the reason is told", lambda: any(
        e["type"] == "pause_reason_set" for e in told()))
    server.kill()
    server.start()
    done("pause-reason", "remove", "tea", "--yes")
    place.wait_until("the removal is told", lambda: any(
        e["type"] == "pause_reason_removed" for e in told()))
    numbers = [e["seq"] for e in told()]
    assert numbers == list(range(begin + 1, begin + 1 + len(numbers))), numbers
    place.end(tail)
    code, out, err = run("event", "tail", "--limit", "2", "--jsonl", "--after",
                         "0", "--filter", "type = user_set")
    assert (code, err) == (0, ""), (code, err)
    assert [json.loads(line)["type"] for line in out.splitlines()] == \
        ["user_set"] * 2, out
    assert run("event", "tail", "--limit", "1", "--after", "0", "--filter",
               "nonsense")[0] == 1
    code, _, err = run("event", "tail", "--after", "0",
                       CCLITE_SOCKET="/nowhere")
    assert code == 5 and "/nowhere" in err, (code, err)
    assert run("event", "tail", "--after", "-1")[0] == 2


def ones_own_call_is_worked_by_commands():
    """whoever is signed in works a call with call and state, from afar"""
    url = f"http://{server.address}:8080"
    password, phone_name, secret = passwords["ana"]

    def mine(*arguments):
        return done(*arguments, "--server", url)

    def state():
        return json.loads(mine("state", "show", "--json"))

    trunk = Peer(PROVIDER, 5060, name="0044700900123")
    phone = Peer(server.address, name=phone_name)
    assert phone.register(server.sip, secret,
                          realm=server.settings["sip.realm"]).status == 200
    done("disposition", "add", "resolved")
    done("login", "ana", "--server", url, text=password + "\n")
    mine("call", "dispose", "resolved", "--then", "offline")
    assert state()["state"] == "offline"
    mine("state", "set", "ready")
    code, _, err = run("call", "current", "--server", url)
    assert code == 3 and "no call" in err, (code, err)
    assert run("check", "queue", "sales", "--crit", "ready<1", "--server",
               url)[0] == 0

    call = trunk.call(f"sip:200@{server.sip[0]}", server.sip, hertz=440,
                      caller="+447700900123").wait_answer()
    ring = phone.next_call()
    ring.ring()
    ring.answer(hertz=620)
    call.wait_hears(620)
    place.wait_until("ana is talking", lambda: state()["state"] == "talking")
    assert "+447700900123" in mine("call", "current")
    place.wait_until("the way is told", lambda: json.loads(
        mine("call", "path", "--json"))["items"])
    earlier = json.loads(mine("call", "previous", "--json"))["items"]
    assert [one["agent"] for one in earlier] == ["ana"], earlier
    mine("call", "mute")
    assert state()["muted"]
    code, _, err = run("call", "mute", "--server", url)
    assert code == 1 and "muted" in err, (code, err)
    mine("call", "digits", "12#")
    place.wait_until("the keys are there",
                     lambda: len({e[0] for e in call.media.events}) == 3)
    mine("call", "unmute")
    mine("state", "set", "pause", "lunch")
    assert state()["requested_state"] == "paused"
    mine("state", "cancel")
    assert not state()["has_request"]
    targets = json.loads(mine("call", "targets", "--json"))["items"]
    assert {"queue", "agent", "flow", "voicemail"} == {
        t["to"] for t in targets}
    mine("call", "hangup")
    call.wait_end()
    place.wait_until("ana is wrapping up", lambda: state()["state"] == "acw")
    mine("call", "extend")
    mine("call", "dispose", "resolved", "--note", "all well", "--reason",
         "lunch")
    assert (state()["state"], state()["reason"]) == ("paused", "Lunch")
    used = {p["name"]: p["used_us"] for p in json.loads(
        mine("state", "pauses", "--json"))["items"]}
    assert used["lunch"] > 0, used
    code, out, _ = run("check", "queue", "sales", "--crit", "ready<1",
                       "--server", url)
    assert code == 2 and out.startswith("QUEUE CRITICAL - sales: "), out
    mine("state", "set", "offline")
    assert state()["state"] == "offline"
    done("logout", "--server", url)
    trunk.close()
    phone.close()


def the_server_keeps_its_books():
    """verify agrees, backup copies, drain ends the server"""
    assert "differences=0" in done("verify")
    done("backup", "monday")
    code, _, err = run("backup", "monday")
    assert code == 1 and err.count("\n") == 1, (code, err)
    done("server", "drain")
    place.wait_until("the server has gone", server.is_gone)
    assert run("queue", "list")[0] == 5


try:
    tap.run(setup_makes_it_ready, every_list_and_every_document_is_shown,
            documents_are_changed_and_removed,
            sorting_and_filtering_are_the_servers,
            a_configuration_goes_there_and_back, a_person_signs_in_from_afar,
            keys_are_made_and_revoked, a_call_is_worked_and_explained,
            ones_own_call_is_worked_by_commands, tail_follows,
            the_server_keeps_its_books)
finally:
    if not server.is_gone():
        server.stop()
