# SPDX-License-Identifier: GPL-3.0-or-later
"""Boxes by phone: messages are heard, and greetings recorded, by keys."""

import array
import io
import math
import os
import wave

import place
import tap
from api import Api
from office import CALLER_HZ, PHONE_HZ, Office, wait_s

PIN = "8305172946"
OWN_PIN = "4711#"  # set by the agent, and typed
FILE_HZ = 950      # of a greeting from a file
AS_WAV = {"Content-Type": "audio/wav"}

office = Office()
server, api, ana, bob = office.server, office.api, office.ana, office.bob


def visits(contact):
    return office.told(contact, "visit_went_on")


def wait_stage(contact, wanted):
    """Waits until somebody is so far in a box."""
    def is_there():
        told = visits(contact) or office.told(contact, "visit_began")
        return told and told[-1]["stage"] == wanted
    place.wait_until(f"the visitor is in {wanted}", is_there)


def last_visit(number):
    """The contact of the last call to that number."""
    def found():
        return [one["contact_id"] for one in office.contacts()
                if one["called"] == number]
    return max(place.wait_until(f"{number} was called", found))


def visit(agent, number, stage="counts", hertz=PHONE_HZ):
    """A phone that calls a box: (call, contact's number)."""
    call = agent.dials(number, hertz=hertz).wait_answer()
    contact = last_visit(number)
    wait_stage(contact, stage)
    return call, contact


def press(call, keys):
    """By quick fingers: 40 ms each."""
    call.media.key_frames = 2
    for key in keys:
        call.media.press(key)


def leaves_ana_one(urgent=False):
    """Bob leaves Ana a message; as it is listed."""
    before = {one["message_id"] for one in office.messages(box="ana")}
    call = bob.dials("701", hertz=CALLER_HZ).wait_answer()
    contact = last_visit("701")
    place.wait_until("he is greeted",
                     lambda: office.told(contact, "voicemail_entered"))
    call.media.press("#")
    office.wait_stage(contact, "speaking")
    wait_s(1)
    if urgent:
        call.media.press("#")
        office.wait_stage(contact, "menu")
        call.media.press("3")
        place.wait_until("it is urgent", lambda: office.told(
            contact, "message_urgent"))
    call.hang_up()
    return place.wait_until("there is a message", lambda: [
        one for one in office.messages(box="ana")
        if one["message_id"] not in before])[0]


def state_of(message):
    return api.get(f"/api/voicemail/{message['message_id']}")["state"]


def wait_state(message, wanted):
    place.wait_until(f"the message is {wanted}",
                     lambda: state_of(message) == wanted)


def own_phone_hears_its_box():
    """*97 by one's own phone plays the new messages, without a PIN"""
    message = leaves_ana_one()
    assert (message["caller"], message["caller_name"]) == ("", "Bob"), message
    call, contact = visit(ana, "*97")
    place.wait_until("it says how many there are",
                     call.media.hears_something)
    call.media.press("1")
    wait_stage(contact, "envelope")
    assert state_of(message) == "new"
    wait_stage(contact, "message")
    call.wait_hears(CALLER_HZ)
    wait_state(message, "heard")
    assert any(e["recording_id"] == message["message_id"]
               and e["way"] == "phone"
               for e in server.events("recording_listened"))
    call.media.press("4")
    place.wait_until("it goes back",
                     lambda: office.told(contact, "visit_skipped"))
    call.media.press("2")
    wait_state(message, "saved")
    wait_stage(contact, "empty")
    call.media.press("*")
    call.hang_up()
    call, contact = visit(ana, "*97")
    call.media.press("2")
    wait_stage(contact, "envelope")
    call.media.press("3")
    wait_state(message, "deleted")
    call.hang_up()
    office.wait_ended(contact)


