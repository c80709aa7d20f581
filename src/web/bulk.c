/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of names become lists of numbers, and one command. */

#include "web/bulk.h"

#include <inttypes.h>
#include <string.h>

#include "base/line.h"
#include "web/lookup.h"
#include "wire/mistake.h"

static const char SEPARATORS[] = ", ";

enum { LONGEST_ID = 21 }; /* with the blank before it */

static bool refuse(struct exchange *exchange, const char *field,
                   const char *name)
{
    struct mistake mistake;

    (void)mistake_note_name(&mistake, field, name);
    answer_with_mistake(&exchange->answer, exchange->language, &mistake);
    return false;
}

static bool refuse_length(struct exchange *exchange, const char *field)
{
    struct mistake mistake;

    (void)mistake_note(&mistake, MISTAKE_TOO_LONG, field);
    answer_with_mistake(&exchange->answer, exchange->language, &mistake);
    return false;
}

/* The numbers of what a text names; what is another team's is not there. */
static bool read_list(struct exchange *exchange, enum document_kind kind,
                      const char *field, const struct note *text,
                      struct note *ret_ids)
{
    struct note names = *text;
    struct line line = { .text = ret_ids->text, .size = sizeof(ret_ids->text) };
    char *rest = NULL;

    *ret_ids = (struct note){ .text = "" };
    for (char *name = strtok_r(names.text, SEPARATORS, &rest); name;
         name = strtok_r(NULL, SEPARATORS, &rest)) {
        const void *document = lookup_given(exchange, kind, name);

        if (!document)
            return refuse(exchange, field, name);
        if (line.length + LONGEST_ID >= line.size)
            return refuse_length(exchange, field);
        line_add(&line, "%s%" PRIu64, line.length ? " " : "",
                 document_id(document));
    }

    return true;
}

static bool read_both(struct exchange *exchange, const struct note *agents,
                      const struct note *queues, struct note *ret_agents,
                      struct note *ret_queues)
{
    return read_list(exchange, DOCUMENT_AGENT, "agents", agents, ret_agents) &&
           read_list(exchange, DOCUMENT_QUEUE, "queues", queues, ret_queues);
}

void bulk_assign(struct exchange *exchange)
{
    struct web_request request = { .task = WEB_COMMAND,
                                   .command.type = COMMAND_ASSIGN_MANY };
    struct command_assign_many *command = &request.command.as.assign_many;
    struct shape_duties duties = { .priority = 0 };

    if (!lookup_body(exchange, shape_record(SHAPE_DUTIES), NULL, &duties) ||
        !read_both(exchange, &duties.agents, &duties.queues, &command->agents,
                   &command->queues))
        return;
    command->priority = duties.priority;
    command->delay_ms = duties.delay_ms;
    command->until = duties.until;
    exchange_ask(exchange, &request, exchange_answer_done);
}

void bulk_unassign(struct exchange *exchange)
{
    struct web_request request = { .task = WEB_COMMAND,
                                   .command.type = COMMAND_UNASSIGN_MANY };
    struct command_unassign_many *command = &request.command.as.unassign_many;
    struct shape_duties_ended ended = { .agents = { "" } };

    if (!lookup_body(exchange, shape_record(SHAPE_DUTIES_ENDED), NULL,
                     &ended) ||
        !read_both(exchange, &ended.agents, &ended.queues, &command->agents,
                   &command->queues))
        return;
    exchange_ask(exchange, &request, exchange_answer_done);
}
