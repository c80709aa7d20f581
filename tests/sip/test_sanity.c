/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages in the manner of RFC 4475, one fault each, and what becomes of them. */

#include "sip/sanity.h"

#include <stdio.h>
#include <string.h>

#include "sip/libre.h"
#include "tests/test.h"

/* A message is this one with one line in another way. */
struct parts {
    const char *start, *via, *to, *from, *call_id, *cseq, *contact, *more,
        *body;
};

static const struct parts usual = {
    .start = "INVITE sip:100@192.0.2.1 SIP/2.0",
    .via = "Via: SIP/2.0/UDP 192.0.2.7:5060;branch=z9hG4bK1;rport",
    .to = "To: <sip:100@192.0.2.1>",
    .from = "From: \"A\" <sip:a@192.0.2.7>;tag=1",
    .call_id = "Call-ID: c1@192.0.2.7",
    .cseq = "CSeq: 7 INVITE",
    .contact = "Contact: <sip:a@192.0.2.7>",
    .more = "Max-Forwards: 70\r\nContent-Length: 0",
    .body = "",
};

#define PICK(name) (row->name ? row->name : usual.name)

static struct sip_msg *decode(const struct parts *row)
{
    struct mbuf *mb = mbuf_alloc(4096);
    struct sip_msg *msg = NULL;
    const char *lines[] = { PICK(start),   PICK(via),     PICK(to),
                            PICK(from),    PICK(call_id), PICK(cseq),
                            PICK(contact), PICK(more) };

    assert_non_null(mb);
    for (size_t i = 0; i < ARRAY_LEN(lines); i++)
        if (lines[i][0])
            assert_int_equal(mbuf_printf(mb, "%s\r\n", lines[i]), 0);
    assert_int_equal(mbuf_printf(mb, "\r\n%s", PICK(body)), 0);
    mb->pos = 0;
    assert_int_equal(sip_msg_decode(&msg, mb), 0);
    mem_deref(mb);
    return msg;
}

