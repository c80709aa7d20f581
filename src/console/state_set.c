/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One command after another: the server takes them in their order. */

#include "console/state_set.h"

#include <string.h>

#include "wire/value.h"

/* Whoever is off duty logs in first: the commands go one after the other. */
static void log_in_first(struct program *program)
{
    const struct topic_agents *agent = program_agent_fields(program);

    if (agent && agent->state == AGENT_OFFLINE)
        program_command(program, ROUTE_AGENT_LOG_IN, value_object());
}

void state_ready(struct program *program)
{
    log_in_first(program);
    program_command(program, ROUTE_AGENT_AVAILABLE, value_object());
}

void state_pause(struct program *program, uint64_t reason_id)
{
    struct json_t *body = value_object();

    log_in_first(program);
    value_set_integer(body, "reason_id", (int64_t)reason_id);
    program_command(program, ROUTE_AGENT_PAUSE, body);
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
        program_command(program, ROUTE_AGENT_LOG_OUT, value_object());
    } else if (strcmp(name, "cancel") == 0) {
        program_command(program, ROUTE_AGENT_CANCEL, value_object());
    } else {
        reason_id = find_reason(program, name);
        if (reason_id == 0)
            return false;
        state_pause(program, reason_id);
    }
    return true;
}
