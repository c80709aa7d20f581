/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What takes long and is done beside the loop: verify and backup. */

#ifndef SERVER_ERRANDS_H
#define SERVER_ERRANDS_H

#include "jobs/pool.h"
#include "sip/loop.h"
#include "store/store.h"
#include "web/web.h"

/* One verification and one backup at a time; a second one is refused. */
struct errands;

struct errands_settings {
    struct loop *loop;
    struct jobs *jobs;
    struct store *store;
    struct web *web;
    const char *directory; /* of the data */
};

/** @return 0 or negative errno */
int errands_new(const struct errands_settings *settings,
                struct errands **ret_errands);

/** After jobs_free() and store_close(). NULL is fine. @return NULL always */
struct errands *errands_free(struct errands *errands);

/** Each answers the slot when done. */
void errands_verify(struct errands *errands, struct web_slot slot);

/** Into <directory>/backup/<name>, and <name>.recordings. */
void errands_backup(struct errands *errands, struct web_slot slot,
                    const char *name);

#endif
