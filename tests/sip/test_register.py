# SPDX-License-Identifier: GPL-3.0-or-later
"""Registering: who may, who may not, and what a binding leads to."""

import itertools
import os
import re
import shutil
import subprocess
import tempfile
import time

from sipwire import (Agent, Call, Failure, Peer, Tests, authorization, claim,
                     sdp, unique)

test = Tests()
DOMAIN = "sip:cclite.test"


class Phone:
    """Registers by hand."""

    def __init__(self, peer, user="anna", password="secret", tcp=False,
                 address="127.0.0.1"):
        self.agent = Agent(peer, tcp=tcp, address=address)
        self.user, self.password = user, password
        self.call_id, self.tag, self.cseq = unique(), unique(), 0
        self.challenge = None
        self.nc = 0

    def text(self, contact=None, expires=None, headers="", **more):
        self.cseq += 1
        aor = "<sip:%s@cclite.test>" % self.user
        if contact is None:
            contact = "<sip:%s@192.168.77.1:9>" % self.user
        if contact:
            headers += "Contact: %s\r\n" % contact
        if expires is not None:
            headers += "Expires: %s\r\n" % expires
        more.setdefault("to", aor)
        return self.agent.request(
            "REGISTER", DOMAIN, from_="%s;tag=%s" % (aor, self.tag),
            call_id=self.call_id, cseq=self.cseq, contact=False,
            headers=headers, **more)

    def ask(self, **more):
        self.agent.send_bytes(self.text(**more))
        return self.agent.wait(lambda m: m.cseq[1] == "REGISTER")

    def get_challenge(self):
        self.challenge = self.ask()
        claim(self.challenge.code == 401, self.challenge.start)
        self.nc = 0

    def proof(self, **change):
        self.nc = change.pop("nc", self.nc + 1)
        return authorization(self.challenge, "REGISTER", DOMAIN,
                             change.pop("user", self.user),
                             change.pop("password", self.password),
                             self.nc, **change)

    def register(self, code=200, proof=None, **more):
        if not self.challenge:
            self.get_challenge()
        headers = more.pop("headers", "") + self.proof(**(proof or {}))
        answer = self.ask(headers=headers, **more)
        claim(answer.code == code, "%s, not %d" % (answer.start, code))
        return answer


def stage(*settings):
    peer = Peer(*settings)
    peer.do("device 5 anna secret")
    peer.do("device 6 berta geheim")
    return peer


@test
def a_phone_registers_and_is_reached_where_it_talks_from():
    peer = stage()
    phone = Phone(peer)
    answer = phone.register(expires=120)
    claim(answer.get("Contact") == "<sip:anna@192.168.77.1:9>;expires=120",
          answer.get("Contact"))
    peer.wait("binding_set 5 sip:anna@192.168.77.1:9 source=" +
              phone.agent.where)
    peer.wait("reachable 5")
    peer.do("dial 1 device 5 - 555 x")
    invite = phone.agent.wait("INVITE")
    claim(invite.uri == "sip:anna@192.168.77.1:9", "as the phone calls itself")
    phone.agent.reply(invite, 200, tag="t", body=sdp(),
                      headers="Contact: <sip:anna@10.99.99.99>\r\n",
                      contact=False)
    ack = phone.agent.wait("ACK")
    claim(ack.uri == "sip:anna@10.99.99.99", "the target is its Contact")
    peer.do("hangup 1")
    phone.agent.reply(phone.agent.wait("BYE"), 200)
    phone.register(expires=0)
    peer.wait("binding_gone 5")
    peer.wait("unreachable 5")
    peer.do("dial 2 device 5 - 555 x", "No such file or directory")
    peer.close()


