# SPDX-License-Identifier: GPL-3.0-or-later
"""The messages of RFC 4475 and RFC 5118 by their names, and what each deserves.

Written anew from what the RFCs say of each: the same twist, other words.
Of each: its name; what it gets by UDP; why; and what it gets by TCP where that
differs, as libre ends a connection on what it cannot read. What it gets is a
status, or

    CALL     it arrives as a call, whose parties are told in `told`
    NOTHING  nobody answers, and the next request is served
    CLOSED   the connection ends
    WAITS    the connection waits for the rest of it

In the text <via> is the beginning of a Via of the sender's, <where> its
address and port, <media> its address in SDP, <length> the length of the body.
"""

CALL, NOTHING, CLOSED, WAITS = "call", "nothing", "closed", "waits"
LAST = 1000  # and the status: the connection ends behind it

# Of a body: video that nobody here has, with an rtpmap that lacks its clock.
SDP = """v=0
o=- 29739 7272939 IN <media>
s=-
c=IN <media>
t=0 0
m=audio 49217 RTP/AVP 0 12
m=video 3227 RTP/AVP 31
a=rtpmap:31 LPC
"""

LONG = "extremely" * 12


class Message:
    """One message; told: (called, caller) of a call."""

    def __init__(self, name, udp, why, text, tcp=None, told=None):
        self.name, self.udp, self.why, self.text = name, udp, why, text
        self.tcp = udp if tcp is None else tcp
        self.told = told

    def bytes(self, agent):
        """As it goes on the wire from there."""
        family = "IP6" if "::" in agent.host else "IP4"
        text = self.text.lstrip("\n")
        for word, is_for in (
                ("<via>", "SIP/2.0/%s %s" % (agent.transport, agent.where)),
                ("<name>", self.name.split()[0]), ("<where>", agent.where), ("<transport>", agent.transport),
                ("<media>", "%s %s" % (family, agent.host.strip("[]")))):
            text = text.replace(word, is_for)
        head, _, body = text.partition("\n\n")
        raw = body.replace("\n", "\r\n").encode("utf-8", "surrogateescape")
        head = head.replace("<length>", str(len(raw))) + "\n\n"
        return head.replace("\n", "\r\n").encode("utf-8") + raw


def plain(start, more="", to="<sip:user@example.com>", cseq=None, body="",
          via="<via>;branch=z9hG4bK<name>", call_id="<name>.0ha0isndaksdj",
          from_="<sip:caller@example.net>;tag=38741"):
    """A message whose twist is in one place only."""
    text = start + "\n"
    for name, value in (("Via", via), ("To", to), ("From", from_),
                        ("Call-ID", call_id),
                        ("CSeq", cseq or "8 " + start.split()[0])):
        if value is not None:
            text += "%s: %s\n" % (name, value)
    text += more
    if "Max-Forwards" not in more:
        text += "Max-Forwards: 70\n"
    if "Content-Length" not in more and "\nl:" not in more:
        text += "Content-Length: <length>\n"
    return text + "\n" + body


INVITE = "INVITE sip:user@example.com SIP/2.0"
OPTIONS = "OPTIONS sip:user@example.com SIP/2.0"
REGISTER = "REGISTER sip:example.com SIP/2.0"
CONTACT = "Contact: <sip:caller@<where>>\n"
OFFER = CONTACT + "Content-Type: application/sdp\n"

