# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages are sent on: by mail to a foreign mail server, and to a webhook."""

import asyncio
import email
import email.policy
import hashlib
import hmac
import http.server
import json
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

import place
import tap
from api import Refused
from office import CALLER_HZ, Office
from wav import LEFT, Wav

KEY = "a key that nobody guesses"
SHORT_S = 0.4  # where nobody listens to the sound


class Post:
    """A mail server, which keeps what it takes, and may be out of order."""

    def __init__(self):
        self.mails = []
        self.says = "250 taken"
        self.may_answer = threading.Event()
        self.may_answer.set()

    async def handle_RCPT(self, _server, _session, envelope, address, _more):
        if address.startswith("nobody"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, _server, _session, envelope):
        if self.says.startswith("2"):
            self.mails.append((envelope.rcpt_tos, email.message_from_bytes(
                envelope.content, policy=email.policy.default)))
        await asyncio.get_running_loop().run_in_executor(
            None, self.may_answer.wait)
        return self.says


class Hook(http.server.ThreadingHTTPServer):
    """A program that is told of messages."""

    def __init__(self, address):
        super().__init__((address, 0), Told)
        self.told = []
        self.status = 204
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Told(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        self.server.told.append((dict(self.headers),
                                 self.rfile.read(length).decode()))
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


post = Post()
mail_server = Controller(post, hostname=place.host(2), port=2525,
                         server_hostname="post.example.net")
mail_server.factory = lambda: SMTP(post, hostname="post.example.net",
                                   enable_SMTPUTF8=False)
mail_server.start()
hook = Hook(place.host(3))
office = Office(smtp__url=f"smtp://{place.host(2)}:2525", smtp__tls="no",
                smtp__from="voicemail@cc.example.net",
                webhook__private="yes",
                webhook__key_file=place.write("hook.key", KEY + "\n"))
server, api = office.server, office.api


HOOK = f"http://{hook.server_address[0]}:{hook.server_address[1]}/in"


def box(**fields):
    api.put("/api/voicemail/boxes/support",
            **{"mail_to": "", "webhook": "", "mail_language": "en",
               "mail_sound": True, "min_ms": 100, **fields})


def deliveries(kind, number, way):
    """The events of a kind about a message that is sent on in a way."""
    ids = [e["delivery_id"] for e in server.events("delivery_tried")
           if (e["message_id"], e["way"]) == (number, way)]
    return [e for e in server.events(kind) if e["delivery_id"] in ids]


def ended(number, way, result):
    """The delivery of a message has ended so."""
    end = place.wait_until("it is sent on, or not", lambda: deliveries(
        "delivery_ended", number, way))[-1]
    assert end["result"] == result, end
    return end


# Messages that go both ways.
first = told_400 = told_503 = None


def mail_has_the_sound():
    """a mail says who called, in the box's language, with the sound in it"""
    global first
    box(mail_to="ana@example.net nobody@example.net bob@example.net",
        mail_language="cs", mail_zone="Europe/Prague", webhook=HOOK)
    message = first = office.leave()
    ended(message["message_id"], "mail", "sent")
    rcpt, mail = post.mails.pop()
    assert rcpt == ["ana@example.net", "bob@example.net"], rcpt
    assert mail["From"] == "voicemail@cc.example.net", mail["From"]
    assert mail["To"].count("@") == 3, mail["To"]
    assert message["caller"] in mail["Subject"], mail["Subject"]
    assert "zpráva" in mail["Subject"], mail["Subject"]
    assert mail["Message-ID"].endswith("@cc.example.net>")
    assert mail["Date"] and mail["Content-Language"] == "cs"
    text, sound = mail.iter_parts()
    assert "Europe/Prague" in text.get_content(), text.get_content()
    assert sound.get_content_type() == "audio/wav"
    assert sound.get_filename() == f"message-{message['message_id']}.wav"
    raw = sound.get_content()
    assert hashlib.sha256(raw).hexdigest() == message["digest"]
    assert Wav(raw, channels=1).share(LEFT, CALLER_HZ, 0.4, 1) > 0.8


def webhook_is_signed():
    """a webhook is told by JSON, signed with the key, of the same message"""
    ended(first["message_id"], "webhook", "sent")
    headers, body = hook.told.pop()
    told = json.loads(body)
    assert told["event"] == "voicemail_message", told
    assert told["message"]["message_id"] == first["message_id"], told
    assert told["message"]["box"] == "support", told
    parts = dict(p.split("=") for p in
                 headers["X-CCLite-Signature"].split(","))
    wanted = hmac.new(KEY.encode(), f"{parts['t']}.{body}".encode(),
                      hashlib.sha256).hexdigest()
    assert parts["v1"] == wanted, parts
    assert headers["Idempotency-Key"] == str(told["delivery_id"]), headers


def refused_for_good():
    """what the mail server refuses for good is not tried again"""
    global told_400
    box(mail_to="nobody@example.net", webhook=HOOK)
    hook.status = 400
    told_400 = office.leave(SHORT_S)["message_id"]
    assert ended(told_400, "mail", "refused")["code"] == 550


def webhook_refuses_for_good():
    """... nor what a webhook answers with 400"""
    assert ended(told_400, "webhook", "refused")["code"] == 400


def mail_without_sound():
    """a mail is without the sound where the box says so"""
    global told_503
    box(mail_to="ana@example.net", mail_sound=False, webhook=HOOK)
    hook.status = 503
    told_503 = office.leave(SHORT_S)["message_id"]
    ended(told_503, "mail", "sent")
    _, mail = post.mails.pop()
    assert len(list(mail.iter_parts())) == 1, mail
    assert "New message in" in mail["Subject"], mail["Subject"]


def webhook_refuses_for_now():
    """a webhook that says 503 is asked again later"""
    place.wait_until("it waits", lambda: [
        e for e in deliveries("delivery_postponed", told_503, "webhook")
        if e["code"] == 503])
    hook.status = 204


LOST = ("refused", "forbidden", "given_up", "too_many")


def lost():
    """What will not be sent on."""
    return [e for e in server.events("delivery_ended") if e["result"] in LOST]


def alarm_stands():
    return "message_not_sent" in api.get("/api/server")["alarms"]


def what_is_lost_is_told():
    """what is refused for good is an alarm to supervisors for a day, counted,
    and tells of which message; what was sent is none"""
    place.wait_until("the alarm stands", alarm_stands)
    place.wait_until("each is counted", lambda: api.metrics()[
        "cclite_deliveries_lost_total"] == len(lost()))
    assert {e["message_id"] for e in lost()} == {told_400}, lost()
    for event in server.events("delivery_ended"):
        stands_us = event["until_us"] - event["at_us"]
        assert stands_us == 86400 * 10**6 if event in lost() \
            else event["until_us"] == 0, event
    told = server.command("server", "status")[1]
    assert "message_not_sent" in told, told


def metrics_tell():
    """what was sent on, failed and waits is scraped"""
    def is_so():
        ended_ = [e["result"] for e in server.events("delivery_ended")]
        tried = {e["delivery_id"] for e in server.events("delivery_tried")}
        found = api.metrics()
        return (found["cclite_deliveries_sent_total"], found[
            "cclite_deliveries_failed_total"], found[
                "cclite_deliveries_waiting"]) == (
                    ended_.count("sent"), ended_.count("refused")
                    + len(server.events("delivery_postponed")),
                    len(tried) - len(ended_))
    place.wait_until("it is counted", is_so)
    assert api.metrics()["cclite_deliveries_sent_total"] >= 3


def members_get_their_own():
    """a box sends each who hears it a mail of their own: in their language,
    with what they may see of the caller; so does whoever is given one, also
    without hearing the box; a bad address is refused at its field"""
    api.post("/api/teams", name="desk")
    people = {"ana": ("cs", "Europe/Prague"), "bob": ("es", "Europe/Madrid")}
    for name, (language, zone) in people.items():
        api.post("/api/users", name=f"{name}-user", language=language,
                 mail=f"{name}@example.net", zone=zone)
        api.put(f"/api/agents/{name}", user_id=f"{name}-user",
                team_id="desk")
    for field, value, code in (("mail", "ana", "bad_address"),
                               ("zone", "Moon/Tycho", "no_zone")):
        try:
            api.put("/api/users/ana-user", **{field: value})
        except Refused as refused:
            assert (refused.status, refused.problem["code"],
                    refused.problem["field"]) == (422, code, field), refused
        else:
            raise AssertionError(f"taken: {value}")
    box(mail_members=True, queue_id=0, team_id="desk")
    post.mails.clear()
    message = office.leave(SHORT_S)
    number = message["message_id"]
    place.wait_until("both are sent", lambda: [
        e["result"] for e in deliveries("delivery_ended", number, "mail")
    ] == ["sent", "sent"])
    (ana, czech), (bob, spanish) = post.mails
    assert (ana, bob) == (["ana@example.net"], ["bob@example.net"]), post.mails
    assert czech["Content-Language"] == "cs" and "zpráva" in czech["Subject"]
    assert spanish["Content-Language"] == "es", spanish["Subject"]
    assert "Europe/Madrid" in next(spanish.iter_parts()).get_content()
    assert czech["Message-ID"] != spanish["Message-ID"]
    assert message["caller"] in spanish["Subject"], spanish["Subject"]
    api.put("/api/agents/bob", user_id=0)
    api.ask("DELETE", "/api/users/bob-user")
    post.mails.clear()
    number = office.leave(SHORT_S)["message_id"]
    ended(number, "mail", "sent")
    assert [rcpt for rcpt, _ in post.mails] == [["ana@example.net"]]
    api.put("/api/agents/ana", team_id=0)
    post.mails.clear()
    api.post(f"/api/voicemail/{number}/assign", agent_id="ana")
    place.wait_until("whom it is given is told", lambda: post.mails)
    (ana, given), = post.mails
    assert ana == ["ana@example.net"] and "Zpráva pro vás" in given["Subject"], (
        ana, given["Subject"])
    box(mail_members=False, queue_id="support", team_id=0)


def addresses_are_checked():
    """what is no address, and what hides another one, is refused"""
    for fields, code in (({"mail_to": "<a@b>"}, "bad_mail"),
                         ({"mail_to": "a@b.c\r\nBcc: d@e.f"}, "bad_characters"),
                         ({"mail_to": "ana"}, "bad_mail"),
                         ({"mail_to": f"ana@{'b.' * 125}c"}, "bad_mail"),
                         ({"webhook": "file:///etc/passwd"}, "bad_webhook"),
                         ({"webhook": "https://a:b@example.net/"},
                          "bad_webhook")):
        try:
            box(**fields)
        except Refused as refused:
            assert refused.status == 422, refused
            assert refused.problem["code"] == code, refused
        else:
            raise AssertionError(f"taken: {fields}")


def survives_a_crash():
    """what was under way when the server died is sent by the next one, and
    whoever gets it twice can tell by its Message-ID"""
    box(mail_to="ana@example.net")
    post.mails.clear()
    post.may_answer.clear()
    number = office.leave(SHORT_S)["message_id"]
    place.wait_until("it is under way", lambda: post.mails)
    server.kill()
    server.settings["webhook.private"] = "no"
    post.may_answer.set()
    server.start()
    ended(number, "mail", "sent")
    place.wait_until("it came again", lambda: len(post.mails) > 1)
    assert len({mail["Message-ID"] for _, mail in post.mails}) == 1
    assert len([e for e in server.events("delivery_tried")
                if e["message_id"] == number]) == 1
    place.wait_until("the alarm outlives it", alarm_stands)
    box()


def webhook_inside_is_refused():
    """a webhook at an address of this machine is not asked, unless allowed, and
    is not taken when the address is written as a number"""
    told = len(hook.told)
    try:
        box(webhook=HOOK)
    except Refused as refused:
        assert refused.problem["code"] == "private_address", refused
    else:
        raise AssertionError("taken")
    box(webhook=f"http://localhost:{hook.server_address[1]}/in")
    ended(office.leave(SHORT_S)["message_id"], "webhook", "forbidden")
    assert len(hook.told) == told, hook.told
    box()


def the_books_agree():
    """verify agrees with all of it"""
    office.close()
    mail_server.stop()


tap.run(mail_has_the_sound, webhook_is_signed, refused_for_good,
        webhook_refuses_for_good, mail_without_sound, webhook_refuses_for_now,
        what_is_lost_is_told, metrics_tell, members_get_their_own, addresses_are_checked,
        survives_a_crash, webhook_inside_is_refused, the_books_agree)