@test
def a_route_to_elsewhere_is_not_followed():
    """Neither is the Contact, and none of our requests has that Route."""
    peer = stage()
    elsewhere = Agent(peer)
    route = "Route: <sip:%s;lr>\r\n" % elsewhere.where
    phone = Phone(peer)
    phone.register(headers=route, contact="<sip:anna@%s>" % elsewhere.where)
    peer.wait("reachable 5")
    peer.do("dial 1 device 5 - 555 x")
    invite = phone.agent.wait("INVITE")
    claim(not invite.all("Route"), "no Route")
    phone.agent.reply(invite, 486, tag="t")
    phone.agent.wait("ACK")
    for method in ("OPTIONS", "INVITE", "MESSAGE"):
        phone.agent.send_bytes(phone.agent.request(
            method, "sip:anna@%s" % elsewhere.where, headers=route))
        phone.agent.wait(lambda m, x=method: m.code and m.cseq[1] == x)
    elsewhere.silent(0.2)
    peer.close()


@test
def a_contact_brings_no_line_into_our_invite():
    peer = stage()
    reached = 0
    for number, contact in enumerate((
            "<sip:anna%0d%0aX-Evil:%20yes@192.168.77.1>",
            "<sip:anna@192.168.77.1;x=%0d%0aX-Evil:%20yes>",
            '<sip:an"na@192.168.77.1>', '"An\\"na" <sip:anna@192.168.77.1>',
            '"Anna <sip:anna@192.168.77.1>',
            '"A\r\n X-Evil: yes" <sip:anna@192.168.77.1>')):
        phone = Phone(peer)
        phone.get_challenge()
        code = phone.ask(contact=contact, headers=phone.proof()).code
        claim(code in (200, 400), "%s: %d" % (contact, code))
        if code != 200:
            continue
        reached += 1
        peer.do("dial %d device 5 - 555 x" % (number + 1))
        invite = phone.agent.wait("INVITE")
        claim(not invite.all("X-Evil"), invite.data)
        claim("\n" not in invite.uri and invite.uri.isprintable(), invite.uri)
        phone.agent.reply(invite, 486, tag="t")
        phone.agent.wait("ACK")
        phone.register(expires=0, contact="*")
    claim(reached > 0, "some of them are taken")
    peer.close()


@test
def a_phone_registers_by_ipv6_and_is_reached_there():
    peer = Peer("auth_failures=3", address="[::1]")
    peer.do("device 5 anna secret")
    phone = Phone(peer)
    phone.register(expires=120, contact="<sip:anna@[2001:db8::7]:9>")
    peer.wait("binding_set 5 sip:anna@[2001:db8::7]:9")
    peer.wait("reachable 5")
    peer.do("dial 1 device 5 - 555 x")
    invite = phone.agent.wait("INVITE")
    claim(invite.uri == "sip:anna@[2001:db8::7]:9", invite.uri)
    claim("[::1]:" in invite.get("Via") and "[::1]:" in invite.get("Contact"),
          invite.get("Via"))
    claim(b"c=IN IP6 ::1" in invite.body, invite.body.decode())
    phone.agent.reply(invite, 486, tag="x")
    peer.wait("ended 1 refused 486")
    guesser = Phone(peer, password="guess")
    guesser.get_challenge()
    for _ in range(4):
        guesser.register(401)
    peer.do("refusals")
    peer.wait("locked [::1]:")
    claim(guesser.ask().code == 503, "locked out")
    peer.close()


@test
def a_tcp_phone_is_reached_by_its_connection():
    peer = stage()
    phone = Phone(peer, tcp=True)
    answer = phone.register(expires=3600)
    claim("expires=600" in answer.get("Contact"), "600 s at most over TCP")
    peer.wait("reachable 5")
    peer.do("dial 1 device 5 - 555 x")
    invite = phone.agent.wait("INVITE")
    claim("TCP" in invite.get("Via"), invite.get("Via"))
    phone.agent.reply(invite, 486, tag="x")
    peer.wait("ended 1 refused 486")
    peer.close()


