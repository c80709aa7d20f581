/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One topic watched by one console: what it was told, and what comes next. */

#ifndef WEB_SUBSCRIPTION_H
#define WEB_SUBSCRIPTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "web/asker.h"
#include "web/page.h"
#include "web/rows.h"
#include "wire/filter.h"

/*
 * A message is
 *
 *     {"is":"rows","topic":"agents","n":1,"first":true,"rows":[...],
 *      "gone":[7,9],"last":true}
 *
 * with n = 1, 2, 3, ... of the subscription. "first" begins anew: whatever was
 * told before is in doubt until it is told again; "last": what still is in
 * doubt is gone. Each row is as it is when it is written, so that who reads
 * slowly is told less, and not later and later.
 *
 * Whoever sees only a part, by right or by filter, must be told of a row that
 * leaves this part, and must not be told of rows that never were in it: so
 * the ids told are remembered. Whoever sees all costs nothing.
 */
struct subscription;

enum {
    SUBSCRIPTION_PAGE = 32 * 1024, /* bytes of rows in a message, and one row */
    SUBSCRIPTION_GONE = 512,       /* ids in a message */
};

/** @param filter  copied; its fields do not flow */
int subscription_new(enum topic topic, const struct filter *filter,
                     bool sees_part, struct subscription **ret_subscription);
struct subscription *subscription_free(struct subscription *subscription);

/** Whether there may be something to tell. O(1). */
bool subscription_wants(const struct subscription *subscription,
                        const struct rows *rows);

/**
 * Writes the next message, if there is something to tell.
 *
 * @param page  empty; stays so when there is nothing
 *
 * @return 0, or -ENOMEM: nothing was told, the next try tells it
 */
int subscription_write(struct subscription *subscription, struct rows *rows,
                       const struct state *floor, const struct asker *asker,
                       int64_t now_us, struct page *page);

#endif
