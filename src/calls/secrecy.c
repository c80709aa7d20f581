/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose sound is encrypted: told to the core, for whoever looks at a call. */

#include "calls/inside.h"

/* Where nothing is and nothing was, there is nothing to tell. */
static void tell(struct calls *calls, struct party *caller)
{
    const struct party *other = party_find(&calls->parties, caller->with);
    const struct command command = {
        .type = COMMAND_SOUND_ENCRYPTED,
        .as.sound_encrypted = { .contact_id = caller->contact_id,
                                .caller = caller->is_encrypted,
                                .agent = other && other->is_encrypted },
    };
    bool is_any =
        command.as.sound_encrypted.caller || command.as.sound_encrypted.agent;

    if (caller->contact_id == 0 || (!is_any && !caller->told_secrecy))
        return;

    caller->told_secrecy = is_any;
    queue_command(calls, &command);
}

static bool is_caller(const struct party *party)
{
    return party->kind == PARTY_CALLER || party->kind == PARTY_VISITOR;
}

void secrecy_agreed(struct calls *calls, struct party *party,
                    const struct media_description *local,
                    const struct media_description *remote)
{
    bool was_encrypted = party->is_encrypted;
    struct party *caller =
        is_caller(party) ? party : party_find(&calls->parties, party->with);

    party->is_encrypted = local->crypto.suite != MEDIA_PLAIN &&
                          remote->crypto.suite != MEDIA_PLAIN;
    if (party->is_encrypted != was_encrypted && caller &&
        (caller == party || caller->with == party->id))
        tell(calls, caller);
}

void secrecy_joined(struct calls *calls, struct party *caller,
                    struct party *other)
{
    caller->with = other->id;
    other->with = caller->id;
    tell(calls, caller);
}

void secrecy_named(struct calls *calls, struct party *party)
{
    if (is_caller(party))
        tell(calls, party);
}
