# SPDX-License-Identifier: GPL-3.0-or-later
"""Telephones of others: sipp and baresip as callers and as agents."""

import place
import tap
from baresip import Baresip
from centre import PHONE_PASSWORD, Centre
from sipp import Sipp
from wav import LEFT, RIGHT, Wav

centre = Centre(queue={"recording": "all"})
api = centre.api
HOST = centre.server.address


def _trunk(name, address):
    api.post("/api/trunks", name=name, address=f"{address}:5080",
             prefixes="+44",
             check_ms=0)


def sipp_calls():
    """ten callers of sipp are answered, queued, served and counted"""
    _trunk("sipp", place.host(2))
    agents = [centre.agent(name, "sales") for name in ("ana", "ben")]
    for agent in agents:
        agent.phone.on_invite = lambda call: _answer_soon(call)
    before = len(centre.contacts())
    sipp = Sipp.caller("sipp", centre.server.sip, "200", place.host(2),
                       calls=10, rate=2, talk_ms=3000, port=5080)
    assert sipp.wait() == 0, sipp.said()
    for agent in agents:
        agent.phone.on_invite = None
        agent.does("pause", reason_id="break")
    place.wait_until("ten contacts more have ended", lambda: len(
        [c for c in centre.contacts() if not c["live"]]) == before + 10)
    assert all(c["queue"] == "sales" for c in centre.contacts())


def _answer_soon(call):
    """200 at once, without waiting for the ACK in the peer's own thread."""
    call.hear(call.invite)
    call.peer.reply(call.invite, 200, "OK", tag=call.tag,
                    headers=[("Contact", call.peer.contact),
                             ("Content-Type", "application/sdp")],
                    body=call.sdp(), to=call.next_hop)


def sipp_is_the_outside_number():
    """a transfer to sipp's number is answered, and its echo is heard"""
    _trunk("far", place.host(3))
    api.put("/api/trunks/provider", outbound=False)
    api.put("/api/trunks/sipp", outbound=False)
    ana = centre.agents["ana"]
    ana.does("available")
    api.put("/api/agents/ana", outside="+44")
    sipp = Sipp.phone("far", place.host(3), 5080)
    call, _ = centre.talk(ana)
    ana.does("transfer", to="number", number="+442079460005")
    call.wait_hears(440)
    call.hang_up()
    assert sipp.wait() == 0, sipp.said()
    ana.does("pause", reason_id="break")


def baresip_is_an_agent_and_a_caller():
    """baresip calls, baresip answers, and both hear each other's tone"""
    _baresip_talks("eva", "udp", 5090)


def baresip_by_tcp():
    """a phone that registered over TCP is rung over its connection"""
    _baresip_talks("ida", "tcp", 5094)


def _baresip_talks(name, transport, port):
    agent = centre.seat(name, "support")
    phone = Baresip(name, place.host(3),
                    f"sip:{name}@{HOST};transport={transport}",
                    f";auth_user={name};auth_pass={PHONE_PASSWORD}"
                    ";regint=120;answermode=auto", hertz=700, port=port)
    agent.wait_phone()
    agent.does("log-in")
    agent.does("available")
    caller = Baresip(f"caller-of-{name}", place.host(2), f"sip:bob@{HOST}",
                     ";regint=0", hertz=500, port=5080)
    caller.command("dial", f"sip:201@{HOST}")
    caller.wait_hears(700)
    phone.wait_hears(500)
    agent.wait("talking")
    place.stays("they talk", lambda: agent.state()["state"] == "talking", 2)
    caller.command("hangup")
    agent.wait("available")
    ended = centre.wait_ended(centre.newest_contact()["contact_id"])
    assert ended["answered"] and ended["agent"] == name, ended
    sound = _recording_of(ended["contact_id"])
    assert sound.share(LEFT, 500, sound.seconds - 1.2, sound.seconds - 0.2) > .9
    assert sound.share(RIGHT, 700, sound.seconds - 1.2,
                       sound.seconds - 0.2) > .9
    agent.does("log-out")
    caller.stop()
    phone.stop()


def sipp_is_recorded():
    """what sipp sends as RTP, and baresip to it, is recorded side by side"""
    agent = centre.seat("uma", "support")
    phone = Baresip.desk(centre.server, "uma", PHONE_PASSWORD, place.host(3),
                         hertz=1000, port=5098)
    phone.command("answermode", "auto")
    agent.wait_phone()
    agent.does("log-in")
    agent.does("available")
    sipp = Sipp.caller("speaker", centre.server.sip, "201", place.host(2),
                       talk_ms=4000, port=5080, hertz=800)
    phone.wait_hears(800)
    agent.wait("talking")
    assert sipp.wait() == 0, sipp.said()
    agent.wait("available")
    ended = centre.wait_ended(centre.newest_contact()["contact_id"])
    assert ended["answered"] and ended["agent"] == "uma", ended
    sound = _recording_of(ended["contact_id"])
    assert 3 < sound.seconds < 6, sound.seconds
    for channel, hertz, other in ((LEFT, 800, 1000), (RIGHT, 1000, 800)):
        assert sound.share(channel, hertz, 0.5, sound.seconds - 0.3) > 0.9
        assert sound.share(channel, other) == 0
    agent.does("log-out")
    phone.stop()


def _recording_of(contact_id):
    def kept():
        return [one for one in api.items("/api/recordings")
                if one["contact_id"] == contact_id and one["state"] == "kept"]
    found = place.wait_until("it is recorded", kept)
    number = found[0]["recording_id"]
    return Wav(api.ask("GET", f"/api/recordings/{number}/download").raw)


def the_books_agree():
    """after all that the journal and everything made from it agree"""
    centre.close()


api.post("/api/pause-reasons", name="break", label="Break")
centre.publish("direct", {"nodes": [
    {"name": "answer", "type": "answer", "next": "support"},
    {"name": "support", "type": "queue", "queue": "support"}]})
api.post("/api/entries", name="direct", number="201", flow_id="direct")

tap.run(
    sipp_calls,
    sipp_is_the_outside_number,
    baresip_is_an_agent_and_a_caller,
    baresip_by_tcp,
    sipp_is_recorded,
    the_books_agree,
)
