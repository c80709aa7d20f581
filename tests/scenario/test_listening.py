# SPDX-License-Identifier: GPL-3.0-or-later
"""A recording is played to the listener's own phone, as the listener wants."""

import time

import place
import tap
from api import Api
from centre import Centre
from rtp_peer import share_of

CALLER_HZ, AGENT_HZ = 440, 620

centre = Centre(queue={"recording": "all"})
server = centre.server
api = centre.api
ana = centre.agent("ana", "sales")
eva = centre.agent("eva", "support")
api.put("/api/agents/eva", user_id="boss")  # who asks is Eva


def wait_s(seconds):
    until = time.monotonic() + seconds
    place.wait_until(f"{seconds} s", lambda: time.monotonic() >= until)


def make_recording(seconds):
    """A talk of Ana's; its recording when it is whole."""
    call, ring = centre.talk(ana, hertz=AGENT_HZ)
    contact = centre.last_contact()["contact_id"]
    wait_s(seconds)
    call.hang_up()
    ring.wait_end()
    ana.wait("available")

    def kept():
        items = api.get("/api/recordings?limit=1")["items"]
        return (items and items[0]["contact_id"] == contact
                and items[0]["state"] == "kept" and items[0])
    return place.wait_until("it is whole", kept)


long_one = make_recording(8)
NUMBER = long_one["recording_id"]


def control(action, value=0):
    return api.post("/api/listening", action=action, value=value)


def refused(method, path, body=None):
    answer = api.ask(method, path, body)
    return answer.status, answer.json.get("code")


def listen():
    """Rings Eva's phone; her call when she has picked up."""
    api.do(f"/api/recordings/{NUMBER}/listen")
    ring = eva.phone.next_call()
    ring.ring()
    ring.answer(hertz=300)
    return ring


def hears_both(ring):
    samples = ring.media.heard()
    return (share_of(samples, CALLER_HZ) > 0.2
            and share_of(samples, AGENT_HZ) > 0.2)


def plays_both_channels():
    """the phone rings, and plays what both said; the access is noted"""
    ring = listen()
    place.wait_until("both are heard", lambda: hears_both(ring))
    now = control("status")
    assert now["recording_id"] == NUMBER and not now["ringing"], now
    assert abs(now["length_us"] - long_one["length_us"]) < 2000, now
    noted = [e for e in server.events("recording_listened")
             if e["recording_id"] == NUMBER and e["way"] == "phone"]
    assert len(noted) == 1 and noted[0]["by"] == 1, noted
    control("stop")
    ring.wait_end()
    assert refused("POST", "/api/listening", {"action": "status"}) == (
        409, "listens_not")


def obeys():
    """it pauses, goes on, seeks, skips, and plays faster and slower"""
    ring = listen()
    place.wait_until("it is heard", lambda: hears_both(ring))
    control("pause")
    assert control("status")["speed_percent"] == 100
    place.wait_until("it pauses", lambda: not ring.media.hears_something(200))
    at = control("status")
    wait_s(0.3)
    assert control("status")["at_us"] == at["at_us"] and at["paused"]
    control("seek", 1000)
    place.wait_until("it is there", lambda: 1_000_000 == control(
        "status")["at_us"])
    control("skip", -5000)
    place.wait_until("it is at its beginning",
                     lambda: control("status")["at_us"] == 0)
    control("play")
    place.wait_until("it is heard again", lambda: hears_both(ring))
    for percent, slowest, fastest in ((200, 1.6, 2.4), (50, 0.4, 0.6)):
        control("seek", 0)
        control("speed", percent)
        wait_s(0.3)
        first, began = control("status")["at_us"], time.monotonic()
        wait_s(1.2)
        rate = ((control("status")["at_us"] - first) / 1e6
                / (time.monotonic() - began))
        assert slowest < rate < fastest, (percent, rate)
        samples = ring.media.heard()  # the pitch stays
        shares = [share_of(samples, hz) for hz in (CALLER_HZ, AGENT_HZ)]
        assert min(shares) > 0.1, (percent, shares)
    assert refused("POST", "/api/listening", {
        "action": "speed", "value": 300})[0] == 422
    ring.hang_up()
    place.wait_until("it is over", lambda: refused(
        "GET", "/api/listening") == (409, "listens_not"))


