#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people configure, from the command line to the requests."""

import json
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from fake_server import Fake, Problem  # noqa: E402
from shell import cclite, make_place  # noqa: E402
import tap  # noqa: E402

place = make_place()
fake = Fake(place.name)


def run(*arguments, **more):
    return cclite(place.name, *arguments, **more)


def adds_what_the_options_say():
    """add sends the settings given, durations in ms, and no others"""
    code, out, err = run("queue", "add", "sales", "--ring", "30s",
                         "--label", "Prodej", "--max-waiting=7")
    assert (code, out, err) == (0, "sales added\n", ""), (code, out, err)
    post = fake.asked("POST", "/api/queues")[-1]
    assert post.body == {"name": "sales", "ring_ms": 30000,
                         "label": "Prodej", "max_waiting": 7}, post.body
    assert len(post.headers["Idempotency-Key"]) == 32


def copies_what_another_has():
    """copy sends the settings of the other, but those that no two may have"""
    run("queue", "add", "first", "--ring", "40s", "--label", "Erste")
    code, out, err = run("queue", "copy", "first", "other", "--label", "Zweite")
    assert (code, out, err) == (0, "other added\n", ""), (code, out, err)
    body = fake.asked("POST", "/api/queues")[-1].body
    assert (body["name"], body["label"], body["ring_ms"]) == (
        "other", "Zweite", 40000), body
    assert "id" not in body and "version" not in body, body
    run("user", "add", "one", "--uid", "1000", "--role", "agent")
    run("user", "copy", "one", "two")
    body = fake.asked("POST", "/api/users")[-1].body
    assert body["name"] == "two" and body["role"] == "agent", body
    assert "uid" not in body, body


def full_after(asked, taken, wait_s):
    """A server that takes so many prompts, and then no more for a while."""
    def answer(request):
        asked.append(request.body["name"])
        if len(asked) == taken + 1:
            problem = Problem(429, "too_much_sound", "", "Too much sound.",
                              "Wait.")
            problem.retry_after = wait_s
            raise problem
        return fake.collection(request, "prompt")[2]
    fake.fixed["POST", "/api/prompts"] = answer


def apply_waits_until_more_is_taken():
    """config apply waits as long as the server takes no more sound, tells so,
    and goes on; but no quarter of an hour, nor does anything else wait"""
    path = os.path.join(place.name, "prompts.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"prompts": [{"name": name, "text": "Hello."}
                               for name in ("a", "b", "c")]}, file)
    asked = []
    full_after(asked, 1, 1)
    code, out, err = run("config", "apply", path)
    assert (code, asked) == (0, ["a", "b", "b", "c"]), (asked, err)
    assert out.splitlines() == ["prompts a: add", "prompts b: add",
                                "prompts c: add"], out
    assert err.startswith("cclite: 1 of 3 are done; the server takes more in "
                          "1 s. Waiting."), err
    fake.documents["prompt"].clear()
    asked = []
    full_after(asked, 1, 901)
    code, _, err = run("config", "apply", path)
    assert code and asked == ["a", "b"], (code, asked)
    assert "Too much sound." in err and "stopped here" in err, err
    asked = []
    full_after(asked, 0, 1)
    code, _, err = run("prompt", "add", "four", "--text", "Hello.")
    assert code and asked == ["four"] and "Too much sound." in err, err
    del fake.fixed["POST", "/api/prompts"]


def copies_a_flow_as_a_draft():
    """ivr copy sends the draft of the other, as the draft of a new flow"""
    text = {"name": "main", "nodes": [{"name": "bye", "type": "hang_up"}]}
    fake.fixed[("GET", "/api/ivr/flows/main/draft")] = text
    code, out, err = run("ivr", "copy", "main", "night")
    assert (code, out, err) == (0, "night added\n", ""), (code, out, err)
    body = fake.asked("POST", "/api/ivr/flows")[-1].body
    assert (body["name"], body["draft"]) == ("night", True), body
    assert json.loads(body["text"]) == text, body
    code, out, err = run("ivr", "copy", "nowhere", "other")
    assert code == 3 and out == "", (code, out, err)