def messages_are_passed_on():
    """an urgent message is heard first, and passed on to another box by that
    one's number; a number of no box, and a full box, are refused"""
    ordinary, urgent = leaves_ana_one(), leaves_ana_one(urgent=True)
    assert urgent["urgent"] and not ordinary["urgent"], (ordinary, urgent)
    api.post("/api/voicemail/boxes", name="desk", extension="703",
             max_messages=1, min_ms=800)
    call, contact = visit(ana, "*97")
    call.media.press("1")
    wait_stage(contact, "message")
    assert visits(contact)[-1]["message_id"] == urgent["message_id"]
    call.wait_hears(CALLER_HZ)
    for keys, stage in (("7", "box"), ("799#", "refused"), ("", "choice"),
                        ("7", "box"), ("701#", "refused"), ("", "choice"),
                        ("7", "box"), ("703#", "sure"), ("1", "done")):
        press(call, keys)
        wait_stage(contact, stage)
    at = api.get(f"/api/voicemail/{urgent['message_id']}")
    assert (at["box"], at["state"]) == ("desk", "new"), at
    wait_stage(contact, "message")
    assert visits(contact)[-1]["message_id"] == ordinary["message_id"]
    press(call, "7")
    wait_stage(contact, "box")
    press(call, "703#")
    wait_stage(contact, "refused")
    call.hang_up()
    office.wait_ended(contact)
    for one in (ordinary, urgent):
        api.post(f"/api/voicemail/{one['message_id']}/state", state="done")


def a_colleague_who_is_engaged():
    """whoever dials a colleague's extension in vain speaks to that one's box"""
    api.put("/api/agents/ana", extension="301")
    call = bob.dials("301", hertz=CALLER_HZ).wait_answer()
    contact = max(one["contact_id"] for one in office.contacts())
    ring = ana.phone.next_call()
    ring.reject(486, "Busy")
    entered = place.wait_until("it is greeted", lambda: office.told(
        contact, "voicemail_entered"))
    assert entered[0]["greeting"] == "busy", entered
    call.media.press("#")
    office.wait_stage(contact, "speaking")
    wait_s(1.2)
    call.hang_up()
    place.wait_until("it is a message", lambda: office.told(
        contact, "message_left"))
    for one in office.messages(box="ana"):
        if one["contact_id"] == contact:
            api.post(f"/api/voicemail/{one['message_id']}/state", state="done")


def nobody_has_a_box():
    """*97 by a phone whose agent has no box is refused, and says why"""
    call = bob.dials("*97")
    assert call.wait_refusal() == 404, call.final
    assert "no own box" in str(call.final), call.final


def pin_is_checked():
    """a foreign phone is asked for the PIN, and hears the box with it"""
    message = max(office.messages(box="ana"),
                  key=lambda one: one["message_id"])
    api.post(f"/api/voicemail/{message['message_id']}/state", state="new")
    call, contact = visit(bob, "*98701", stage="pin")
    press(call, "1#")
    wait_stage(contact, "wrong")
    call.hang_up()
    assert api.ask("PUT", "/api/voicemail/boxes/ana/pin",
                   {"pin": PIN}).status == 204
    call, contact = visit(bob, "*98", stage="number")
    press(call, "701#")
    wait_stage(contact, "pin")
    press(call, PIN)
    wait_stage(contact, "counts")
    assert office.told(contact, "pin_accepted")
    call.media.press("1")
    call.wait_hears(CALLER_HZ)
    wait_state(message, "heard")
    call.hang_up()
    office.wait_ended(contact)


def who_may_only_look_changes_nothing():
    """an analyst with the PIN of a box that several share hears a message of
    it, and is refused to delete it"""
    message = office.messages(box="desk")[0]
    api.post(f"/api/voicemail/{message['message_id']}/state", state="new")
    api.post("/api/users", name="looker", role="analyst")
    api.put("/api/agents/bob", user_id="looker")
    assert api.ask("PUT", "/api/voicemail/boxes/desk/pin",
                   {"pin": PIN}).status == 204
    call, contact = visit(bob, "*98703", stage="pin")
    press(call, PIN)
    wait_stage(contact, "counts")
    call.media.press("1")
    wait_stage(contact, "message")
    call.wait_hears(CALLER_HZ)
    call.media.press("3")
    wait_stage(contact, "refused")
    wait_stage(contact, "choice")
    assert state_of(message) == "heard", state_of(message)
    call.hang_up()
    office.wait_ended(contact)
    api.put("/api/agents/bob", user_id=0)


def is_alarmed():
    return "pin_guessing" in api.get("/api/server")["alarms"]


