/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages: kept or not, whose they are, and until when. */

#include "core/voicemail_inside.h"

#include <string.h>

#include "core/delivery.h"
#include "core/desk_slot.h"
#include "core/visit.h"
#include "core/write.h"

bool is_full_mailbox(const struct state *state, const struct event_box_set *box)
{
    const struct mailbox_row *mailbox = state_mailbox(state, box->id);

    return !mailbox || mailbox->held >= box->max_messages ||
           state_row_count(state, ROW_MESSAGE) >= STATE_MAX_MESSAGES ||
           state_row_count(state, ROW_RECORDING) >= STATE_MAX_RECORDINGS;
}

bool is_full_box(const struct turn *turn, const struct event_box_set *box)
{
    return is_full_mailbox(turn->state, box);
}

/* Of the steps of 2 dB, those from 40 dB below full scale on are speech; the
   caller is on the left. */
bool is_silent_message(const struct note *peaks)
{
    static const char loud_or_end[] = "fghijklmnopqrstuvwxyz ";
    size_t quiet = strcspn(peaks->text, loud_or_end);

    return peaks->text[quiet] == ' ' || peaks->text[quiet] == '\0';
}

/* Whose turn it is. */

/* Behind the one whose turn it was last; after the last one the first. */
static uint64_t next_of(const struct turn *turn,
                        const struct event_box_set *box, bool only_present)
{
    uint64_t last_id = state_mailbox(turn->state, box->id)->last_agent_id;
    uint64_t first = 0;

    for (const struct desk_slot *d = table_first(&turn->state->desks); d;
         d = table_next(d)) {
        uint64_t agent_id = d->row.agent_id;

        if (!state_hears_box(turn->state, box, agent_id) ||
            (only_present && d->row.state == AGENT_OFFLINE))
            continue;
        if (agent_id > last_id)
            return agent_id;
        if (!first)
            first = agent_id;
    }

    return first;
}

/* Those who are away have no turn while somebody is there; at night all do. */
uint64_t next_box_agent(const struct turn *turn,
                        const struct event_box_set *box)
{
    if (box->rule != BOX_RULE_ROUND_ROBIN || box->agent_id)
        return 0;

    uint64_t present = next_of(turn, box, true);
    return present ? present : next_of(turn, box, false);
}

int64_t message_due_us(const struct turn *turn, const struct event_box_set *box)
{
    return turn->now_us + box->keep_days * DAY_US;
}

/* Counted from when it came; one brought back begins anew. */
static int64_t due_us_in(const struct turn *turn,
                         const struct event_box_set *box,
                         const struct message_row *message,
                         enum message_state state)
{
    if (state == MESSAGE_SAVED)
        return 0;
    if (state == MESSAGE_DELETED)
        return turn->now_us + box->undo_days * DAY_US;

    int64_t due_us = message->left_us + box->keep_days * DAY_US;

    return due_us > turn->now_us ? due_us : message_due_us(turn, box);
}

/* What was said. */

static void write_removed(struct turn *turn, const struct message_row *message)
{
    WRITE(turn, RECORDING_DELETED, recording_deleted,
          { .recording_id = message->message_id,
            .contact_id = message->contact_id,
            .object = message->object });
    ASK(turn, { .type = EFFECT_REMOVE_RECORDING,
                .recording_id = message->message_id,
                .object = message->object });
}

void write_message_lost(struct turn *turn, const struct message_row *message,
                        enum message_loss why)
{
    WRITE(turn, MESSAGE_DROPPED, message_dropped,
          { .message_id = message->message_id,
            .contact_id = message->contact_id,
            .box_id = message->box_id,
            .why = why });
    if (why != MESSAGE_NOT_KEPT)
        write_removed(turn, message);
}

