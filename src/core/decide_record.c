/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recordings are paused, become whole, are listened to and deleted. */

#include "core/step.h"
#include "core/visit.h"
#include "core/voicemail.h"

/* The contact that the agent talks with, if that is recorded. */
static enum refusal check_recorded(const struct turn *turn, uint64_t agent_id,
                                   const struct contact_row **ret_contact)
{
    const struct desk_row *desk = state_desk(turn->state, agent_id);

    if (!desk)
        return REFUSED_NO_AGENT;
    if (desk->state != AGENT_TALKING && desk->state != AGENT_HOLD)
        return REFUSED_NO_TALK;

    *ret_contact = state_contact(turn->state, desk->contact_id);
    return (*ret_contact)->recording_id ? REFUSED_NOT : REFUSED_NOT_RECORDED;
}

static bool is_permitted_reason(const struct command_pause_recording *c)
{
    const struct field *field =
        record_field(command_record(COMMAND_PAUSE_RECORDING), "reason");

    return c->reason.text[0] && field_is_valid(field, c);
}

static void write_paused(struct turn *turn, const struct contact_row *contact,
                         const struct label *reason)
{
    int64_t pause_us =
        1000 * state_queue(turn->state, contact->queue_id)->recording_pause_ms;

    WRITE(turn, RECORDING_PAUSED, recording_paused,
          { .recording_id = contact->recording_id,
            .contact_id = contact->contact_id,
            .agent_id = contact->agent_id,
            .reason = *reason,
            .due_us = pause_us ? turn->now_us + pause_us : 0 });
    ASK(turn, { .type = EFFECT_PAUSE_RECORDING,
                .contact_id = contact->contact_id,
                .granted_by = state_desk(turn->state, contact->agent_id)->leg,
                .recording_id = contact->recording_id });
}

enum refusal decide_pause_recording(struct turn *turn,
                                    const struct command_pause_recording *c)
{
    const struct contact_row *contact = NULL;
    enum refusal refusal = check_recorded(turn, c->agent_id, &contact);

    if (refusal)
        return refusal;
    if (!is_permitted_reason(c))
        return REFUSED_BAD_REASON;
    if (state_talk(turn->state, contact->contact_id)->record_paused_us)
        return REFUSED_RECORDING_PAUSED;

    write_paused(turn, contact, &c->reason);
    return REFUSED_NOT;
}

enum refusal decide_resume_recording(struct turn *turn,
                                     const struct command_resume_recording *c)
{
    const struct contact_row *contact = NULL;
    enum refusal refusal = check_recorded(turn, c->agent_id, &contact);

    if (refusal)
        return refusal;
    if (!state_talk(turn->state, contact->contact_id)->record_paused_us)
        return REFUSED_RECORDING_NOT_PAUSED;

    write_record_resumed(turn, contact, false);
    return REFUSED_NOT;
}

/* What the recorder says. */

static const struct recording_row *find_written(const struct turn *turn,
                                                uint64_t recording_id)
{
    const struct recording_row *row =
        state_recording(turn->state, recording_id);

    return row && row->state != RECORDING_DELETED ? row : NULL;
}

enum refusal decide_recorded(struct turn *turn,
                             const struct command_recorded *c)
{
    const struct recording_row *row = find_written(turn, c->recording_id);
    const struct contact_row *contact =
        row ? state_contact(turn->state, row->contact_id) : NULL;
    bool is_waited_for = contact && contact->utterance != UTTERANCE_NONE &&
                         contact->recording_id == row->recording_id;

    if (!row)
        return REFUSED_NOT_ASKED;

    WRITE(turn, RECORDING_ENDED, recording_ended,
          { .recording_id = row->recording_id,
            .contact_id = row->contact_id,
            .agent_id = row->agent_id,
            .queue_id = row->queue_id,
            .length_us = c->length_us,
            .lost_us = c->lost_us,
            .bytes = c->bytes,
            .digest = c->digest,
            .peaks = c->peaks,
            .repaired = c->repaired,
            .silent = row->box_id && is_silent_message(&c->peaks) });
    if (row->box_id)
        write_message_recorded(turn, row, c);
    else if (row->is_take)
        write_take_recorded(turn, row, c);
    if (is_waited_for)
        write_utterance_recorded(turn, contact, c);
    return REFUSED_NOT;
}

enum refusal decide_recording_loses(struct turn *turn,
                                    const struct command_recording_loses *c)
{
    const struct recording_row *row = find_written(turn, c->recording_id);

    if (!row)
        return REFUSED_NOT_ASKED;

    WRITE(turn, RECORDING_LOST, recording_lost,
          { .recording_id = row->recording_id,
            .contact_id = row->contact_id,
            .agent_id = row->agent_id,
            .refused = c->refused });
    return REFUSED_NOT;
}

/* The state knows those only that are not done with. */

enum refusal check_whole(const struct turn *turn, uint64_t recording_id)
{
    const struct recording_row *row =
        state_recording(turn->state, recording_id);

    if (recording_id == 0 ||
        recording_id > (uint64_t)state_system(turn->state)->recordings)
        return REFUSED_BAD_VALUE;
    if (!row)
        return REFUSED_NOT;

    return row->state == RECORDING_DELETED ? REFUSED_ALREADY_SO
                                           : REFUSED_RECORDING_RUNS;
}

enum refusal decide_delete_recording(struct turn *turn,
                                     const struct command_delete_recording *c)
{
    enum refusal refusal = check_whole(turn, c->recording_id);

    if (refusal)
        return refusal;
    if (c->object.text[0] == '\0')
        return REFUSED_BAD_VALUE;
    if (state_row_count(turn->state, ROW_RECORDING) >= STATE_MAX_RECORDINGS)
        return REFUSED_TOO_MANY;

    WRITE(turn, RECORDING_DELETED, recording_deleted,
          { .recording_id = c->recording_id,
            .contact_id = c->contact_id,
            .agent_id = c->agent_id,
            .object = c->object });
    write_message_gone(turn, c->recording_id);
    ASK(turn, { .type = EFFECT_REMOVE_RECORDING,
                .recording_id = c->recording_id,
                .object = c->object });
    return REFUSED_NOT;
}

enum refusal decide_recording_removed(struct turn *turn,
                                      const struct command_recording_removed *c)
{
    const struct recording_row *row =
        state_recording(turn->state, c->recording_id);

    if (!row || row->state != RECORDING_DELETED)
        return REFUSED_NOT_ASKED;

    WRITE(turn, RECORDING_REMOVED, recording_removed,
          { .recording_id = c->recording_id });
    return REFUSED_NOT;
}

enum refusal decide_note_trace(struct turn *turn,
                               const struct command_note_trace *c)
{
    if (c->contact_id == 0)
        return REFUSED_BAD_VALUE;

    WRITE(turn, TRACE_READ, trace_read,
          { .contact_id = c->contact_id, .as_packets = c->as_packets });
    return REFUSED_NOT;
}

enum refusal decide_note_listening(struct turn *turn,
                                   const struct command_note_listening *c)
{
    enum refusal refusal = check_whole(turn, c->recording_id);

    if (refusal)
        return refusal;

    WRITE(turn, RECORDING_LISTENED, recording_listened,
          { .recording_id = c->recording_id,
            .contact_id = c->contact_id,
            .agent_id = c->agent_id,
            .way = LISTENING_BY_DOWNLOAD });
    write_message_heard(turn, c->recording_id);
    return REFUSED_NOT;
}