@test
def unknown_users_and_wrong_passwords_look_the_same():
    peer = stage()
    answers = []
    for user, password in (("anna", "wrong"), ("nobody", "secret")):
        phone = Phone(peer, user, password)
        phone.get_challenge()
        first = phone.challenge
        answers.append((
            [n for n, _ in first.headers], first.start,
            phone.register(401).start,
            re.sub(r'nonce="\w+"', "", phone.register(401).get(
                "WWW-Authenticate"))))
    claim(answers[0] == answers[1], str(answers))
    claim("stale" not in answers[0][3], "wrong, not stale")
    claim(peer.stats()["failures"] == 4, "counted")
    peer.never("binding_set", 0.2)
    peer.close()


@test
def a_replayed_proof_is_refused():
    peer = stage()
    phone = Phone(peer)
    phone.register(expires=120)
    peer.wait("binding_set")
    thief = Phone(peer)
    thief.challenge, thief.cseq = phone.challenge, 50
    thief.register(401, proof={"nc": 1}, contact="<sip:thief@1.2.3.4>")
    peer.never("binding_set", 0.2)
    claim(peer.stats()["replays"] == 1, "counted")
    phone.register(proof={"nc": 5})
    phone.register(proof={"nc": 3})
    phone.register(401, proof={"nc": 3})
    peer.close()


@test
def a_nonce_serves_only_the_address_it_was_made_for():
    peer = stage()
    phone = Phone(peer)
    phone.get_challenge()
    other = Phone(peer, address="127.0.0.2")
    other.challenge = phone.challenge
    answer = other.register(401)
    claim("stale=true" in answer.get("WWW-Authenticate"),
          "the right password with a nonce of another: stale")
    other.challenge = answer
    other.nc = 0
    other.register()
    peer.close()


@test
def a_proof_for_something_else_is_refused():
    peer = stage()
    for change in ({"uri": "sip:other"}, {"realm": "other"},
                   {"qop": "auth-int"}, {"algorithm": "SHA-256"},
                   {"nonce": "0" * 32}, {"nonce": ""},
                   {"response": "0" * 32}, {"response": ""},
                   {"cnonce": ""}, {"user": ""}, {"user": "x" * 2000},
                   {"cnonce": "y" * 500}, {"nc": 0}):
        phone = Phone(peer)
        phone.get_challenge()
        phone.register(401, proof=dict(change))
    phone = Phone(peer)
    phone.get_challenge()
    claim(phone.ask(headers="Authorization: Digest\r\n").code == 401, "empty")
    claim(phone.ask(headers="Authorization: Basic x\r\n").code == 401, "Basic")
    peer.never("binding_set", 0.2)
    peer.close()


@test
def nobody_registers_for_somebody_else():
    peer = stage()
    phone = Phone(peer)
    phone.get_challenge()
    phone.register(403, to="<sip:berta@cclite.test>")
    peer.never("binding_set", 0.2)
    peer.close()


@test
def sources_that_guess_are_locked_out_and_others_are_not():
    peer = stage("auth_failures=5")
    guesser = Phone(peer, password="guess", address="127.0.1.7")
    guesser.get_challenge()
    for _ in range(6):
        guesser.register(401)
    peer.do("refusals")
    peer.wait("password 127.0.1.7:")
    peer.wait("locked 127.0.1.7:")
    claim(guesser.ask().code == 503, "not even a challenge")
    neighbour = Phone(peer, address="127.0.1.9")
    claim(neighbour.ask().code == 503, "nor for its /24")
    Phone(peer, address="127.0.2.9").register()
    claim(peer.stats()["locked"] == 2, "counted")
    peer.close()


@test
def expiries_are_bounded_and_kept():
    peer = stage("min_expires_s=2", "max_expires_s=3")
    phone = Phone(peer)
    brief = phone.register(423, expires=1)
    claim(brief.get("Min-Expires") == "2", "423 says how long")
    answer = phone.register(expires=7200)
    claim("expires=3" in answer.get("Contact"), answer.get("Contact"))
    peer.wait("reachable 5")
    began = time.monotonic()
    peer.wait("unreachable 5")
    took = time.monotonic() - began
    claim(2.0 < took < 5.0, "expired after %.1f s" % took)
    claim(peer.stats()["bindings"] == 0, "none left")
    peer.close()


