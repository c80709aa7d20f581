/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phones that are called once, and whose leg stands. */

#include "core/decide_line.h"

#include "core/decide_answer.h"
#include "core/desk_slot.h"
#include "core/line.h"
#include "core/write.h"

/* So long the phone rings for it. */
static const int64_t RING_US = 45000000;

/* Called again by itself: the first time, and at most, so much later. */
static const int64_t AGAIN_US = 5000000;
static const int64_t AGAIN_MAX_US = 300000000;

/* So long has a leg that is there already. */
static const int64_t ACCEPTED_US = 10000000;

static void write_called(struct turn *turn, const struct desk_row *desk,
                         int64_t tries)
{
    const struct event_agent_set *agent =
        state_agent(turn->state, desk->agent_id);
    int64_t due_us = turn->now_us + RING_US;

    WRITE(turn, LINE_CALLED, line_called,
          { .agent_id = desk->agent_id,
            .device_id = agent->device_id,
            .tries = tries,
            .due_us = due_us });
    ASK(turn, { .type = EFFECT_CALL_LINE,
                .due_us = due_us,
                .agent_id = desk->agent_id,
                .device_id = agent->device_id });
}

/* What nobody wanted is tried again; what was somebody's will is not. */
static int64_t again_due_us(const struct turn *turn,
                            const struct desk_row *desk, enum line_end cause)
{
    int64_t after_us = AGAIN_US;

    if ((cause != LINE_BUSY && cause != LINE_FAILED &&
         cause != LINE_MEDIA_LOST) ||
        !state_can_ring(turn->state, desk->agent_id))
        return 0;

    for (int64_t i = 1; i < desk->line_tries && after_us < AGAIN_MAX_US; i++)
        after_us *= 2;

    return turn->now_us + (after_us < AGAIN_MAX_US ? after_us : AGAIN_MAX_US);
}

static void write_ended(struct turn *turn, const struct desk_row *desk,
                        enum line_end cause)
{
    WRITE(turn, LINE_ENDED, line_ended,
          { .agent_id = desk->agent_id,
            .cause = cause,
            .for_us = turn->now_us - desk->line_since_us,
            .again_due_us = again_due_us(turn, desk, cause) });
}

/* Nobody waits for it to be gone. */
static void ask_to_let_go(struct turn *turn, const struct desk_row *desk)
{
    if (!desk->line_leg)
        return;

    ASK(turn, { .type = desk->line == LINE_CALLED ? EFFECT_STOP_RINGING
                                                  : EFFECT_RELEASE,
                .agent_id = desk->agent_id,
                .granted_by = desk->line_leg });
}

void write_line_let_go(struct turn *turn, const struct desk_row *desk)
{
    if (desk->line == LINE_NONE)
        return;

    write_ended(turn, desk, LINE_LET_GO);
    ask_to_let_go(turn, desk);
}

void write_line_wanted(struct turn *turn, const struct desk_row *desk)
{
    if (desk->line == LINE_DOWN && is_free_to_change(desk) &&
        line_is_idle(desk) && state_is_nailed_up(turn->state, desk->agent_id))
        write_called(turn, desk, 1);
}

enum refusal decide_call_line(struct turn *turn,
                              const struct command_call_line *c)
{
    const struct desk_row *desk = state_desk(turn->state, c->agent_id);

    if (!desk)
        return REFUSED_NO_AGENT;
    if (desk->state == AGENT_OFFLINE)
        return REFUSED_NOT_LOGGED_IN;
    if (!state_is_nailed_up(turn->state, c->agent_id))
        return REFUSED_NOT_NAILED_UP;
    if (desk->line_leg)
        return REFUSED_LINE_THERE;
    if (!is_free_to_change(desk) || !line_is_idle(desk))
        return REFUSED_AGENT_BUSY;
    if (!state_can_ring(turn->state, c->agent_id))
        return REFUSED_PHONE_UNREACHABLE;

    write_called(turn, desk, 1);
    return REFUSED_NOT;
}

void ask_line(struct turn *turn, const struct desk_row *desk,
              uint64_t contact_id, int64_t due_us)
{
    ASK(turn, { .type = EFFECT_LEND_LINE,
                .due_us = due_us,
                .contact_id = contact_id,
                .agent_id = desk->agent_id,
                .device_id = desk->line_device_id,
                .granted_by = desk->line_leg });
}

