/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first door: is this message what the RFC calls a SIP message? */

#ifndef SIP_SANITY_H
#define SIP_SANITY_H

#include <stdbool.h>
#include <stddef.h>

struct pl;
struct sip_addr;
struct sip_msg;

/*
 * libre's parser is robust but trusting: it takes a CSeq of 2^65 for 0, a
 * status of 4294967301 for 5, two Call-IDs, any Content-Length. What it lets
 * through is judged here, before any handler. Pure functions; all they change is
 * the body, cut to Content-Length where a datagram is longer, and the URIs of
 * From and To, which lose blanks behind them, and the name in From, which gets
 * the words that libre leaves out.
 *
 * Sources: RFC 3261, 8.2 and 20; RFC 4475 (torture messages).
 */
enum {
    SANITY_MAX_BYTES = 32768,
    SANITY_MAX_HEADERS = 128, /* values; a list counts each of its members */
    SANITY_MAX_VIAS = 32,
    SANITY_MAX_ROUTES = 16,
    SANITY_MAX_VALUE = 4096,
    SANITY_MAX_CALL_ID = 255,
    SANITY_MAX_TAG = 127,
    SANITY_MAX_URI = 255,
    SANITY_HEADERS_SIZE = 256,
};

/* How a request is to be refused. */
struct sanity_fault {
    int code; /* 400 to 599; 0: say nothing */
    const char *reason;
    char headers[SANITY_HEADERS_SIZE]; /* lines that go with it, or "" */
    bool is_endless; /* nobody knows where the next message begins */
};

/* Checks that find something return true and fill in the fault. */

/**
 * Judges a request: start line, headers that must be there once, sizes and
 * numbers.
 *
 * @return true when it may pass
 */
bool sanity_check_request(struct sip_msg *msg, struct sanity_fault *ret_fault);

/**
 * sip_addr_decode() without the blanks that it leaves behind a URI without
 * brackets, "sip:a@h ;tag=1", and with all words of a name without quotes.
 *
 * @return whether it is an address
 */
bool sanity_read_address(const struct pl *value, struct sip_addr *ret_address);

/**
 * Judges a response.
 *
 * @return true when it may pass; else it is to be dropped without a word
 */
bool sanity_check_response(const struct sip_msg *msg);

/**
 * Judges what a request asks for: Require, Request-URI, Content-Type, Accept,
 * Max-Forwards. Called by sanity_check_request() when all else is well.
 *
 * @return true when it may pass
 */
bool sanity_check_demands(const struct sip_msg *msg,
                          struct sanity_fault *ret_fault);

#endif
