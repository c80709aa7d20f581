/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a box to its agent, and to the phone of that one. */

#include "server/waiting.h"

#include <stdlib.h>

#include "core/number_plan.h"
#include "server/server.h"
#include "sip/waiting.h"

static struct phone_waiting held_by(const struct mailbox_row *mailbox)
{
    if (!mailbox)
        return (struct phone_waiting){ 0 };

    return (struct phone_waiting){
        .fresh = (uint32_t)mailbox->fresh,
        .old = (uint32_t)mailbox->old,
        .fresh_urgent = (uint32_t)mailbox->fresh_urgent,
        .old_urgent = (uint32_t)mailbox->old_urgent,
    };
}

/* The lamps of boxes. */

static uint64_t find_lamp(void *arg, const char *name)
{
    const struct server *server = arg;

    return box_with_extension(core_state(server->core), name);
}

static bool read_lamp(void *arg, uint64_t device_id, uint64_t box_id,
                      struct phone_waiting *ret_waiting)
{
    const struct server *server = arg;
    const struct state *state = core_state(server->core);
    const struct event_box_set *box = state_box(state, box_id);

    if (!box ||
        !state_hears_box(state, box, state_agent_of_device(state, device_id)))
        return false;

    *ret_waiting = held_by(state_mailbox(state, box_id));
    return true;
}

/* The lamps of phones. */

static void tell_phone(struct server *server, uint64_t device_id,
                       const struct mailbox_row *mailbox)
{
    const struct phone_waiting waiting = held_by(mailbox);

    phone_set_waiting(calls_signalling(server->calls), device_id, &waiting);
}

static int compare(const void *a, const void *b)
{
    uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;

    return (left > right) - (left < right);
}

/* Of which phone a box is the lamp; 0: of none. */
static uint64_t phone_of(const struct state *state,
                         const struct event_box_set *box)
{
    const struct event_agent_set *agent = state_agent(state, box->agent_id);

    return agent ? agent->device_id : 0;
}

static void tell_box(struct server *server, uint64_t box_id)
{
    const struct state *state = core_state(server->core);
    const struct event_box_set *box = state_box(state, box_id);

    if (box && phone_of(state, box))
        tell_phone(server, phone_of(state, box), state_mailbox(state, box_id));
    phone_review_lamps(calls_signalling(server->calls), box_id);
}

/* Whoever has no box any more has nothing waiting. Without memory that is told
   the next time. */
static void darken_others(struct server *server)
{
    const struct state *state = core_state(server->core);
    size_t count = state_document_count(state, DOCUMENT_BOX);
    uint64_t *lit = calloc(count + 1, sizeof(*lit));

    if (!lit)
        return;
    for (size_t i = 0; i < count; i++)
        lit[i] = phone_of(state, state_document_at(state, DOCUMENT_BOX, i));
    qsort(lit, count, sizeof(*lit), compare);

    for (size_t i = 0; i < state_document_count(state, DOCUMENT_DEVICE); i++) {
        const struct event_device_set *device =
            state_document_at(state, DOCUMENT_DEVICE, i);

        if (!bsearch(&device->id, lit, count, sizeof(*lit), compare))
            tell_phone(server, device->id, NULL);
    }
    free(lit);
}

static void tell_all(struct server *server)
{
    const struct state *state = core_state(server->core);

    darken_others(server);
    for (size_t i = 0; i < state_document_count(state, DOCUMENT_BOX); i++) {
        const struct event_box_set *box =
            state_document_at(state, DOCUMENT_BOX, i);

        if (phone_of(state, box))
            tell_phone(server, phone_of(state, box),
                       state_mailbox(state, box->id));
    }
    phone_review_lamps(calls_signalling(server->calls), 0);
}

void waiting_begin(struct server *server)
{
    const struct phone_lamps lamps = { find_lamp, read_lamp, server };

    phone_set_lamps(calls_signalling(server->calls), &lamps);
    tell_all(server);
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
    case EVENT_QUEUE_ASSIGNED:
    case EVENT_QUEUE_UNASSIGNED:
        server->are_lamps_old = true;
        break;
    default:
        break;
    }
}

void waiting_end_turn(struct server *server)
{
    if (!server->are_lamps_old)
        return;

    server->are_lamps_old = false;
    tell_all(server);
}
