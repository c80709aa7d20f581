/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What could tell who called is erased once nobody works with it any more. */

#include "core/callback.h"
#include "core/core.h"

static bool is_wrapped_up(const struct state *state, uint64_t contact_id)
{
    for (size_t i = 0; i < state_row_count(state, ROW_DESK); i++) {
        const struct desk_row *desk = state_row_at(state, ROW_DESK, i);

        if (desk->state == AGENT_ACW && desk->contact_id == contact_id)
            return false;
    }
    return true;
}

/* Deleted ones are known until their files are gone; that is no reason. */
static bool has_whole_recordings(const struct state *state, uint64_t contact_id)
{
    for (size_t i = 0; i < state_row_count(state, ROW_RECORDING); i++) {
        const struct recording_row *row = state_row_at(state, ROW_RECORDING, i);

        if (row->contact_id == contact_id && row->state != RECORDING_DELETED)
            return false;
    }
    return true;
}

/* Somebody is being dialled for what the contact asked for. */
static bool is_called_back(const struct state *state, uint64_t contact_id)
{
    for (size_t i = 0; i < state_row_count(state, ROW_CALLBACK); i++) {
        const struct callback_row *callback =
            state_row_at(state, ROW_CALLBACK, i);

        if (callback->state == CALLBACK_CALLING &&
            callback_is_of(callback, contact_id))
            return true;
    }
    return false;
}

/* A contact that has ended is known until its legs are gone. */
static enum refusal check_erasure(const struct state *state,
                                  uint64_t contact_id)
{
    if (state_contact(state, contact_id))
        return REFUSED_CONTACT_LIVES;
    if (!is_wrapped_up(state, contact_id))
        return REFUSED_BEING_WRAPPED_UP;

    return has_whole_recordings(state, contact_id) ? REFUSED_NOT
                                                   : REFUSED_RECORDING_RUNS;
}

/* A call that has begun since the texts went ends without a further try: there
   is no number to call. */
enum refusal core_check_erasure(const struct core *core, uint64_t contact_id)
{
    const struct state *state = core_state(core);
    enum refusal refusal = check_erasure(state, contact_id);

    return !refusal && is_called_back(state, contact_id) ? REFUSED_CALLBACK_RUNS
                                                         : refusal;
}

/* What is over, and forgotten, has texts in the journal alone. */
static enum refusal check_callback(const struct state *state,
                                   uint64_t callback_id)
{
    const struct callback_row *callback = state_callback(state, callback_id);

    return callback && callback->is_live ? REFUSED_CONTACT_LIVES : REFUSED_NOT;
}

enum refusal core_check_callback_erasure(const struct core *core,
                                         uint64_t callback_id)
{
    return check_callback(core_state(core), callback_id);
}

/* Nobody is left to be called. */
static bool is_given_up(const struct callback_row *callback,
                        const struct command_erase_person *c)
{
    if (callback_is_over(callback) || callback->state == CALLBACK_CALLING)
        return false;

    return c->callback_id ? callback->callback_id == c->callback_id
                          : callback_is_of(callback, c->contact_id);
}

static void write_given_up(struct turn *turn,
                           const struct command_erase_person *c)
{
    for (size_t i = 0; i < state_row_count(turn->state, ROW_CALLBACK); i++) {
        const struct callback_row *callback =
            state_row_at(turn->state, ROW_CALLBACK, i);

        if (is_given_up(callback, c))
            write_callback_cancelled(turn, callback);
    }
}

enum refusal decide_erase_person(struct turn *turn,
                                 const struct command_erase_person *c)
{
    enum refusal refusal = c->callback_id
                               ? check_callback(turn->state, c->callback_id)
                               : check_erasure(turn->state, c->contact_id);

    if (refusal)
        return refusal;
    if ((c->contact_id == 0) == (c->callback_id == 0) || c->texts < 0 ||
        c->recordings < 0)
        return REFUSED_BAD_VALUE;

    write_given_up(turn, c);
    WRITE(turn, PERSON_ERASED, person_erased,
          { .contact_id = c->contact_id,
            .callback_id = c->callback_id,
            .texts = c->texts,
            .recordings = c->recordings });
    return REFUSED_NOT;
}
