/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes, phones and trunks that too many wrong PINs have locked. */

#include "web/lookup.h"
#include "web/team.h"
#include "web/voicemail.h"

/* Phones and trunks are of no team; phones of agents are the agents'. */
static bool is_of_team(const struct exchange *exchange, enum document_kind kind,
                       const void *document)
{
    const struct asker *asker = &exchange->asker;
    const struct state *floor = exchange_floor(exchange);

    if (kind == DOCUMENT_BOX)
        return team_has_document(asker, floor, kind, document);
    if (kind == DOCUMENT_TRUNK)
        return team_has(asker, 0);
    return team_has_contact(
        asker, floor, 0, state_agent_of_device(floor, document_id(document)));
}

static void unlock(struct exchange *exchange, enum document_kind kind)
{
    const void *document = lookup_document(exchange, kind);
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_UNLOCK_PIN },
    };
    struct command_unlock_pin *command = &request.command.as.unlock_pin;

    if (!document)
        return;
    if (!is_of_team(exchange, kind, document)) {
        exchange_refuse(exchange, PROBLEM_FORBIDDEN);
        return;
    }

    *(kind == DOCUMENT_BOX     ? &command->box_id
      : kind == DOCUMENT_TRUNK ? &command->trunk_id
                               : &command->device_id) = document_id(document);
    exchange_ask(exchange, &request, exchange_answer_done);
}

void voicemail_unlock_box(struct exchange *exchange)
{
    unlock(exchange, DOCUMENT_BOX);
}

void voicemail_unlock_device(struct exchange *exchange)
{
    unlock(exchange, DOCUMENT_DEVICE);
}

void voicemail_unlock_trunk(struct exchange *exchange)
{
    unlock(exchange, DOCUMENT_TRUNK);
}
