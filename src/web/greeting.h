/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The greeting that turns HTTP into a WebSocket. RFC 6455, section 4.2. */

#ifndef WEB_GREETING_H
#define WEB_GREETING_H

#include <stdbool.h>

#include "wire/frame.h"

struct exchange;
struct message_head;

/*
 * A browser sends the cookies and the account of whoever sits before it, to
 * any page that asks; so a page's Origin must be the server's own (10.2). We
 * have no cookies, and a page could not read the Unix socket; but it costs
 * nothing to refuse what has no business here.
 */
struct greeting {
    bool is_asked;     /* for a WebSocket, of version 13, with a good key */
    bool is_foreign;   /* a page of another server asks */
    bool has_protocol; /* ours is among those offered */
    bool is_stranger;  /* protocols are offered, and none of them is ours */
    char key[FRAME_KEY_SIZE];
};

/** Reads what a head says of it. */
void greeting_read(const struct message_head *head, struct greeting *ret);

/** Answers: 101, or why not. */
void greeting_answer(struct exchange *exchange);

#endif
