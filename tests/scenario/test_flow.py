# SPDX-License-Identifier: GPL-3.0-or-later
"""What callers hear and choose, and where a queue that cannot take them leads."""

import json
import os
import time

import place
import tap
from centre import Centre, FLOW
from wav import tone_file

SHORT_MENU = {**FLOW, "nodes": [
    {**node, **({"wait_ms": 500, "prompt": "no_input"}
                if node["name"] == "menu" else {})}
    for node in FLOW["nodes"]]}
LANGUAGES = {"nodes": [
    {"name": "answer", "type": "answer", "next": "which"},
    {"name": "which", "type": "menu", "prompt": "language", "tries": 1,
     "choices": {"3": "czech"}, "on_timeout": "say", "on_invalid": "say"},
    {"name": "czech", "type": "set_language", "language": "cs",
     "next": "say"},
    {"name": "say", "type": "play", "prompt": "goodbye", "next": "end"},
    {"name": "end", "type": "hang_up"},
]}

centre = Centre(flow=SHORT_MENU)
api = centre.api
api.post("/api/pause-reasons", name="break", label="Break")
centre.publish("languages", LANGUAGES)
api.post("/api/entries", name="languages", number="300",
         flow_id="languages", language="es")


def says(prompt):
    """A flow that plays it, or says that it cannot."""
    return {"nodes": [
        {"name": "answer", "type": "answer", "next": "say"},
        {"name": "say", "type": "play", "prompt": prompt,
         "next": "end", "on_error": "sorry"},
        {"name": "sorry", "type": "play", "prompt": "error", "next": "end",
         "on_error": "end"},
        {"name": "end", "type": "hang_up"}]}


def steps_of(contact):
    return [(event["node_name"] if event["type"] == "step_began"
             else event["exit"])
            for event in centre.events_of(contact)
            if event["type"] in ("step_began", "step_ended")]


def nothing_pressed():
    """who presses nothing hears the menu twice, each time as long as it waits
    for a key, and then waits for support, and for nothing else"""
    call = centre.caller(hertz=440).wait_answer()
    contact = centre.last_contact()["contact_id"]
    for tries in (1, 2):
        place.wait_until(f"menu {tries} is heard", lambda n=tries: _tries(
            contact) >= n and call.media.hears_something())
    place.wait_until("it waits", lambda: api.get(
        f"/api/contacts/{contact}")["queue"] == "support")
    steps = steps_of(contact)
    assert steps[:7] == ["answer", "done", "menu", "timeout", "menu",
                         "timeout", "support"], steps
    assert steps[7:] in ([], ["done"]), steps
    menus = [e["at_us"] for e in centre.events_of(contact)
             if e["type"] in ("step_began", "step_ended")][2:6]
    assert min(menus[1] - menus[0], menus[3] - menus[2]) > 500000, menus
    waits = [e["queue_id"] for e in centre.told(contact, "contact_queued")]
    assert waits == [api.get("/api/queues/support")["id"]], waits
    assert not _digits(contact), _digits(contact)
    call.hang_up()
    ended = centre.wait_ended(contact)
    assert ended["cause"] == "abandoned", ended


def wrong_keys():
    """who presses wrong keys until the tries are spent is let go"""
    call = centre.caller(hertz=440).wait_answer()
    contact = centre.last_contact()["contact_id"]
    for tries in (1, 2):
        place.wait_until("the menu waits", lambda: _tries(contact) == tries)
        call.media.press("9")
    call.wait_end()
    ended = centre.wait_ended(contact)
    assert ended["cause"] == "flow_ended", ended
    assert "invalid" in steps_of(contact), steps_of(contact)


def _tries(contact):
    """Which try of the menu it is in."""
    return max((event["tries"] for event in
                centre.events_of(contact)
                if event["type"] == "step_began"), default=0)


def _digits(contact):
    return [event for event in centre.events_of(contact)
            if event["type"] == "digit_pressed"]


def one_key_is_one_key():
    """a key whose packets come in tens is one key in the journal"""
    call = centre.in_queue("1")
    contact = centre.last_contact()["contact_id"]
    place.wait_until("it waits", lambda: api.get(
        f"/api/contacts/{contact}")["queue"] == "sales")
    assert len(_digits(contact)) == 1, _digits(contact)
    call.hang_up()
    centre.wait_ended(contact)


def a_key_by_info():
    """a key by INFO is a key, too"""
    call = centre.caller(hertz=440).wait_answer()
    contact = centre.last_contact()["contact_id"]
    answer = call.request("INFO", headers=[
        ("Content-Type", "application/dtmf-relay")],
        body=b"Signal=1\r\nDuration=160\r\n")
    assert answer.status == 200
    place.wait_until("it waits", lambda: api.get(
        f"/api/contacts/{contact}")["queue"] == "sales")
    call.hang_up()
    centre.wait_ended(contact)