RFC4475 = [
    # 3.1.1: valid messages.
    Message("wsinv", 481, "its To has a tag, and there is no such dialog", """
INVITE sip:vivekg@chair-dnrc.example.com;unknownparam SIP/2.0
TO :
 sip:vivekg@chair-dnrc.example.com ;   tag    = 1918181833n
from   : "J Rosenberg \\\\\\""       <sip:jdrosen@example.com>
  ;
  tag = 98asjd8
MaX-fOrWaRdS: 0068
Call-ID: wsinv.ndaksdj@192.0.2.1
Content-Length   : <length>
cseq: 0009
  INVITE
Via  : SIP  /   2.0
 /<transport>
    <where>;branch=390skdjuw
s :
NewFangledHeader:   newfangled value
 continued newfangled value
UnknownHeaderWithUnusualValue: ;;,,;;,;
Content-Type: application/sdp
Route:
 <sip:services.example.com;lr;unknownwith=value;unknown-no-value>
v:  SIP  / 2.0  / TCP     spindle.example.com   ;
  branch  =   z9hG4bK9ikj8  ,
 SIP  /    2.0   / UDP  192.168.255.111   ; branch=
 z9hG4bK30239
m:"Quoted string \\"\\"" <sip:jdrosen@example.com> ; newparam =
      newvalue ;
  secondparam ; q = 0.33

""" + SDP),
    Message("intmeth", 405, "a method of odd characters is one we have not", """
!interesting-Method0123456789_*+`.%indeed'~ sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*:&it+has=1,weird!*pas$wo~d_too.(doesn't-it)@example.com SIP/2.0
Via: <via>;branch=z9hG4bK-.!%66*_+`'~
To: "BEL:\\\x07 NUL:\\\x00 DEL:\\\x7f" <sip:1_unusual.URI~(to-be!sure)&isn't+it$/crazy?,/;;*@example.com>
From: token1~` token2'+_ token3*%!.- <sip:mundane@example.com>;fromParam''~+*_!.-%="работающий";tag=_token~1'+`*%!-.
Call-ID: intmeth.word%ZK-!.*_+'@word`~)(><:\\/"][?}{
CSeq: 139122385 !interesting-Method0123456789_*+`.%indeed'~
Max-Forwards: 255
extensionHeader-!.%*+_`'~:\ufeff大停電
Content-Length: 0

"""),
    Message("esc01", CALL, "a user part is told without its escapes", plain(
        "INVITE sip:sips%3Auser%40example.com@example.net SIP/2.0",
        "Contact: <sip:cal%6Cer@<where>;%6C%72;n%61me=v%61lue%25%34%31>\n"
        "Content-Type: application/sdp\n",
        to="sip:%75se%72@example.com",
        from_="<sip:I%20have%20spaces@example.net>;tag=938", body=SDP),
            told=(b"sips:user@example.com", b"I have spaces")),
    Message("escnull", 401, "a NUL in a name makes it nobody's", plain(
        REGISTER, "Contact: <sip:%00@<where>>\nContact: <sip:%00%00@<where>>\n",
        to="sip:null-%00-null@example.com",
        from_="sip:null-%00-null@example.com;tag=839923423")),
    Message("esc02", 405, "an escape in a method is none: it is not REGISTER",
            plain("RE%47IST%45R sip:registrar.example.com SIP/2.0",
                  "Contact: <sip:alias1@<where>>\n"
                  "C%6Fntact: <sip:alias2@host2.example.com>\n"
                  "Contact: <sip:alias3@<where>>\n",
                  to='"%Z%45" <sip:resource@example.com>',
                  from_='"%Z%45" <sip:resource@example.com>;tag=f232jadfj23')),
    Message("lwsdisp", 200, "no blank is needed before <", plain(
        OPTIONS, to="sip:user@example.com",
        from_="caller<sip:caller@example.com>;tag=323")),
    Message("longreq", 400, "a top Via without a branch is refused, and only "
            "RFC 2543 had such; long values alone are none of it", plain(
                INVITE,
                "Unknown-%s-Name: unknown-%s-value; unknown-%s-param = x\n"
                % (LONG, LONG, LONG) +
                "".join("v: SIP/2.0/TCP sip%d.example.com\n" % n
                        for n in range(25, 0, -1)) +
                "v: <via>;received=192.0.2.5;branch=very%s\n" % LONG + OFFER,
                via="<via>", to='"I have a user name of %s" '
                "<sip:user@example.com:6000;p%s=long;%s=short>" % (
                    LONG, LONG, "q" * 60),
                from_="sip:amazing%s@example.net;tag=12982424;p%s=v%s" % (
                    "a" * 100, LONG, LONG),
                call_id="longreq.one" + "really" * 20 + "longcallid",
                body=SDP), tcp=CLOSED),
    Message("longreq (with a branch)", CALL, "long values are values", plain(
        INVITE,
        "Unknown-%s-Name: unknown-%s-value; unknown-%s-param = x\n"
        % (LONG, LONG, LONG) +
        "".join("v: SIP/2.0/TCP sip%d.example.com\n" % n
                for n in range(25, 0, -1)) + OFFER,
        to='"I have a user name of %s" <sip:user@example.com:6000>' % LONG,
        from_="sip:amazing@example.net;tag=12982424;p%s=v%s" % (LONG, LONG),
        call_id="longreq.one" + "really" * 20 + "longcallid", body=SDP),
            told=(b"user", b"amazing")),
    Message("dblreq", 401, "what follows the body in a datagram is no request",
            plain(REGISTER, "Content-Length: 0\n" + CONTACT,
                  to="sip:j.user@example.com",
                  from_="sip:j.user@example.com;tag=43251j3j324") +
            plain(OPTIONS, "Content-Length: 0\n", call_id="dblreq.second")),
    Message("semiuri", 200, "a user part may have semicolons", plain(
        "OPTIONS sip:user;par=u%40example.net@example.com SIP/2.0",
        to="sip:j_user@example.com")),
    Message("transports", 200, "further Vias may name any transport", plain(
        OPTIONS, "Via: SIP/2.0/SCTP t2.example.com;branch=z9hG4bKklasjdhf\n"
        "Via: SIP/2.0/TLS t3.example.com;branch=z9hG4bK2980unddj\n"
        "Via: SIP/2.0/UNKNOWN t4.example.com;branch=z9hG4bKasd0f3en\n"
        "Via: SIP/2.0/TCP t5.example.com;branch=z9hG4bK0a9idfnee\n")),
    Message("mpart01", 405, "MESSAGE is not served, whatever its body", plain(
        "MESSAGE sip:kumiko@example.org SIP/2.0",
        "Content-Type: multipart/mixed;boundary=7a9cbec02ceef655\n",
        body="--7a9cbec02ceef655\nContent-Type: text/plain\n"
        "Content-Transfer-Encoding: binary\n\nHello\n--7a9cbec02ceef655\n"
        "Content-Type: application/octet-stream\n\n"
        "\udc80\udc81\udcff\x00SIP/2.0\n--7a9cbec02ceef655--\n")),
    Message("unreason", NOTHING, "a response to nothing of ours", plain(
        "SIP/2.0 200 = 2**3 * 5**2 но сто девяносто девять - простое",
        CONTACT, cseq="35 INVITE")),
    Message("noreason", NOTHING, "a response to nothing of ours", plain(
        "SIP/2.0 100 ", cseq="35 INVITE")),

    # 3.1.2: invalid messages.
    Message("badinv01", 400, "separators with nothing between them", plain(
        INVITE, 'Contact: "Joe" <sip:joe@example.org>;;;;\n'
        "Content-Type: application/sdp\n",
        via="SIP/2.0/<transport> <where>;;,;,,", body=SDP), tcp=CLOSED),
    Message("clerr", 400, "less body than it says", plain(
        INVITE, OFFER + "Content-Length: 9999\n", body=SDP), tcp=WAITS),
    Message("ncl", 400, "a length below 0", plain(
        INVITE, OFFER + "Content-Length: -999\n", body=SDP), tcp=LAST + 400),
    Message("scalar02", 400, "numbers that no number can be", plain(
        REGISTER, "Max-Forwards: 300\nExpires: 10000000000000000000\n"
        "Contact: <sip:user@<where>>;expires=280297596632815\n",
        cseq="36893488147419103232 REGISTER")),
    Message("scalarlg", NOTHING, "a response with such numbers", plain(
        "SIP/2.0 503 Service Unavailable",
        "Retry-After: 949302838503028349304023988\n"
        'Warning: 1812 overture "In Progress"\n',
        cseq="9292394834772304023312 OPTIONS")),
    Message("quotbal", 400, "a quote without its end", plain(
        INVITE, OFFER, to='"Mr. J. User <sip:j.user@example.com>', body=SDP)),
    Message("ltgtruri", 400, "brackets round the Request-URI", plain(
        "INVITE <sip:user@example.com> SIP/2.0", OFFER, body=SDP)),
    Message("lwsruri", 400, "a blank in the Request-URI", plain(
        "INVITE sip:user@example.com; lr SIP/2.0", OFFER, body=SDP),
            tcp=CLOSED),
    Message("lwsstart", 400, "two blanks where one belongs", plain(
        "INVITE  sip:user@example.com  SIP/2.0", OFFER, cseq="8 INVITE",
        body=SDP), tcp=WAITS),
    Message("trws", 400, "blanks behind the version", plain(
        "OPTIONS sip:remote-target@example.com SIP/2.0  "), tcp=CLOSED),
    Message("escruri", 400, "headers in the Request-URI", plain(
        "INVITE sip:user@example.com?Route=%3Csip:example.com%3E SIP/2.0",
        OFFER, body=SDP)),
    Message("baddate", 400, "a date of another zone than GMT", plain(
        INVITE, OFFER + "Date: Fri, 01 Jan 2010 16:00:00 EST\n", body=SDP)),
    Message("regbadct", 400, "a URI with ? and no brackets", plain(
        REGISTER,
        "Contact: sip:user@example.com?Route=%3Csip:sip.example.com%3E\n")),
    Message("badaspec", 400, "blanks within the brackets", plain(
        OPTIONS, to='"Watson, Thomas" < sip:t.watson@example.org >')),
    Message("baddn", 400, "a comma in a name without quotes", plain(
        OPTIONS, from_="Bell, Alexander <sip:a.g.bell@example.com>;tag=43")),
    Message("badvers", 505, "another version, in the Via as well", plain(
        "OPTIONS sip:t.watson@example.org SIP/7.0",
        via="SIP/7.0/<transport> <where>;branch=z9hG4bKkdjuw"), tcp=CLOSED),
    Message("mismatch01", 400, "CSeq of another method", plain(
        OPTIONS, cseq="8 INVITE")),
    Message("mismatch02", 400, "CSeq of another method than an unknown one",
            plain("NEWMETHOD sip:user@example.com SIP/2.0", cseq="8 INVITE")),
    Message("bigcode", NOTHING, "a status that is not 5, modulo 2^32", plain(
        "SIP/2.0 4294967301 better not break the receiver",
        cseq="353494 INVITE")),

    # 3.2 and 3.3: transactions and their users.
    Message("badbranch", 200, "a branch of nothing but the cookie", plain(
        OPTIONS, via="<via>;branch=z9hG4bK")),
    Message("insuf", 400, "no Call-ID, From and To", plain(
        INVITE, OFFER, to=None, from_=None, call_id=None, body=SDP)),
    Message("unkscm", 416, "a scheme nobody knows", plain(
        "OPTIONS nobodyKnowsThisScheme:totallyopaquecontent SIP/2.0")),
    Message("novelsc", 416, "a scheme that is none of SIP", plain(
        "OPTIONS soap.beep://192.0.2.103:3002 SIP/2.0")),
    Message("unksm2", 400, "who registers has to have a name of SIP", plain(
        REGISTER, "Contact: <name:John_Smith>\n", to="isbn:2983792873",
        from_="<http://www.example.com>;tag=3234233"), tcp=CLOSED),
    Message("bext01", 420, "extensions nobody has", plain(
        OPTIONS, "Require: nothingSupportsThis, nothingSupportsThisEither\n"
        "Proxy-Require: noProxiesSupportThis, norDoAnyProxiesSupportThis\n")),
    Message("invut", 415, "a body nobody reads", plain(
        INVITE, CONTACT + "Content-Type: application/unknownformat\n",
        body="<audio>\n <pcmu port=\"443\"/>\n</audio>\n")),
    Message("regaut01", 401, "a proof of a kind nobody knows", plain(
        REGISTER, "Authorization: NoOneKnowsThisScheme opaque-data=here\n")),
    Message("multi01", 400, "two of what there must be one of", plain(
        INVITE, OFFER + "CSeq: 59 INVITE\nCall-ID: multi01.second\n"
        "From: sip:caller2@example.net;tag=2\nTo: sip:user2@example.com\n"
        "Max-Forwards: 5\n", body=SDP)),
    Message("mcl01", 400, "two lengths", plain(
        OPTIONS, "Content-Length: 13\nContent-Length: 5\n",
        body="There's no way to know how many octets are supposed to be here.\n"
    ), tcp=LAST + 400),
    Message("bcast", NOTHING, "a response that others sent to everybody", plain(
        "SIP/2.0 200 OK",
        "Via: SIP/2.0/UDP 255.255.255.255;branch=z9hG4bK1saber23\n" + CONTACT,
        to="sip:user@example.com;tag=2229", cseq="35 INVITE")),
    Message("zeromf", 200, "no hops are needed to where it ends", plain(
        OPTIONS, "Max-Forwards: 0\n")),
    Message("cparam01", 401, "a parameter of a Contact is none of its URI", plain(
        REGISTER, "Contact: sip:+19725552222@gw1.example.net;unknownparam\n")),
    Message("cparam02", 401, "a parameter of its URI", plain(
        REGISTER,
        "Contact: <sip:+19725552222@gw1.example.net;unknownparam>\n")),
    Message("regescrt", 401, "a Contact with headers asks for a proof first",
            plain(REGISTER, "Contact: <sip:user@example.com?Route="
                  "%3Csip:sip.example.com%3E>\n")),
    Message("sdp01", 406, "a caller that takes no SDP", plain(
        INVITE, OFFER + "Accept: text/nobodyKnowsThis\n", body=SDP)),

    # 3.4: what RFC 2543 allowed. It gets an answer, not a call.
    Message("inv2543", 400, "no branch and no From tag, as once was usual",
            plain("INVITE sip:UserB@example.com SIP/2.0",
                  "Content-Type: application/sdp\n", via="<via>",
                  from_="sip:caller@example.net", body=SDP), tcp=CLOSED),

    # Beside the RFC's text, in its archive only.
    Message("test", NOTHING, "a line that is no request, and no version", """
OPTIONS sip:user@example.com
Via: <via>;branch=z9hG4bKtest
To

""", tcp=WAITS),
]


