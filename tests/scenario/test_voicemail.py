# SPDX-License-Identifier: GPL-3.0-or-later
"""Callers leave messages in boxes; they are found, heard, passed on, deleted.
"""

import hashlib
import time

import place
import tap
from api import Api
from centre import Centre
from wav import LEFT, RIGHT, Wav

CALLER_HZ, PHONE_HZ, TONE_HZ = 440, 620, 1000

centre = Centre(queue={"recording": "all"})
server = centre.server
api = centre.api
ana = centre.agent("ana", "sales")
bob = centre.agent("bob", "sales")
api.put("/api/agents/ana", user_id="boss")
api.post("/api/voicemail/boxes", name="support", queue_id="support",
         extension="700", silence_ms=0, min_ms=1000)
api.post("/api/voicemail/boxes", name="ana", agent_id="ana", extension="701")
api.put("/api/queues/support", overflow_to="voicemail",
        overflow_id="support", max_wait_ms=1000)


def wait_s(seconds):
    until = time.monotonic() + seconds
    place.wait_until(f"{seconds} s", lambda: time.monotonic() >= until)


def messages(**fields):
    return [one for one in api.items("/api/voicemail/messages")
            if all(one[key] == value for key, value in fields.items())]


def wait_message(caller):
    """The message of a caller, as soon as it is there."""
    def found():
        return messages(caller=caller)
    return place.wait_until(f"{caller} has left a message", found)[0]


def stage(contact_id):
    """How far a caller is in a box."""
    stages = [e["stage"] for e in centre.events_of(contact_id)
              if e["type"] == "voicemail_went_on"]
    return stages[-1] if stages else None


def wait_stage(contact_id, wanted):
    place.wait_until(f"the caller is in {wanted}",
                     lambda: stage(contact_id) == wanted)


def in_box(hertz=CALLER_HZ):
    """A caller whom the queue sends to the box: (call, contact's number)."""
    call = centre.in_queue(key="2", hertz=hertz)
    contact = centre.last_contact()["contact_id"]
    place.wait_until("the caller is greeted", lambda: [
        e for e in centre.events_of(contact)
        if e["type"] == "voicemail_entered"])
    return call, contact


def wait_tone(call):
    """The tone is short, and nothing follows it."""
    place.wait_until("the tone is heard",
                     lambda: call.media.hears(TONE_HZ, ms=160))


def speaking(hertz=CALLER_HZ):
    """One who has skipped the greeting, and speaks after the tone."""
    call, contact = in_box(hertz)
    call.media.press("#")
    wait_tone(call)
    wait_stage(contact, "speaking")
    return call, contact


def leave(seconds=2):
    """A message left by hanging up; as it is listed."""
    call, _ = speaking()
    caller = centre.last_number
    wait_s(seconds)
    call.hang_up()
    return wait_message(caller)


def get_sound(message_id):
    return api.ask("GET", f"/api/voicemail/{message_id}/download")


def refused(method, path, body=None, who=None):
    answer = (who or api).ask(method, path, body)
    return answer.status, answer.json.get("code")


def queue_leads_to_a_box():
    """whoever waits too long is greeted, hears a tone, speaks and hangs up"""
    message = leave(3)
    assert message["box"] == "support" and message["state"] == "new", message
    assert message["caller"] == centre.last_number
    assert 2e6 < message["length_us"] < 6e6, message
    sound = get_sound(message["message_id"])
    assert sound.status == 200
    assert hashlib.sha256(sound.raw).hexdigest() == message["digest"]
    wav = Wav(sound.raw)
    assert wav.share(LEFT, CALLER_HZ, 0.5, 2) > 0.8
    assert wav.share(LEFT, TONE_HZ, 0) < 0.05
    assert wav.loudness(RIGHT, 0.2, 2) < 50
    assert "message-" in sound.headers["Content-Disposition"]


