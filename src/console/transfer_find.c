/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed, held against names and labels of the targets. */

#include "console/transfer_inside.h"

#include <stdio.h>
#include <string.h>

#include "console/word.h"
#include "tui/match.h"

bool transfer_is_number(const char *text)
{
    return text[0] && text[strspn(text, "+0123456789 ")] == '\0' &&
           strlen(text) >= 2;
}

void transfer_name(const struct topic_targets *target, enum language language,
                   struct safe_text *ret_name)
{
    word_name(&(struct word_names){ &target->name, &target->label,
                                    &target->label_es, &target->label_cs },
              language, ret_name);
}

static bool is_oneself(const struct program *program,
                       const struct topic_targets *target)
{
    const struct topic_me *me = program_me(program);

    return target->to == TO_AGENT && me && target->to_id == me->agent_id;
}

static bool matches(const struct transfer *transfer,
                    const struct topic_targets *target)
{
    struct safe_text name;
    char text[SAFE_TEXT_SIZE + 80];

    if (is_oneself(transfer->program, target))
        return false;
    transfer_name(target, program_language(transfer->program), &name);
    snprintf(text, sizeof(text), "%s %s", name.text, target->name.text);
    return match_words(text, transfer->to.text);
}

/* Who could take it now comes first; offline colleagues and closed queues come
   last. */
int transfer_rank(const struct topic_targets *target)
{
    if (target->to == TO_AGENT)
        return target->state == AGENT_AVAILABLE ? 0
               : target->state == AGENT_OFFLINE ? 3
                                                : 2;
    if (target->to == TO_QUEUE)
        return target->closed ? 3 : 1;
    return 2;
}

void transfer_search(struct transfer *transfer)
{
    const struct replica *rows = program_rows(transfer->program);

    transfer->known = replica_count(rows, TOPIC_TARGETS);
    transfer->count = transfer->selected = transfer->top = 0;
    if (transfer_is_number(transfer->to.text))
        transfer->found[transfer->count++] = 0;
    for (int place = 0; place <= 3; place++)
        for (size_t i = 0; i < replica_count(rows, TOPIC_TARGETS); i++) {
            const struct replica_row *row = replica_at(rows, TOPIC_TARGETS, i);

            if (transfer_rank(row->fields) == place &&
                matches(transfer, row->fields) &&
                transfer->count < TRANSFER_FOUND)
                transfer->found[transfer->count++] = row->id;
        }
}
