/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for rows that tell the label. */

#include "console/naming.h"

#include <assert.h>

#include "base/mark.h"
#include "console/doing.h"
#include "console/word.h"
#include "lang/capital.h"

void naming_queue(const struct program *program, uint64_t id,
                  const struct name *name, struct safe_text *ret_name)
{
    assert(program && name && ret_name);
    const struct replica_row *row =
        replica_find(program_rows(program), TOPIC_QUEUES, id);
    const struct topic_queues *queue = row ? row->fields : NULL;

    if (queue)
        word_name(&(struct word_names){ &queue->name, &queue->label,
                                        &queue->label_es, &queue->label_cs },
                  program_language(program), ret_name);
    else
        safe_text_copy(ret_name, name->text);
}

/* Agents see each other as targets alone, while those are watched. */
static const struct topic_targets *target_of(const struct program *program,
                                             uint64_t agent_id)
{
    const struct replica *rows = program_rows(program);

    for (size_t i = 0; i < replica_count(rows, TOPIC_TARGETS); i++) {
        const struct topic_targets *target =
            replica_at(rows, TOPIC_TARGETS, i)->fields;

        if (target->to == TO_AGENT && target->to_id == agent_id)
            return target;
    }
    return NULL;
}

void naming_agent(const struct program *program, uint64_t id,
                  const struct name *name, struct safe_text *ret_name)
{
    assert(program && name && ret_name);
    const struct replica_row *row =
        replica_find(program_rows(program), TOPIC_AGENTS, id);
    const struct topic_agents *agent = row ? row->fields : NULL;
    const struct topic_targets *target =
        agent || id == 0 ? NULL : target_of(program, id);
    struct word_names names = { name, NULL, NULL, NULL };

    if (agent)
        names = (struct word_names){ &agent->name, &agent->label, NULL, NULL };
    else if (target)
        names =
            (struct word_names){ &target->name, &target->label, NULL, NULL };
    word_name(&names, program_language(program), ret_name);
}

/* The product's own are no documents: their names are ours. */
static const char *own_pause(uint64_t reason_id)
{
    switch (reason_id) {
    case PAUSE_LOGGED_IN:
        return N_("logged in");
    case PAUSE_MISSED:
        return N_("missed");
    case PAUSE_FAULT:
        return N_("fault");
    case PAUSE_OWN_CALL:
        return N_("own call");
    default:
        return NULL;
    }
}

bool naming_pause(const struct program *program, uint64_t reason_id,
                  struct safe_text *ret_name)
{
    assert(program && ret_name);
    const char *own = own_pause(reason_id);
    const struct replica_row *row =
        replica_find(program_rows(program), TOPIC_PAUSE_REASONS, reason_id);
    const struct event_pause_reason_set *reason = row ? row->fields : NULL;

    if (own)
        safe_text_copy(ret_name, program_text(program, own));
    else if (reason)
        word_name(&(struct word_names){ &reason->name, &reason->label,
                                        &reason->label_es, &reason->label_cs },
                  program_language(program), ret_name);
    return own || reason;
}

void naming_state(const struct program *program, enum agent_state state,
                  uint64_t reason_id, struct safe_text *ret_word)
{
    struct safe_text name;

    if (state != AGENT_PAUSED || !naming_pause(program, reason_id, &name)) {
        word_state(state, program_language(program), ret_word);
        return;
    }
    capital_write(name.text, ret_word->text, sizeof(ret_word->text));
    ret_word->altered = name.altered;
}

void naming_agent_state(const struct program *program,
                        const struct topic_agents *agent,
                        struct safe_text *ret_word)
{
    naming_state(program, doing_state(agent), agent->reason_id, ret_word);
}