def a_language_is_chosen():
    """the language chosen is the language of what is said next"""
    call = centre.caller("300", hertz=440).wait_answer()
    centre.wait_menu(call)
    contact = centre.last_contact()["contact_id"]
    assert api.get(f"/api/contacts/{contact}")["language"] == "es"
    call.media.press("3")
    call.wait_end()
    assert centre.wait_ended(contact)["language"] == "cs"


def a_prompt_that_is_nowhere():
    """a flow with a prompt that exists nowhere is not published: with the
    place, in its list of problems, and from the command line"""
    text = json.dumps({"name": "nowhere", **says("there_is_none")})
    answer = api.ask("POST", "/api/ivr/flows", {"name": "nowhere",
                                                "text": text})
    assert (answer.status, answer.json["code"], answer.json["field"]) == (
        422, "flow_not_ready", "say.prompt"), answer.json
    api.post("/api/ivr/flows", name="nowhere", text=text, draft=True)
    problems = api.items("/api/ivr/flows/nowhere/problems")
    assert [(one["node"], one["field"]) for one in problems] == [
        ("say", "prompt")], problems
    assert "none can be heard" in problems[0]["says"], problems
    code, _, said = centre.server.command("ivr", "publish", "nowhere")
    assert code != 0 and "say.prompt" in said, (code, said)
    assert not api.get("/api/ivr/flows/nowhere")["digest"]


def a_prompt_in_too_few_languages():
    """... nor with one that lacks a language of the house"""
    api.post("/api/prompts", name="hours", text="We are open from nine.")
    api.post("/api/ivr/flows", name="hours", draft=True, text=json.dumps(
        {"name": "hours", **says("hours")}))
    problems = api.items("/api/ivr/flows/hours/problems")
    assert [(one["node"], one["field"]) for one in problems] == [
        ("say", "prompt")] and "Spanish" in problems[0]["says"], problems
    answer = api.ask("POST", "/api/ivr/flows/hours/publish", {},
                     {"If-Match": "*"})
    assert (answer.status, answer.json["code"], answer.json["field"]) == (
        422, "flow_not_ready", "say.prompt"), answer.json
    api.post("/api/prompts", name="hours.es", language="es",
             text="Abrimos a las nueve.", prompt_id="hours")
    answer = api.ask("POST", "/api/ivr/flows/hours/publish", {},
                     {"If-Match": "*"})
    assert answer.status == 200, answer.json


def a_queue_plays_what_is_there():
    """... and a queue is refused music, notice or comfort that is nowhere"""
    for field in ("music", "notice", "comfort"):
        answer = api.ask("PUT", "/api/queues/support", {
            "name": "support", field: "there_is_none"}, {"If-Match": "*"})
        assert (answer.status, answer.json["code"], answer.json["field"]) == (
            404, f"no_{field}", field), answer.json
    code, _, said = centre.server.command("queue", "set", "support",
                                          "--comfort", "there_is_none")
    assert code != 0 and "comfort" in said, (code, said)


def a_prompt_that_cannot_be_played():
    """a prompt that lost its sound leads to the exit for that"""
    for language in ("en", "es"):
        api.post("/api/prompts", name=f"lost.{language}", text="Lost",
                 language=language,
                 **({} if language == "en" else {"prompt_id": "lost.en"}))
    centre.publish("lost", says("lost.en"))
    api.post("/api/entries", name="lost", number="4*", flow_id="lost")
    for language in ("es", "en"):
        api.put(f"/api/prompts/lost.{language}", text="")
    call = centre.caller("4711", hertz=440).wait_answer()
    contact = centre.last_contact()["contact_id"]
    call.wait_end()
    assert centre.wait_ended(contact)["cause"] == "flow_ended"
    assert "error" in steps_of(contact) and "sorry" in steps_of(contact), \
        steps_of(contact)


