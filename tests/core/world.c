/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws, does, answers and keeps the books. */

#include "tests/core/world_inside.h"

#include <string.h>

#include "tests/test.h"

/* Two bytes for each choice; when there are no more, the first one. */
static uint32_t draw_from_script(struct world *world, uint32_t below)
{
    uint32_t drawn;

    if (world->script_left < 2) {
        world->script_left = 0;
        return 0;
    }

    drawn = (uint32_t)world->script[0] << 8 | world->script[1];
    world->script += 2;
    world->script_left -= 2;
    return below > 0x10000 ? (uint32_t)((uint64_t)drawn * below >> 16)
                           : drawn % below;
}

/* Marsaglia's xorshift64 (Journal of Statistical Software 8 (2003), 14). */
uint32_t world_draw(struct world *world, uint32_t below)
{
    if (world->script)
        return draw_from_script(world, below);

    world->random ^= world->random << 13;
    world->random ^= world->random >> 7;
    world->random ^= world->random << 17;
    return (uint32_t)(world->random >> 32) % below;
}

bool world_chance(struct world *world, uint32_t percent)
{
    return world_draw(world, 100) < percent;
}

/* FNV-1a: two journals with one sum are the same journal. */
static void add_to_sum(struct world *world, const char *text)
{
    for (; *text; text++)
        world->sum =
            (world->sum ^ (unsigned char)*text) * UINT64_C(1099511628211);
}

/* The book of what is granted. */

static void grant(struct world *world, uint64_t serial, uint64_t leg)
{
    assert_true(world->grant_count < WORLD_MAX_GRANTS);
    world->grants[world->grant_count++] =
        (struct grant_made){ serial, leg, world->line_of_leg[serial] };
}

/* Without its leg a bridge falls, and nothing is lent of what has gone. Who
   lets go of nothing, 0, leaves all as it is. */
static void let_go(struct world *world, uint64_t serial)
{
    size_t kept = 0;

    if (serial == 0)
        return;

    for (size_t i = 0; i < world->grant_count; i++)
        if (world->grants[i].serial != serial &&
            world->grants[i].leg != serial && world->grants[i].line != serial)
            world->grants[kept++] = world->grants[i];
    world->grant_count = kept;
}

void world_close_call(struct world *world, uint64_t call)
{
    size_t kept = 0;

    for (size_t i = 0; i < world->call_count; i++)
        if (world->calls[i] != call)
            world->calls[kept++] = world->calls[i];
    world->call_count = kept;
}

static bool is_used_by_desk(const struct state *state, uint64_t serial)
{
    for (size_t i = 0; i < state_row_count(state, ROW_DESK); i++) {
        const struct desk_row *desk = state_row_at(state, ROW_DESK, i);

        if (desk->leg == serial || desk->line_leg == serial)
            return true;
    }

    return false;
}

static bool is_used_by_contact(const struct state *state, uint64_t serial)
{
    for (size_t i = 0; i < state_row_count(state, ROW_CONTACT); i++) {
        const struct contact_row *contact = state_row_at(state, ROW_CONTACT, i);
        const struct talk_row *talk = state_talk(state, contact->contact_id);

        if (contact->leg == serial || contact->bridge == serial ||
            contact->asked == serial || talk->consult_leg == serial ||
            talk->consult_own_leg == serial)
            return true;
    }

    return false;
}

static bool has_contact(const struct state *state, uint64_t call)
{
    for (size_t i = 0; i < state_row_count(state, ROW_CONTACT); i++) {
        const struct contact_row *contact = state_row_at(state, ROW_CONTACT, i);

        if (contact->call == call && contact->place != PLACE_ENDED)
            return true;
    }

    return false;
}

static void assert_nothing_forgotten(const struct world *world)
{
    const struct state *state = core_state(world->story.core);

    for (size_t i = 0; i < world->grant_count; i++)
        if (!is_used_by_desk(state, world->grants[i].serial) &&
            !is_used_by_contact(state, world->grants[i].serial))
            fail_msg("what %d granted is forgotten",
                     (int)world->grants[i].serial);

    for (size_t i = 0; i < world->call_count; i++)
        if (!has_contact(state, world->calls[i]))
            fail_msg("call %d is forgotten", (int)world->calls[i]);
}

/* Answers. */

static enum offer_result draw_failure(struct world *world)
{
    static const enum offer_result results[] = { OFFER_REJECTED,
                                                 OFFER_NO_ANSWER, OFFER_BUSY,
                                                 OFFER_FAILED };

