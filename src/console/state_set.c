/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One command after another: the server takes them in their order. */

#include "console/state_set.h"

#include <string.h>

#include "base/mark.h"
#include "console/unsent.h"
#include "console/word.h"
#include "wire/value.h"

/* Whoever is off duty logs in first: the commands go one after the other. */
static void log_in_first(struct program *program)
{
    const struct topic_agents *agent = program_agent_fields(program);

    if (agent && agent->state == AGENT_OFFLINE)
        program_command(program, ROUTE_AGENT_LOG_IN, value_object());
}

/* What follows a call may come late. */
static void command(struct program *program, enum route_id route,
                    struct json_t *body, const char *words)
{
    const struct topic_agents *agent = program_agent_fields(program);

    if (!unsent_has_call(program)) {
        program_command(program, route, body);
        return;
    }
    unsent_wish(program, &(struct unsent_wish){
                             .kind = UNSENT_STATE,
                             .route = route,
                             .contact_id = agent->contact_id,
                             .body = body,
                             .words = words,
                         });
}

void state_ready(struct program *program)
{
    log_in_first(program);
    command(program, ROUTE_AGENT_AVAILABLE, value_object(),
            program_text(program, N_("Ready for calls")));
}

void state_off(struct program *program)
{
    command(program, ROUTE_AGENT_LOG_OUT, value_object(),
            program_text(program, N_("Off duty")));
}

void state_cancel(struct program *program)
{
    command(program, ROUTE_AGENT_CANCEL, value_object(),
            program_text(program, N_("Stay after this call")));
}

void state_pause(struct program *program, uint64_t reason_id)
{
    const struct replica_row *row =
        replica_find(program_rows(program), TOPIC_PAUSE_REASONS, reason_id);
    const struct event_pause_reason_set *reason = row ? row->fields : NULL;
    struct json_t *body = value_object();
    struct safe_text name = { .text = "" };

    if (reason)
        word_name(&(struct word_names){ &reason->name, &reason->label,
                                        &reason->label_es, &reason->label_cs },
                  program_language(program), &name);
    log_in_first(program);
    value_set_integer(body, "reason_id", (int64_t)reason_id);
    command(program, ROUTE_AGENT_PAUSE, body, name.text);
}

static uint64_t find_reason(const struct program *program, const char *name)
{
    const struct replica *rows = program_rows(program);

    for (size_t i = 0; i < replica_count(rows, TOPIC_PAUSE_REASONS); i++) {
        const struct replica_row *row =
            replica_at(rows, TOPIC_PAUSE_REASONS, i);
        const struct event_pause_reason_set *reason = row->fields;

        if (strcmp(reason->name.text, name) == 0)
            return row->id;
    }
    return 0;
}

bool state_set(struct program *program, const char *name)
{
    uint64_t reason_id;

    if (strcmp(name, "ready") == 0) {
        state_ready(program);
    } else if (strcmp(name, "offline") == 0) {
        state_off(program);
    } else if (strcmp(name, "cancel") == 0) {
        state_cancel(program);
    } else {
        reason_id = find_reason(program, name);
        if (reason_id == 0)
            return false;
        state_pause(program, reason_id);
    }
    return true;
}
