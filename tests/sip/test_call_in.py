# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls in: from INVITE to BYE, and every way in which they go wrong."""

import time

from sipwire import Agent, Call, Peer, Tests, claim, sdp

test = Tests()


def stage(*settings, **more):
    """A stack and an agent whose address is a trunk of it."""
    peer = Peer(*settings)
    agent = Agent(peer, **more)
    peer.do("trunk 7 127.0.0.1:5060 any %s 0 0" %
            ("tcp" if agent.is_tcp else "udp"))
    return peer, agent


@test
def a_call_is_answered_and_ended_by_the_caller():
    peer, agent = stage()
    call = Call(agent, user="%2B420100")
    call.invite()
    claim(agent.wait(100), "100 comes at once")
    line = peer.wait("incoming")
    claim("trunk=7" in line and "called=+420100" in line and
          "caller=alice" in line, line)
    claim("media=127.0.0.1:30000/both/u0a8/e101/p20" in line, line)
    number = line.split()[1]
    peer.do("progress %s 180" % number)
    ringing = agent.wait(180)
    claim(ringing.tag("To"), "180 makes an early dialog")
    peer.do("answer " + number)
    answer = agent.wait(200)
    claim(answer.tag("To") == ringing.tag("To"), "one dialog")
    body = answer.body.decode()
    claim("m=audio 40002 RTP/AVP 0 8 101" in body, body)
    call.ack(answer)
    peer.wait("confirmed %s media=none" % number)
    claim(call.bye() == 200, "BYE is answered")
    peer.wait("ended %s peer_hung_up 0" % number)
    peer.wait("dialog_gone " + number)
    claim(peer.stats()["legs"] == 0, "no leg is left")
    peer.close()


@test
def a_call_is_ended_by_us():
    peer, agent = stage()
    call = Call(agent)
    number, _ = call.answered()
    peer.do("hangup " + number)
    bye = agent.wait("BYE")
    claim(bye.uri == "sip:alice@" + agent.where, bye.start)
    claim(bye.tag("To") == call.tag, "the tags are turned round")
    peer.wait("ended %s hung_up" % number)
    agent.reply(bye, 200)
    peer.wait("dialog_gone " + number)
    peer.close()


if __name__ == "__main__":
    test.run()