def heard_is_not_new():
    """who fetched the sound has heard it, and stands in the journal"""
    one = messages()[0]
    assert one["state"] == "heard", one
    marks = [e for e in server.events("message_marked")
             if e["message_id"] == one["message_id"]]
    assert marks[0]["state"] == "heard" and marks[0]["by"] == 1, marks
    listened = [e for e in server.events("recording_listened")
                if e["recording_id"] == one["message_id"]]
    assert listened[0]["way"] == "download", listened


def no_talk_no_recording():
    """a message is no recording of a talk, and found as none"""
    one = messages()[0]["message_id"]
    assert api.items("/api/recordings") == []
    assert refused("GET", f"/api/recordings/{one}") == (404, "not_found")
    assert refused("DELETE", f"/api/recordings/{one}") == (404, "not_found")


def caller_listens_and_sends():
    """# ends it; 1 plays it to the caller; 3 is urgent; # sends it"""
    call, contact = speaking()
    caller = centre.last_number
    wait_s(2)
    call.media.press("#")
    wait_stage(contact, "menu")
    place.wait_until("it is whole", lambda: [
        e for e in centre.events_of(contact)
        if e["type"] == "recording_ended"])
    call.media.press("1")
    call.wait_hears(CALLER_HZ)
    call.media.press("*")
    wait_stage(contact, "menu")
    call.media.press("3")
    place.wait_until("it is urgent", lambda: [
        e for e in centre.events_of(contact)
        if e["type"] == "message_urgent" and e["urgent"]])
    call.media.press("#")
    wait_stage(contact, "goodbye")
    call.wait_end()
    message = wait_message(caller)
    assert message["urgent"], message
    assert centre.wait_ended(contact)["cause"] == "voicemail"


def caller_begins_anew():
    """2 throws away what was said: one message, with what was said last"""
    call, contact = speaking()
    caller = centre.last_number
    wait_s(1.5)
    call.media.press("#")
    wait_stage(contact, "menu")
    call.media.press("2")
    wait_stage(contact, "speaking")
    wait_s(3)
    call.hang_up()
    message = wait_message(caller)
    assert message["length_us"] > 2.4e6, message
    lost = [e for e in centre.events_of(contact)
            if e["type"] == "message_dropped"]
    assert [e["why"] for e in lost] == ["taken_back"], lost
    assert len(messages(caller=caller)) == 1


def too_little_is_not_kept():
    """what is too short, and a silence, are no messages"""
    for hertz, seconds, why in ((CALLER_HZ, 0.2, "too_short"),
                                (None, 2, "silent")):
        call, contact = speaking(hertz)
        wait_s(seconds)
        call.hang_up()
        lost = place.wait_until(f"it is {why}", lambda: [
            e for e in centre.events_of(contact)
            if e["type"] == "message_dropped"])
        assert lost[0]["why"] == why, lost
        assert not messages(contact_id=contact)


def silence_ends_it():
    """a silence ends the message, and who does not choose sends it"""
    api.put("/api/voicemail/boxes/support", silence_ms=1000)
    call, contact = speaking(None)
    wait_stage(contact, "menu")
    call.hang_up()
    api.put("/api/voicemail/boxes/support", silence_ms=0)


def phone_leaves_one():
    """a phone of ours dials the box of a colleague"""
    call = bob.dials("701", hertz=PHONE_HZ).wait_answer()
    place.wait_until("the greeting is heard", call.media.hears_something)
    call.media.press("#")
    wait_tone(call)
    wait_s(2)
    call.hang_up()
    message = place.wait_until("it is there", lambda: messages(box="ana"))[0]
    assert message["state"] == "new", message
    bob.wait("available")


def own_phone_plays_it():
    """a message is played to one's own phone, with seek, as recordings are"""
    message = messages(box="ana")[0]
    api.do(f"/api/voicemail/{message['message_id']}/listen")
    ring = ana.phone.next_call()
    ring.ring()
    ring.answer(hertz=PHONE_HZ)
    ring.wait_hears(PHONE_HZ)
    api.post("/api/listening", action="seek", value=0)
    api.post("/api/listening", action="stop", value=0)
    ring.wait_end()
    now = api.get(f"/api/voicemail/{message['message_id']}")
    assert now["state"] == "heard", now


