# SPDX-License-Identifier: GPL-3.0-or-later
"""The same message in other forms, of any size, and by strict routers: what is
answered, and what is made of it."""

import socket

from sipwire import Agent, Call, Peer, Tests, authorization, claim, sdp

test = Tests()


def stage(tcp=False, *settings):
    peer = Peer(*settings)
    agent = Agent(peer, tcp=tcp)
    peer.do("trunk 7 127.0.0.1:5060 any %s 0 0" % ("tcp" if tcp else "udp"))
    return peer, agent


COMPACT = {"Via": "v", "To": "t", "From": "f", "Call-ID": "i", "Contact": "m",
           "Content-Type": "c", "Content-Length": "l"}


def renamed(text, change):
    """Every header's name changed."""
    head, end, body = text.partition("\r\n\r\n")
    first, *lines = head.split("\r\n")
    lines = [change(*line.split(":", 1)) for line in lines]
    return "\r\n".join([first] + lines) + end + body


def folded(text):
    """A line ends wherever a blank may be, by blanks and by a tab."""
    return renamed(text, lambda name, value: name + ":" + value.replace(
        " ", "\r\n\t ", 2).replace("<sip:alice", "\r\n  <sip:alice"))


def with_lf_only(text):
    head, _, body = text.partition("\r\n\r\n")
    body = body.replace("\r\n", "\n")
    return "\n".join(line if not line.startswith("Content-Length") else
                     "Content-Length: %d" % len(body)
                     for line in head.split("\r\n")) + "\n\n" + body


# What is done to an INVITE from "Alice W" of alice for 100.
FORMS = [
    ("as it is", lambda text: text),
    ("compact names", lambda text: renamed(
        text, lambda name, value: COMPACT.get(name, name) + ":" + value)),
    ("compact names in capitals", lambda text: renamed(
        text, lambda name, value: COMPACT.get(name, name).upper() + ":"
        + value)),
    ("mixed case", lambda text: renamed(
        text, lambda name, value: name.swapcase() + ":" + value)),
    ("tabs and blanks at the colon", lambda text: renamed(
        text, lambda name, value: name + " \t:\t  " + value.strip() + " \t")),
    ("nothing behind the colon", lambda text: renamed(
        text, lambda name, value: name + ":" + value.strip())),
    ("folded lines", folded),
    ("line feeds only", with_lf_only),
    ("an empty Subject", lambda text: text.replace(
        "Max-Forwards", "Subject:\r\ns:  \r\nMax-Forwards", 1)),
    ("comments", lambda text: text.replace(
        "Max-Forwards", "Server: x (a (nested) comment; <sip:evil@h>)\r\n"
        "Retry-After: 5 (about \\) lunch)\r\nMax-Forwards", 1)),
    ("blanks in a parameter", lambda text: text.replace(
        ";tag=", " ;\t tag  =  ", 1)),
    ("several Vias in one line", lambda text: text.replace(
        "\r\nMax-Forwards", ", SIP/2.0/UDP 192.0.2.9;branch=z9hG4bKfar\r\n"
        "Max-Forwards", 1)),
]


def arrives(peer, agent, what, change):
    call = Call(agent, from_='"Alice W" <sip:alice@%s>' % agent.where)
    agent.send_bytes(change(call.text("INVITE", branch=call.branch,
                                      body=call.body)))
    line = peer.wait("incoming")
    claim("called=100 caller=alice name=Alice\\x20W media=127.0.0.1:30000"
          in line, "%s: %s" % (what, line))
    peer.do("answer " + line.split()[1])
    answer = agent.wait(200)
    claim(call.tag in answer.data.decode(), "%s: From" % what)
    call.learn(answer)
    call.to = answer.get("To") or answer.get("t")  # named as in the request
    agent.send_bytes(call.text("ACK", cseq="1 ACK"))
    peer.wait("confirmed")
    claim(call.bye() == 200, what + ": BYE")


@test
def every_form_is_the_same_call_over_udp():
    peer, agent = stage()
    for what, change in FORMS:
        arrives(peer, agent, what, change)
    peer.has_no_leg()
    peer.close()


@test
def every_form_is_the_same_call_over_tcp():
    peer, agent = stage(True)
    for what, change in FORMS:
        arrives(peer, agent, what, change)
    peer.has_no_leg()
    peer.close()