enum refusal decide_accept_consult(struct turn *turn,
                                   const struct desk_row *desk)
{
    const struct contact_row *contact =
        state_contact(turn->state, desk->consulting);
    int64_t due_us = turn->now_us + ACCEPTED_US;

    if (!state_talk(turn->state, contact->contact_id)->consult_waits)
        return REFUSED_NO_OFFER;
    if (desk->line != LINE_STANDS)
        return REFUSED_NO_LINE;

    WRITE(turn, CONSULT_ACCEPTED, consult_accepted,
          { .contact_id = contact->contact_id,
            .agent_id = desk->agent_id,
            .due_us = due_us });
    ask_line(turn, desk, contact->contact_id, due_us);
    return REFUSED_NOT;
}

/* What becomes of it. */

enum refusal decide_line_answered(struct turn *turn,
                                  const struct desk_row *desk)
{
    if (desk->line != LINE_CALLED)
        return REFUSED_ANSWERED_TWICE;

    WRITE(turn, LINE_ANSWERED, line_answered,
          { .agent_id = desk->agent_id,
            .ring_us = turn->now_us - desk->line_since_us });
    return REFUSED_NOT;
}

static enum line_end end_for(enum offer_result result)
{
    switch (result) {
    case OFFER_REJECTED:
        return LINE_REJECTED;
    case OFFER_NO_ANSWER:
        return LINE_NO_ANSWER;
    case OFFER_BUSY:
        return LINE_BUSY;
    case OFFER_FAILED:
    case OFFER_ANSWERED:
    case OFFER_CANCELLED:
        break;
    }

    return LINE_FAILED;
}

/* A colleague who waits for the agent to accept waits in vain. */
static void write_waits_in_vain(struct turn *turn, const struct desk_row *desk)
{
    const struct contact_row *contact =
        state_contact(turn->state, desk->consulting);

    if (contact && state_talk(turn->state, desk->consulting)->consult_waits)
        write_consult_ended(turn, contact, OFFER_FAILED, (struct silence){ 0 });
}

void write_line_failed(struct turn *turn, const struct desk_row *desk,
                       enum offer_result result)
{
    write_ended(turn, desk, end_for(result));
    write_waits_in_vain(turn, desk);
}

/* What was lent of it is told of apart. */
enum refusal decide_line_hung_up(struct turn *turn, const struct desk_row *desk,
                                 bool media_lost)
{
    if (desk->line != LINE_STANDS)
        return REFUSED_NOT_ASKED;

    write_ended(turn, desk, media_lost ? LINE_MEDIA_LOST : LINE_HUNG_UP);
    if (media_lost)
        ask_to_let_go(turn, desk);
    write_waits_in_vain(turn, desk);
    return REFUSED_NOT;
}

/* Whoever logged out, or has another phone now, is not called. */
void write_line_due(struct turn *turn, const struct desk_row *desk)
{
    bool is_wanted = desk->state != AGENT_OFFLINE &&
                     state_is_nailed_up(turn->state, desk->agent_id);

    if (desk->line == LINE_CALLED) {
        write_ended(turn, desk, LINE_NO_ANSWER);
        ask_to_let_go(turn, desk);
    } else if (is_wanted) {
        write_called(turn, desk, desk->line_tries + 1);
    } else {
        write_line_let_go(turn, desk);
    }
}

bool write_lost_line(struct turn *turn)
{
    for (const struct desk_slot *d = table_first(&turn->state->desks); d;
         d = table_next(d))
        if (d->row.line != LINE_NONE) {
            write_ended(turn, &d->row, LINE_SERVER_RESTART);
            return true;
        }

    return false;
}

/* What follows by itself. */
void decide_line(struct turn *turn, uint64_t agent_id)
{
    const struct desk_slot *desk = desk_slot(turn->state, agent_id);
    const struct next away = { AGENT_UNAVAILABLE, PAUSE_NONE };
    const struct next back = { AGENT_AVAILABLE, PAUSE_NONE };

    switch (desk->line_wish) {
    case LINE_WANTS_LET_GO:
        write_line_let_go(turn, &desk->row);
        break;
    case LINE_WANTS_CALL:
        write_called(turn, &desk->row, 1);
        break;
    case LINE_WANTS_GIVE_UP:
        write_not_taken(turn, &desk->row, OFFER_FAILED, true);
        break;
    case LINE_WANTS_AWAY:
        write_state(turn, &desk->row, away, STATE_BY_PHONE_LOST);
        break;
    case LINE_WANTS_BACK:
        write_state(turn, &desk->row, back, STATE_BY_PHONE_BACK);
        break;
    case LINE_WANTS_NOTHING:
        break;
    }
}