def wrong_pins_lock():
    """too many wrong PINs lock the box, until a supervisor unlocks it; it says
    the same then as one that there is not"""
    api.put("/api/voicemail/boxes/ana", pin_tries=2)
    call, contact = visit(bob, "*98701", stage="pin")
    press(call, "1#")
    wait_stage(contact, "wrong")
    press(call, "2#")
    place.wait_until("it is wrong again", lambda: len(
        office.told(contact, "pin_failed")) == 2)
    failed = office.told(contact, "pin_failed")[-1]
    assert failed["box_wrong"] == 2 and failed["box_until_us"] > 0, failed
    call.hang_up()
    for number, pin in (("*98701", OWN_PIN), ("*98799", "1#")):
        call, contact = visit(bob, number, stage="pin")
        press(call, pin)
        wait_stage(contact, "wrong")
        call.hang_up()
    place.wait_until("it is an alarm", is_alarmed)
    place.wait_until("... and a figure", lambda: api.metrics()[
        "cclite_pin_locks_total"] >= 1)
    assert office.refused("POST", "/api/devices/ana/unlock") == \
        (409, "already_so")
    api.do("/api/voicemail/boxes/ana/unlock")
    assert office.refused("POST", "/api/voicemail/boxes/ana/unlock") == \
        (409, "already_so")
    assert server.events("pin_unlocked")
    call, contact = visit(bob, "*98701", stage="pin")
    press(call, OWN_PIN)
    wait_stage(contact, "counts")
    call.hang_up()


def bad_pins_are_refused():
    """a PIN is 4 to 10 digits; who may not set it is told so"""
    path = "/api/voicemail/boxes/ana/pin"
    for pin in ("123", "12345678901", "12a4", "12*4", ""):
        answer = api.ask("PUT", path, {"pin": pin})
        assert answer.status == 422, (pin, answer.json)
        assert answer.json["field"] == "pin", (pin, answer.json)
    assert office.refused("PUT", "/api/voicemail/boxes/9/pin",
                          {"pin": "1234"})[0] == 404
    api.post("/api/users", name="temp", role="agent")
    api.set_password("/api/users/temp/password", "correct horse")
    token = Api((server.address, 8080)).post(
        "/api/sessions", name="temp", password="correct horse")["token"]
    temp = Api((server.address, 8080), token=token)
    for method, where, body in (("PUT", path, {"pin": "1234"}),
                                ("POST", "/api/voicemail/boxes/ana/unlock",
                                 None),
                                ("POST", "/api/devices/ana/unlock", None)):
        assert office.refused(method, where, body, who=temp)[0] == 403


def own_pin_is_set():
    """an agent sets the PIN of the own box, for which the password is asked"""
    api.post("/api/users", name="ann", role="agent")
    api.set_password("/api/users/ann/password", "correct horse")
    token = Api((server.address, 8080)).post(
        "/api/sessions", name="ann", password="correct horse")["token"]
    ann = Api((server.address, 8080), token=token)
    path, body = "/api/me/pin", {"password": "correct horse", "pin": "4711"}
    assert office.refused("PUT", path, body, who=ann) == (404, "no_own_box")
    user = api.get("/api/agents/ana")["user_id"]
    api.put("/api/agents/ana", user_id="ann")
    wrong = ann.ask("PUT", path, {**body, "password": "battery staple"})
    assert wrong.status == 403, wrong.json
    assert (wrong.json["code"], wrong.json["field"]) == \
        ("wrong_own_password", "password"), wrong.json
    assert office.refused("PUT", path, {"pin": "4711"}, who=ann)[0] == 403
    for pin in ("123", "12a4", ""):
        answer = ann.ask("PUT", path, {**body, "pin": pin})
        assert (answer.status, answer.json["field"]) == (422, "pin"), answer
    assert ann.ask("PUT", path, body).status == 204
    assert ann.get("/api/me")["agent_id"]
    api.put("/api/agents/ana", user_id=user)