def flows_are_counted():
    """flows published, failed, in error and out of steps are among the metrics"""
    before = api.metrics()
    centre.publish("fails", {"nodes": [
        {"name": "send", "type": "send_digits", "digits": "none",
         "next": "rest"},
        {"name": "rest", "type": "wait", "next": None}]})
    centre.publish("round", {"nodes": [
        {"name": "round", "type": "wait", "for_ms": 1, "next": "round"}]})
    for number, flow in (("501", "fails"), ("502", "round")):
        api.post("/api/entries", name=flow, number=number, flow_id=flow)
        call = centre.caller(number, hertz=440).wait_answer()
        contact = centre.last_contact()["contact_id"]
        call.wait_end()
        assert centre.wait_ended(contact)["cause"] == "flow_failed"
    limit = centre.settle().server.events("flow_limit_reached")
    assert [(one["limit"], one["steps"]) for one in limit] == [
        ("steps", 500)], limit
    why = [one for one in api.items(f"/api/contacts/{contact}/why")
           if one["event"] == "flow_limit_reached"]
    assert len(why) == 1 and "more steps" in why[0]["says"], why
    more = {"cclite_flows_published": 2, "cclite_flows_entered_total": 2,
            "cclite_flows_failed_total": 2, "cclite_flow_errors_total": 1,
            "cclite_flow_step_limits_total": 1,
            "cclite_flow_time_limits_total": 0, "cclite_lookups_failed_total": 0}
    place.wait_until("they are counted", lambda: {
        name: api.metrics()[name] - before[name] for name in more} == more)


def menu(**settings):
    """A flow of a menu that leads round to itself."""
    return {"name": "hot", "nodes": [
        {"name": "answer", "type": "answer", "next": "hot"},
        {"name": "hot", "type": "menu", "prompt": "tick", "wait_ms": 500,
         "tries": 10, "choices": {"1": "bye"}, "on_timeout": "hot",
         "on_invalid": "hot", "on_error": "bye", **settings},
        {"name": "bye", "type": "hang_up"}]}


def prompts_are_names():
    """a prompt that is a path or an address, and a menu that does not wait, are
    refused with the place, and nothing is changed"""
    before = api.get("/api/state")["seq"]
    for field, value in (
            ("prompt", "../../etc/passwd"), ("prompt", "/etc/passwd"),
            ("prompt", "http://127.0.0.1/x"), ("prompt", "file:///etc/passwd"),
            ("prompt", "a/b"), ("prompt", "..\\x"), ("prompt", "%2e%2e"),
            ("prompt_id", "../1"), ("wait_ms", 0), ("wait_ms", -1),
            ("wait_ms", "0s"), ("wait_ms", 499), ("tries", 0), ("tries", 11)):
        flow = menu(**{field: value})
        if field == "prompt_id":
            del flow["nodes"][1]["prompt"]
        answer = api.ask("POST", "/api/ivr/flows",
                         {"name": "hot", "text": json.dumps(flow)})
        assert answer.status == 422, (field, value, answer.raw)
        assert f"nodes[1].{field}" in answer.raw.decode(), (value, answer.raw)
    assert api.get("/api/state")["seq"] == before


def cpu_share(seconds):
    """How much of one processor the server takes meanwhile."""
    def taken():
        with open(f"/proc/{centre.server.pid()}/stat",
                  encoding="ascii") as stat:
            fields = stat.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    began, before = time.monotonic(), taken()
    place.wait_until("time passes",
                     lambda: time.monotonic() > began + seconds)
    return (taken() - before) / (time.monotonic() - began)


def the_hottest_menu():
    """a menu that waits as shortly as one may, of a prompt that is hardly heard,
    and leads to itself costs no more than who hears music and a 1/50"""
    for language in ("en", "es", "cs"):
        name = "tick" if language == "en" else f"tick.{language}"
        api.post("/api/prompts", name=name, language=language,
                 **({} if language == "en" else {"prompt_id": "tick"}))
        answer = api.ask("PUT", f"/api/prompts/{name}/sound", raw=tone_file(
            440, 0.02), headers={"If-Match": "*", "Content-Type": "audio/wav"})
        assert answer.status == 200, answer.raw
    centre.publish("hot", menu())
    api.post("/api/entries", name="hot", number="555", flow_id="hot")
    waits = centre.in_queue()
    usual = cpu_share(2)
    call = centre.caller("555", hertz=440).wait_answer()
    contact = centre.last_contact()["contact_id"]
    hot = cpu_share(3)
    print(f"# a caller who waits takes {100 * usual:.1f} % of a processor, "
          f"with one in the menu it is {100 * hot:.1f} %")
    assert api.get(f"/api/contacts/{contact}")["live"]
    place.wait_until("it came round many times", lambda: len(
        [event for event in centre.events_of(contact)
         if event["type"] == "step_began"]) > 3)
    call.hang_up()
    waits.hang_up()
    assert hot < 2 * usual + 0.02, (usual, hot)


def a_number_nobody_serves():
    """a number that nobody serves is refused with 404"""
    before = centre.last_contact()["contact_id"]
    assert centre.caller("999").wait_refusal() == 404
    # It was over at once: it is listed as soon as it is on disk.
    contact = place.wait_until("the refused contact is listed", lambda: next(
        (one for one in centre.contacts() if one["contact_id"] > before),
        None))
    assert centre.wait_ended(contact["contact_id"])["cause"] == "no_entry"


