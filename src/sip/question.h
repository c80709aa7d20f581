/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One question to the name servers, and its answer (RFC 1035, 4). */

#ifndef SIP_QUESTION_H
#define SIP_QUESTION_H

#include "sip/libre.h"
#include "sip/loop.h"

/*
 * libre's codec, but not its client: that one takes an answer from anybody, any
 * number of records, and does not work where there is no IPv6. Here every try
 * has a socket of its own, connected, with a port and a number that nobody can
 * know: a stranger would have to guess 32 bits within a second and a half.
 * Servers take turns until one knows.
 */
enum {
    QUESTION_MAX_SERVERS = 3,
    QUESTION_TRIES = 4, /* in all */
    QUESTION_TRY_MS = 1500,
    QUESTION_MAX_RECORDS = 64, /* those behind them are not looked at */
    QUESTION_NAME_MAX = 253,
};

struct question;

/**
 * Told the end, from the loop; the question is gone then. The records are of
 * any type and name, as the server sent them: see dns_rrlist_apply().
 *
 * @param rc       0, also when the name has no such records; -ENOENT: there is
 *                 no such name; -ETIMEDOUT: nobody answered; -EPROTO: nobody
 *                 knew
 * @param answers  of struct dnsrr; borrowed. Empty on failure
 */
typedef void question_answered_h(int rc, struct list *answers, void *arg);

struct question_servers {
    struct sa addresses[QUESTION_MAX_SERVERS]; /* with ports */
    size_t count;
};

/**
 * Reads /etc/resolv.conf.
 *
 * @return 0, or -ENOENT: it names none
 */
int question_find_servers(struct question_servers *ret_servers);

/**
 * Asks for the records of a name.
 *
 * @param type          DNS_TYPE_A and the like
 * @param ret_question  until its end is told
 *
 * @return 0, or -EINVAL: not a name, no servers; -ENOMEM. A server that cannot
 *         be reached is no failure of this
 */
int question_ask(struct loop *loop, const struct question_servers *servers,
                 const char *name, uint16_t type, question_answered_h *answered,
                 void *arg, struct question **ret_question);

/** Nobody is told. NULL is fine. @return NULL always */
struct question *question_free(struct question *question);

#endif