@test
def several_contacts_are_taken_together_or_not_at_all():
    peer = stage()
    phone = Phone(peer)
    two = "<sip:a@h1>;expires=100, <sip:b@h2>;expires=200"
    answer = phone.register(contact=two)
    peer.wait("binding_set 5 sip:b@h2")
    claim("<sip:b@h2>;expires=200" in answer.get("Contact"),
          "the same place: the later stays")
    phone.register(423, contact="<sip:c@h>;expires=300,<sip:d@h>;expires=1")
    phone.register(403, contact=",".join(
        "<sip:%d@h>" % i for i in range(9)))
    for bad in ("<sips:a@h>", "<tel:+1>", "<sip:a@h>;expires=99999999999",
                "<sip:a@h>;expires=x", "<sip:a@h?Route=x>", "sip:a@h?x=y",
                "<sip:a\x01@h>"):
        phone.register(400, contact=bad)
    answer = phone.register(contact="")
    claim(len(answer.all("Contact")) == 1 and
          "sip:b@h2" in answer.get("Contact"), "a query shows what there is")
    peer.close()


@test
def a_star_removes_all_and_needs_expires_0():
    peer = stage()
    phone = Phone(peer)
    phone.register(expires=100)
    phone.register(400, contact="*")
    phone.register(400, contact="*", expires=60)
    phone.register(400, contact="*, <sip:a@h>", expires=0)
    answer = phone.register(contact="*", expires=0)
    claim(not answer.all("Contact"), "nothing is left")
    peer.wait("unreachable 5")
    peer.close()


@test
def an_older_request_changes_nothing():
    peer = stage()
    phone = Phone(peer)
    phone.cseq = 10
    phone.register(expires=100)
    phone.cseq = 3
    phone.register(500, expires=0)
    phone.cseq = 3
    phone.register(500, contact="*", expires=0)
    claim(peer.stats()["bindings"] == 1, "still there")
    phone.cseq = 20
    phone.register(expires=0)
    peer.close()


@test
def a_phone_has_few_places():
    peer = stage()
    phones = [Phone(peer) for _ in range(6)]
    for number, phone in enumerate(phones):
        phone.register(contact="<sip:anna@h%d>" % number)
    claim(peer.stats()["bindings"] == 4, "four")
    peer.wait("binding_gone 5 sip:anna@h0")
    peer.wait("binding_gone 5 sip:anna@h1")
    peer.do("remove 5")
    peer.wait("unreachable 5")
    claim(peer.stats()["bindings"] == 0, "none of a device that is gone")
    phones[5].challenge = None
    phones[5].get_challenge()
    phones[5].register(401)
    peer.close()


@test
def a_binding_of_an_earlier_process_is_asked_first():
    peer = stage()
    phone = Phone(peer)
    phone.register(expires=100)
    peer.wait("reachable 5")
    peer.do("remove 5")
    peer.wait("unreachable 5")
    peer.do("device 5 anna secret")
    peer.do("load")
    peer.do("dial 1 device 5 - 555 x", "No such file or directory")
    options = phone.agent.wait("OPTIONS")
    claim(options.uri == "sip:anna@192.168.77.1:9", options.uri)
    phone.agent.reply(options, 200)
    peer.wait("reachable 5")
    peer.do("load")
    phone.agent.reply(phone.agent.wait("OPTIONS"), 404)
    peer.wait("binding_gone 5")
    peer.wait("unreachable 5")
    peer.close()


@test
def a_phone_that_has_gone_without_a_word_is_found_out():
    peer = stage()
    phone = Phone(peer, tcp=True)
    phone.register()
    peer.wait("reachable 5")
    phone.agent.close()
    time.sleep(0.1)
    peer.do("dial 1 device 5 - 555 x")
    peer.wait("ended 1 silent")
    peer.wait("unreachable 5")
    peer.do("dial 2 device 5 - 555 x", "No such file or directory")
    peer.wait("binding_gone 5")
    peer.close()


