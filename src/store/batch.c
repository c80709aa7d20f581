/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns that are written in one transaction, ready to be tried again. */

#include "store/batch.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

void batch_begin(struct batch *batch, struct turn *turns)
{
    assert(batch && turns && !batch->turns);

    batch->turns = turns;
    batch->event_count = 0;
    batch->prepared = 0;
    for (const struct turn *turn = turns; turn; turn = turn->next) {
        batch->event_count += turn->event_count;
        batch->ticket = turn->ticket;
    }
}

static int make_room(struct batch *batch)
{
    if (batch->entry_room >= batch->event_count)
        return 0;

    struct entry *entries =
        realloc(batch->entries, batch->event_count * sizeof(*batch->entries));
    if (!entries)
        return -ENOMEM;

    batch->entries = entries;
    batch->entry_room = batch->event_count;
    return 0;
}

static int prepare_event(struct batch *batch, const struct event *event,
                         struct state *shadow, unsigned char chain[SHA256_SIZE],
                         struct change_list *changes)
{
    struct entry *entry = &batch->entries[batch->prepared];
    int rc = state_reserve(shadow, 1);

    if (rc == 0)
        rc = change_list_reserve(changes, 1);
    if (rc == 0)
        rc = entry_make(event, chain, entry);
    if (rc < 0)
        return rc;

    projector_fold(shadow, event, changes);
    memcpy(chain, entry->chain, SHA256_SIZE);
    batch->prepared++;
    return 0;
}

int batch_prepare(struct batch *batch, struct state *shadow,
                  unsigned char chain[SHA256_SIZE], struct change_list *changes)
{
    int rc = make_room(batch);
    size_t index = 0;

    for (const struct turn *turn = batch->turns; rc == 0 && turn;
         turn = turn->next)
        for (size_t i = 0; rc == 0 && i < turn->event_count; i++, index++)
            if (index >= batch->prepared)
                rc = prepare_event(batch, &turn->events[i], shadow, chain,
                                   changes);

    return rc;
}

int batch_write(const struct batch *batch, struct journal_writer *journal,
                struct side_writer *sides)
{
    int rc = 0;

    for (size_t i = 0; rc == 0 && i < batch->prepared; i++)
        rc = journal_write(journal, &batch->entries[i]);
    for (const struct turn *turn = batch->turns; rc == 0 && turn;
         turn = turn->next)
        for (size_t i = 0; rc == 0 && i < turn->side_count; i++)
            rc = side_write(sides, &turn->sides[i]);

    return rc;
}

void batch_end(struct batch *batch)
{
    for (size_t i = 0; i < batch->prepared; i++)
        entry_done(&batch->entries[i]);

    batch->prepared = 0;
    batch->event_count = 0;
    batch->turns = turn_free_all(batch->turns);
}

void batch_done(struct batch *batch)
{
    batch_end(batch);
    free(batch->entries);
    *batch = (struct batch){ .turns = NULL };
}
