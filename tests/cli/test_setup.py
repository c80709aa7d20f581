#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""setup, config export, diff and apply: whole configurations."""

import json
import os
import stat
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from fake_server import Fake, Problem  # noqa: E402
from shell import cclite, make_place  # noqa: E402
import tap  # noqa: E402

place = make_place()
fake = Fake(place.name)
fake.fixed["GET", "/api/me"] = {"user_id": 0, "agent_id": 0}

SETUP = """\
admin.name = root
admin.password = correct horse
trunk.address = 192.0.2.1:5060
[queue]
name = help
label = Help
[agent2]
name = petr.k
"""


def run(*arguments, **more):
    return cclite(place.name, *arguments, **more)


def write(name, text, mode=0o600):
    path = os.path.join(place.name, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    os.chmod(path, mode)
    return path


def count():
    return {kind: len(documents) for kind, documents in fake.documents.items()}


def setup_needs_answers():
    """setup without a terminal and without a file does nothing"""
    code, _, err = run("setup")
    assert code == 2 and "--file" in err, (code, err)
    assert not fake.asked("POST", "/api")


def setup_refuses_a_bad_file():
    """setup tells file and line of an answer that cannot stand"""
    path = write("bad.conf", SETUP + "nix = 1\n")
    code, _, err = run("setup", "--file", path)
    assert code == 2 and f"{path}:9:" in err, err
    path = write("short.conf", SETUP.replace("correct horse", "short"))
    assert run("setup", "--file", path)[0] == 2
    path = write("none.conf", "admin.name = x\n")
    code, _, err = run("setup", "--file", path)
    assert code == 2 and "admin.password" in err, err
    assert not fake.asked("POST", "/api")


def setup_checks_all_before_it_begins():
    """a bad value of the last agent is found before anything is made"""
    path = write("late.conf", SETUP + "[agent3]\nname = not a name\n")
    code, _, err = run("setup", "--file", path)
    assert code == 2 and f"{path}: agent3.name: " in err, (code, err)
    path = write("host.conf", SETUP.replace("192.0.2.1:5060", "192.0.2.1"))
    code, _, err = run("setup", "--file", path)
    assert code == 2 and f"{path}: trunk.address: Write an IP" in err, err
    assert not fake.asked("POST", "/api")


def setup_takes_back():
    """setup that cannot finish leaves nothing but the administrator"""
    def refuse(_):
        raise Problem(409, "number_taken", "number", "no", "no")
    fake.fixed["POST", "/api/agents"] = refuse
    code, out, err = run("setup", "--file", write("setup.conf", SETUP))
    del fake.fixed["POST", "/api/agents"]
    assert code == 1 and out == "", (code, out)
    left = {kind: n for kind, n in count().items() if n}
    assert left == {"user": 1}, (left, err)
    fake.documents["user"].clear()


def setup_keeps_why_agents_pause():
    """setup makes no reason to pause where somebody has made one already"""
    code, _, err = run("pause-reason", "add", "break", "--label", "Tea")
    assert code == 0, err
    code, _, err = run("setup", "--file", write("setup.conf", SETUP))
    assert (code, err) == (0, ""), (code, err)
    assert count()["pause_reason"] == 1 and count()["agent"] == 3, count()
    assert fake.find("pause_reason", "break")["label"] == "Tea"
    for documents in fake.documents.values():
        documents.clear()
    fake.assignments.clear()


def setup_makes_a_line():
    """setup makes an administrator, a way in, and three agents with phones"""
    code, out, err = run("setup", "--file", write("setup.conf", SETUP))
    assert (code, err) == (0, ""), (code, err)
    assert count() == {"user": 4, "device": 3, "agent": 3, "queue": 1,
                       "flow": 1, "trunk": 1, "entry": 1, "pause_reason": 1,
                       "disposition": 0, "team": 0, "prompt": 0, "route": 0,
                       "cap": 0, "skill": 0, "box": 0, "calendar": 0,
                       "caller_list": 0, "rule": 0,
                       "queue_rule": 0, "lookup": 0}, count()
    assert fake.find("trunk", "provider")["emergency"] == "112"
    pause = fake.find("pause_reason", "break")
    assert (pause["label"], pause["label_es"], pause["label_cs"]) == (
        "Break", "Descanso", "Přestávka"), pause
    admin = fake.find("user", "root")
    assert admin["role"] == "admin" and admin["uid"] == os.getuid()
    agent = fake.find("agent", "petr.k")
    assert agent["device_id"] == fake.find("device", "202")["id"]
    assert agent["user_id"] == fake.find("user", "petr.k")["id"]
    assert len(fake.assignments) == 3
    flow = json.loads(fake.texts[fake.find("flow", "main")["id"]])
    assert flow["nodes"][-1]["queue"] == "help"
    rows = [line.split() for line in out.splitlines()]
    assert [row[0] for row in rows[1:]] == ["ana", "petr.k", "eva"], out
    sent = [r.body["password"] for r in fake.asked("PUT", "/api/devices")]
    assert [row[3] for row in rows[1:]] == sent[-3:], (out, sent)
    assert len(set(sent[-3:])) == 3 and all(len(p) == 20 for p in sent)


def setup_refuses_a_second_time():
    """a server that is set up already is left alone"""
    posts = len(fake.asked("POST", "/api"))
    code, _, err = run("setup", "--file", write("setup.conf", SETUP))
    assert code == 1 and "set up already" in err, err
    assert len(fake.asked("POST", "/api")) == posts


def export_is_stable():
    """two exports are equal bytes, with names for references and no ids"""
    code, first, err = run("config", "export")
    assert (code, err) == (0, "")
    assert run("config", "export")[1] == first
    data = json.loads(first)
    agent = [a for a in data["agents"] if a["name"] == "petr.k"][0]
    assert agent["device_id"] == "202" and "id" not in agent, agent
    assert data["assignments"][0] == {"queue": "help", "agent": "ana",
                                      "priority": 1}
    assert "password" not in first
    write("all.json", first)


def own_export_is_no_change():
    """an export compared with its server changes nothing"""
    path = os.path.join(place.name, "all.json")
    # What the stand-in was not told, the file has as presets; apply tells it.
    assert run("config", "apply", path)[0] == 0
    assert run("config", "export")[1] != ""
    write("all.json", run("config", "export")[1])
    assert run("config", "diff", path, "--prune") == (0, "", "")
    writes = len(fake.asked("POST", "/api")) + len(fake.asked("PUT", "/api"))
    assert run("config", "apply", path, "--prune") == (0, "", "")
    assert writes == (len(fake.asked("POST", "/api")) +
                      len(fake.asked("PUT", "/api")))


def edited(change):
    with open(os.path.join(place.name, "all.json"), encoding="utf-8") as file:
        data = json.load(file)
    change(data)
    return write("edited.json", json.dumps(data))


def enlarge(data):
    help_queue = data["queues"][0]
    help_queue["ring_ms"] = 7000
    data["queues"].append({"name": "night", "overflow_to": "queue",
                           "overflow_id": "help"})
    help_queue["overflow_to"] = "flow"
    help_queue["overflow_id"] = "closed"
    data["flows"].append({"name": "closed", "text": {"nodes": [
        {"name": "n", "type": "queue", "queue": "night"}]}})
    data["assignments"].append({"queue": "night", "agent": "eva",
                                "priority": 2})
    data["devices"] = [d for d in data["devices"] if d["name"] != "203"]
    for agent in data["agents"]:
        if agent["name"] == "eva":
            agent["device_id"] = ""


def diff_tells_each_change():
    """diff names what would be added, changed and removed, and does nothing"""
    writes = len(fake.requests) - len(fake.asked("GET", "/"))
    code, out, err = run("config", "diff", edited(enlarge), "--prune")
    assert (code, err) == (0, ""), err
    assert out.splitlines() == [
        'agents eva: device_id "203" -> ""',
        "queues night: add",
        "flows closed: add",
        "queues night: set its overflow",
        'queues help: overflow_to "hang_up" -> "flow"',
        'queues help: overflow_id "" -> "closed"',
        "queues help: ring_ms 20000 -> 7000",
        "assignments night/eva: add",
        "devices 203: remove",
    ], out
    assert run("config", "apply", edited(enlarge), "--prune",
               "--dry-run")[1] == out
    assert writes == len(fake.requests) - len(fake.asked("GET", "/"))


def apply_does_it_in_order():
    """apply makes what others refer to first, with If-Match, and tells it"""
    code, out, err = run("config", "apply", edited(enlarge), "--prune")
    assert (code, err) == (0, ""), err
    assert fake.find("queue", "help")["overflow_id"] == \
        fake.find("flow", "closed")["id"]
    assert fake.find("queue", "night")["overflow_id"] == \
        fake.find("queue", "help")["id"]
    assert "203" not in [d["name"] for d in fake.documents["device"].values()]
    assert all(r.headers.get("If-Match")
               for r in fake.asked("DELETE", "/api"))
    assert out.splitlines()[-1] == "devices 203: remove"
    assert run("config", "diff", os.path.join(place.name, "edited.json"),
               "--prune") == (0, "", "")


def apply_keeps_what_is_not_named():
    """without --prune nothing is removed"""
    def empty(data):
        for part in data:
            data[part] = []
    before = len(fake.asked("DELETE", "/api"))
    assert run("config", "apply", edited(empty)) == (0, "", "")
    assert len(fake.asked("DELETE", "/api")) == before


def apply_stops_at_a_refusal():
    """apply tells where it stopped, and with which exit code"""
    def rename(data):
        data["queues"][0]["ring_ms"] = 9000
        data["entries"][0]["flow_id"] = "nix"
    code, out, err = run("config", "apply", edited(rename))
    assert code == 3, (code, err)
    assert "entries main: stopped here" in err, err
    assert "ring_ms" in out


def files_are_read_strictly():
    """a mistake in a file is told with its place, before anything is asked"""
    before = len(fake.requests)
    for text, place_of in (
            ("[]", "bad.json"), ("{", "bad.json:1:"),
            ('{"nix": []}', "nix"), ('{"queues": {}}', "queues"),
            ('{"queues": [{"name": "a", "nix": 1}]}', "queues[0].nix"),
            ('{"queues": [{"name": "a", "ring_ms": -1}]}',
             "queues[0].ring_ms"),
            ('{"queues": [{"name": "a"}, {"name": "a"}]}', "queues[1].name"),
            ('{"queues": [{"name": "a", "id": 5}]}', "queues[0].id"),
            ('{"entries": [{"name": "a", "number": "1"}]}',
             "entries[0].flow_id"),
            ('{"flows": [{"name": "a", "text": {"nodes": [{}]}}]}',
             "flows[0].text.nodes[0]"),
            ('{"assignments": [{"queue": "a"}]}', "assignments[0].agent"),
            ('{"team_assignments": [{"queue": "a"}]}',
             "team_assignments[0].team"),
            ('{"levels": [{"agent": "a", "skill": "es"}]}',
             "levels[0].level"),
            ('{"levels": [{"agent": "a", "skill": "es", "level": 101}]}',
             "levels[0].level"),
            ('{"levels": [{"agent": "a", "skill": "es", "level": 1, "x": 1}]}',
             "levels[0]")):
        code, out, err = run("config", "apply", write("bad.json", text))
        assert code == 2 and out == "", (text, code)
        assert place_of in err and err.count("\n") == 1, (text, err)
    assert len(fake.requests) == before


def phone_writes_an_account():
    """phone writes an account for baresip that only its owner can read"""
    run("device", "set", "202", "--mode", "on_demand")
    code, out, err = run("phone", "202", "--directory", "bs",
                         "--registrar", "192.0.2.9:5070", text="s3cret\n")
    assert code == 0, err
    path = os.path.join(place.name, "bs", "accounts")
    with open(path, encoding="utf-8") as file:
        line = file.read()
    assert line == ("<sip:202@192.0.2.9:5070>;auth_pass=s3cret;"
                    "answermode=auto;regint=300\n"), line
    assert stat.S_IMODE(os.stat(path).st_mode) == 0o600
    for told, registrar in (("127.0.7.1:5071", "127.0.7.1:5071"),
                            ("[2001:db8::1]:5060", "[2001:db8::1]:5060"),
                            (":5071", "127.0.0.1:5071"), ("", "127.0.0.1")):
        fake.fixed["GET", "/api/server"] = {"sip_address": told}
        run("phone", "201", "--directory", "bs", "--force", text="x\n")
        with open(path, encoding="utf-8") as file:
            line = file.read()
        assert f"<sip:201@{registrar}>" in line, line
        assert "answermode=manual" in line
    for srtp, encryption in (("required", "srtp-mand"), ("optional", "srtp")):
        run("device", "set", "201", "--srtp", srtp)
        for told, registrar in (("127.0.7.1:5071", "127.0.7.1"),
                                ("[2001:db8::1]:5060", "[2001:db8::1]")):
            fake.fixed["GET", "/api/server"] = {"sip_address": told}
            run("phone", "201", "--directory", "bs", "--force", text="x\n")
            with open(path, encoding="utf-8") as file:
                line = file.read()
            assert f"<sip:201@{registrar};transport=tls>" in line, line
            assert line.endswith(f";mediaenc={encryption}\n"), line
    run("device", "set", "201", "--srtp", "no")
    del fake.fixed["GET", "/api/server"]
    code, _, err = run("phone", "202", "--directory", "bs", "--force",
                       text="a;regint=1\n")
    assert code == 2, err


def phone_asks_before_it_replaces_another():
    """the account of another phone or server is replaced by --force only,
    one's own always; comments of baresip are nobody's"""
    path = os.path.join(place.name, "bs", "accounts")
    run("phone", "201", "--directory", "bs", "--force", text="x\n")
    with open(path, encoding="utf-8") as file:
        before = file.read()
    code, _, err = run("phone", "202", "--directory", "bs", text="x\n")
    assert code == 1 and path.split("/")[-1] in err and "--force" in err, err
    with open(path, encoding="utf-8") as file:
        assert file.read() == before
    for own in ((), ("--registrar", "127.0.0.1:5099")):
        assert run("phone", "201", "--directory", "bs", *own,
                   text="y\n")[0] == 0
    for host in ("sip.example.net", "127.0.0.12", "[2001:db8::1]:5060"):
        code, _, err = run("phone", "201", "--directory", "bs",
                           "--registrar", host, text="x\n")
        assert code == 1 and "at another server" in err, (host, code, err)
    os.rename(path, path + ".kept")
    os.symlink("accounts", path)  # which nobody can open
    code, _, err = run("phone", "201", "--directory", "bs", text="x\n")
    assert code not in (0, 1) and path.split("/")[-1] in err, (code, err)
    assert os.path.islink(path)
    os.rename(path + ".kept", path)
    with open(path, "w", encoding="utf-8") as file:
        file.write("# SIP accounts\n\n#<sip:user@domain>\n")
    assert run("phone", "202", "--directory", "bs", text="x\n")[0] == 0
    assert run("phone", "201", "--directory", "bs", "--force",
               text="x\n")[0] == 0


try:
    tap.run(setup_needs_answers, setup_refuses_a_bad_file,
            setup_checks_all_before_it_begins, setup_takes_back,
            setup_keeps_why_agents_pause, setup_makes_a_line,
            setup_refuses_a_second_time,
            export_is_stable, own_export_is_no_change,
            diff_tells_each_change, apply_does_it_in_order,
            apply_keeps_what_is_not_named, apply_stops_at_a_refusal,
            files_are_read_strictly, phone_writes_an_account,
            phone_asks_before_it_replaces_another)
finally:
    fake.stop()
    place.cleanup()