def waited_too_long():
    """who waited too long overflows to the other queue"""
    api.put("/api/queues/sales", max_wait_ms=600, overflow_to="queue",
            overflow_id="support")
    call = centre.in_queue("1")
    contact = centre.last_contact()["contact_id"]
    place.wait_until("it overflows", lambda: api.get(
        f"/api/contacts/{contact}")["queue"] == "support")
    call.hang_up()
    centre.wait_ended(contact)
    assert api.get("/api/queues/sales/stats")["overflowed"] == 1
    api.put("/api/queues/sales", max_wait_ms=0, overflow_to="hang_up",
            overflow_id=0)


def the_queue_is_full():
    """one caller too many is refused the queue, and hung up on"""
    api.put("/api/queues/sales", max_waiting=1)
    first = centre.in_queue("1")
    contact = centre.last_contact()["contact_id"]
    place.wait_until("it waits", lambda: api.get(
        f"/api/contacts/{contact}")["place"] == "queue")
    second = centre.in_queue("1")
    second.wait_end()
    ended = centre.wait_ended(centre.last_contact()["contact_id"])
    assert ended["cause"] == "queue_full", ended
    assert api.get("/api/queues/sales/stats")["refused_full"] == 1
    first.hang_up()
    api.put("/api/queues/sales", max_waiting=100)


def a_flow_answers_for_a_queue():
    """a node of a full queue, or a closed one, is left by its error"""
    centre.publish("polite", {"nodes": [
        {"name": "wait", "type": "queue", "queue": "sales",
         "on_error": "sorry"},
        {"name": "sorry", "type": "play", "prompt": "busy", "next": "end",
         "on_error": "end"},
        {"name": "end", "type": "hang_up"}]})
    api.post("/api/entries", name="polite", number="503", flow_id="polite")
    refused = api.get("/api/queues/sales/stats")["refused_full"]
    for change, undo in (("close", "open"), (None, None)):
        if change:
            api.post(f"/api/queues/sales/{change}")
        else:
            api.put("/api/queues/sales", max_waiting=1)
            first = centre.in_queue("1")
            place.wait_until("it waits", lambda: api.get(
                "/api/queues/sales/stats")["waiting"] == 1)
        call = centre.caller("503", hertz=440).wait_answer()
        contact = centre.last_contact()["contact_id"]
        call.wait_end()
        assert centre.wait_ended(contact)["cause"] == "flow_ended"
        assert steps_of(contact)[:3] == ["wait", "error", "sorry"], \
            steps_of(contact)
        if undo:
            api.post(f"/api/queues/sales/{undo}")
    assert api.get("/api/queues/sales/stats")["refused_full"] == refused + 1
    first.hang_up()
    api.put("/api/queues/sales", max_waiting=100)


def who_waits_longest_is_served_first():
    """callers are served in the order in which they came"""
    calls = [centre.in_queue("1", hertz=hertz) for hertz in (440, 500, 560)]
    place.wait_until("three wait", lambda: api.get(
        "/api/queues/sales/stats")["waiting"] == 3)
    ana = centre.agent("ana", "sales")
    for call, hertz in zip(calls, (440, 500, 560)):
        ring = ana.phone.next_call()
        ring.answer(hertz=620)
        ring.wait_hears(hertz)
        call.hang_up()
        ring.wait_end()


def a_new_version_is_for_new_callers():
    """who is in a flow goes on in the version that was entered"""
    call = centre.caller(hertz=440).wait_answer()
    contact = centre.last_contact()["contact_id"]
    flow = api.get("/api/ivr/flows/main")
    answer = api.ask("GET", "/api/ivr/flows/main")
    changed = api.ask("PUT", "/api/ivr/flows/main", {
        "name": "main", "text": json.dumps(
            {"name": "main", **LANGUAGES})},
        headers={"If-Match": answer.headers["ETag"]})
    assert changed.status == 200, changed.raw
    assert changed.json["version"] == flow["version"] + 1
    call.media.press("1")
    place.wait_until("it waits", lambda: api.get(
        f"/api/contacts/{contact}")["queue"] == "sales")
    call.hang_up()
    centre.wait_ended(contact)
    centre.close()


tap.run(
    nothing_pressed,
    wrong_keys,
    one_key_is_one_key,
    a_key_by_info,
    a_language_is_chosen,
    a_prompt_that_is_nowhere,
    a_prompt_in_too_few_languages,
    a_queue_plays_what_is_there,
    a_prompt_that_cannot_be_played,
    flows_are_counted,
    prompts_are_names,
    the_hottest_menu,
    a_number_nobody_serves,
    waited_too_long,
    the_queue_is_full,
    a_flow_answers_for_a_queue,
    who_waits_longest_is_served_first,
    a_new_version_is_for_new_callers,
)