def lists_what_flows_are_for():
    """ivr list tells the type of each flow to people, and its word to others"""
    flows = [{"id": 1, "version": 1, "name": "main", "flow_type": "inbound",
              "digest": "a" * 64, "draft": ""},
             {"id": 2, "version": 3, "name": "greeting", "flow_type": "part",
              "digest": "a" * 64, "draft": ""},
             {"id": 3, "version": 1, "name": "old", "flow_type": "unknown",
              "digest": "a" * 64, "draft": ""}]
    fake.fixed["GET", "/api/ivr/flows"] = {"items": flows, "next": None}
    code, out, err = run("ivr", "list")
    assert (code, err) == (0, ""), (code, out, err)
    for name, word in (("main", "inbound"), ("greeting", "sub-flow"),
                       ("old", "not told")):
        assert re.search(rf"\b{name} +{word} ", out), out
    code, out, err = run("ivr", "list", "--csv")
    assert re.search(r"^2,3,greeting,.*,part$", out, re.M), out
    del fake.fixed["GET", "/api/ivr/flows"]


def copies_only_what_there_is():
    """copy of nothing asks for nothing more, and tells it"""
    posts = len(fake.asked("POST", "/api/queues"))
    code, out, err = run("queue", "copy", "nowhere", "other")
    assert code == 3 and out == "" and "no such queue" in err, (code, out, err)
    assert len(fake.asked("POST", "/api/queues")) == posts


def two_posts_have_two_keys():
    """every POST has an Idempotency-Key of its own"""
    run("queue", "add", "second")
    keys = [r.headers["Idempotency-Key"]
            for r in fake.asked("POST", "/api/queues")]
    assert len(keys) == len(set(keys)) == 2


def tells_a_taken_name():
    """a refusal is one line with field, detail and fix, and exit code 1"""
    code, out, err = run("queue", "add", "sales")
    assert code == 1 and out == ""
    assert err == ("cclite: name: The name is taken. Choose another name: "
                   "this one is taken.\n"), err


def checks_values_before_sending():
    """a value that cannot be is told without asking the server"""
    before = len(fake.requests)
    for option, value in (("--ring", "30"), ("--ring", "0s"),
                          ("--max-waiting", "x"), ("--strategy", "nix"),
                          ("--max-waiting", "0"), ("--label", "a\x1bb")):
        code, _, err = run("queue", "add", "x", option, value)
        assert code == 2, (option, value, code)
        assert err.startswith(f"cclite: {option}: "), err
        assert err.count("\n") == 1 and "\x1b" not in err
    assert len(fake.requests) == before


def sets_only_what_is_named():
    """set sends the whole document with the version it was made from"""
    code, out, _ = run("queue", "set", "sales", "--ring", "5s")
    assert (code, out) == (0, "sales changed\n")
    put = fake.asked("PUT", "/api/queues/sales")[-1]
    assert put.headers["If-Match"] == '"1"'
    assert put.body == {"name": "sales", "ring_ms": 5000, "label": "Prodej",
                        "max_waiting": 7}, put.body


def set_without_settings_is_refused():
    """set without a setting changes nothing and says so"""
    before = len(fake.asked("PUT", "/api"))
    code, _, err = run("queue", "set", "sales")
    assert code == 2 and "nothing to change" in err
    assert len(fake.asked("PUT", "/api")) == before


def renames():
    """set --name gives another name"""
    assert run("queue", "set", "second", "--name", "third")[0] == 0
    assert fake.find("queue", "third")["id"] == 2


def tells_a_stale_version():
    """a change somebody overtook has exit code 6"""
    def overtake(request):
        document = fake.documents["queue"][1]
        answer = dict(document)
        document["version"] += 1
        return answer
    fake.fixed["GET", "/api/queues/sales"] = overtake
    code, _, err = run("queue", "set", "sales", "--ring", "6s")
    del fake.fixed["GET", "/api/queues/sales"]
    assert code == 6, (code, err)


def not_found_is_three():
    """what does not exist has exit code 3"""
    for verb in (("show",), ("set", "--ring", "5s"), ("remove", "--yes")):
        code, _, err = run("queue", verb[0], "nix", *verb[1:])
        assert code == 3, (verb, code)
        assert "There is no such queue" in err


def removes_after_asking():
    """remove wants --yes when nobody can be asked, and then removes"""
    code, _, err = run("queue", "remove", "third")
    assert code == 2 and "--yes" in err
    assert not fake.asked("DELETE", "/api/queues")
    code, out, _ = run("queue", "remove", "third", "--yes")
    assert (code, out) == (0, "third removed\n")
    assert fake.asked("DELETE", "/api/queues/third")


