/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answer is ready, and waits for the journal. */

#include "web/trace_access.h"

#include "web/inside.h"
#include "web/lookup.h"

static struct access access_of(struct exchange *exchange)
{
    bool is_file = exchange->match.route->id == ROUTE_CONTACT_PCAP;

    return (struct access){ .kind = is_file ? ACCESS_PACKETS : ACCESS_TRACE,
                            .id = lookup_number(exchange, 0),
                            .user_id = exchange->asker.user_id,
                            .at_us = web_now_us(exchange->web) };
}

static void then_noted(struct exchange *exchange, const struct web_reply *reply)
{
    const struct access access = access_of(exchange);

    (void)reply;
    access_note(&exchange->web->accesses, &access);
}

void trace_access_note(struct exchange *exchange)
{
    const struct access access = access_of(exchange);
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_NOTE_TRACE },
    };

    if (exchange->is_head || exchange->answer.status != 200 ||
        access_is_noted(&exchange->web->accesses, &access))
        return;

    request.command.as.note_trace.contact_id = access.id;
    request.command.as.note_trace.as_packets = access.kind == ACCESS_PACKETS;
    exchange_ask(exchange, &request, then_noted);
}