def passed_on():
    """it is given to an agent, saved, done, and moved to another box"""
    number = messages(box="support")[0]["message_id"]
    path = f"/api/voicemail/{number}"
    api.post(path + "/assign", agent_id="bob")
    assert api.get(path)["agent"] == "bob"
    assert refused("POST", path + "/assign",
                   {"agent_id": "bob"}) == (409, "already_so")
    assert refused("POST", path + "/assign", {"agent_id": 99})[0] == 404
    for state in ("saved", "done", "new"):
        api.post(path + "/state", state=state)
        assert api.get(path)["state"] == state
    assert refused("POST", path + "/state",
                   {"state": "new"}) == (409, "already_so")
    assert refused("POST", path + "/state",
                   {"state": "being_left"}) == (422, "bad_value")
    api.post(path + "/forward", box_id="ana", note="for you, Ana")
    one = api.get(path)
    assert one["box"] == "ana" and one["note"] == "for you, Ana", one
    assert one["state"] == "new" and one["agent_id"] == 0, one
    assert refused("POST", path + "/forward",
                   {"box_id": "ana", "note": ""}) == (409, "already_so")
    api.post(path + "/forward", box_id="support", note="")


def nobody_writes_it_down():
    """who wants it in writing is told that nobody can do that yet"""
    number = messages()[0]["message_id"]
    assert refused("POST", f"/api/voicemail/{number}/transcribe") == (
        409, "transcription_not_configured")


def deleted_and_brought_back():
    """a deleted one can be brought back, until its time is over"""
    number = leave(1.5)["message_id"]
    path = f"/api/voicemail/{number}"
    api.ask("DELETE", path)
    assert api.get(path)["state"] == "deleted"
    assert refused("POST", path + "/forward",
                   {"box_id": "ana", "note": ""}) == (409, "message_deleted")
    api.post(path + "/state", state="heard")
    assert api.get(path)["state"] == "heard"
    api.put("/api/voicemail/boxes/support", undo_days=0)
    assert api.ask("DELETE", path).status == 200
    place.wait_until("it is gone", lambda: api.ask("GET", path).status == 404)
    api.put("/api/voicemail/boxes/support", undo_days=30)
    place.wait_until("its file is gone", lambda: [
        e for e in server.events("recording_removed")
        if e["recording_id"] == number])


def each_hears_what_is_theirs():
    """an agent hears the own box and those of the queues served, no other"""
    api.post("/api/users", name="bob", role="agent")
    api.put("/api/agents/bob", user_id="bob")
    api.post("/api/users", name="ida", role="analyst")
    people = {}
    for name in ("bob", "ida"):
        api.set_password(f"/api/users/{name}/password", "correct horse")
        token = Api((server.address, 8080)).post(
            "/api/sessions", name=name, password="correct horse")["token"]
        people[name] = Api((server.address, 8080), token=token)
    own = messages(box="ana")[0]["message_id"]
    queues = messages(box="support")[0]["message_id"]
    if api.get(f"/api/voicemail/{queues}")["agent_id"]:
        api.post(f"/api/voicemail/{queues}/assign", agent_id=0)
    bob_sees = people["bob"]
    assert bob_sees.items("/api/voicemail/messages") == []
    for path in (f"/api/voicemail/{own}", f"/api/voicemail/{own}/download",
                 f"/api/voicemail/{queues}"):
        assert refused("GET", path, who=bob_sees) == (404, "not_found"), path
    for what, body in (("state", {"state": "done"}),
                       ("assign", {"agent_id": "bob"}),
                       ("listen", None)):
        assert refused("POST", f"/api/voicemail/{own}/{what}", body,
                       bob_sees)[0] == 404, what
    api.post("/api/queues/support/assign", agent_id="bob", priority=1)
    assert {m["box"] for m in bob_sees.items("/api/voicemail/messages")} == {
        "support"}
    assert bob_sees.ask("GET", f"/api/voicemail/{queues}/download"
                        ).status == 200
    api.post("/api/queues/support/unassign", agent_id="bob")
    for who in ("bob", "ida"):
        assert refused("GET", "/api/voicemail/boxes", who=people[who]) == (
            403, "forbidden")
    assert refused("GET", "/api/voicemail/messages", who=people["ida"]) == (
        403, "forbidden")


