/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carries out DELIVER: mails and webhooks, one thread for each way. */

#ifndef SERVER_DELIVERIES_H
#define SERVER_DELIVERIES_H

#include "core/effect.h"

struct server;
struct deliveries;

/*
 * Each way has a thread of its own, so that a mail server that is slow holds up
 * no webhook; the mail server has a breaker, and so has each host of webhooks
 * (jobs/fetch_hosts.h). What is behind an open breaker is told at once as
 * not to be done now; the core tries it again later.
 */
struct deliveries_figures {
    uint64_t sent;
    uint64_t failed; /* attempts, refused ones included */
    unsigned open;   /* breakers that are not closed */
};

/**
 * Reads the password and the key, which are wiped at the end.
 *
 * @return 0, or a negative errno: a file that is named cannot be read, or its
 *         first line is no secret
 */
int deliveries_new(struct server *server, struct deliveries **ret_deliveries);

/** Ends what is under way, within a second or two, and lets nothing begin;
 *  before the store is closed. NULL is fine. */
void deliveries_end(struct deliveries *deliveries);

/** After that; NULL is fine. @return NULL always */
struct deliveries *deliveries_free(struct deliveries *deliveries);

/** Begins; the answer is a command. Without memory the effect's own deadline
 *  answers for it. */
void deliveries_do(struct deliveries *deliveries, const struct effect *effect);

/** Begins again what was under way when the last process ended, if there is
 *  time left for it: the rest is postponed by the core. */
void deliveries_resume(struct deliveries *deliveries);

/** Gives the answers that have come to the core. */
void deliveries_go_on(struct deliveries *deliveries);

void deliveries_figures(const struct deliveries *deliveries,
                        struct deliveries_figures *ret_figures);

#endif
