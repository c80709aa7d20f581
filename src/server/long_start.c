/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A start that takes its time, told to those who wait for it. */

#include "server/long_start.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>

static bool is_new(struct long_start *start,
                   const struct store_progress *progress)
{
    bool is_schema = progress->schema_from > 0 && !start->has_told_schema;
    bool is_many =
        progress->to_read >= LONG_START_EVENTS && !start->has_told_events;

    start->has_told_schema |= is_schema;
    start->has_told_events |= is_many;
    return is_schema || is_many;
}

bool long_start_words(struct long_start *start,
                      const struct store_progress *progress, int64_t now_us,
                      char ret_words[LONG_START_WORDS])
{
    assert(start && progress && ret_words);

    if (start->told_us == 0)
        start->told_us = now_us;
    if (!is_new(start, progress) &&
        now_us < start->told_us + LONG_START_EVERY_US)
        return false;

    start->told_us = now_us;
    if (progress->to_read > 0)
        snprintf(ret_words, LONG_START_WORDS,
                 "the journal is read: %" PRIu64 " of %" PRIu64 " events",
                 progress->read, progress->to_read);
    else
        snprintf(ret_words, LONG_START_WORDS,
                 "the database is brought from schema %d to %d",
                 progress->schema_from, progress->schema_to);
    return true;
}