def outside_asks_for_box_and_pin():
    """a flow leads callers from outside to messages, by number and PIN"""
    office.publish("messages", {
        "type": "inbound",
        "nodes": [{"name": "in", "type": "mailbox", "on_error": None}]})
    api.post("/api/entries", name="messages", number="209",
             flow_id="messages")
    call = office.caller("209", hertz=CALLER_HZ).wait_answer()
    contact = last_visit("209")
    wait_stage(contact, "number")
    press(call, "701#")
    wait_stage(contact, "pin")
    press(call, "0#")
    wait_stage(contact, "wrong")
    assert office.told(contact, "pin_failed")[-1]["trunk_wrong"] == 1
    press(call, "701#")
    wait_stage(contact, "pin")
    press(call, OWN_PIN)
    wait_stage(contact, "counts")
    call.hang_up()
    office.wait_ended(contact)
    api.do("/api/trunks/provider/unlock")
    assert office.refused("POST", "/api/trunks/provider/unlock") == \
        (409, "already_so")


def greeting_is_recorded():
    """*97, then 3: a greeting is recorded, heard, kept, and greets callers"""
    call, contact = visit(ana, "*97", hertz=PHONE_HZ)
    press(call, "31")
    wait_stage(contact, "language")
    press(call, "#")
    wait_stage(contact, "ready")
    call.media.press("#")
    wait_stage(contact, "speaking")
    wait_s(1.2)
    call.media.press("#")
    wait_stage(contact, "review")
    call.media.press("1")
    wait_stage(contact, "hearing")
    call.wait_hears(PHONE_HZ)
    call.media.press("*")
    wait_stage(contact, "review")
    call.media.press("#")
    wait_stage(contact, "kept")
    call.hang_up()
    box = api.get("/api/voicemail/boxes/ana")
    prompt = api.get(f"/api/prompts/{box['greeting_id']}")
    assert prompt["sound"], prompt
    place.wait_until("its sound is there", lambda: api.ask(
        "GET", f"/api/prompts/{prompt['id']}/sound").status == 200)
    call = bob.dials("701", hertz=CALLER_HZ).wait_answer()
    call.wait_hears(PHONE_HZ)
    call.hang_up()
    assert not [one for one in api.items("/api/recordings")
                if one["contact_id"] == contact]


def speaks_to(agent):
    """The server rings a phone, and records until it is told to keep it; the
    contact of that call."""
    ring = agent.phone.next_call()
    ring.ring()
    ring.answer(hertz=PHONE_HZ)
    contact = max(one["contact_id"] for one in office.contacts())
    wait_stage(contact, "ready")
    ring.media.press("#")
    wait_stage(contact, "speaking")
    wait_s(1.2)
    ring.media.press("#")
    wait_stage(contact, "review")
    ring.media.press("#")
    wait_stage(contact, "kept")
    ring.hang_up()
    return contact


def server_rings_to_record():
    """the server rings one's own phone: a greeting, and a prompt, are spoken"""
    assert office.refused("POST", "/api/voicemail/boxes/ana/record",
                          {"greeting": "evening"})[0] == 422
    api.post("/api/voicemail/boxes/ana/record", greeting="closed")
    assert office.refused("POST", "/api/voicemail/boxes/ana/record",
                          {})[0] == 409
    speaks_to(ana)
    assert api.get("/api/voicemail/boxes/ana")["closed_id"]
    api.post("/api/prompts", name="hello", text="Hello.")
    api.do("/api/prompts/hello/record")
    ring = ana.phone.next_call()
    contact = max(one["contact_id"] for one in office.contacts())
    ring.reject()
    assert office.wait_ended(contact)["cause"] == "phone_failed"
    assert not api.get("/api/prompts/hello")["sound"]


def tone(hertz, rate=8000, seconds=1):
    """So much of it, as a WAV file."""
    samples = array.array("h", (
        round(12000 * math.sin(2 * math.pi * hertz * n / rate))
        for n in range(rate))) * seconds
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setparams((1, 2, rate, 0, "NONE", ""))
        sound.writeframes(samples.tobytes())
    return file.getvalue()