static void write_left(struct turn *turn, const struct message_row *message,
                       const struct event_box_set *box)
{
    uint64_t agent_id = next_box_agent(turn, box);

    WRITE(turn, MESSAGE_LEFT, message_left,
          { .message_id = message->message_id,
            .contact_id = message->contact_id,
            .box_id = box->id,
            .urgent = message->urgent,
            .agent_id = agent_id,
            .due_us = message_due_us(turn, box) });
    write_deliveries(turn, &(struct arrived){ message->message_id,
                                              message->contact_id, box,
                                              agent_id, 0 });
}

static void settle(struct turn *turn, const struct message_row *message,
                   int64_t length_us, bool silent)
{
    const struct event_box_set *box = state_box(turn->state, message->box_id);

    if (length_us == 0)
        write_message_lost(turn, message, MESSAGE_NOT_KEPT);
    else if (message->taken_back)
        write_message_lost(turn, message, MESSAGE_TAKEN_BACK);
    else if (length_us < box->min_ms * 1000)
        write_message_lost(turn, message, MESSAGE_TOO_SHORT);
    else if (silent)
        write_message_lost(turn, message, MESSAGE_SILENT);
    else
        write_left(turn, message, box);
}

void write_message_recorded(struct turn *turn,
                            const struct recording_row *recording,
                            const struct command_recorded *c)
{
    const struct message_row *message =
        state_message(turn->state, recording->recording_id);
    const struct contact_row *contact =
        state_contact(turn->state, recording->contact_id);

    if (message && (c->length_us == 0 || !contact ||
                    contact->message_id != message->message_id))
        settle(turn, message, c->length_us, is_silent_message(&c->peaks));
}

void write_message_settled(struct turn *turn, uint64_t message_id)
{
    const struct message_row *message = state_message(turn->state, message_id);

    if (message && message->length_us)
        settle(turn, message, message->length_us, message->silent);
}

/* What people do with it. */

void write_message_marked(struct turn *turn, const struct message_row *message,
                          enum message_state state)
{
    const struct event_box_set *box = state_box(turn->state, message->box_id);

    WRITE(turn, MESSAGE_MARKED, message_marked,
          { .message_id = message->message_id,
            .contact_id = message->contact_id,
            .box_id = message->box_id,
            .state = state,
            .due_us = due_us_in(turn, box, message, state) });
}

void write_message_heard(struct turn *turn, uint64_t recording_id)
{
    const struct message_row *message =
        state_message(turn->state, recording_id);

    if (message && message->state == MESSAGE_NEW)
        write_message_marked(turn, message, MESSAGE_HEARD);
}

void write_message_called_back(struct turn *turn, uint64_t message_id,
                               uint64_t agent_id, uint64_t call_id)
{
    const struct message_row *message = state_message(turn->state, message_id);

    write_message_heard(turn, message_id);
    if (!message->agent_id)
        WRITE(turn, MESSAGE_ASSIGNED, message_assigned,
              { .message_id = message_id,
                .contact_id = message->contact_id,
                .box_id = message->box_id,
                .agent_id = agent_id });
    WRITE(turn, MESSAGE_CALLED_BACK, message_called_back,
          { .message_id = message_id,
            .contact_id = message->contact_id,
            .box_id = message->box_id,
            .agent_id = agent_id,
            .call_id = call_id });
}

void write_message_gone(struct turn *turn, uint64_t recording_id)
{
    const struct message_row *message =
        state_message(turn->state, recording_id);

    if (!message)
        return;

    write_deliveries_void(turn, recording_id);
    WRITE(turn, MESSAGE_GONE, message_gone,
          { .message_id = message->message_id,
            .contact_id = message->contact_id,
            .box_id = message->box_id });
}

void write_message_due(struct turn *turn, uint64_t message_id)
{
    const struct message_row *message = state_message(turn->state, message_id);

    if (message->state != MESSAGE_DELETED) {
        write_message_marked(turn, message, MESSAGE_DELETED);
        return;
    }

    write_message_gone(turn, message_id);
    write_removed(turn, message);
}
