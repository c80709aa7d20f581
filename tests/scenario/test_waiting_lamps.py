# SPDX-License-Identifier: GPL-3.0-or-later
"""Phones that subscribe are told of their messages and of those of the boxes
that they hear; nobody else is."""

import re
import time

import baresip
import place
import tap
from baresip import Baresip
from centre import PHONE_PASSWORD, Centre
from sip_message import Message, digest, token

TONE_HZ = 1000
SUMMARY = "application/simple-message-summary"

centre = Centre()
server = centre.server
api = centre.api
ana = centre.agent("ana", "sales")
bob = centre.agent("bob", "sales")
api.post("/api/voicemail/boxes", name="ana", agent_id="ana", extension="701",
         undo_days=0)
ana.phone.takes_notify = True


OWN = f"sip:ana@{server.address}"
SALES, DESK, BOBS, NOBODYS = "702", "704", "703", "799"


def wait_s(seconds):
    until = time.monotonic() + seconds
    place.wait_until(f"{seconds} s", lambda: time.monotonic() >= until)


class Subscription:
    """Ana's phone as subscriber."""

    def __init__(self, event="message-summary", expires="300", user="ana"):
        self.phone = ana.phone
        self.uri = f"sip:{user}@{server.address}"
        self.event, self.call_id, self.tag = event, token(), token()
        self.cseq = 0
        self.to_tag = None
        self.answer = self.ask(expires)

    def once(self, expires, more=()):
        self.cseq += 1
        to = f"<{self.uri}>" + (f";tag={self.to_tag}" if self.to_tag else "")
        basics = dict(self.phone.basics("SUBSCRIBE", self.uri))
        basics.update({"From": f"<{OWN}>;tag={self.tag}", "To": to,
                       "Call-ID": self.call_id,
                       "CSeq": f"{self.cseq} SUBSCRIBE"})
        headers = [*basics.items(), ("Event", self.event),
                   ("Accept", SUMMARY), ("Expires", expires), *more]
        answers = self.phone.send_request(
            Message(f"SUBSCRIBE {self.uri} SIP/2.0", headers), server.sip)
        return answers.get(timeout=place.PATIENCE_S)

    def ask(self, expires, password=PHONE_PASSWORD):
        first = self.once(expires)
        if first.status != 401:
            return first
        answer = self.once(expires, [("Authorization", digest(
            first["WWW-Authenticate"], "SUBSCRIBE", self.uri, "ana",
            password))])
        if answer.status == 200 and not self.to_tag:
            self.to_tag = re.search("tag=([^;]+)", answer["To"]).group(1)
        return answer

    def told(self):
        """What it was told, oldest first: (state, body)."""
        return [(message["Subscription-State"], message.body.decode())
                for _, way, message in list(self.phone.seen)
                if way == "in" and message.is_request
                and message.method == "NOTIFY"
                and message["Call-ID"] == self.call_id]

    def wait_told(self, count):
        place.wait_until(f"it was told {count} times",
                         lambda: len(self.told()) >= count)
        assert len(self.told()) == count, self.told()
        return self.told()[-1]


def leave():
    """Bob leaves a message for Ana; its number."""
    before = {one["message_id"]
              for one in api.items("/api/voicemail/messages")}
    call = bob.dials("701", hertz=620).wait_answer()
    place.wait_until("the greeting is heard", call.media.hears_something)
    call.media.press("#")
    place.wait_until("the tone is heard",
                     lambda: call.media.hears(TONE_HZ, ms=160))
    wait_s(1.5)
    call.hang_up()
    bob.wait("available")
    return place.wait_until("the message is there", lambda: [
        one["message_id"] for one in api.items("/api/voicemail/messages")
        if one["message_id"] not in before])[0]


def subscriber_is_told():
    """a subscriber is told at once, and of each change"""
    one = Subscription()
    assert one.answer.status == 200, one.answer
    assert one.answer["Expires"] == "300"
    state, body = one.wait_told(1)
    assert state.startswith("active;expires="), state
    assert "Messages-Waiting: no" in body and "0/0 (0/0)" in body, body
    number = leave()
    assert "Voice-Message: 1/0 (0/0)" in one.wait_told(2)[1]
    api.post(f"/api/voicemail/{number}/state", state="heard")
    state, body = one.wait_told(3)
    assert "Messages-Waiting: no" in body and "0/1 (0/0)" in body, body
    assert one.ask("300").status == 200
    assert "0/1 (0/0)" in one.wait_told(4)[1]
    api.ask("DELETE", f"/api/voicemail/{number}")
    place.wait_until("all is told", lambda: "0/0" in one.told()[-1][1])
    heard = len(one.told())
    assert one.ask("0").status == 200
    assert one.wait_told(heard + 1)[0].startswith("terminated")
    wait_s(0.2)
    assert one.ask("300").status == 481, "it is over"


def refused():
    """what cannot be asked for is refused, and tells nobody anything"""
    assert Subscription(event="presence").answer.status == 489
    assert Subscription(expires="5").answer.status == 423
    assert Subscription(expires="soon").answer.status == 400
    assert Subscription(user="bob").answer.status in (401, 403)
    wrong = Subscription.__new__(Subscription)
    wrong.phone, wrong.uri = ana.phone, f"sip:ana@{server.address}"
    wrong.event, wrong.call_id, wrong.tag = "message-summary", token(), token()
    wrong.cseq, wrong.to_tag = 0, None
    assert wrong.ask("300", password="wrong").status in (401, 403)
    assert not wrong.told()