def greetings_are_ones_own():
    """an agent sees, speaks, sends as a file and takes away the greetings of
    the own box, and sets the days of its holiday; of no other box"""
    api.post("/api/users", name="bob-user", role="agent")
    api.put("/api/agents/bob", user_id="bob-user")
    api.set_password("/api/users/bob-user/password", "correct horse")
    token = api.post("/api/sessions", name="bob-user",
                     password="correct horse")["token"]
    own = Api((server.address, 8080), token=token)
    box = api.post("/api/voicemail/boxes", name="bob", agent_id="bob",
                   extension="702", min_ms=800)["id"]
    for path, body in ((f"{box}/holiday", {"holiday_from": "2020-01-01",
                                           "holiday_until": "2099-12-31"}),
                       (f"{box}/greeting", {"greeting": "holiday",
                                            "text": "Bob is away."}),
                       (f"{box}/greeting", {"greeting": "holiday",
                                            "language": "es",
                                            "text": "Bob no está."})):
        answer = own.ask("PUT", f"/api/voicemail/boxes/{path}", body)
        assert answer.status == 200, answer.json
    rows = {(one["box"], one["greeting"]): one
            for one in own.items("/api/voicemail/greetings")}
    assert not [name for name, _ in rows if name == "ana"], rows
    first = own.get("/api/voicemail/greetings?limit=3")
    assert [one["greeting"] for one in first["items"]] == [
        "standard", "busy", "closed"], first
    assert [one["greeting"] for one in own.items(
        "/api/voicemail/greetings?limit=3")] == [
            "standard", "busy", "closed", "holiday"]
    standard = f"/api/voicemail/boxes/{box}/greetings/standard"
    sent = own.ask("PUT", standard, raw=tone(FILE_HZ), headers=AS_WAV)
    assert sent.status == 200, sent.json
    for path, raw, refusal in (
            (standard, b"x" * 100, (422, "bad_sound")),
            ("/api/voicemail/boxes/ana/greetings/standard", tone(FILE_HZ),
             (403, "forbidden")),
            (f"/api/voicemail/boxes/{box}/greetings/loud", tone(FILE_HZ),
             (404, "not_found"))):
        sent = own.ask("PUT", path, raw=raw, headers=AS_WAV)
        assert (sent.status, sent.json["code"]) == refusal, sent.json
    away = rows["bob", "holiday"]
    sounds = own.items("/api/voicemail/greeting-sounds")
    assert {(one["language"], one["length_us"] > 0) for one in sounds} == {
        ("en", True), ("es", True)}, sounds
    assert own.ask("GET", "/api/prompt-sounds").status == 403
    assert (away["now"], away["own"], away["text"], away["language"],
            away["en"], away["es"], away["cs"]) == (
                True, True, "Bob is away.", "en", True, True, False)
    call = ana.dials("702", hertz=CALLER_HZ).wait_answer()
    contact = max(one["contact_id"] for one in office.contacts())
    entered = place.wait_until("it is greeted", lambda: office.told(
        contact, "voicemail_entered"))
    assert entered[0]["greeting"] == "holiday", entered
    call.hang_up()
    for method, path, body, refusal in (
            ("PUT", f"{box}/holiday", {"holiday_from": "2021-02-29",
                                       "holiday_until": "2021-03-01"},
             (422, "bad_holiday")),
            ("PUT", f"{box}/holiday", {"holiday_from": "2021-03-01"},
             (422, "bad_holiday")),
            ("PUT", f"{box}/greeting", {"prompt_id": "hello"},
             (403, "forbidden")),
            ("PUT", "ana/holiday", {}, (403, "forbidden")),
            ("PUT", "ana/greeting", {"text": "Hi."}, (403, "forbidden")),
            ("POST", "ana/listen", {}, (403, "forbidden")),
            ("POST", f"{box}/listen", {"greeting": "busy"},
             (409, "no_sound"))):
        told = office.refused(method, f"/api/voicemail/boxes/{path}", body,
                              who=own)
        assert told == refusal, (path, body, told)
    code, out, err = server.command("greeting", "set", "bob", "holiday")
    assert (code, out) == (0, "done\n"), err
    assert not api.get("/api/voicemail/boxes/bob")["holiday_id"]
    code, out, err = server.command("greeting", "list")
    assert code == 0 and "2099-12-31" in out, (out, err)
    code, out, err = server.command("greeting", "holiday", "bob")
    assert code == 0, err
    assert not api.get("/api/voicemail/boxes/bob")["holiday_from"]
    call = ana.dials("702", hertz=CALLER_HZ).wait_answer()
    call.wait_hears(FILE_HZ)
    call.hang_up()
    file = place.write("busy.wav", "not a sound")
    code, out, err = server.command("greeting", "upload", "bob", "busy", file)
    assert code != 0 and "WAV" in err, (code, out, err)
    with open(file, "wb") as sound:
        sound.write(tone(FILE_HZ))
    code, out, err = server.command("greeting", "upload", "bob", "busy", file)
    assert (code, out) == (0, "done\n"), err
    assert api.get("/api/voicemail/boxes/bob")["busy_id"]
    greetings_have_languages(own, box, file)
    greetings_have_days(own, box)