@test
def a_phone_calls_with_its_password():
    peer = stage()
    agent = Agent(peer)
    call = Call(agent, from_="<sip:anna@cclite.test>")
    call.invite()
    challenge = agent.wait(401)
    call.ack_failure(challenge)
    call.branch = "z9hG4bK" + unique()
    call.headers = authorization(challenge, "INVITE", call.uri, "anna",
                                 "secret")
    call.invite()
    line = peer.wait("incoming")
    claim("trunk=0 device=5" in line, line)
    number = line.split()[1]
    peer.do("answer " + number)
    answer = agent.wait(200)
    call.ack(answer)
    peer.wait("confirmed")
    claim(call.bye() == 200, "no password for the rest of the dialog")
    peer.close()


@test
def identities_asserted_by_a_phone_are_not_believed():
    peer = stage()
    agent = Agent(peer)
    call = Call(agent, from_="<sip:anna@cclite.test>")
    call.invite()
    challenge = agent.wait(401)
    call.branch = "z9hG4bK" + unique()
    call.headers = authorization(challenge, "INVITE", call.uri, "anna",
                                 "secret") + \
        "P-Asserted-Identity: <sip:boss@h>\r\n"
    call.invite()
    line = peer.wait("incoming")
    claim("caller=anna" in line, line)
    peer.do("reject %s 480" % line.split()[1])
    peer.close()


@test
def the_stack_registers_as_a_phone_itself():
    for transport in ("udp", "tcp"):
        peer, robot = stage(), Peer()
        to = peer.udp if transport == "udp" else peer.tcp
        robot.do("phone %s:%d %s anna secret 300" % (*to, transport))
        robot.wait("registered 200")
        peer.wait("reachable 5")
        robot.do("trunk 1 %s:%d exact %s 0 0" % (*to, transport)
                 if transport == "udp" else
                 "trunk 1 %s:%d any tcp 0 0" % to)
        peer.do("dial 1 device 5 - 555 Chef")
        line = robot.wait("incoming")
        claim("called=anna" in line and "name=Chef" in line, line)
        robot.do("answer 1000")
        peer.wait("answered 1")
        robot.wait("confirmed 1000")
        robot.do("hangup 1000")
        peer.wait("ended 1 peer_hung_up")
        robot.do("unregister")
        peer.wait("unreachable 5")
        robot.close()
        peer.close()


@test
def a_wrong_password_of_our_own_is_told():
    peer, robot = stage(), Peer()
    robot.do("phone %s:%d udp anna wrong 300" % peer.udp)
    robot.wait("registered 401")
    robot.close()
    peer.close()


def in_a_call(headers=""):
    """A phone that was called and answered."""
    peer = stage()
    phone = Phone(peer)
    phone.register()
    peer.do("dial 1 device 5 - 555 x")
    invite = phone.agent.wait("INVITE", keep=False)
    phone.agent.reply(invite, 200, tag="t", body=sdp(), headers=headers)
    phone.agent.wait("ACK", keep=False)
    peer.wait("answered 1")
    return peer, phone


def start_anew(phone):
    """It registers as after a power cut: its Call-ID is another one."""
    phone.call_id, phone.tag, phone.cseq = unique(), unique(), 0
    phone.register()


@test
def a_phone_that_starts_anew_and_has_forgotten_its_call_loses_it():
    for headers, method in (("", "INVITE"), ("Allow: UPDATE\r\n", "UPDATE")):
        peer, phone = in_a_call(headers)
        start_anew(phone)
        phone.agent.reply(phone.agent.wait(method, keep=False), 481)
        phone.agent.reply(phone.agent.wait("BYE", keep=False), 481)
        peer.wait("ended 1 lost 481")
        peer.close()


