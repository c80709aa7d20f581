/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Carries LOOK_UP out: asks other machines, and tells the core what came. */

#ifndef SERVER_LOOKUPS_H
#define SERVER_LOOKUPS_H

#include <stddef.h>
#include <stdint.h>

#include "core/effect.h"
#include "jobs/fetcher.h"

/*
 * What is asked may hold what is masked, and the secret of the lookup: it is in
 * memory while it is on its way, and in no log and no trace.
 */
struct server;
struct lookups;

/** @return 0 or -ENOMEM */
int lookups_new(struct server *server, struct lookups **ret_lookups);

/** Ends what is under way; NULL is fine. @return NULL always */
struct lookups *lookups_free(struct lookups *lookups);

/** Keeps the secret of a lookup, or another one; of one that is gone, none. */
void lookups_set_secret(struct lookups *lookups, uint64_t lookup_id,
                        const char *secret, size_t length);

/** Wipes it: the lookup is gone. */
void lookups_forget_secret(struct lookups *lookups, uint64_t lookup_id);

/** Asks; whatever comes of it is told to the core by lookups_go_on(). */
void lookups_do(struct lookups *lookups, const struct effect *effect);

/** Tells the core what has come meanwhile. From the pump. */
void lookups_go_on(struct lookups *lookups);

void lookups_figures(struct lookups *lookups,
                     struct fetcher_figures *ret_figures);

#endif