def in_languages(own, box):
    """In which ones the greeting of a caller for whom nobody is free is."""
    row = [one for one in own.items("/api/voicemail/greetings")
           if (one["box_id"], one["greeting"]) == (box, "busy")][0]
    return [code for code in ("en", "es", "cs") if row[code]]


def greetings_have_languages(own, box, file):
    """... and in which language one is spoken, or sent as a file"""
    path = f"/api/voicemail/boxes/{box}"
    assert in_languages(own, box) == ["en"]
    for part, status in (("busy-es", 200), ("busy-de", 404), ("busy-", 404),
                         ("-es", 404)):
        sent = own.ask("PUT", f"{path}/greetings/{part}",
                       raw=tone(FILE_HZ + 100), headers=AS_WAV)
        assert sent.status == status, (part, sent.json)
    assert in_languages(own, box) == ["en", "es"]
    listen = {"greeting": "busy", "language": "cs"}
    assert office.refused("POST", f"{path}/listen", listen, who=own) == (
        409, "no_sound")
    code, out, err = server.command("greeting", "upload", "bob", "busy", file,
                                    "cs")
    assert (code, out) == (0, "done\n"), err
    assert in_languages(own, box) == ["en", "es", "cs"]
    assert own.ask("POST", f"{path}/listen", dict(
        listen, language="es")).status == 200
    ring = bob.phone.next_call()
    ring.ring()
    ring.answer(hertz=PHONE_HZ)
    ring.wait_hears(FILE_HZ + 100)
    ring.hang_up()
    records_by_phone(own, box)


def records_by_phone(own, box):
    """The server rings, and the greeting is another language's."""
    path = f"/api/voicemail/boxes/{box}"
    assert office.refused("POST", f"{path}/record", {
        "greeting": "closed", "language": "de"}, who=own)[0] == 422
    place.wait_until("the phone is free", lambda: own.ask(
        "POST", f"{path}/record",
        {"greeting": "closed", "language": "cs"}).status == 200)
    office.wait_ended(speaks_to(bob))
    closed = api.get(path)["closed_id"]
    assert api.get(f"/api/prompts/{closed}")["language"] == "cs"


def greetings_have_days(own, box):
    """... and says on which days each is heard"""
    path = f"/api/voicemail/boxes/{box}/days"
    days = {"greeting": "standard", "from": "2020-01-01",
            "until": "2020-12-31"}
    answer = own.ask("PUT", path, days)
    assert answer.status == 200, answer.json
    rows = {one["greeting"]: one for one in own.items(
        "/api/voicemail/greetings")}
    assert (rows["standard"]["from"], rows["standard"]["until"],
            rows["standard"]["rests"], rows["busy"]["rests"]) == (
                "2020-01-01", "2020-12-31", True, False), rows
    for changed, refusal in (
            ({"until": "2019-12-31"}, (422, "bad_days")),
            ({"greeting": "holiday", "until": ""}, (422, "bad_days")),
            ({"greeting": "loud"}, (422, "unknown_word"))):
        told = office.refused("PUT", path, dict(days, **changed), who=own)
        assert told == refusal, (changed, told)
    assert own.ask("PUT", "/api/voicemail/boxes/ana/days",
                   days).status == 403
    assert api.ask("PUT", "/api/voicemail/greetings", {
        "box_id": "ana", "closed_until": "2021-02-29"}).json["field"] == (
            "closed_until")
    prompts = {"box_id": box, "greeting_id": api.get(
        f"/api/voicemail/boxes/{box}")["greeting_id"]}
    box = api.ask("PUT", "/api/voicemail/greetings", prompts).json
    assert (box["greeting_from"], box["greeting_until"]) == (
        "2020-01-01", "2020-12-31"), box  # not given
    call = ana.dials("702", hertz=CALLER_HZ).wait_answer()
    place.wait_until("the server's own is heard", call.media.hears_something)
    call.hang_up()
    box = api.ask("PUT", "/api/voicemail/greetings", {
        **prompts, "greeting_from": "", "greeting_until": ""}).json
    assert not box["greeting_from"] and not box["greeting_until"], box
    code, out, err = server.command("greeting", "days", "bob", "standard")
    assert (code, out) == (0, "done\n"), err
    assert not api.get("/api/voicemail/boxes/bob")["greeting_from"]