    return results[world_draw(world, ARRAY_LEN(results))];
}

static struct command make_answer(struct world *world,
                                  const struct effect *effect)
{
    uint64_t serial = effect->serial;
    bool is_bad = world_chance(world, 15);

    switch (effect->type) {
    case EFFECT_PLAY:
    case EFFECT_SAY:
        return (struct command){ COMMAND_PROMPT_ENDED,
                                 .as.prompt_ended = { serial, is_bad } };
    case EFFECT_PLAY_MESSAGE:
        return (struct command){ COMMAND_PROMPT_ENDED,
                                 .as.prompt_ended = { serial, is_bad } };
    case EFFECT_BEEP:
        return is_bad
                   ? (struct command){ COMMAND_BEEPED,
                                       .as.beeped = { .serial = serial } }
                   : (struct command){ COMMAND_BEEPED,
                                       .as.beeped = { serial, { "object" } } };
    case EFFECT_LOOK_UP:
        return (struct command){ COMMAND_LOOKUP_ANSWERED,
                                 .as.lookup_answered = {
                                     serial,
                                     is_bad ? LOOKUP_UNREACHABLE : LOOKUP_FOUND,
                                     is_bad ? 0 : 200,
                                     { "level=gold\n" } } };
    case EFFECT_DELIVER:
        return (struct command){
            COMMAND_DELIVERED,
            .as.delivered = { serial, is_bad ? DELIVERY_NOT_NOW : DELIVERY_SENT,
                              is_bad ? 451 : 250 }
        };
    case EFFECT_CHECK_PIN:
        return (struct command){ COMMAND_PIN_CHECKED,
                                 .as.pin_checked = { serial, !is_bad } };
    case EFFECT_KEEP_TAKE:
        return is_bad
                   ? (struct command){ COMMAND_TAKE_KEPT,
                                       .as.take_kept = { .serial = serial } }
                   : (struct command){ COMMAND_TAKE_KEPT,
                                       .as.take_kept = { serial, { "ab12" } } };
    case EFFECT_STOP_RINGING:
    case EFFECT_RELEASE:
    case EFFECT_HANG_UP:
        return (struct command){ COMMAND_LEG_GONE, .as.leg_gone = { serial } };
    default:
        break;
    }

    if (is_bad)
        return (struct command){
            COMMAND_LEG_FAILED, .as.leg_failed = { serial, draw_failure(world) }
        };
    if (effect->type == EFFECT_ANSWER)
        return (struct command){ COMMAND_CALLER_CONNECTED,
                                 .as.caller_connected = { serial } };
    if (effect->type == EFFECT_BRIDGE)
        return (struct command){
            COMMAND_BRIDGED,
            .as.bridged = { serial, { "object" }, world_draw(world, 100) }
        };

    return (struct command){
        COMMAND_LEG_ANSWERED,
        .as.leg_answered = { serial,
                             effect->type == EFFECT_CALL_VISITOR ||
                                     ((effect->type == EFFECT_DIAL ||
                                       effect->type == EFFECT_DIAL_EMERGENCY) &&
                                      !effect->call)
                                 ? ++world->last_call
                                 : 0,
                             world_draw(world, 3) }
    };
}

static int64_t draw_delay(struct world *world, const struct effect *effect)
{
    int64_t limit_us = effect->due_us - world->story.now_us;

    if (limit_us > 30 * SECOND_US)
        limit_us = 30 * SECOND_US;
    if (limit_us < 1)
        limit_us = 1;

    switch (world_draw(world, 8)) {
    case 0: /* early: before the clock moves */
        return 0;
    case 1: /* late, or very late */
        return limit_us + (int64_t)world_draw(world, 60 * SECOND_US);
    default:
        return (int64_t)world_draw(world, (uint32_t)limit_us / 2 + 1);
    }
}

static void expect_answers(struct world *world, const struct effect *effect)
{
    static const unsigned times[] = { 0, 1, 1, 1, 1, 1, 1, 2 };

    if (effect->due_us == 0)
        return;

    for (unsigned n = times[world_draw(world, ARRAY_LEN(times))];
         n > 0 && world->answer_count < WORLD_MAX_ANSWERS; n--)
        world->answers[world->answer_count++] = (struct answer){
            .at_us = world->story.now_us + draw_delay(world, effect),
            .start = effect->start,
            .command = make_answer(world, effect),
        };
}

/* After each call: keep the journal, recover, answer, and check. */

