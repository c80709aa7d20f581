/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last that is done about a party. */

#include "calls/inside.h"

/*
 * Two may wait for a party to be gone: the effect that asked for it, and the
 * core itself when the party went by its own will.
 */
void party_gone(struct calls *calls, struct party *party)
{
    stream_close(calls, party);

    if (party->end_serial) {
        queue_serial(calls, COMMAND_LEG_GONE, party->end_serial);
    } else if (!party->told_gone &&
               (party->kind == PARTY_CALLER || party->kind == PARTY_VISITOR)) {
        const struct command command = {
            .type = COMMAND_CALLER_HUNG_UP,
            .as.caller_hung_up.contact_id = party->contact_id,
        };

        if (party->contact_id == 0)
            return; /* name_contact() comes back to it */
        queue_command(calls, &command);
    }

    party_remove(&calls->parties, party);
}
