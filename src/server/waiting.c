/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a box to its agent, and to the phone of that one. */

#include "server/waiting.h"

#include "server/server.h"
#include "sip/waiting.h"

static void tell_phone(struct server *server, uint64_t device_id,
                       const struct mailbox_row *mailbox)
{
    struct phone_waiting waiting = { 0 };

    if (mailbox)
        waiting = (struct phone_waiting){
            .fresh = (uint32_t)mailbox->fresh,
            .old = (uint32_t)mailbox->old,
            .fresh_urgent = (uint32_t)mailbox->fresh_urgent,
            .old_urgent = (uint32_t)mailbox->old_urgent,
        };

    phone_set_waiting(calls_signalling(server->calls), device_id, &waiting);
}

static void tell_box(struct server *server, uint64_t box_id)
{
    const struct state *state = core_state(server->core);
    const struct event_box_set *box = state_box(state, box_id);
    const struct event_agent_set *agent =
        box ? state_agent(state, box->agent_id) : NULL;

    if (agent && agent->device_id)
        tell_phone(server, agent->device_id, state_mailbox(state, box_id));
}

/* Whoever has no box any more has nothing waiting. */
void waiting_tell_all(struct server *server)
{
    const struct state *state = core_state(server->core);

    for (size_t i = 0; i < state_document_count(state, DOCUMENT_DEVICE); i++) {
        const struct event_device_set *device =
            state_document_at(state, DOCUMENT_DEVICE, i);

        tell_phone(server, device->id, NULL);
    }
    for (size_t i = 0; i < state_document_count(state, DOCUMENT_BOX); i++) {
        const struct event_box_set *box =
            state_document_at(state, DOCUMENT_BOX, i);

        tell_box(server, box->id);
    }
}

void waiting_take_event(struct server *server, const struct event *event)
{
    switch (event->type) {
    case EVENT_MESSAGE_LEFT:
        tell_box(server, event->as.message_left.box_id);
        break;
    case EVENT_MESSAGE_MARKED:
        tell_box(server, event->as.message_marked.box_id);
        break;
    case EVENT_MESSAGE_GONE:
        tell_box(server, event->as.message_gone.box_id);
        break;
    case EVENT_MESSAGE_FORWARDED:
        tell_box(server, event->as.message_forwarded.box_id);
        tell_box(server, event->as.message_forwarded.to_id);
        break;
    case EVENT_BOX_SET:
    case EVENT_BOX_REMOVED:
    case EVENT_AGENT_SET:
    case EVENT_DEVICE_SET:
    case EVENT_SECRET_SET:
        waiting_tell_all(server);
        break;
    default:
        break;
    }
}