@test
def a_phone_that_starts_anew_and_knows_its_call_keeps_it():
    peer, phone = in_a_call()
    for code, body in ((200, sdp()), (488, "")):
        start_anew(phone)
        asked = phone.agent.wait("INVITE", keep=False)
        phone.agent.reply(asked, code, body=body)
        phone.agent.wait("ACK", keep=False)
        peer.never("ended 1")
    phone.agent.silent()
    peer.do("hangup 1")
    phone.agent.reply(phone.agent.wait("BYE"), 200)
    peer.wait("ended 1 hung_up")
    peer.close()


@test
def a_phone_that_registers_as_before_is_not_asked():
    peer, phone = in_a_call()
    phone.register()
    phone.agent.silent()
    peer.do("hangup 1")
    phone.agent.reply(phone.agent.wait("BYE"), 200)
    peer.close()


def registered(peer, agent, contact="sip:anna@10.9.9.9:5070"):
    """A phone that says it is somewhere else than where it is."""
    uri = "sip:cclite.test"
    more = dict(to="<sip:anna@cclite.test>", contact=False,
                from_="<sip:anna@cclite.test>;tag=1")
    line = "Contact: <%s>\r\n" % contact
    agent.send_bytes(agent.request("REGISTER", uri, headers=line, **more))
    challenge = agent.wait(401)
    agent.send_bytes(agent.request(
        "REGISTER", uri, cseq=2, headers=line + authorization(
            challenge, "REGISTER", uri, "anna", "secret"), **more))
    agent.wait(200)
    peer.wait("reachable 5")


def kept_alive(tcp):
    peer = Peer("keep_alive_s=1")
    peer.do("device 5 anna secret")
    agent = Agent(peer, tcp=tcp)
    registered(peer, agent)
    for _ in range(2):
        options = agent.wait("OPTIONS", 5)
        claim(options.uri == "sip:anna@10.9.9.9:5070", options.uri)
        agent.reply(options, 200, tag="p")
    claim(peer.stats()["keptalive"] >= 2, "counted")
    peer.do("dial 1 device 5 - 555 x")
    claim(agent.wait("INVITE").uri == "sip:anna@10.9.9.9:5070",
          "it is called where it talks from")
    peer.do("hangup 1")
    peer.close()


@test.slow
def a_phone_behind_nat_is_kept_alive_at_the_source_of_its_register():
    kept_alive(tcp=False)


@test.slow
def a_phone_behind_nat_is_kept_alive_over_its_connection():
    kept_alive(tcp=True)


@test.slow
def a_phone_behind_nat_that_falls_silent_is_unreachable_until_it_answers():
    peer = Peer("keep_alive_s=1", "t1_ms=10")
    peer.do("device 5 anna secret")
    agent = Agent(peer)
    registered(peer, agent)
    agent.reply(agent.wait("OPTIONS", 5), 200, tag="p")
    peer.wait("unreachable 5")
    end = time.monotonic() + 10
    while True:
        claim(time.monotonic() < end, "it comes back")
        agent.reply(agent.wait("OPTIONS", 5), 501, tag="p")
        try:
            peer.wait("reachable 5", 0.1)
            break
        except Failure:
            pass
    claim(peer.stats()["bindings"] == 1, "it stayed in the book")
    peer.close()


@test.slow
def a_phone_that_never_answers_is_kept_alive_all_the_same():
    """some swallow OPTIONS: the datagram alone keeps the NAT open"""
    peer = Peer("keep_alive_s=1", "t1_ms=5")
    peer.do("device 5 anna secret")
    agent = Agent(peer)
    registered(peer, agent)
    seen = set()
    while len(seen) < 3:
        seen.add(agent.wait("OPTIONS", 5).get("Call-ID"))
    peer.never("unreachable", 0.05)
    peer.close()


@test.slow
def a_phone_that_is_where_it_says_is_left_alone():
    peer = Peer("keep_alive_s=1")
    peer.do("device 5 anna secret")
    agent = Agent(peer)
    registered(peer, agent, "sip:anna@" + agent.where)
    agent.silent(1.5)
    peer.close()


