/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One decision after the other, each folded and checked. */

#include "core/turn.h"

#include <assert.h>

#include "config.h"
#include "core/again.h"
#include "core/ahead.h"
#include "core/claims.h"
#include "core/line.h"

/* A build with sanitizers does, except where it measures what a release does. */
#if defined(CHECK_CLAIMS) && !defined(RELEASE_CLAIMS)
#define LOOKS_FOR_MISTAKES 1
#else
#define LOOKS_FOR_MISTAKES 0
#endif

bool turn_looks_for_mistakes(void)
{
    return LOOKS_FOR_MISTAKES;
}

/* Claims. */

static void note_broken(struct core *core, const struct broken *broken)
{
    assert(core->survives_broken_claims && "see the claim in `broken`");
    if (!core->broken.claim)
        core->broken = *broken;
}

static void check_touched(struct core *core)
{
    struct broken broken = { .claim = NULL };

    broken.claim = claims_broken_by_touched(core->state, &broken.agent_id,
                                            &broken.contact_id);
    if (broken.claim)
        note_broken(core, &broken);
}

/* Where mistakes are looked for, and after one, all claims are checked. */
static void check_all(struct core *core)
{
    struct broken broken = { .claim = NULL };

    broken.claim =
        state_broken_claim(core->state, &broken.agent_id, &broken.contact_id);
    core->broken.claim = NULL;
    if (broken.claim)
        note_broken(core, &broken);
}

/* Decisions. */

/* Whoever chooses a time while being called back in turn leaves two lines. */
static_assert(OUTBOX_MAX_PER_DECISION >= 2 * STATE_MAX_OFFERS + 8,
              "what ends the offers of two contacts has no room");

int turn_begin(struct core *core, struct turn *turn, struct outbox *outbox,
               int64_t now_us, uint64_t by)
{
    static const struct turn_room room = { .events = OUTBOX_MAX_PER_DECISION };

    return turn_begin_many(core, turn, outbox, now_us, by, &room);
}

int turn_begin_many(struct core *core, struct turn *turn, struct outbox *outbox,
                    int64_t now_us, uint64_t by, const struct turn_room *room)
{
    const struct system_row *system = state_system(core->state);
    const struct outbox_stamp stamp = { system->seq + 1, now_us, by,
                                        system->start };

    int rc = outbox_begin(outbox, &stamp, room->events + room->drafts);
    if (rc == 0)
        rc = state_reserve(core->state, room->events);
    if (rc == 0 && room->drafts > 0)
        rc = state_reserve_drafts(core->state, room->events + room->drafts);
    if (rc == 0)
        rc = vault_reserve(&core->vault);
    if (rc == 0)
        rc = rule_book_refresh(core->book, core->state);
    if (rc < 0)
        return rc;

    *turn = (struct turn){
        .state = core->state,
        .library = core->library,
        .vault = &core->vault,
        .book = core->book,
        .shelf = core->shelf,
        .given = core->given,
        .outbox = outbox,
        .now_us = now_us,
        .by = by,
    };
    return 0;
}

void turn_fold(struct core *core, struct outbox *outbox)
{
    for (size_t i = outbox->first_event; i < outbox->event_count; i++) {
        const struct event *event = &outbox->events[i];

        state_fold(core->state, event);
        if (event->type == EVENT_CONTACT_ENDED)
            vault_forget(&core->vault, event->as.contact_ended.contact_id);
        check_touched(core);
    }

#if LOOKS_FOR_MISTAKES
    if (!core->survives_broken_claims)
        check_all(core);
#endif
}

/* What follows from what is so now, the most pressing first. */
enum next_kind {
    NEXT_NOTHING,
    NEXT_FAULT,
    NEXT_LINE,     /* id: agent */
    NEXT_STAFFING, /* id: queue */
    NEXT_NODE,     /* id: contact */
    NEXT_STUCK,    /* id: contact */
    NEXT_CALLBACK, /* id: callback */
    NEXT_ASTRAY,
    NEXT_MATCH,
    NEXT_AHEAD, /* id: contact; whoever is free by then stays free */
};

struct next {
    enum next_kind kind;
    uint64_t id;
    struct assignment_row should;
    struct match match;
};

static void find_next(const struct core *core, struct next *next)
{
    const struct state *state = core->state;

    if (core->broken.claim)
        next->kind = NEXT_FAULT;
    else if ((next->id = state_next_line(state)) != 0)
        next->kind = NEXT_LINE;
    else if ((next->id = state_next_untold(state)) != 0)
        next->kind = NEXT_STAFFING;
    else if ((next->id = state_next_todo(state)) != 0)
        next->kind = NEXT_NODE;
    else if ((next->id = state_next_stuck(state)) != 0)
        next->kind = NEXT_STUCK;
    else if ((next->id = state_next_let_go(state)) != 0)
        next->kind = NEXT_CALLBACK;
    else if (state_next_astray(state, &next->should))
        next->kind = NEXT_ASTRAY;
    else if (state_next_match(state, &next->match))
        next->kind = NEXT_MATCH;
    else if ((next->id = state_next_ahead(state, state->system.at_us)) != 0)
        next->kind = NEXT_AHEAD;
    else
        next->kind = NEXT_NOTHING;
}