def references_are_names():
    """references are given and shown as names, or numbers as #7"""
    assert run("device", "add", "2041", "--mode", "on_demand")[0] == 0
    assert run("agent", "add", "ana", "--device", "2041")[0] == 0
    assert fake.asked("POST", "/api/agents")[-1].body["device_id"] == "2041"
    code, out, _ = run("agent", "list")
    assert out.splitlines()[1].split() == ["ana", "–", "–", "2041"], out
    assert run("agent", "set", "ana", "--device", "#1")[0] == 0
    assert fake.asked("PUT", "/api/agents")[-1].body["device_id"] == 1
    assert run("agent", "set", "ana", "--device", "none")[0] == 0
    assert fake.asked("PUT", "/api/agents")[-1].body["device_id"] == 0
    code, _, err = run("agent", "set", "ana", "--device", "#x")
    assert code == 2 and err.startswith("cclite: --device: ")


def digits_are_a_name():
    """a document called 1 is meant by 1, and number 1 by #1"""
    assert run("device", "add", "1", "--label", "one")[0] == 0
    assert "one" in run("device", "show", "1", "--json")[1]
    assert "2041" in run("device", "show", "#1", "--json")[1]
    assert run("device", "set", "1", "--label", "uno")[0] == 0
    assert fake.find("device", "1")["label"] == "uno"
    assert "label" not in fake.find("device", "2041")


def paths_are_escaped():
    """an argument cannot lead to another path"""
    code, _, _ = run("queue", "show", "../users?x=1#y z/é")
    assert code == 3
    path = fake.requests[-1].path
    assert path == "/api/queues/..%2Fusers%3Fx%3D1%23y%20z%2F%C3%A9", path


def shows_for_people():
    """show calls settings as the options are called"""
    code, out, _ = run("queue", "show", "sales")
    lines = [line.split() for line in out.splitlines()]
    assert ["ring", "5s"] in lines and ["label", "Prodej"] in lines, out


def lists_for_programs():
    """--json, --jsonl, --csv and --tsv give the same rows"""
    run("queue", "add", "a.b", "--label", '=1+1,"x"')
    code, out, _ = run("queue", "list", "--json")
    items = json.loads(out)["items"]
    assert [i["name"] for i in items] == ["sales", "a.b"], items
    lines = run("queue", "list", "--jsonl")[1].splitlines()
    assert [json.loads(line) for line in lines] == items
    out = run("queue", "list", "--csv", "--columns", "name,ring-ms,label")[1]
    assert out == ("name,ring_ms,label\nsales,5000,Prodej\n"
                   'a.b,,"\'=1+1,""x"""\n'), repr(out)
    out = run("queue", "list", "--tsv", "--columns", "name,label")[1]
    assert out == "name\tlabel\nsales\tProdej\na.b\t'=1+1,\"x\"\n", repr(out)


def formats_exclude_each_other():
    """two formats at once are a mistake"""
    code, _, err = run("queue", "list", "--json", "--csv")
    assert code == 2 and "--csv" in err and "--json" in err


def unknown_columns_are_named():
    """a column that does not exist is told by name"""
    code, _, err = run("queue", "list", "--columns", "name,nix")
    assert code == 2 and "nix" in err


def lists_go_page_by_page():
    """a list longer than a page is gathered, and --limit ends it"""
    def page(request):
        start = 500 if "cursor=500" in request.path else 0
        return {"items": [{"id": i, "name": f"u{i}"}
                          for i in range(start + 1, start + 501)],
                "next": None if start else 500}
    fake.fixed["GET", "/api/users"] = page
    out = run("user", "list", "--jsonl")[1]
    assert len(out.splitlines()) == 1000
    out = run("user", "list", "--jsonl", "--limit", "600")[1]
    assert len(out.splitlines()) == 600
    out = run("user", "list", "--jsonl", "--limit", "3", "--sort", "-name",
              "--filter", "role = agent")[1]
    assert len(out.splitlines()) == 3
    query = fake.asked("GET", "/api/users")[-1].path
    assert query == ("/api/users?sort=-name&filter=role%20%3D%20agent"
                     "&limit=3"), query
    del fake.fixed["GET", "/api/users"]


try:
    tap.run(adds_what_the_options_say, two_posts_have_two_keys,
            tells_a_taken_name, checks_values_before_sending,
            sets_only_what_is_named, set_without_settings_is_refused,
            renames, tells_a_stale_version, not_found_is_three,
            removes_after_asking, references_are_names, digits_are_a_name,
            paths_are_escaped,
            shows_for_people, lists_for_programs, formats_exclude_each_other,
            unknown_columns_are_named, lists_go_page_by_page,
            copies_what_another_has, copies_a_flow_as_a_draft,
            lists_what_flows_are_for,
            apply_waits_until_more_is_taken, copies_only_what_there_is)
finally:
    fake.stop()
    place.cleanup()
