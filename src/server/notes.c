/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes become values beside the journal. */

#include "server/notes.h"

#include <stdlib.h>
#include <string.h>

#include "server/server.h"

/* What the next start says BYE to after a crash does not linger. */
static int64_t write_note(struct server *server, const struct calls_note *note)
{
    const struct side_write side = {
        .verb = note->gone ? SIDE_DELETE : SIDE_PUT,
        .kind = note->kind == CALLS_NOTE_BINDING ? SIDE_BINDING : SIDE_DIALOG,
        .key = note->key,
        .value = note->text,
        .length = strlen(note->text),
        .at_us = server_now_us(server),
    };
    int64_t ticket = server_write_sides(server, &side, 1);

    if (ticket > 0 && side.kind == SIDE_DIALOG && side.verb == SIDE_PUT)
        store_want(server->store, ticket);
    return ticket;
}

void notes_keep(struct server *server)
{
    if (!server->note)
        server->note = calls_next_note(server->calls);

    while (server->note && write_note(server, server->note) >= 0) {
        free(server->note);
        server->note = calls_next_note(server->calls);
    }
}

void notes_drop(struct server *server)
{
    free(server->note);
    server->note = NULL;
}
