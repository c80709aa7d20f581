/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loop around the decisions and the fold. */

#include "core/core.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "core/core_spoil.h"
#include "core/line.h"
#include "core/lookup.h"
#include "core/rule_set.h"
#include "core/turn.h"
#include "core/write.h"

/* A turn takes no longer than so many decisions; the rest is for the next. */
enum { TURN_MAX_DECISIONS = 1000 };

int core_new(struct core **ret_core)
{
    assert(ret_core);

    struct core *core = calloc(1, sizeof(*core));
    if (!core)
        return -ENOMEM;

    vault_init(&core->vault);
    int rc = state_new(&core->state);
    if (rc == 0)
        rc = library_new(&core->library);
    if (rc == 0)
        rc = rule_book_new(&core->book);
    if (rc < 0) {
        core_free(core);
        return rc;
    }

    core->survives_broken_claims = !turn_looks_for_mistakes();
    *ret_core = core;
    return 0;
}

struct core *core_free(struct core *core)
{
    if (!core)
        return NULL;

    state_free(core->state);
    library_free(core->library);
    vault_done(&core->vault);
    rule_book_free(core->book);
    rule_set_free(core->given);
    free(core);
    return NULL;
}

int core_adopt(struct core *core, struct state *state)
{
    assert(core && state);

    state_free(core->state);
    core->state = state;
    return 0;
}

int core_recover(struct core *core, const struct event *event)
{
    assert(core && event);

    const struct system_row *system = state_system(core->state);

    if (event->seq != system->seq + 1 || event->at_us < system->at_us ||
        !event_record(event->type))
        return -EBADMSG;

    int rc = state_reserve(core->state, 1);
    if (rc < 0)
        return rc;

    state_fold(core->state, event);
    return 0;
}

int core_add_program(struct core *core, const struct flow_program *program)
{
    assert(core && program);

    int rc = library_add(core->library, program);

    if (rc != -ENOSPC)
        return rc;

    rc = library_drop_unused(core->library, core->state);
    return rc < 0 ? rc : library_add(core->library, program);
}

int core_add_list(struct core *core, const struct caller_list *list)
{
    assert(core && list);

    return rule_book_add_list(core->book, list);
}

void core_give_rules(struct core *core, struct rule_set *set)
{
    assert(core);

    rule_set_free(core->given);
    core->given = set;
}

int core_set_zone(struct core *core, const struct zone *zone)
{
    assert(core && zone);

    return rule_book_set_zone(core->book, zone);
}

int core_set_zones(struct core *core, const struct rule_book *book)
{
    assert(core && book);

    return rule_book_copy_zones(core->book, book);
}

void core_set_shelf(struct core *core, const struct prompt_shelf *shelf)
{
    assert(core);

    core->shelf = shelf;
}

int core_fill_lookup(struct core *core, uint64_t contact_id, uint64_t lookup_id,
                     struct lookup_request *ret_request)
{
    assert(core && ret_request);

    const struct turn turn = { .state = core->state, .vault = &core->vault };
    const struct contact_row *contact = state_contact(core->state, contact_id);
    const struct event_lookup_set *lookup =
        state_lookup(core->state, lookup_id);

    if (!contact || !lookup)
        return -ENOENT;

    return lookup_fill(&turn, contact, lookup, ret_request) ? 0 : -EMSGSIZE;
}

int core_visit_keys(const struct core *core, uint64_t contact_id,
                    struct digits *ret_keys)
{
    assert(core && ret_keys);

    if (!state_visit(core->state, contact_id))
        return -ENOENT;

    *ret_keys = vault_get(&core->vault, contact_id, 0);
    return 0;
}

const struct state *core_state(const struct core *core)
{
    assert(core);

    return core->state;
}

int core_document_uses(struct core *core, enum document_kind kind, uint64_t id,
                       struct document_use_page *page)
{
    assert(core);

    /* a turn reads the rules anew when it begins, not after it */
    int rc = rule_book_refresh(core->book, core->state);
    if (rc == 0)
        document_use_find(core->state, core->library, core->book, kind, id,
                          page);
    return rc;
}

int core_document_namers(struct core *core, enum document_kind kind,
                         uint64_t id, struct document_use_page *page)
{
    assert(core);

    int rc = rule_book_refresh(core->book, core->state);
    if (rc == 0)
        document_namers_find(core->state, core->library, core->book, kind, id,
                             page);
    return rc;
}

/* For tests. */

void core_survive_broken_claims(struct core *core)
{
    core->survives_broken_claims = true;
}

struct state *core_state_to_spoil(struct core *core)
{
    return core->state;
}

/* Time. */

int64_t core_next_wake(const struct core *core)
{
    assert(core);

    struct due due;
    int64_t again_us = turn_again_us(core);
    int64_t ahead_us = turn_ahead_us(core);

    if (turn_has_more(core))
        return state_system(core->state)->at_us;
    if (ahead_us < again_us)
        again_us = ahead_us;
    if (!state_next_due(core->state, &due) || due.due_us > again_us)
        return again_us;

    return due.due_us;
}

