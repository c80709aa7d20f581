/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes, phones and trunks that too many wrong PINs have locked. */

#include "web/lookup.h"
#include "web/team.h"
#include "web/voicemail.h"

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
    if (!team_has_document(&exchange->asker, kind, document)) {
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