def ends_with_the_sound():
    """at the end of the sound the phone is let go"""
    ring = listen()
    place.wait_until("it is heard", lambda: hears_both(ring))
    control("seek", long_one["length_us"] // 1000 - 500)
    ring.wait_end()
    place.wait_until("it is over", lambda: refused(
        "GET", "/api/listening")[0] == 409)


def refuses_with_a_reason():
    """what cannot be is refused, and why is told"""
    api.do(f"/api/recordings/{NUMBER}/listen")
    ring = eva.phone.next_call()
    assert refused("POST", f"/api/recordings/{NUMBER}/listen") == (
        409, "listens_already")
    assert refused("POST", "/api/listening", {"action": "pause"}) == (
        409, "not_picked_up")
    ring.reject()
    place.wait_until("it is over", lambda: refused(
        "GET", "/api/listening")[0] == 409)
    assert refused("POST", "/api/recordings/9999/listen")[0] == 404
    call, talk = centre.talk(eva, key="2")
    assert refused("POST", f"/api/recordings/{NUMBER}/listen") == (
        409, "listener_busy")
    call.hang_up()
    talk.wait_end()
    eva.wait("available")


def offers_nothing_meanwhile():
    """whoever listens is offered no contact; the contact waits"""
    ring = listen()
    place.wait_until("it is heard", lambda: hears_both(ring))
    waiting = centre.in_queue("2")
    place.wait_until("one waits", lambda: api.get(
        "/api/queues/support/stats")["waiting"] == 1)
    wait_s(0.5)
    assert eva.state()["state"] == "available", eva.state()
    control("stop")
    ring.wait_end()
    offered = eva.phone.next_call()
    offered.reject(603)
    waiting.hang_up()


def two_listen_at_once():
    """two people listen to the same recording, each where they are; deleted
    meanwhile, it plays on"""
    api.post("/api/users", name="chief", role="supervisor")
    api.set_password("/api/users/chief/password", "correct horse battery")
    api.put("/api/agents/ana", user_id="chief")
    place.wait_until("ana is free",
                     lambda: ana.state()["state"] == "available")
    token = Api((server.address, 8080)).post(
        "/api/sessions", name="chief",
        password="correct horse battery")["token"]
    chief = Api((server.address, 8080), token=token)
    ring = listen()
    chief.do(f"/api/recordings/{NUMBER}/listen")
    other = ana.phone.next_call()
    other.ring()
    other.answer(hertz=300)
    place.wait_until("both hear it",
                     lambda: hears_both(ring) and hears_both(other))
    control("pause")
    place.wait_until("one pauses", lambda: not ring.media.hears_something(200))
    assert hears_both(other)
    assert api.ask("DELETE", f"/api/recordings/{NUMBER}").status == 200
    control("play")
    place.wait_until("it plays on", lambda: hears_both(ring))
    for one, of in ((api, ring), (chief, other)):
        one.post("/api/listening", action="stop")
        of.wait_end()
    assert refused("POST", f"/api/recordings/{NUMBER}/listen")[0] == 404


def a_crash_ends_it():
    """after a crash nobody listens, and the phone gets its BYE"""
    global NUMBER
    NUMBER = make_recording(2)["recording_id"]
    ring = listen()
    place.wait_until("it is heard", lambda: hears_both(ring))
    # What is acknowledged after the phone has answered is on disk, and with it
    # that it has; a moment of a busy disk may pass until then.
    api.post("/api/pause-reasons", name="lunch", label="Lunch")
    server.kill()
    server.start()
    ring.wait_end()
    assert refused("GET", "/api/listening") == (409, "listens_not")
    assert [e for e in server.events("listening_ended")]


def cclite_listens():
    """cclite rings the phone, pauses, skips and stops"""
    place.wait_until("the phone is qualified",
                     lambda: eva.state()["reachable"])
    code, _, errors = server.command("recording", "listen", str(NUMBER))
    assert code == 0, errors
    ring = eva.phone.next_call()
    ring.ring()
    ring.answer(hertz=300)
    place.wait_until("it is heard", lambda: hears_both(ring))
    for words in (("pause",), ("back", "1"), ("forward",), ("seek", "0"),
                  ("speed", "150"), ("play",), ("status",), ("stop",)):
        code, text, errors = server.command("recording", *words)
        assert code == 0, (words, errors)
    ring.wait_end()
    code, _, errors = server.command("recording", "pause")
    assert code != 0 and "listen" in errors, errors


def the_books_agree():
    """verify agrees with all of it"""
    assert server.verifies()
    centre.close()


tap.run(plays_both_channels, obeys, ends_with_the_sound,
        refuses_with_a_reason, offers_nothing_meanwhile, two_listen_at_once,
        a_crash_ends_it, cclite_listens, the_books_agree)