static const struct request_row {
    const char *says;
    int code; /* 0: passes; -1: refused without a word */
    struct parts parts;
} request_rows[] = {
    { "an ordinary INVITE passes", 0, { 0 } },
    { "header names may be short and of any case",
      0,
      { .call_id = "i: c1",
        .to = "T: <sip:100@192.0.2.1>",
        .cseq = "cSEQ: 7 INVITE",
        .more = "l: 0" } },
    { "a header may be folded",
      0,
      { .from = "From: \"A\"\r\n <sip:a@192.0.2.7>;tag=1" } },
    { "a blank before the colon is allowed",
      0,
      { .more = "Subject : x\r\nContent-Length:0" } },
    { "a name of any bytes is data",
      0,
      { .from = "From: \"\x1b[31m\xff\xc3\" <sip:a@192.0.2.7>;tag=1" } },
    { "an escaped quote is no quote",
      0,
      { .from = "From: \"a\\\"b\" <sip:a@192.0.2.7>;tag=1" } },
    { "unknown headers are ignored",
      0,
      { .more = "X-What: !!\r\nContent-Length: 0" } },
    { "more bytes than Content-Length says are cut off",
      0,
      { .more = "Content-Length: 0", .body = "INVITE sip:x SIP/2.0\r\n" } },
    { "a CSeq may be folded", 0, { .cseq = "CSeq: 0007\r\n INVITE" } },
    { "blanks behind an address without brackets are none of it",
      0,
      { .to = "To: sip:100@192.0.2.1 ; x = y" } },
    { "leading zeroes of Max-Forwards are nothing",
      0,
      { .more = "Max-Forwards: 0070\r\nContent-Length: 0" } },
    { "what ends here needs no hops",
      0,
      { .start = "OPTIONS sip:100@192.0.2.1 SIP/2.0",
        .cseq = "CSeq: 7 OPTIONS",
        .more = "Max-Forwards: 0\r\nContent-Length: 0" } },
    { "IPv6 in brackets passes, with a port, too",
      0,
      { .start = "INVITE sip:100@[2001:db8::1]:5060;x SIP/2.0" } },
    { "an IPv4 address within it, too",
      0,
      { .start = "INVITE sip:100@[::ffff:192.0.2.1] SIP/2.0" } },
    { "IPv6 without brackets is refused",
      400,
      { .start = "INVITE sip:100@2001:db8::1 SIP/2.0" } },
    { "a port that is none is refused",
      400,
      { .start = "INVITE sip:100@192.0.2.1:5x SIP/2.0" } },
    { "a comma in a name without quotes is refused",
      400,
      { .from = "From: Bell, A <sip:a@192.0.2.7>;tag=1" } },
    { "no Max-Forwards passes", 0, { .more = "Content-Length: 0" } },

    { "a CSeq of another method is refused", 400, { .cseq = "CSeq: 7 BYE" } },
    { "a method is told by its case", 400, { .cseq = "CSeq: 7 invite" } },
    { "a CSeq of 2^31 is refused", 400, { .cseq = "CSeq: 2147483648 INVITE" } },
    { "a CSeq of 2^65 does not become 0",
      400,
      { .cseq = "CSeq: 36893488147419103232 INVITE" } },
    { "a CSeq with more behind it is refused",
      400,
      { .cseq = "CSeq: 7 INVITE x" } },
    { "a missing CSeq is refused", 400, { .cseq = "" } },
    { "two CSeqs are refused",
      400,
      { .cseq = "CSeq: 7 INVITE\r\nCSeq: 8 INVITE" } },
    { "a missing Call-ID is refused", 400, { .call_id = "" } },
    { "an empty Call-ID is refused", 400, { .call_id = "Call-ID: " } },
    { "two Call-IDs are refused", 400, { .call_id = "Call-ID: a\r\ni: b" } },
    { "a Call-ID with a blank is refused", 400, { .call_id = "Call-ID: a b" } },
    { "a missing From is refused", 400, { .from = "" } },
    { "a From without a tag is refused",
      400,
      { .from = "From: <sip:a@192.0.2.7>" } },
    { "two Froms are refused",
      400,
      { .from = "From: <sip:a@h>;tag=1\r\nf: <sip:b@h>;tag=2" } },
    { "a missing To is refused", 400, { .to = "" } },
    { "two Tos are refused", 400, { .to = "To: <sip:a@h>\r\nTo: <sip:b@h>" } },
    { "quotes that do not balance are refused",
      400,
      { .to = "To: \"Mr. X <sip:x@192.0.2.1>" } },
    { "a blank inside the brackets is refused",
      400,
      { .to = "To: \"W\" < sip:t@192.0.2.1 >" } },
    { "a bare Contact with a question mark is refused",
      400,
      { .contact = "Contact: sip:a@192.0.2.7?Route=%3Csip:x%3E" } },
    { "no Contact is refused", 400, { .contact = "" } },
    { "two Contacts are refused",
      400,
      { .contact = "Contact: <sip:a@h>, <sip:b@h>" } },
    { "a star for a Contact is refused", 400, { .contact = "Contact: *" } },

    { "two Content-Lengths are refused",
      400,
      { .more = "Content-Length: 0\r\nl: 0" } },
    { "a negative Content-Length is refused",
      400,
      { .more = "Content-Length: -1" } },
    { "a Content-Length that is no number is refused",
      400,
      { .more = "Content-Length: 0x0" } },
    { "a Content-Length beyond the message is refused",
      400,
      { .more = "Content-Type: application/sdp\r\nContent-Length: 99",
        .body = "v=0\r\n" } },
    { "a Content-Length of 10 digits is refused",
      400,
      { .more = "Content-Length: 4294967296" } },

    { "Max-Forwards 0 is too many hops",
      483,
      { .more = "Max-Forwards: 0\r\nContent-Length: 0" } },
    { "Max-Forwards 300 is refused",
      400,
      { .more = "Max-Forwards: 300\r\nContent-Length: 0" } },
    { "Max-Forwards abc is refused",
      400,
      { .more = "Max-Forwards: abc\r\nContent-Length: 0" } },
    { "Expires of 10^100 is refused",
      400,
      { .more = "Expires: 1"
                "0000000000"
                "0000000000"
                "\r\nContent-Length: 0" } },
    { "a Date in another zone is refused",
      400,
      { .more = "Date: Fri, 01 Jan 2010 16:00:00 EST\r\nContent-Length: 0" } },

    { "a header name with a control character is refused",
      400,
      { .more = "Conta\x01ct: <sip:evil@h>\r\nContent-Length: 0" } },
    { "a header name with a blank inside is refused",
      400,
      { .more = "X Header: a\r\nContent-Length: 0" } },
    { "a lone CR in a value is refused",
      400,
      { .more = "Subject: a\rX-Evil: b\r\nContent-Length: 0" } },

    { "an extension that is required is named and refused",
      420,
      { .more = "Require: nothing, 100rel\r\nContent-Length: 0" } },
    { "those that we have may be required",
      0,
      { .more = "Require: timer, 100rel\r\nContent-Length: 0" } },
    { "one required of proxies is refused, too",
      420,
      { .more = "Proxy-Require: nothing\r\nContent-Length: 0" } },
    { "sips is a scheme that we do not have",
      416,
      { .start = "INVITE sips:100@192.0.2.1 SIP/2.0" } },
    { "so is one that nobody has",
      416,
      { .start = "INVITE nobody:100@192.0.2.1 SIP/2.0" } },
    { "headers in the Request-URI are refused",
      400,
      { .start = "INVITE sip:100@192.0.2.1?Route=%3Csip:h%3E SIP/2.0" } },
    { "brackets in the Request-URI are refused",
      400,
      { .start = "INVITE <sip:100@192.0.2.1> SIP/2.0" } },
    { "a body of another type is refused",
      415,
      { .more = "Content-Type: text/plain\r\nContent-Length: 2",
        .body = "hi" } },
    { "a body that is packed is refused",
      415,
      { .more = "Content-Type: application/sdp\r\nContent-Encoding: gzip\r\n"
                "Content-Length: 2",
        .body = "hi" } },
    { "a body without a type is refused",
      415,
      { .more = "Content-Length: 2", .body = "hi" } },
    { "a caller who takes no SDP is refused",
      406,
      { .more = "Accept: text/plain\r\nContent-Length: 0" } },
    { "a caller who takes anything passes",
      0,
      { .more = "Accept: text/plain, */*;q=0.1\r\nContent-Length: 0" } },
    { "nobody is answered at an address of the sender's choice",
      -1,
      { .via = "Via: SIP/2.0/UDP h;branch=z9hG4bK1;maddr=192.0.2.99" } },

    { "BYE is not refused for want of hops or for extensions",
      0,
      { .start = "BYE sip:100@192.0.2.1 SIP/2.0",
        .cseq = "CSeq: 7 BYE",
        .more = "Max-Forwards: 0\r\nRequire: x\r\nContent-Length: 0" } },
    { "INFO carries digits and nothing else",
      415,
      { .start = "INFO sip:100@192.0.2.1 SIP/2.0",
        .cseq = "CSeq: 7 INFO",
        .more = "Content-Type: application/x\r\nContent-Length: 1",
        .body = "5" } },
};