SDP6 = """v=0
o=assistant 971731711378798081 0 IN IP6 2001:db8::20
s=-
c=IN IP6 <host6>
t=0 0
m=audio 6000 RTP/AVP 0
"""

RFC5118 = [
    Message("ipv6-good", 401, "an address in brackets", plain(
        "REGISTER sip:[2001:db8::10] SIP/2.0",
        "Contact: <sip:caller@[2001:db8::1]>\n")),
    Message("ipv6-bad", 400, "an address without brackets", plain(
        "REGISTER sip:2001:db8::10 SIP/2.0",
        "Contact: <sip:caller@[2001:db8::1]>\n")),
    Message("port-ambiguous", 401, "a port within the brackets is none", plain(
        "REGISTER sip:[2001:db8::10:5070] SIP/2.0",
        "Contact: <sip:caller@[2001:db8::1]>\n")),
    Message("port-unambiguous", 401, "a port behind them is one", plain(
        "REGISTER sip:[2001:db8::10]:5070 SIP/2.0",
        "Contact: <sip:caller@[2001:db8::1]>\n")),
    Message("via-received-param-with-delim", 481, "brackets in received=",
            plain("BYE sip:[2001:db8::10] SIP/2.0",
                  via="<via>;received=[2001:db8::9:255];branch=z9hG4bKas3-111",
                  to="sip:user@example.com;tag=bd76ya")),
    Message("via-received-param-no-delim", 481, "none there",
            plain("BYE sip:[2001:db8::10] SIP/2.0",
                  via="<via>;received=2001:db8::9:255;branch=z9hG4bKas3",
                  to="sip:user@example.com;tag=bd76ya")),
    Message("ipv6-in-sdp", CALL, "IPv6 all over", plain(
        "INVITE sip:user@[2001:db8::10] SIP/2.0",
        "Contact: <sip:caller@[2001:db8::20]>\n"
        "Content-Type: application/sdp\n", body=SDP6.replace(
            "<host6>", "2001:db8::20")), told=(b"user", b"caller")),
    Message("mult-ip-in-header", 481, "Vias of both families", plain(
        "BYE sip:user@host.example.net SIP/2.0",
        "Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bKjhja8781hjuaij65144\n"
        "Via: SIP/2.0/TCP [2001:db8::9:255];branch=z9hG4bK451jj;"
        "received=192.0.2.200\n", to="sip:user@example.net;tag=bd76ya")),
    Message("mult-ip-in-sdp", CALL, "media of both families: the audio counts",
            plain("INVITE sip:user@[2001:db8::10] SIP/2.0", OFFER, body="""v=0
o=bob 280744730 28977631 IN IP4 host.example.com
s=-
t=0 0
m=audio 22334 RTP/AVP 0
c=IN <media>
m=video 6024 RTP/AVP 107
c=IN IP6 2001:db8::1
a=rtpmap:107 H263-1998/90000
"""), told=(b"user", b"caller")),
    Message("ipv4-mapped-ipv6", CALL, "an IPv4 address in IPv6's clothes",
            plain("INVITE sip:user@host.example.net SIP/2.0",
                  "Contact: <sip:caller@[::ffff:192.0.2.10]:19823>\n"
                  "Content-Type: application/sdp\n",
                  body=SDP6.replace("<host6>", "::ffff:192.0.2.10")),
            told=(b"user", b"caller")),
    Message("ipv6-bug-abnf-3-colons", 200, "a colon too many in a host that is "
            "not looked at", plain(
                "OPTIONS sip:user@[2001:db8:::192.0.2.1] SIP/2.0",
                to="sip:user@[2001:db8:::192.0.2.1]")),
    Message("ipv6-correct-abnf-2-colons", 200, "the same without it", plain(
        "OPTIONS sip:user@[2001:db8::192.0.2.1] SIP/2.0",
        to="sip:user@[2001:db8::192.0.2.1]")),
]