@test.slow
def nobody_is_kept_alive_where_that_is_off():
    peer = stage()
    agent = Agent(peer)
    registered(peer, agent)
    agent.silent(1.5)
    peer.close()


BARESIP = shutil.which("baresip")
MODULES = "/usr/lib/baresip/modules"

# An address that no other process has: whoever looks for a free port and lets
# it go again may find it taken. The next port is for TLS.
OWN_HOST = "127.%d.%d.%d" % (64 + (os.getpid() >> 16) % 64,
                             os.getpid() >> 8 & 255, os.getpid() & 255 or 1)
OWN_PORTS = itertools.count(5060, 2)


class Baresip:
    """A softphone of others."""

    def __init__(self, peer, transport, password="secret", extra=""):
        self.home = tempfile.mkdtemp(prefix="baresip")
        port = peer.udp[1] if transport == "udp" else peer.tcp[1]
        with open(os.path.join(self.home, "config"), "w") as config:
            config.write(
                "sip_listen %s:%d\nnet_interface %s\n"
                "module_path %s\nmodule stdio.so\nmodule g711.so\n"
                "module_tmp uuid.so\nmodule_tmp account.so\n"
                "module_app menu.so\n"
                % (OWN_HOST, next(OWN_PORTS), OWN_HOST, MODULES))
        with open(os.path.join(self.home, "accounts"), "w") as accounts:
            accounts.write(
                "<sip:anna@127.0.0.1:%d;transport=%s>;auth_user=anna;"
                "auth_pass=%s;regint=120%s\n"
                % (port, transport, password, extra))
        open(os.path.join(self.home, "contacts"), "w").close()
        self.log = open(os.path.join(self.home, "log"), "w")
        self.process = subprocess.Popen(
            [BARESIP, "-f", self.home], stdin=subprocess.PIPE,
            stdout=self.log, stderr=self.log)

    def close(self):
        self.process.stdin.write(b"q")
        self.process.stdin.flush()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()
        shutil.rmtree(self.home)


def with_baresip(transport):
    if not BARESIP:
        return
    peer = stage()
    phone = Baresip(peer, transport)
    try:
        peer.wait("reachable 5", 20)
        peer.do("dial 1 device 5 - 555 Dispatcher")
        peer.wait("ringing 1 180")
        peer.do("hangup 1 elsewhere")
        peer.wait("ended 1 hung_up")
    finally:
        phone.close()
    peer.wait("unreachable 5", 20)
    peer.has_no_leg()
    peer.close()


@test.slow
def baresip_registers_rings_and_unregisters_over_udp():
    with_baresip("udp")


@test.slow
def baresip_registers_rings_and_unregisters_over_tcp():
    with_baresip("tcp")


@test.slow
def baresip_with_a_wrong_password_stays_outside():
    if not BARESIP:
        return
    peer = stage()
    phone = Baresip(peer, "udp", password="wrong")
    try:
        end = time.monotonic() + 15
        while peer.stats()["failures"] == 0 and time.monotonic() < end:
            time.sleep(0.1)
        claim(peer.stats()["failures"] > 0, "it tried")
        peer.never("binding_set", 0.3)
    finally:
        phone.close()
    peer.close()


@test.slow
def baresip_answers_and_hangs_up():
    if not BARESIP:
        return
    peer = stage()
    phone = Baresip(peer, "udp", extra=";answermode=auto")
    try:
        peer.wait("reachable 5", 20)
        peer.do("dial 1 device 5 - 555 Dispatcher auto")
        peer.wait("answered 1", 15)
        peer.do("reoffer 1 hold")
        claim("/sends/" in peer.wait("reoffered 1 200"), "held")
        peer.do("reoffer 1 active")
        claim("/both/" in peer.wait("reoffered 1 200"), "resumed")
    finally:
        phone.close()
    peer.wait("ended 1 peer_hung_up", 15)
    peer.close()


if __name__ == "__main__":
    test.run()
