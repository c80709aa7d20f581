# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages are found, heard, passed on and deleted, by whose they are."""

import place
import tap
from api import Api
from office import CALLER_HZ, PHONE_HZ, Office, wait_s

office = Office()
server, api, ana, bob = office.server, office.api, office.ana, office.bob
office.leave()


def heard_is_not_new():
    """who fetched the sound has heard it, and stands in the journal"""
    one = office.messages()[0]
    assert one["state"] == "new", one
    path = f"/api/voicemail/{one['message_id']}"
    assert api.ask("GET", path + "/download").status == 200
    assert api.get(path)["state"] == "heard"
    marks = [e for e in server.events("message_marked")
             if e["message_id"] == one["message_id"]]
    assert marks[0]["state"] == "heard" and marks[0]["by"] == 1, marks
    listened = [e for e in server.events("recording_listened")
                if e["recording_id"] == one["message_id"]]
    assert listened[0]["way"] == "download", listened


def no_talk_no_recording():
    """a message is no recording of a talk, and found as none"""
    one = office.messages()[0]["message_id"]
    assert api.items("/api/recordings") == []
    for method in ("GET", "DELETE"):
        assert office.refused(method, f"/api/recordings/{one}") == (
            404, "not_found"), method


def phone_leaves_one():
    """a phone of ours dials the box of a colleague"""
    api.put("/api/agents/bob", extension="802")
    call = bob.dials("701", hertz=PHONE_HZ).wait_answer()
    place.wait_until("the greeting is heard", call.media.hears_something)
    call.media.press("#")
    office.wait_tone(call)
    wait_s(1.2)
    call.hang_up()
    message = place.wait_until("it is there",
                               lambda: office.messages(box="ana"))[0]
    assert message["state"] == "new", message
    bob.wait("available")


def own_phone_plays_it():
    """a message is played to one's own phone, with seek, as recordings are"""
    message = office.messages(box="ana")[0]
    api.do(f"/api/voicemail/{message['message_id']}/listen")
    ring = ana.phone.next_call()
    ring.reject()
    place.wait_until("nothing plays", lambda: api.ask(
        "GET", "/api/listening").status == 409)
    now = api.get(f"/api/voicemail/{message['message_id']}")
    assert now["state"] == "new", now  # nobody has heard it
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


def called_back():
    """who left it is called back: the own phone rings first, and the message
    is a new one no longer"""
    api.put("/api/agents/ana", outside="*")
    one = office.messages(box="support")[0]
    api.post(f"/api/voicemail/{one['message_id']}/state", state="new")
    api.do(f"/api/voicemail/{one['message_id']}/call-back")
    ring = ana.phone.next_call()
    ring.answer(hertz=PHONE_HZ)
    outside = office.trunk.next_call()
    assert outside.invite.uri.startswith(f"sip:{one['caller']}@"), (
        outside.invite.uri)
    outside.answer(hertz=CALLER_HZ)
    outside.wait_hears(PHONE_HZ)
    outside.hang_up()
    ring.wait_end()
    ana.wait("available")
    after = office.messages(box="support")[0]
    assert (after["state"], after["agent"]) == ("heard", "ana"), after
    told = api.items(f"/api/voicemail/{one['message_id']}/history")
    assert [d["deed"] for d in told][:1] == ["left"], told
    assert [d["deed"] for d in told][-3:] == [
        "heard", "given", "called_back"], told
    assert told[-1]["agent"] == "ana" and told[-1]["user"], told
    assert told[-1]["wall_us"] >= told[0]["wall_us"] > 0, told
    code, out, err = server.command("voicemail", "history",
                                    str(one["message_id"]))
    assert code == 0 and "caller called back" in out, (out, err)
    assert api.ask("GET", "/api/voicemail/99999/history").status == 404
    assert office.refused("POST", "/api/voicemail/99999/call-back") == (
        404, "not_found")


def colleague_is_called_back():
    """a colleague who left one is called by extension, after the own phone;
    when that extension is gone, no phone rings"""
    one = office.messages(box="ana")[0]
    back = f"/api/voicemail/{one['message_id']}/call-back"
    assert one["caller"] == "802", one
    api.put("/api/agents/bob", extension="803")
    assert office.refused("POST", back) == (409, "extension_gone")
    api.put("/api/agents/bob", extension="802")
    api.do(back)
    ring = ana.phone.next_call()
    ring.answer(hertz=PHONE_HZ)
    rung = bob.phone.next_call()
    rung.answer(hertz=CALLER_HZ)
    rung.wait_hears(PHONE_HZ)
    ring.wait_hears(CALLER_HZ)
    rung.hang_up()
    ring.wait_end()
    ana.wait("available")
    bob.wait("available")
    after = office.messages(box="ana")[0]
    assert (after["state"], after["agent"]) == ("heard", "ana"), after


