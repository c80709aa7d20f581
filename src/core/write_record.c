/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what becomes of a talk's recording. */

#include "core/hearing.h"
#include "core/write.h"

enum { ALL = 100 };

static int64_t percentage_of(const struct event_queue_set *queue)
{
    switch (queue->recording) {
    case RECORD_NONE:
        return 0;
    case RECORD_ALL:
        return ALL;
    case RECORD_PERCENTAGE:
        break;
    }

    return queue->recording_percentage;
}

static bool has_room(const struct turn *turn)
{
    return state_row_count(turn->state, ROW_RECORDING) < STATE_MAX_RECORDINGS;
}

static void write_started(struct turn *turn, const struct contact_row *contact,
                          const struct name *object, int64_t percentage,
                          int64_t draw)
{
    uint64_t id = (uint64_t)state_system(turn->state)->recordings + 1;

    WRITE(turn, RECORDING_STARTED, recording_started,
          { .recording_id = id,
            .contact_id = contact->contact_id,
            .agent_id = contact->agent_id,
            .queue_id = contact->queue_id,
            .object = *object,
            .percentage = percentage,
            .draw = draw });
    ASK(turn, { .type = EFFECT_RECORD,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .agent_id = contact->agent_id,
                .granted_by = state_desk(turn->state, contact->agent_id)->leg,
                .recording_id = id,
                .object = *object });
}

/* What the flow has said goes before what the queue says. */
static int64_t percentage_for(const struct turn *turn,
                              const struct contact_row *contact)
{
    switch (contact->recording_choice) {
    case RECORDING_ALWAYS:
        return ALL;
    case RECORDING_NEVER:
        return 0;
    case RECORDING_AS_QUEUE:
        break;
    }

    return percentage_of(state_queue(turn->state, contact->queue_id));
}

void write_record(struct turn *turn, const struct contact_row *contact,
                  const struct name *object, int64_t draw)
{
    int64_t percentage = percentage_for(turn, contact);
    bool unnoticed =
        !is_noticed(contact, state_queue(turn->state, contact->queue_id));

    if (percentage == 0 || object->text[0] == '\0')
        return;

    if (draw < percentage && !unnoticed && has_room(turn))
        write_started(turn, contact, object, percentage, draw);
    else
        WRITE(turn, RECORDING_SKIPPED, recording_skipped,
              { .contact_id = contact->contact_id,
                .agent_id = contact->agent_id,
                .queue_id = contact->queue_id,
                .percentage = percentage,
                .draw = draw,
                .unnoticed = unnoticed });
}

static void write_resumed(struct turn *turn, const struct contact_row *contact,
                          bool automatic)
{
    WRITE(
        turn, RECORDING_RESUMED, recording_resumed,
        { .recording_id = contact->recording_id,
          .contact_id = contact->contact_id,
          .agent_id = contact->agent_id,
          .automatic = automatic,
          .paused_us =
              turn->now_us -
              state_talk(turn->state, contact->contact_id)->record_paused_us });
}

/* The leg whose channel is the right one, by which the recording is found. */
static uint64_t right_leg(const struct turn *turn,
                          const struct contact_row *contact)
{
    const struct desk_row *desk = state_desk(turn->state, contact->agent_id);

    return desk ? desk->leg : 0;
}

void write_record_resumed(struct turn *turn, const struct contact_row *contact,
                          bool automatic)
{
    write_resumed(turn, contact, automatic);
    ASK(turn, { .type = EFFECT_RESUME_RECORDING,
                .contact_id = contact->contact_id,
                .granted_by = right_leg(turn, contact),
                .recording_id = contact->recording_id });
}

void write_record_ending(struct turn *turn, const struct contact_row *contact)
{
    if (state_talk(turn->state, contact->contact_id)->record_paused_us)
        write_resumed(turn, contact, false);
}

void ask_record_stopped(struct turn *turn, const struct contact_row *contact)
{
    if (contact->recording_id)
        ASK(turn, { .type = EFFECT_STOP_RECORDING,
                    .contact_id = contact->contact_id,
                    .granted_by = right_leg(turn, contact),
                    .recording_id = contact->recording_id });
}
