# SPDX-License-Identifier: GPL-3.0-or-later
"""RFC 4475 and RFC 5118: each message gets the reply that it deserves."""

from sipwire import Agent, Failure, Peer, Tests, authorization, claim
from torture_messages import (CALL, CLOSED, LAST, NOTHING, RFC4475, RFC5118,
                              WAITS)

test = Tests()


def shown(text):
    """As the peer prints it."""
    return "".join(chr(c) if 0x20 < c < 0x7f and c != 0x5c else "\\x%02x" % c
                   for c in text)


def arrives(peer, agent, message):
    """It is a call with those parties; it is refused."""
    line = peer.wait("incoming")
    called, caller = message.told
    claim(" called=%s caller=%s " % (shown(called), shown(caller)) in line,
          line)
    peer.do("reject %s 480" % line.split()[1])
    agent.wait(480)


def is_alive(peer, agent, name):
    """The next message answered is this one: nobody answered more."""
    agent.send_bytes(agent.request("OPTIONS", agent.uri(), call_id="alive"))
    answer = agent.receive()
    while answer and name == "dblreq" and agent.is_tcp and \
            answer.get("Call-ID") == "dblreq.second":
        answer = agent.receive()
    claim(answer and answer.code == 200 and answer.get("Call-ID") == "alive",
          "afterwards: %s" % (answer and answer.data))


def is_closed(agent):
    try:
        answer = agent.receive()
    except (Failure, OSError):
        return
    raise Failure("not closed: %s" % (answer and answer.start))


def gets(peer, agent, message, what):
    agent.send_bytes(message.bytes(agent))
    if what == CLOSED:
        is_closed(agent)
        return
    if what == WAITS:
        agent.silent(0.2)
        return
    if what == CALL:
        arrives(peer, agent, message)
    elif what != NOTHING:
        answer = agent.receive()
        claim(answer, "no answer")
        claim(answer.code in (what, what - LAST), answer.start)
        told_well(message, answer)
        if what != answer.code:
            is_closed(agent)
            return
    is_alive(peer, agent, message.name)


def told_well(message, answer):
    """What the status alone does not say."""
    claim(answer.all("Via") + answer.all("v"), "no Via")
    if answer.code == 405:
        claim("INVITE" in answer.get("Allow"), "no Allow")
    if answer.code == 415:
        claim(answer.get("Accept") == "application/sdp", "no Accept")
    if answer.code == 420:
        claim(answer.get("Unsupported") == "nothingSupportsThis, "
              "nothingSupportsThisEither, noProxiesSupportThis, "
              "norDoAnyProxiesSupportThis", answer.get("Unsupported"))
    if message.name not in ("insuf", "test"):
        claim(";tag=" in answer.get("To").replace(" ", "") or
              "tag" in (answer.get("t") + answer.get("To")),
              "no tag: %r" % answer.data)


def torture(messages, tcp=False, address="127.0.0.1"):
    peer = Peer(address=address)
    peer.do("trunk 7 %s:5060 any %s 0 0" % (address, "tcp" if tcp else "udp"))
    failed = []
    for message in messages:
        agent = Agent(peer, tcp=tcp)
        try:
            gets(peer, agent, message, message.tcp if tcp else message.udp)
        except Failure as failure:
            failed.append("%s: %s" % (message.name, failure))
        agent.close()
    claim(not failed, "\n".join(failed))
    peer.has_no_leg()
    peer.close()
    claim(peer.errors == b"", "printed: %r" % peer.errors)


@test
def there_are_as_many_as_the_rfcs_have():
    claim(len({m.name for m in RFC4475}) == 50 + 1, "RFC 4475, and one twice")
    claim(len({m.name for m in RFC5118}) == 12, "RFC 5118")


@test
def each_of_rfc_4475_gets_its_reply_over_udp():
    torture(RFC4475)


@test
def each_of_rfc_4475_gets_its_reply_over_tcp():
    torture(RFC4475, tcp=True)


@test
def each_of_rfc_5118_gets_its_reply_over_udp():
    torture(RFC5118, address="[::1]")


@test
def each_of_rfc_5118_gets_its_reply_over_tcp():
    torture(RFC5118, tcp=True, address="[::1]")


@test
def contacts_that_are_unusual_are_kept_as_they_were_written():
    """the parameter of cparam01 goes, as it is none of the URI; that of
    cparam02 stays; headers in a Contact are refused"""
    peer = Peer()
    peer.do("device 5 anna secret")
    for contact, code, kept in (
            ("sip:+19725552222@gw1.example.net;unknownparam", 200,
             "<sip:+19725552222@gw1.example.net>"),
            ("<sip:+19725552222@gw1.example.net;unknownparam>", 200,
             "<sip:+19725552222@gw1.example.net;unknownparam>"),
            ("<sip:user@example.com?Route=%3Csip:sip.example.com%3E>", 400,
             None)):
        agent = Agent(peer)
        uri = "sip:cclite.test"
        more = dict(to="<sip:anna@cclite.test>", contact=False,
                    from_="<sip:anna@cclite.test>;tag=1")
        line = "Contact: %s\r\n" % contact
        agent.send_bytes(agent.request("REGISTER", uri, headers=line, **more))
        challenge = agent.wait(401)
        agent.send_bytes(agent.request(
            "REGISTER", uri, cseq=2, headers=line + authorization(
                challenge, "REGISTER", uri, "anna", "secret"), **more))
        answer = agent.wait(code)
        claim(not kept or answer.get("Contact").startswith(kept + ";expires"),
              answer.get("Contact"))
        agent.close()
    peer.close()


if __name__ == "__main__":
    test.run()