def passed_on():
    """it is given to an agent, saved, done, and moved to another box"""
    number = office.messages(box="support")[0]["message_id"]
    path = f"/api/voicemail/{number}"
    api.post(path + "/assign", agent_id="bob")
    assert api.get(path)["agent"] == "bob"
    assert office.refused("POST", path + "/assign",
                   {"agent_id": "bob"}) == (409, "already_so")
    assert office.refused("POST", path + "/assign", {"agent_id": 99})[0] == 404
    for state in ("saved", "done", "new"):
        api.post(path + "/state", state=state)
        assert api.get(path)["state"] == state
    assert office.refused("POST", path + "/state",
                   {"state": "new"}) == (409, "already_so")
    assert office.refused("POST", path + "/state",
                   {"state": "being_left"}) == (422, "bad_value")
    api.post(path + "/forward", box_id="ana", note="for you, Ana")
    one = api.get(path)
    assert one["box"] == "ana" and one["note"] == "for you, Ana", one
    assert one["state"] == "new" and one["agent_id"] == 0, one
    assert office.refused("POST", path + "/forward",
                   {"box_id": "ana", "note": ""}) == (409, "already_so")
    api.post(path + "/forward", box_id="support", note="")


def they_are_counted():
    """the metrics tell how many there are, and how many are new"""
    def counted():
        text = api.ask("GET", "/metrics").raw.decode()
        found = dict(line.split() for line in text.splitlines()
                     if line.startswith("cclite_voicemail_"))
        every = office.messages()
        return found == {
            "cclite_voicemail_messages": str(len(every)),
            "cclite_voicemail_new_messages": str(len(
                [one for one in every if one["state"] == "new"]))}
    place.wait_until("they are counted", counted)


def nobody_writes_it_down():
    """who wants it in writing is told that nobody can do that yet"""
    number = office.messages()[0]["message_id"]
    assert office.refused("POST", f"/api/voicemail/{number}/transcribe") == (
        409, "transcription_not_configured")


def another_program_writes_it_down():
    """... but a program, or a person, can bring what was said, and take it
    back; who may not is told so"""
    number = office.messages()[0]["message_id"]
    path = f"/api/voicemail/{number}"
    said = "Dobrý den, prosím zavolejte zpět."
    assert api.get(path)["transcript"] == ""
    assert api.ask("PUT", f"{path}/transcript",
                   {"transcript": said}).status == 200
    place.wait_until("it is told", lambda: api.get(path)["transcript"] == said)
    assert [one["transcript"] for one in office.messages()
            if one["message_id"] == number] == [said]
    for text, status in (("x" * 512, 422), ("\x1b[2J", 422), (None, 422)):
        assert api.ask("PUT", f"{path}/transcript",
                       {"transcript": text}).status == status, text
    assert office.refused("PUT", "/api/voicemail/999/transcript",
                          {"transcript": "x"})[0] == 404
    assert api.ask("PUT", f"{path}/transcript",
                   {"transcript": ""}).status == 200
    place.wait_until("it is gone", lambda: api.get(path)["transcript"] == "")
    message = office.leave()
    path = f"/api/voicemail/{message['message_id']}"
    api.ask("PUT", f"{path}/transcript", {"transcript": said})
    office.settle()
    code, _, err = office.server.command(
        "contact", "erase", str(message["contact_id"]), "--yes")
    assert code == 0, err
    place.wait_until("it is erased with its caller", lambda: api.ask(
        "GET", path).json.get("transcript", "") == "")


def deleted_and_brought_back():
    """a deleted one can be brought back, until its time is over"""
    number = office.leave()["message_id"]
    path = f"/api/voicemail/{number}"
    api.ask("DELETE", path)
    assert api.get(path)["state"] == "deleted"
    assert office.refused("POST", path + "/forward",
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
    own = office.messages(box="ana")[0]["message_id"]
    queues = office.messages(box="support")[0]["message_id"]
    if api.get(f"/api/voicemail/{queues}")["agent_id"]:
        api.post(f"/api/voicemail/{queues}/assign", agent_id=0)
    bob_sees = people["bob"]
    assert bob_sees.items("/api/voicemail/messages") == []
    for path in (f"/api/voicemail/{own}", f"/api/voicemail/{own}/download",
                 f"/api/voicemail/{queues}"):
        assert office.refused("GET", path, who=bob_sees) == (
            404, "not_found"), path
    for what, body in (("state", {"state": "done"}),
                       ("assign", {"agent_id": "bob"}),
                       ("listen", None)):
        assert office.refused("POST", f"/api/voicemail/{own}/{what}", body,
                       bob_sees)[0] == 404, what
    api.post("/api/queues/support/assign", agent_id="bob", priority=1)
    assert {m["box"] for m in bob_sees.items("/api/voicemail/messages")} == {
        "support"}
    assert bob_sees.ask("GET", f"/api/voicemail/{queues}/download"
                        ).status == 200
    api.post("/api/queues/support/unassign", agent_id="bob")
    for who, what in (("bob", "boxes"), ("ida", "boxes"), ("ida", "messages")):
        assert office.refused("GET", f"/api/voicemail/{what}",
                              who=people[who]) == (403, "forbidden"), what


def the_books_agree():
    """verify agrees with every message there was"""
    office.close()


tap.run(heard_is_not_new, no_talk_no_recording, phone_leaves_one,
        own_phone_plays_it, called_back, colleague_is_called_back,
        passed_on, they_are_counted,
        nobody_writes_it_down, another_program_writes_it_down,
        deleted_and_brought_back, each_hears_what_is_theirs, the_books_agree)
