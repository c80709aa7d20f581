/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One decision after the other, each folded and checked. */

#include "core/turn.h"

#include <assert.h>

#include "config.h"
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

int turn_begin(struct core *core, struct turn *turn, struct outbox *outbox,
               int64_t now_us, uint64_t by)
{
    const struct system_row *system = state_system(core->state);
    const struct outbox_stamp stamp = { system->seq + 1, now_us, by,
                                        system->start };

    int rc = outbox_begin(outbox, &stamp);
    if (rc == 0)
        rc = state_reserve(core->state, OUTBOX_MAX_PER_DECISION);
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

static int do_fault(struct core *core, struct outbox *outbox)
{
    struct turn turn;

    int rc =
        turn_begin(core, &turn, outbox, state_system(core->state)->at_us, 0);
    if (rc < 0)
        return rc;

    decide_fault(&turn, core->broken.claim, core->broken.agent_id,
                 core->broken.contact_id);
    turn_fold(core, outbox);
    check_all(core);
    return 1;
}

static int do_staffing(struct core *core, struct outbox *outbox,
                       uint64_t queue_id)
{
    struct turn turn;

    int rc =
        turn_begin(core, &turn, outbox, state_system(core->state)->at_us, 0);
    if (rc < 0)
        return rc;

    decide_staffing(&turn, queue_id);
    turn_fold(core, outbox);
    return 1;
}

static int do_node(struct core *core, struct outbox *outbox,
                   uint64_t contact_id)
{
    struct turn turn;

    int rc =
        turn_begin(core, &turn, outbox, state_system(core->state)->at_us, 0);
    if (rc < 0)
        return rc;

    decide_node(&turn, contact_id);
    turn_fold(core, outbox);
    return 1;
}

static int do_stuck(struct core *core, struct outbox *outbox,
                    uint64_t contact_id)
{
    struct turn turn;

    int rc =
        turn_begin(core, &turn, outbox, state_system(core->state)->at_us, 0);
    if (rc < 0)
        return rc;

    decide_stuck(&turn, contact_id);
    turn_fold(core, outbox);
    return 1;
}

static int do_astray(struct core *core, struct outbox *outbox,
                     const struct assignment_row *should)
{
    struct turn turn;

    int rc =
        turn_begin(core, &turn, outbox, state_system(core->state)->at_us, 0);
    if (rc < 0)
        return rc;

    decide_astray(&turn, should);
    turn_fold(core, outbox);
    return 1;
}

static int do_match(struct core *core, struct outbox *outbox,
                    const struct match *match)
{
    struct turn turn;

    int rc =
        turn_begin(core, &turn, outbox, state_system(core->state)->at_us, 0);
    if (rc < 0)
        return rc;

    decide_match(&turn, match);
    turn_fold(core, outbox);
    return 1;
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

static int do_line(struct core *core, struct outbox *outbox, uint64_t agent_id)
{
    struct turn turn;

    int rc =
        turn_begin(core, &turn, outbox, state_system(core->state)->at_us, 0);
    if (rc < 0)
        return rc;

    decide_line(&turn, agent_id);
    turn_fold(core, outbox);
    return 1;
}

int turn_follow(struct core *core, struct outbox *outbox)
{
    uint64_t contact_id = state_next_todo(core->state);
    uint64_t agent_id = state_next_line(core->state);
    uint64_t stuck_id = state_next_stuck(core->state);
    struct assignment_row should;
    uint64_t queue_id = state_next_untold(core->state);
    struct match match;

    if (core->broken.claim)
        return do_fault(core, outbox);
    if (agent_id)
        return do_line(core, outbox, agent_id);
    if (queue_id)
        return do_staffing(core, outbox, queue_id);
    if (contact_id)
        return do_node(core, outbox, contact_id);
    if (stuck_id)
        return do_stuck(core, outbox, stuck_id);
    if (state_next_astray(core->state, &should))
        return do_astray(core, outbox, &should);
    if (state_next_match(core->state, &match))
        return do_match(core, outbox, &match);

    return 0;
}

int turn_step(struct core *core, int64_t now_us, struct outbox *outbox)
{
    struct due due;
    int rc = turn_follow(core, outbox);

    if (rc != 0)
        return rc;
    if (state_next_due(core->state, &due) && due.due_us <= now_us)
        return do_due(core, outbox, &due);

    return 0;
}