static void book_effect(struct world *world, const struct effect *effect)
{
    if (effect->type == EFFECT_STOP_RINGING || effect->type == EFFECT_RELEASE)
        let_go(world, effect->granted_by);
    if (effect->type == EFFECT_HANG_UP || effect->type == EFFECT_REJECT)
        world_close_call(world, effect->call);

    if (effect->type == EFFECT_BRIDGE)
        world->leg_of_bridge[effect->serial] = effect->granted_by;
    if (effect->type == EFFECT_LEND_LINE)
        world->line_of_leg[effect->serial] = effect->granted_by;
    if (effect->serial > world->last_booked)
        world->last_booked = effect->serial;
}

/* A phone that called, and whose agent calls somebody, is known as an agent's
   leg from now on, or is none any more. */
static void book_taken(struct world *world, const struct event *event)
{
    if (event->type == EVENT_CONTACT_DIALLED)
        world_close_call(world, event->as.contact_dialled.call);
    if (event->type == EVENT_OFFER_MADE)
        world_close_call(world, event->as.offer_made.call);
    if (event->type == EVENT_CONSULT_PHONED)
        world_close_call(world, event->as.consult_phoned.call);
}

static void take_note(struct world *world)
{
    const struct outbox *outbox = &world->story.outbox;
    char text[EVENT_TEXT_SIZE];

    for (size_t i = 0; i < outbox->event_count; i++) {
        event_encode(&outbox->events[i], EVENT_WHOLE, text);
        add_to_sum(world, text);
        world->has_seen[outbox->events[i].type] = true;
        book_taken(world, &outbox->events[i]);
        assert_true(++world->event_count < WORLD_MAX_EVENTS);
        assert_int_equal(core_recover(world->recovered, &outbox->events[i]), 0);
    }

    for (size_t i = 0; i < outbox->effect_count; i++) {
        effect_encode(&outbox->effects[i], text);
        add_to_sum(world, text);
        book_effect(world, &outbox->effects[i]);
        expect_answers(world, &outbox->effects[i]);
    }

    if (outbox->event_count > 0)
        assert_same_state(core_state(world->recovered),
                          core_state(world->story.core));
    assert_nothing_forgotten(world);
    outbox_clear(&world->story.outbox);
}

/* Before an answer is given, the world has made what it grants. */
static void book_answer(struct world *world, const struct command *command)
{
    if (command->type == COMMAND_LEG_ANSWERED)
        grant(world, command->as.leg_answered.serial, 0);
    if (command->type == COMMAND_BRIDGED)
        grant(world, command->as.bridged.serial,
              world->leg_of_bridge[command->as.bridged.serial]);
    if (command->type == COMMAND_LEG_HUNG_UP &&
        !command->as.leg_hung_up.media_lost)
        let_go(world, command->as.leg_hung_up.serial);
    if (command->type == COMMAND_LEG_FAILED)
        let_go(world, command->as.leg_failed.serial);
}

/* Whom an agent has called is from now on known as a caller is. */
static void book_called(struct world *world, const struct command *command)
{
    if (command->type != COMMAND_LEG_ANSWERED ||
        !command->as.leg_answered.call ||
        !has_contact(core_state(world->story.core),
                     command->as.leg_answered.call))
        return;

    let_go(world, command->as.leg_answered.serial);
    world->calls[world->call_count++] = command->as.leg_answered.call;
}

void world_apply(struct world *world, const struct command *command)
{
    size_t before = world->story.outbox.event_count;
    bool is_own = command->type != COMMAND_LEG_ANSWERED &&
                  command->type != COMMAND_BRIDGED;

    assert_int_equal(before, 0);
    book_answer(world, command);

    int rc = story_give(&world->story, command);

    assert_true(rc >= 0);
    if (rc == 0)
        book_called(world, command);
    /* refused answers grant nothing: the leg is there already */
    if (rc == REFUSED_ANSWERED_TWICE && !is_own)
        world->grant_count--;
    add_to_sum(world, rc ? refusal_text((enum refusal)rc)->code : "done");
    take_note(world);
}

static void give_answers(struct world *world)
{
    for (size_t i = 0; i < world->answer_count;) {
        struct answer answer = world->answers[i];

        if (answer.at_us > world->story.now_us) {
            i++;
            continue;
        }

        world->answers[i] = world->answers[--world->answer_count];
        if (answer.start == state_system(core_state(world->story.core))->start)
            world_apply(world, &answer.command);
    }
}