def looked_for_by_the_name_it_was_asked_of():
    """what goes to another name is within no subscription, and is told so
    before anybody has to prove anything"""
    one = Subscription()
    own, one.uri = one.uri, f"sip:bob@{server.address}"
    assert one.once("300").status == 481
    one.uri = f"sip:nobody@{server.address}"
    assert one.once("300").status == 481
    one.uri = own
    assert one.once("300").status == 401
    assert one.ask("300").status == 200
    assert one.ask("0").status == 200


def one_that_is_gone_is_told_no_more():
    """a phone that wants no NOTIFY gets no second one"""
    ana.phone.takes_notify = False
    one = Subscription()
    one.wait_told(1)
    leave()
    wait_s(0.5)
    assert len(one.told()) == 1, one.told()
    ana.phone.takes_notify = True


def forward(box):
    """The newest message is in that box now, as a new one; its number."""
    number = max(one["message_id"]
                 for one in api.items("/api/voicemail/messages"))
    api.post(f"/api/voicemail/{number}/forward", box_id=box, note="")
    return number


def members_watch_the_box_of_a_queue():
    """the box of a queue is a lamp for those who serve it, by its number"""
    api.post("/api/voicemail/boxes", name="sales", queue_id="sales",
             extension=SALES, undo_days=0)
    one = Subscription(user=SALES)
    assert one.answer.status == 200, one.answer
    assert "Messages-Waiting: no" in one.wait_told(1)[1]
    own = Subscription()
    own.wait_told(1)
    number = forward("sales")
    assert "Voice-Message: 1/0 (0/0)" in one.wait_told(2)[1]
    api.post(f"/api/voicemail/{number}/state", state="heard")
    assert "Voice-Message: 0/1 (0/0)" in one.wait_told(3)[1]
    assert one.ask("300").status == 200
    assert "Voice-Message: 0/1 (0/0)" in one.wait_told(4)[1]
    assert not any("1/0" in body for _, body in own.told()[1:]), own.told()
    assert own.ask("0").status == 200
    assert one.ask("0").status == 200
    assert one.wait_told(5)[0].startswith("terminated")


def members_watch_the_box_of_a_team():
    """the box of a team is one for its members"""
    api.post("/api/teams", name="desk")
    api.post("/api/voicemail/boxes", name="desk", team_id="desk",
             extension=DESK)
    assert Subscription(user=DESK).answer.status == 403
    api.put("/api/agents/ana", team_id="desk")
    one = Subscription(user=DESK)
    assert one.answer.status == 200, one.answer
    one.wait_told(1)
    forward("desk")
    assert "Voice-Message: 1/0 (0/0)" in one.wait_told(2)[1]
    api.put("/api/agents/ana", team_id=0)
    state, _ = one.wait_told(3)
    assert state == "terminated;reason=rejected", state
    assert one.ask("300").status == 481


def foreign_boxes_are_as_none():
    """a box of somebody else is refused as one that there is not"""
    api.post("/api/voicemail/boxes", name="bob", agent_id="bob",
             extension=BOBS)
    told = [Subscription(user=user) for user in (BOBS, NOBODYS, "bob")]
    answers = [(one.answer.first, one.answer.body) for one in told]
    assert answers[0][0].split(" ")[1] == "403", answers
    assert answers[0] == answers[1] == answers[2], answers
    assert not any(one.told() for one in told)


def who_leaves_sees_it_no_more():
    """whoever no longer serves the queue hears that it is over; a lamp goes on
    when the number of its box changes"""
    one = Subscription(user=SALES)
    one.wait_told(1)
    api.post("/api/queues/sales/unassign", agent_id="ana")
    state, _ = one.wait_told(2)
    assert state == "terminated;reason=rejected", state
    assert Subscription(user=SALES).answer.status == 403
    centre.assign("ana", ["sales"])
    one = Subscription(user=SALES)
    one.wait_told(1)
    api.put("/api/voicemail/boxes/sales", extension="705")
    assert one.ask("300").status == 200
    assert one.wait_told(2)[0].startswith("active")
    assert Subscription(user=SALES).answer.status == 403
    assert one.ask("0").status == 200


def subscribing_baresip():
    """A baresip that subscribes.

    An account that 1.0.0 has at its start subscribes without end when the
    registrar answers within the first millisecond: it gets its own later.
    """
    phone = Baresip("eva", place.host(2), "", more=("mwi",))
    phone.add(f"sip:eva@{server.address}",
              f";auth_pass={PHONE_PASSWORD};regint=300;mwi=yes")
    return phone


def foreign_phone_shows_it():
    """baresip subscribes, and shows what waits"""
    if not baresip.installed():
        raise tap.Skip("there is no baresip")
    seat = centre.seat("eva", "sales")
    api.post("/api/voicemail/boxes", name="eva", agent_id="eva")
    phone = subscribing_baresip()
    seat.wait_phone()
    number = api.items("/api/voicemail/messages")[0]["message_id"]
    api.post(f"/api/voicemail/{number}/forward", box_id="eva", note="")

    def shown():
        return [one for one in phone.line.events
                if "1/0 (0/0)" in json_of(one)]
    place.wait_until("baresip shows the message", shown)
    phone.stop()


def json_of(event):
    return str(event)


def the_books_agree():
    """verify agrees"""
    centre.close()


tap.run(subscriber_is_told, refused, looked_for_by_the_name_it_was_asked_of,
        one_that_is_gone_is_told_no_more, members_watch_the_box_of_a_queue,
        members_watch_the_box_of_a_team, foreign_boxes_are_as_none,
        who_leaves_sees_it_no_more,
        foreign_phone_shows_it, the_books_agree)