@test
def a_strict_router_is_named_where_it_looks():
    """without lr the next hop stands in the Request-URI, and the target is the
    last route (RFC 3261, 12.2.1.1); with it all stays as usual"""
    peer, agent = stage()
    for params, uri, route in (
            ("", "sip:{0}", "<sip:far.example.com;lr>, <{1}>"),
            (";lr", "{1}", "<sip:{0};lr>, <sip:far.example.com;lr>"),
            (";LR=on", "{1}", "<sip:{0};LR=on>, <sip:far.example.com;lr>")):
        call = Call(agent, headers="Record-Route: <sip:%s%s>, "
                    "<sip:far.example.com;lr>\r\n" % (agent.where, params))
        number, _ = call.answered()
        peer.do("hangup " + number)
        bye = agent.wait("BYE")
        target = "sip:alice@" + agent.where
        claim(bye.uri == uri.format(agent.where, target), bye.uri)
        claim(bye.get("Route") == route.format(agent.where, target),
              bye.get("Route"))
        agent.reply(bye, 200)
        peer.wait("dialog_gone " + number)
    peer.close()


@test
def a_strict_router_alone_leaves_the_target_as_its_route():
    peer, agent = stage()
    call = Call(agent, headers="Record-Route: <sip:%s>\r\n" % agent.where)
    number, _ = call.answered()
    peer.do("hangup " + number)
    bye = agent.wait("BYE")
    claim(bye.uri == "sip:" + agent.where, bye.uri)
    claim(bye.get("Route") == "<sip:alice@%s>" % agent.where, bye.get("Route"))
    agent.reply(bye, 200)
    peer.close()


def padded(agent, size):
    """A request of just so many bytes."""
    def text(padding):
        *lines, last = [1000] * (padding // 1000 - 1) + [
            padding if padding < 1000 else 1000 + padding % 1000]
        return agent.request("OPTIONS", agent.uri(), headers="".join(
            "X: %s\r\n" % ("x" * (length - 5)) for length in lines + [last]))

    found = text(size - len(text(5)) + 5)
    claim(len(found) == size, len(found))
    return found


# Bytes of a request, and its answer: around a path's MTU, beyond it, as much
# as is read, and as much as a datagram or a connection's buffer can hold.
SIZES = [(1299, 200), (1301, 200), (1473, 200), (8193, 200), (30000, 200),
         (32769, 513), (65000, 513)]


@test
def requests_of_any_size_are_answered_over_udp():
    peer, agent = stage()
    agent.socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20)
    for size, code in SIZES + [(65507, 513)]:
        agent.send_bytes(padded(agent, size))
        answer = agent.wait(lambda m: m.code)
        claim(answer.code == code, "%d bytes: %s" % (size, answer.start))
        claim(len(answer.data) < 1300, "the answer is small")
    peer.close()


@test
def requests_of_any_size_are_answered_over_tcp():
    peer = stage(True)[0]
    for size, code in SIZES:
        agent = Agent(peer, tcp=True)
        agent.send_bytes(padded(agent, size))
        answer = agent.wait(lambda m: m.code)
        claim(answer.code == code, "%d bytes: %s" % (size, answer.start))
    peer.close()


@test
def calls_of_ours_are_below_1300_bytes():
    """so RFC 3261, 18.1.1, wants no TCP for them: with the longest numbers of
    E.164, the longest name, a password, and a phone's long Contact"""
    peer, agent = stage()
    peer.do("trunk 8 %s exact udp 0 0 r me secret" % agent.where)
    peer.do("device 5 anna secret")
    name = "N" * 95
    peer.do("dial 1 trunk 8 %s %s %s" % ("+" + "1" * 15, "+" + "2" * 15, name))
    first = agent.wait("INVITE")
    agent.reply(first, 407, tag="a", headers='Proxy-Authenticate: Digest '
                'realm="r", nonce="%s", qop="auth"\r\n' % ("n" * 100))
    second = agent.wait("INVITE")
    claim(second.get("Proxy-Authorization"), "with a proof")
    phone = Agent(peer)
    contact = "sip:anna-0x%s@192.168.77.1:5070;transport=udp;ob=%s" % (
        "5" * 40, "x" * 60)
    uri = "sip:cclite.test"
    more = dict(to="<sip:anna@cclite.test>", contact=False,
                from_="<sip:anna@cclite.test>;tag=1")
    line = "Contact: <%s>\r\n" % contact
    phone.send_bytes(phone.request("REGISTER", uri, headers=line, **more))
    phone.send_bytes(phone.request(
        "REGISTER", uri, cseq=2, headers=line + authorization(
            phone.wait(401), "REGISTER", uri, "anna", "secret"), **more))
    phone.wait(200)
    peer.do("dial 2 device 5 - %s %s auto" % ("+" + "2" * 15, name))
    third = phone.wait("INVITE")
    for invite in (first, second, third):
        claim(len(invite.data) <= 1300, "%d bytes: %s" % (
            len(invite.data), invite.data))
    agent.reply(second, 486, tag="b")
    phone.reply(third, 486, tag="p")
    peer.has_no_leg()
    peer.close()


if __name__ == "__main__":
    test.run()