int core_wake(struct core *core, int64_t now_us, struct outbox *outbox)
{
    assert(core && outbox);
    assert(now_us >= state_system(core->state)->at_us &&
           now_us <= CORE_MAX_NOW_US);

    int rc = 1;

    for (int i = 0; i < TURN_MAX_DECISIONS && rc > 0; i++)
        rc = turn_step(core, now_us, outbox);

    return rc < 0 ? rc : 0;
}

/* Commands. */

static enum refusal decide(struct turn *turn, const struct command *command)
{
    switch (command->type) {
#define COMMAND(CODE, name, who, doc)                                          \
    case COMMAND_##CODE:                                                       \
        return decide_##name(turn, &command->as.name);
#include "core/command.def"
    }

    assert(false && "no such command");
    return REFUSED_NOT;
}

/* Rules that are gone, and those that are others or come back: as many. */
static struct turn_room room_for(const struct core *core,
                                 const struct command *command)
{
    struct turn_room room = { .events = OUTBOX_MAX_PER_DECISION };

    switch (command->type) {
    case COMMAND_ASSIGN_MANY:
    case COMMAND_UNASSIGN_MANY:
    case COMMAND_REPLACE_QUEUE:
        room.events = OUTBOX_MAX_OF_MANY;
        break;
    case COMMAND_OPEN_QUEUE: /* of all, each is opened, and its time counted */
        room.events += 2 * state_document_count(core->state, DOCUMENT_QUEUE);
        break;
    case COMMAND_RESTORE_RULES:
        room.drafts = core->given ? core->given->count : 0;
        room.drafts += state_document_count(core->state, DOCUMENT_RULE);
        break;
    default:
        break;
    }

    return room;
}

/* Before a start: whoever was live has been cut off when the server ended. */
static int end_lost(struct core *core, const struct command *command,
                    int64_t now_us, struct outbox *outbox)
{
    int64_t ended_us = command->as.start.alive_at_us;
    int64_t at_us = state_system(core->state)->at_us;
    bool was_one = true;

    if (ended_us < at_us)
        ended_us = at_us;
    if (ended_us > now_us)
        ended_us = now_us;

    while (was_one) {
        struct turn turn;

        int rc = turn_begin(core, &turn, outbox, now_us, 0);
        if (rc < 0)
            return rc;

        turn.now_us = ended_us;
        was_one = decide_next_lost(&turn);
        turn_fold(core, outbox);
    }

    return 0;
}

/* Before a stop: everybody is let go. */
static int end_live(struct core *core, int64_t now_us, struct outbox *outbox)
{
    uint64_t last_id = 0;

    do {
        struct turn turn;

        int rc = turn_begin(core, &turn, outbox, now_us, 0);
        if (rc < 0)
            return rc;

        last_id = decide_next_stopped(&turn, last_id);
        turn_fold(core, outbox);
    } while (last_id);

    return 0;
}

static int prepare(struct core *core, const struct command *command,
                   int64_t now_us, struct outbox *outbox)
{
    int rc = 1;

    if (command->type == COMMAND_START)
        return end_lost(core, command, now_us, outbox);

    while (rc > 0)
        rc = turn_step(core, now_us, outbox);
    if (rc == 0 && command->type == COMMAND_STOP &&
        state_system(core->state)->serving)
        rc = end_live(core, now_us, outbox);

    return rc;
}

/* A refused call that looks like fraud is told even though it changes nothing;
   for want of memory it is told the next time. */
static void tell_suspicion(struct core *core, const struct turn *refused,
                           struct outbox *outbox)
{
    const struct suspicion *suspicion = &refused->suspicion;
    struct turn turn;

    if (!is_news(refused, suspicion) ||
        turn_begin(core, &turn, outbox, refused->now_us, refused->by) < 0)
        return;

    write_suspicion(&turn, suspicion);
    turn_fold(core, outbox);
}

int core_apply(struct core *core, const struct command *command, int64_t now_us,
               struct outbox *outbox, uint64_t *ret_id)
{
    assert(core && command && outbox && now_us >= 1);
    assert(now_us >= state_system(core->state)->at_us &&
           now_us <= CORE_MAX_NOW_US);

    const struct turn_room room = room_for(core, command);
    struct turn turn;

    int rc = prepare(core, command, now_us, outbox);
    if (rc == 0)
        rc = turn_begin_many(core, &turn, outbox, now_us, command->by, &room);
    if (rc < 0)
        return rc;

    enum refusal refusal = decide(&turn, command);

    /* A refusal writes nothing, and whatever is done leaves an event. */
    assert(!refusal == (outbox->event_count > outbox->first_event));
    if (refusal) {
        tell_suspicion(core, &turn, outbox);
        return (int)refusal;
    }

    turn_fold(core, outbox);
    tell_suspicion(core, &turn, outbox);
    if (ret_id)
        *ret_id = turn.made_id;

    /* What memory or time is short for is left to the next wake. */
    int more = 1;

    for (int i = 0; i < TURN_MAX_DECISIONS && more > 0; i++)
        more = turn_follow(core, outbox);

    return 0;
}