static void decide_next(struct turn *turn, const struct broken *broken,
                        const struct next *next)
{
    switch (next->kind) {
    case NEXT_NOTHING:
        break;
    case NEXT_FAULT:
        decide_fault(turn, broken->claim, broken->agent_id, broken->contact_id);
        break;
    case NEXT_LINE:
        decide_line(turn, next->id);
        break;
    case NEXT_STAFFING:
        decide_staffing(turn, next->id);
        break;
    case NEXT_NODE:
        decide_node(turn, next->id);
        break;
    case NEXT_STUCK:
        decide_stuck(turn, next->id);
        break;
    case NEXT_CALLBACK:
        decide_callback(turn, next->id);
        break;
    case NEXT_ASTRAY:
        decide_astray(turn, &next->should);
        break;
    case NEXT_MATCH:
        decide_match(turn, &next->match);
        break;
    case NEXT_AHEAD:
        decide_ahead(turn, next->id);
        break;
    }
}

/* What was due while the server was down is settled at its start. */
static int do_due(struct core *core, struct outbox *outbox,
                  const struct due *due)
{
    struct turn turn;
    int64_t at_us = state_system(core->state)->at_us;

    int rc = turn_begin(core, &turn, outbox,
                        due->due_us > at_us ? due->due_us : at_us, 0);
    if (rc < 0)
        return rc;

    decide_due(&turn, due);
    turn_fold(core, outbox);
    return 1;
}

/* A moment of the rules for who waits. */
static int do_again(struct core *core, struct outbox *outbox, int64_t moment_us)
{
    uint64_t contact_ids[AGAIN_MAX_CHANGES];
    int rc = rule_book_refresh(core->book, core->state);

    if (rc < 0)
        return rc;

    size_t count = again_find(core->state, core->book, moment_us, contact_ids);

    for (size_t i = 0; i < count; i++) {
        struct turn turn;

        rc = turn_begin(core, &turn, outbox, moment_us, 0);
        if (rc < 0)
            return rc;

        write_again(&turn, contact_ids[i]);
        turn_fold(core, outbox);
    }

    core->again_us = moment_us;
    return 1;
}

/* Time alone has brought somebody's turn near, or has not: then nothing is
   written, and that it was looked at is known beside the state. */
static int do_ahead(struct core *core, struct outbox *outbox, int64_t moment_us)
{
    uint64_t contact_id = state_next_ahead(core->state, moment_us);
    struct turn turn;

    if (contact_id) {
        int rc = turn_begin(core, &turn, outbox, moment_us, 0);
        if (rc < 0)
            return rc;

        decide_ahead(&turn, contact_id);
        turn_fold(core, outbox);
    }

    core->ahead_us = moment_us;
    return 1;
}

int64_t turn_again_us(const struct core *core)
{
    return again_due_us(core->state, core->again_us);
}

int64_t turn_ahead_us(const struct core *core)
{
    return ahead_due_us(core->state, core->ahead_us);
}

bool turn_has_more(const struct core *core)
{
    struct next next;

    find_next(core, &next);
    return next.kind != NEXT_NOTHING;
}

int turn_follow(struct core *core, struct outbox *outbox)
{
    struct next next;
    struct turn turn;

    find_next(core, &next);
    if (next.kind == NEXT_NOTHING)
        return 0;

    int rc =
        turn_begin(core, &turn, outbox, state_system(core->state)->at_us, 0);
    if (rc < 0)
        return rc;

    decide_next(&turn, &core->broken, &next);
    turn_fold(core, outbox);
    if (next.kind == NEXT_FAULT)
        check_all(core);
    return 1;
}

int turn_step(struct core *core, int64_t now_us, struct outbox *outbox)
{
    struct due due;
    int rc = turn_follow(core, outbox);
    int64_t again_us = turn_again_us(core);
    int64_t ahead_us = turn_ahead_us(core);

    if (rc != 0)
        return rc;
    if (state_next_due(core->state, &due) && due.due_us <= now_us &&
        due.due_us <= again_us && due.due_us <= ahead_us)
        return do_due(core, outbox, &due);
    if (ahead_us <= now_us && ahead_us < again_us)
        return do_ahead(core, outbox, ahead_us);
    if (again_us <= now_us)
        return do_again(core, outbox, again_us);

    return 0;
}