static void live_a_moment(struct world *world)
{
    world->story.now_us += world_draw(world, 4 * SECOND_US);
    give_answers(world);

    if (world_chance(world, 50)) {
        story_wait(&world->story, 0);
        take_note(world);
    }

    if (world_chance(world, 70))
        world_do_something(world);
}

void world_live(struct world *world, int64_t seconds)
{
    while (world->story.now_us < seconds * INT64_C(1000000))
        live_a_moment(world);
}

void world_follow(struct world *world, const uint8_t *script, size_t length)
{
    world->script = script;
    world->script_left = length;
    while (world->script_left >= 2)
        live_a_moment(world);
    world->script = NULL;
}

void world_settle(struct world *world)
{
    const struct state *state = core_state(world->story.core);
    const struct command stop = STOP;

    if (state_system(state)->serving)
        world_apply(world, &stop);
    world->story.now_us += 600 * SECOND_US;
    give_answers(world);
    story_wait(&world->story, 0);
    take_note(world);
    for (size_t i = 0; i < state_row_count(state, ROW_CONTACT); i++) {
        const struct contact_row *contact = state_row_at(state, ROW_CONTACT, i);

        assert_int_equal(contact->place, PLACE_ENDED);
    }
}

/* One of a queue whose agents take turns, and one that forgets at once. */
static void make_boxes(struct world *world)
{
    static const struct command boxes[] = {
        { COMMAND_SET_BOX, .as.set_box = { .name = { "post" },
                                           .queue_id = SALES,
                                           .extension = { "700" },
                                           .min_ms = 1000,
                                           .max_ms = 10000,
                                           .max_messages = 5,
                                           .keep_days = 1,
                                           .pin_tries = 3,
                                           .pin_lock_ms = 60000,
                                           .rule = BOX_RULE_ROUND_ROBIN,
                                           .mail_to = { "a@example.net" },
                                           .operator_to = TO_QUEUE,
                                           .operator_id = SALES } },
        { COMMAND_SET_BOX, .as.set_box = { .name = { "own" },
                                           .agent_id = ANN,
                                           .extension = { "701" },
                                           .webhook = { "https://example" },
                                           .max_ms = 10000,
                                           .max_messages = 5,
                                           .keep_days = 1,
                                           .pin_tries = 3,
                                           .pin_lock_ms = 60000 } },
    };

    for (size_t i = 0; i < ARRAY_LEN(boxes); i++)
        world_apply(world, &boxes[i]);
}

static void clear(struct world *world)
{
    size_t booked = (size_t)world->last_booked + 1;

    memset(world->leg_of_bridge, 0, booked * sizeof(world->leg_of_bridge[0]));
    memset(world->line_of_leg, 0, booked * sizeof(world->line_of_leg[0]));
    memset(world, 0, offsetof(struct world, answers));
    world->answer_count = 0;
    world->grant_count = 0;
    world->call_count = 0;
    world->last_call = 0;
    world->last_booked = 0;
}

/* Every other house has a time zone, in which midnight comes half a minute
   after a moment to which the clock is set now and then, and by the clocks' being
   put forward. */
static void give_zone(struct story *story)
{
    static const int64_t hour_us = INT64_C(3600) * SECOND_US;
    const struct zone zone = {
        .change_count = 2,
        .changes = { { 0, 0 },
                     { WALL_US + INT64_C(86370) * SECOND_US, hour_us } },
    };

    assert_int_equal(core_set_zone(story->core, &zone), 0);
}

void world_begin(struct world *world, uint64_t seed)
{
    clear(world);
    world->random = seed * UINT64_C(0x9E3779B97F4A7C15);
    world->sum = UINT64_C(14695981039346656037);
    assert_int_equal(core_new(&world->recovered), 0);
    assert_int_equal(story_try_begin(&world->story), 0);
    if (seed % 2 == 0)
        give_zone(&world->story);
    world_add_tour(&world->story);
    take_note(world);
    make_boxes(world);
    world_call_back(world);
}

void world_lead_in_circles(struct world *world)
{
    static const struct command there = {
        COMMAND_SET_QUEUE_RULE, .as.set_queue_rule = { .name = { "circle" },
                                                       .queue_id = SALES,
                                                       .cause = RULE_ESTIMATE,
                                                       .estimate_ms = 60000,
                                                       .reopen_ms = 30000,
                                                       .target = TO_QUEUE,
                                                       .target_id = HELP }
    };

    world_apply(world, &there);
}

void world_end(struct world *world)
{
    story_end(&world->story);
    core_free(world->recovered);
}