static void judges(void **state)
{
    const struct request_row *row = *state;
    struct sip_msg *msg = decode(&row->parts);
    struct sanity_fault fault;
    bool passes = sanity_check_request(msg, &fault);

    assert_int_equal(passes, row->code == 0);
    if (!passes)
        assert_int_equal(fault.code, row->code < 0 ? 0 : row->code);
    if (row->code == 420)
        assert_non_null(strstr(fault.headers, "Unsupported: nothing"));
    if (passes)
        assert_int_equal(mbuf_get_left(msg->mb), 0);
    mem_deref(msg);
}

static void judge_grown(const char *unit, size_t count, int code)
{
    struct parts parts = { 0 };
    static char more[65536];
    size_t length = 0;

    for (size_t i = 0; i < count; i++)
        length +=
            (size_t)snprintf(more + length, sizeof(more) - length, "%s", unit);
    snprintf(more + length, sizeof(more) - length, "Content-Length: 0");
    parts.more = more;

    struct sip_msg *msg = decode(&parts);
    struct sanity_fault fault;

    assert_int_equal(sanity_check_request(msg, &fault), code == 0);
    assert_int_equal(fault.code, code);
    mem_deref(msg);
}

static void sizes_are_bounded(void **state)
{
    (void)state;
    judge_grown("X-A: b\r\n", 100, 0);
    judge_grown("X-A: b\r\n", 500, 400);
    judge_grown("Via: SIP/2.0/UDP h;branch=z9hG4bKx\r\n", 40, 400);
    judge_grown("Record-Route: <sip:h;lr>\r\n", 17, 400);
    judge_grown("X-Long: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n",
                1000, 513);
}

/* Responses. */

static const struct response_row {
    const char *says;
    bool passes;
    struct parts parts;
} response_rows[] = {
    { "an ordinary response passes", true, { .start = "SIP/2.0 180 Ringing" } },
    { "a phrase may be empty", true, { .start = "SIP/2.0 486 " } },
    { "a status of 4294967301 does not become 5",
      false,
      { .start = "SIP/2.0 4294967301 Big" } },
    { "a status of 65716 does not become 180",
      false,
      { .start = "SIP/2.0 65716 Big" } },
    { "a status below 100 is none", false, { .start = "SIP/2.0 99 Low" } },
    { "a status above 699 is none", false, { .start = "SIP/2.0 700 High" } },
    { "a status has three digits", false, { .start = "SIP/2.0 0200 OK" } },
    { "two Call-IDs are refused",
      false,
      { .start = "SIP/2.0 200 OK", .call_id = "Call-ID: a\r\nCall-ID: b" } },
    { "a missing From is refused",
      false,
      { .start = "SIP/2.0 200 OK", .from = "" } },
};

static void judges_response(void **state)
{
    const struct response_row *row = *state;
    struct sip_msg *msg = decode(&row->parts);

    assert_int_equal(sanity_check_response(msg), row->passes);
    mem_deref(msg);
}

static void addresses_have_the_size_of_the_library(void **state)
{
    (void)state;
    /* Without the library's defines struct sa has no room for IPv6. */
    assert_true(sizeof(struct sa) >= sizeof(struct sockaddr_in6));
    assert_int_equal(sizeof(struct sa), 32);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, judges, request_rows);
    TEST_LIST_ADD(&list, sizes_are_bounded);
    TEST_LIST_ADD_ROWS(&list, judges_response, response_rows);
    TEST_LIST_ADD(&list, addresses_have_the_size_of_the_library);
    return test_list_run(&list);
}
