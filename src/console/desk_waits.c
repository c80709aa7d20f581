/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In a call and after it the table of queues is not there, and an agent who does
 * not know that twelve wait takes all the time that there is. */

#include "console/desk_waits.h"

#include "base/mark.h"
#include "console/word.h"

bool desk_waits_is_mine(const struct program *program, uint64_t queue_id)
{
    const struct replica *rows = program_rows(program);
    const struct topic_me *me = program_me(program);

    for (size_t i = 0; i < replica_count(rows, TOPIC_ASSIGNMENTS); i++) {
        const struct topic_assignments *row =
            replica_at(rows, TOPIC_ASSIGNMENTS, i)->fields;

        if (row->agent_id == me->agent_id && row->queue_id == queue_id)
            return true;
    }
    return false;
}

/* Callers, in all queues; below 0: the agent serves none. */
static int64_t count_waiting(const struct program *program,
                             int64_t *ret_oldest_us)
{
    const struct replica *rows = program_rows(program);
    int64_t now_us = program_now_us(program), waiting = -1;

    *ret_oldest_us = -1;
    for (size_t i = 0; i < replica_count(rows, TOPIC_QUEUES); i++) {
        const struct replica_row *row = replica_at(rows, TOPIC_QUEUES, i);
        const struct topic_queues *queue = row->fields;

        if (!desk_waits_is_mine(program, queue->queue_id))
            continue;

        int64_t oldest_us = replica_age_us(row, queue->oldest_age_us, now_us);
        waiting = (waiting < 0 ? 0 : waiting) + queue->waiting;
        if (oldest_us > *ret_oldest_us)
            *ret_oldest_us = oldest_us;
    }
    return waiting;
}

void desk_waits_word(const struct desk *desk, const struct surface *surface,
                     struct safe_text *ret_text)
{
    const struct program *program = desk->program;
    int64_t oldest_us, waiting = count_waiting(program, &oldest_us);
    char time[WORD_TIME_SIZE];

    safe_text_copy(ret_text, "");
    if (waiting < 0 || !program_is_live(program))
        return;
    if (waiting == 0) {
        safe_text_copy(ret_text, surface_say(surface, N_("nobody waits")));
        return;
    }
    word_duration(oldest_us, time);
    safe_text_format(ret_text,
                     /* TRANSLATORS: callers in the agent's queues, and how long
                        the first of them has waited */
                     P_(surface->style->language, "%d waits, for %s",
                        "%d wait, longest %s", (unsigned long)waiting),
                     (int)waiting, time);
}