SOUND_BUDGET = 64 * 1024 * 1024  # of a user in ten minutes
A_SECOND = 2 * 8000              # of a WAV file of the library


def records_a_greeting(seconds):
    """*97, then 3 and 1: Bob speaks so long, and keeps it."""
    call, contact = visit(bob, "*97", hertz=PHONE_HZ)
    press(call, "31")
    wait_stage(contact, "language")
    press(call, "#")
    wait_stage(contact, "ready")
    call.media.press("#")
    wait_stage(contact, "speaking")
    wait_s(seconds)
    call.media.press("#")
    wait_stage(contact, "review")
    call.media.press("#")
    wait_stage(contact, "kept")
    call.hang_up()


def who_made_too_much_sound_is_told():
    """what is recorded by phone counts like what is uploaded; whoever has put
    too much sound on the disk of late records no greeting: neither is the phone
    rung for it, nor does *97 let one be spoken"""
    api.post("/api/users", name="bob-anew", role="agent")
    api.put("/api/agents/bob", user_id="bob-anew")
    api.set_password("/api/users/bob-anew/password", "correct horse")
    token = api.post("/api/sessions", name="bob-anew",
                     password="correct horse")["token"]
    own = Api((server.address, 8080), token=token)
    standard = "/api/voicemail/boxes/bob/greetings/standard"

    def upload(number, seconds):
        # another one each time: what is there already is not counted again
        return own.ask("PUT", standard, headers=AS_WAV,
                       raw=tone(FILE_HZ + number, seconds=seconds))
    whole, rest = divmod(SOUND_BUDGET, 299 * A_SECOND)
    for number in range(whole):
        assert upload(number, 299).status == 200
    assert upload(whole, rest // A_SECOND - 1).status == 200
    assert upload(0, 299).status == 200  # it is there already
    records_a_greeting(2.5)  # more than is left
    refused = upload(whole + 1, 1)
    assert (refused.status, refused.json["code"]) == (
        429, "too_much_sound"), refused.json
    assert office.refused("POST", "/api/voicemail/boxes/bob/record", {},
                          who=own) == (429, "too_much_sound")
    call, contact = visit(bob, "*97", hertz=PHONE_HZ)
    press(call, "31")
    wait_stage(contact, "language")
    press(call, "#")
    wait_stage(contact, "ready")
    call.media.press("#")
    wait_stage(contact, "goodbye")
    stages = [one["stage"] for one in visits(contact)]
    assert "tone" in stages and "speaking" not in stages, stages
    call.wait_end()
    api.post("/api/voicemail/boxes/ana/record", greeting="closed")
    ring = ana.phone.next_call()
    ring.reject()


def pin_is_nowhere():
    """no file of the server has the PIN, nor what was guessed"""
    office.settle()
    for folder, _, names in os.walk(place.directory()):
        for name in names:
            path = os.path.join(folder, name)
            if not os.path.isfile(path):
                continue
            with open(path, "rb") as source:
                assert PIN.encode() not in source.read(), (folder, name)


def the_books_agree():
    """verify agrees with every visit there was"""
    office.close()


tap.run(own_phone_hears_its_box, messages_are_passed_on,
        a_colleague_who_is_engaged,
        nobody_has_a_box, bad_pins_are_refused, pin_is_checked,
        who_may_only_look_changes_nothing,
        own_pin_is_set, wrong_pins_lock, outside_asks_for_box_and_pin,
        greeting_is_recorded, server_rings_to_record, greetings_are_ones_own,
        who_made_too_much_sound_is_told, pin_is_nowhere, the_books_agree)