def full_box_says_so():
    """a box that is full says so, and lets the caller go"""
    held = len([m for m in messages(box="support")
                if m["state"] != "deleted"])
    api.put("/api/voicemail/boxes/support", max_messages=held)
    call, contact = in_box()
    entered = [e for e in centre.events_of(contact)
               if e["type"] == "voicemail_entered"]
    assert entered[0]["full"], entered
    call.wait_end()
    assert centre.wait_ended(contact)["cause"] == "voicemail"
    api.put("/api/voicemail/boxes/support", max_messages=100)


def operator_takes_over():
    """0 leads to the box's operator; what was said by then is a message"""
    api.put("/api/voicemail/boxes/support", operator_to="queue",
            operator_id="sales")
    call, _ = in_box()
    call.media.press("0")
    ring = place.wait_until("somebody is offered it", lambda: [
        s for s in (ana, bob) if s.state()["state"] == "offered"]
                            )[0].phone.next_call()
    ring.ring()
    ring.answer(hertz=PHONE_HZ)
    call.wait_hears(PHONE_HZ)
    call.hang_up()
    ring.wait_end()
    api.put("/api/voicemail/boxes/support", operator_to="hang_up",
            operator_id=0)


def survives_being_killed():
    """kill -9 while somebody speaks: what was said by then is a message"""
    call, contact = speaking()
    caller = centre.last_number
    wait_s(3.5)
    server.kill()
    server.start()
    message = wait_message(caller)
    assert message["length_us"] > 2e6 and message["repaired"], message
    wav = Wav(get_sound(message["message_id"]).raw)
    assert wav.share(LEFT, CALLER_HZ, 0.5, 2) > 0.8
    call.media.close()


def greetings_are_set():
    """PUT /api/voicemail/greetings sets prompts, and refuses what cannot be"""
    api.post("/api/prompts", name="away", text="We are on holiday.")
    box = api.ask("PUT", "/api/voicemail/greetings", {
        "box_id": "support", "holiday_id": "away",
        "holiday_from": "2020-01-01", "holiday_until": "2099-12-31"})
    assert box.status == 200, box.json
    assert box.json["holiday_until"] == "2099-12-31", box.json
    call, contact = in_box()
    entered = [e for e in centre.events_of(contact)
               if e["type"] == "voicemail_entered"]
    assert entered[0]["greeting"] == "holiday", entered
    call.hang_up()
    for body, status, code in (
            ({"box_id": "support", "holiday_id": "away",
              "holiday_from": "2021-02-29", "holiday_until": "2021-03-01"},
             422, "bad_holiday"),
            ({"box_id": "support", "greeting_id": 99}, 404, "no_prompt"),
            ({"box_id": 99}, 404, "not_found")):
        assert refused("PUT", "/api/voicemail/greetings", body) == (
            status, code), body


def the_books_agree():
    """verify agrees with every message there was"""
    centre.close()


tap.run(queue_leads_to_a_box, heard_is_not_new, no_talk_no_recording,
        caller_listens_and_sends, caller_begins_anew, too_little_is_not_kept,
        silence_ends_it, phone_leaves_one, own_phone_plays_it, passed_on,
        nobody_writes_it_down, deleted_and_brought_back,
        each_hears_what_is_theirs, full_box_says_so, operator_takes_over,
        greetings_are_set, survives_being_killed, the_books_agree)
