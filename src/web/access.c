/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A short list: one that was forgotten early is told twice. */

#include "web/access.h"

#include <assert.h>

static const int64_t SAME_ACCESS_US = INT64_C(600) * 1000000;

bool access_is_noted(const struct access_list *list,
                     const struct access *access)
{
    assert(list && access && access->kind != ACCESS_NONE);

    for (size_t i = 0; i < ACCESS_ROOM; i++) {
        const struct access *noted = &list->all[i];

        if (noted->kind == access->kind && noted->id == access->id &&
            noted->user_id == access->user_id &&
            access->at_us - noted->at_us < SAME_ACCESS_US)
            return true;
    }

    return false;
}

void access_note(struct access_list *list, const struct access *access)
{
    assert(list && access && access->kind != ACCESS_NONE);

    list->all[list->next] = *access;
    list->next = (list->next + 1) % ACCESS_ROOM;
}
