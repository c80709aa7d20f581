/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days lived at random, twice, with every effect answered anyhow. */

#include "core/core.h"

#include <string.h>

#include "core/effect.h"
#include "tests/core/story.h"
#include "tests/test.h"

enum {
    DAYS = 4,
    DAY_S = 6 * 3600,
    MAX_EVENTS = 200000,
    MAX_ANSWERS = 4000,
    MAX_GRANTS = 2000,
    MAX_CALLS = 500,
};

struct answer {
    int64_t at_us;
    int64_t start;
    struct command command;
};

/* A leg or bridge that the world has made, until it is let go. */
struct grant_made {
    uint64_t serial;
    uint64_t leg; /* of a bridge: the leg joined; else 0 */
};

struct world {
    struct story story;
    struct core *recovered; /* follows by folding alone */
    uint64_t random;
    uint64_t sum; /* of all that was written, in order */
    size_t event_count;
    bool has_seen[EVENT_TYPE_COUNT];

    struct answer answers[MAX_ANSWERS];
    size_t answer_count;
    struct grant_made grants[MAX_GRANTS];
    size_t grant_count;
    uint64_t calls[MAX_CALLS]; /* callers' legs that are open */
    size_t call_count;
    uint64_t last_call;
    uint64_t leg_of_bridge[MAX_EVENTS];
};

/* Marsaglia's xorshift64 (Journal of Statistical Software 8 (2003), 14). */
static uint32_t draw(struct world *world, uint32_t below)
{
    world->random ^= world->random << 13;
    world->random ^= world->random >> 7;
    world->random ^= world->random << 17;
    return (uint32_t)(world->random >> 32) % below;
}

static bool chance(struct world *world, uint32_t percent)
{
    return draw(world, 100) < percent;
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
    assert_true(world->grant_count < MAX_GRANTS);
    world->grants[world->grant_count++] = (struct grant_made){ serial, leg };
}

/* Without its leg a bridge falls. */
static void let_go(struct world *world, uint64_t serial)
{
    size_t kept = 0;

    for (size_t i = 0; i < world->grant_count; i++)
        if (world->grants[i].serial != serial && world->grants[i].leg != serial)
            world->grants[kept++] = world->grants[i];
    world->grant_count = kept;
}

static void close_call(struct world *world, uint64_t call)
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

        if (desk->leg == serial)
            return true;
    }

    return false;
}

static bool is_used_by_contact(const struct state *state, uint64_t serial)
{
    for (size_t i = 0; i < state_row_count(state, ROW_CONTACT); i++) {
        const struct contact_row *contact = state_row_at(state, ROW_CONTACT, i);

        if (contact->leg == serial || contact->bridge == serial ||
            contact->asked == serial)
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

    return results[draw(world, ARRAY_LEN(results))];
}

static struct command make_answer(struct world *world,
                                  const struct effect *effect)
{
    uint64_t serial = effect->serial;
    bool is_bad = chance(world, 15);

    switch (effect->type) {
    case EFFECT_PLAY:
        return (struct command){ COMMAND_PROMPT_ENDED,
                                 .as.prompt_ended = { serial, is_bad } };
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
        return (struct command){ COMMAND_BRIDGED,
                                 .as.bridged = {
                                     serial, { "object" }, draw(world, 100) } };

    return (struct command){ COMMAND_LEG_ANSWERED,
                             .as.leg_answered = { serial,
                                                  effect->type == EFFECT_DIAL &&
                                                          !effect->call
                                                      ? ++world->last_call
                                                      : 0 } };
}

static int64_t draw_delay(struct world *world, const struct effect *effect)
{
    int64_t limit_us = effect->due_us - world->story.now_us;

    if (limit_us > 30 * SECOND_US)
        limit_us = 30 * SECOND_US;
    if (limit_us < 1)
        limit_us = 1;

    switch (draw(world, 8)) {
    case 0: /* early: before the clock moves */
        return 0;
    case 1: /* late, or very late */
        return limit_us + (int64_t)draw(world, 60 * SECOND_US);
    default:
        return (int64_t)draw(world, (uint32_t)limit_us / 2 + 1);
    }
}

static void expect_answers(struct world *world, const struct effect *effect)
{
    static const unsigned times[] = { 0, 1, 1, 1, 1, 1, 1, 2 };

    if (effect->due_us == 0)
        return;

    for (unsigned n = times[draw(world, ARRAY_LEN(times))];
         n > 0 && world->answer_count < MAX_ANSWERS; n--)
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
        close_call(world, effect->call);

    if (effect->type == EFFECT_BRIDGE)
        world->leg_of_bridge[effect->serial] = effect->granted_by;
}

static void take_note(struct world *world)
{
    const struct outbox *outbox = &world->story.outbox;
    char text[EVENT_TEXT_SIZE];

    for (size_t i = 0; i < outbox->event_count; i++) {
        event_encode(&outbox->events[i], EVENT_WHOLE, text);
        add_to_sum(world, text);
        world->has_seen[outbox->events[i].type] = true;
        assert_true(++world->event_count < MAX_EVENTS);
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

static void apply(struct world *world, const struct command *command)
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
            apply(world, &answer.command);
    }
}

/* What people and callers do, sensible or not. */

static void caller_comes(struct world *world)
{
    static const char *const numbers[] = { "+4201", "+42021", "+42022",
                                           "+42099", "+4202" };
    struct command command = {
        COMMAND_CONTACT_ARRIVES,
        .as.contact_arrives = { .call = ++world->last_call,
                                .trunk_id = draw(world, 2),
                                .caller = { "+420777" } },
    };
    const char *number = numbers[draw(world, ARRAY_LEN(numbers))];

    if (world->call_count == MAX_CALLS)
        return;

    memcpy(command.as.contact_arrives.called.text, number, strlen(number));
    world->calls[world->call_count++] = command.as.contact_arrives.call;
    if (!state_system(core_state(world->story.core))->serving)
        world->call_count--;
    apply(world, &command);
}

static uint64_t draw_contact(struct world *world)
{
    const struct state *state = core_state(world->story.core);
    size_t count = state_row_count(state, ROW_CONTACT);

    if (count == 0 || chance(world, 5))
        return draw(world, 20);

    const struct contact_row *contact =
        state_row_at(state, ROW_CONTACT, draw(world, (uint32_t)count));

    return contact->contact_id;
}

static void caller_does_something(struct world *world)
{
    const struct state *state = core_state(world->story.core);
    const struct contact_row *contact =
        state_contact(state, draw_contact(world));
    static const char digits[][2] = { "1", "1", "2", "9", "5", "#" };
    uint64_t id = contact ? contact->contact_id : 999999;
    struct command press = PRESS(id, "");
    struct command hang_up = CALLER_HANGS_UP(id);

    press.as.press_digit.digit.text[0] = digits[draw(world, 6)][0];
    hang_up.as.caller_hung_up.media_lost = chance(world, 20);

    if (chance(world, 70)) {
        apply(world, &press);
        return;
    }

    if (contact && !hang_up.as.caller_hung_up.media_lost)
        close_call(world, contact->call);
    apply(world, &hang_up);
}

static uint64_t draw_granted(struct world *world)
{
    if (world->grant_count == 0)
        return draw(world, 1000);

    return world->grants[draw(world, (uint32_t)world->grant_count)].serial;
}

static void phone_does_something(struct world *world)
{
    uint64_t serial = draw_granted(world);
    const struct command commands[] = {
        { COMMAND_LEG_HUNG_UP,
          .as.leg_hung_up = { serial, chance(world, 20) } },
        { COMMAND_LEG_HELD, .as.leg_held = { serial, chance(world, 50) } },
        { COMMAND_LEG_REFERRED, .as.leg_referred = { serial, { "+420123" } } },
        DEVICE_SEEN(1 + draw(world, 3)),
        DEVICE_SEEN(1 + draw(world, 2)),
        DEVICE_LOST(1 + draw(world, 3)),
    };
    const struct command *command = &commands[draw(world, ARRAY_LEN(commands))];

    /* a bridge does not hang up */
    if (command->type == COMMAND_LEG_HUNG_UP && world->grant_count > 0)
        for (size_t i = 0; i < world->grant_count; i++)
            if (world->grants[i].serial == serial && world->grants[i].leg)
                return;

    apply(world, command);
}

static void agent_does_something(struct world *world)
{
    uint64_t agent = 1 + draw(world, chance(world, 95) ? 2 : 4);
    const struct command commands[] = {
        LOG_IN(agent),
        LOG_IN(agent),
        AVAILABLE(agent),
        AVAILABLE(agent),
        AVAILABLE(agent),
        AVAILABLE(agent),
        AGENT_ALIVE(agent),
        PAUSE(agent, LUNCH + draw(world, 2)),
        LOG_OUT(agent),
        ACCEPT(agent),
        ACCEPT(agent),
        ACCEPT(agent),
        REJECT(agent),
        HOLD(agent),
        HOLD(agent),
        RESUME(agent),
        MUTE(agent),
        MUTE(agent),
        UNMUTE(agent),
        KEYS(agent, "409#", chance(world, 30)),
        KEYS(agent, "", false),
        HANG_UP(agent),
        PAUSE_RECORDING(agent, "by chance"),
        RESUME_RECORDING(agent),
        DISPOSE(agent, draw(world, 3), "by chance"),
        DISPOSE(agent, SOLD, ""),
        DISPOSE_THEN(agent, (enum after_work)draw(world, after_work_count),
                     draw(world, 2) ? LUNCH : 0),
        MORE_TIME(agent),
        MORE_TIME(agent),
        NOTE(agent, "so far"),
        NOTE(agent, "and further"),
        CANCEL_REQUEST(agent),
        TRANSFER(agent, (enum destination)draw(world, destination_count),
                 1 + draw(world, 3), "+420123"),
        TRANSFER(agent, TO_NUMBER, 0, "+420123"),
        TRANSFER(agent, TO_AGENT, 1 + draw(world, 2), ""),
        DIAL(agent, "+420123", draw(world, 3)),
        DIAL(agent, "+420123", 0),
    };

    apply(world, &commands[draw(world, ARRAY_LEN(commands))]);
}

/* Of a contact for which keys were pressed, if there is one. */
static void keys_get_lost(struct world *world)
{
    const struct state *state = core_state(world->story.core);
    uint64_t id = draw_contact(world);

    for (size_t i = 0; i < state_row_count(state, ROW_CONTACT); i++) {
        const struct contact_row *contact = state_row_at(state, ROW_CONTACT, i);

        if (contact->digits_sent > 0)
            id = contact->contact_id;
    }

    const struct command lost = KEYS_LOST(id, 1 + (int64_t)draw(world, 2));

    apply(world, &lost);
}

/* Consoles come, stall and go. */
static void console_does_something(struct world *world)
{
    uint64_t agent = 1 + draw(world, chance(world, 95) ? 2 : 4);
    const struct command commands[] = {
        CONSOLE(agent, CONSOLE_ATTACHED),
        CONSOLE(agent, CONSOLE_ATTACHED),
        CONSOLE(agent, (enum console_state)draw(world, console_state_count)),
    };

    apply(world, &commands[draw(world, ARRAY_LEN(commands))]);
}

static void supervisor_does_something(struct world *world)
{
    uint64_t id = draw_contact(world);
    struct command commands[] = {
        END_CONTACT(id),
        MOVE(id, 1 + draw(world, 3), 1 + (int64_t)draw(world, 100)),
        MOVE(id, SALES, 1 + (int64_t)draw(world, 100)),
        ASSIGN(1 + draw(world, 3), 1 + draw(world, 3),
               1 + (int64_t)draw(world, 3)),
        UNASSIGN(1 + draw(world, 2), 1 + draw(world, 2)),
        ASSIGN(ANN, SALES, 1),
        ASSIGN(BOB, HELP, 1),
        ASSIGN(BOB, SALES, 2),
        SET_CLOCK(WALL_US + (int64_t)draw(world, 1000000)),
        NOTE_SECRET(DOCUMENT_USER, 1 + draw(world, 4)),
    };
    struct command *command = &commands[draw(world, ARRAY_LEN(commands))];

    command->by = draw(world, 4);
    apply(world, command);
}

/* Documents come and go beside those of the house. */

static void administrator_does_something(struct world *world)
{
    enum document_kind kind =
        (enum document_kind)draw(world, document_kind_count);
    const struct document_kind_info *info = document_kind_info(kind);
    const struct state *state = core_state(world->story.core);
    size_t count = state_document_count(state, kind);
    struct command command = { .type = info->set_command };
    struct document_head head;

    if (count == 0 || (count < 6 && chance(world, 30))) {
        /* a second one like the first, under another name */
        if (count > 0)
            memcpy(&command.as, state_document_at(state, kind, 0),
                   info->record->size);
        memcpy(&head, &command.as, sizeof(head));
        head = (struct document_head){ .id = 0, .version = 0 };
        head.name.text[0] = 'x';
        head.name.text[1] = (char)('a' + (char)draw(world, 26));
        memcpy(&command.as, &head, sizeof(head));
        if (kind == DOCUMENT_AGENT) {
            command.as.set_agent.user_id = 0;
            command.as.set_agent.device_id = draw(world, 5);
        }
        if (kind == DOCUMENT_USER)
            command.as.set_user.uid = -1;
        if (kind == DOCUMENT_ENTRY)
            command.as.set_entry.number.text[4] = head.name.text[1] % 10 + '0';
    } else {
        memcpy(&command.as,
               state_document_at(state, kind, draw(world, (uint32_t)count)),
               info->record->size);
        memcpy(&head, &command.as, sizeof(head));
        if (head.name.text[0] == 'x') {
            command.type = info->remove_command;
            memset(&command.as, 0, sizeof(command.as));
            memcpy(&command.as, &head, 2 * sizeof(uint64_t));
        }
    }

    apply(world, &command);
}

/* The server dies, or is stopped, and comes back. */
static void restart(struct world *world)
{
    const struct command stop = STOP;
    const struct command start =
        START(world->story.now_us - (int64_t)draw(world, SECOND_US));

    if (chance(world, 50))
        apply(world, &stop);
    world->grant_count = 0;
    world->call_count = 0;
    apply(world, &start);
}

/* The recorder, and who deals with what it made. */
static void recorder_does_something(struct world *world)
{
    const struct state *state = core_state(world->story.core);
    size_t count = state_row_count(state, ROW_RECORDING);
    const struct recording_row *row =
        count ? state_row_at(state, ROW_RECORDING, draw(world, (uint32_t)count))
              : NULL;
    uint64_t id = row ? row->recording_id : draw(world, 9);
    uint64_t old_id = 1 + draw(world, 20);
    const uint64_t agent = 1 + draw(world, 2);
    const struct desk_row *desk = state_desk(state, agent);
    const struct command commands[] = {
        LISTEN(old_id),
        STOP_LISTENING(agent),
        { COMMAND_LISTENING_OVER,
          .as.listening_over = { agent, desk ? desk->listen_leg : 0 } },
        RECORDED(id, draw(world, 2) * SECOND_US),
        RECORDED(id, SECOND_US),
        RECORDING_LOSES(id),
        RECORDING_GONE(id),
        DELETE_RECORDING(old_id),
        NOTE_LISTENING(old_id),
        ERASE(old_id),
    };

    apply(world, &commands[draw(world, ARRAY_LEN(commands))]);
}

static void do_something(struct world *world)
{
    uint32_t what = draw(world, 1000);

    if (what < 200)
        caller_comes(world);
    else if (what < 400)
        caller_does_something(world);
    else if (what < 450)
        phone_does_something(world);
    else if (what < 480)
        recorder_does_something(world);
    else if (what < 940)
        agent_does_something(world);
    else if (what < 950)
        console_does_something(world);
    else if (what < 955)
        keys_get_lost(world);
    else if (what < 980)
        supervisor_does_something(world);
    else if (what < 999)
        administrator_does_something(world);
    else
        restart(world);
}

static void live_a_day(struct world *world)
{
    while (world->story.now_us < DAY_S * INT64_C(1000000)) {
        world->story.now_us += draw(world, 4 * SECOND_US);
        give_answers(world);

        if (chance(world, 50)) {
            story_wait(&world->story, 0);
            take_note(world);
        }

        if (chance(world, 70))
            do_something(world);
    }
}

static void world_begin(struct world *world, uint64_t seed)
{
    memset(world, 0, sizeof(*world));
    world->random = seed * UINT64_C(0x9E3779B97F4A7C15);
    world->sum = UINT64_C(14695981039346656037);
    assert_int_equal(core_new(&world->recovered), 0);
    assert_int_equal(story_try_begin(&world->story), 0);
    take_note(world);
}

static void world_end(struct world *world)
{
    story_end(&world->story);
    core_free(world->recovered);
}

static void repeats_to_the_byte(void **state)
{
    (void)state;
    static struct world first, second; /* too big for the stack */

    for (uint64_t seed = 1; seed <= DAYS; seed++) {
        world_begin(&first, seed);
        world_begin(&second, seed);
        live_a_day(&first);
        live_a_day(&second);

        assert_int_equal(first.event_count, second.event_count);
        assert_true(first.sum == second.sum);
        assert_true(first.event_count > 5000);

        world_end(&first);
        world_end(&second);
    }
}

/* A random day that never gets anywhere proves nothing. A fault would be a
   mistake of ours: it is made on purpose elsewhere. */
static void sees_every_event_happen(void **state)
{
    (void)state;
    static struct world world;
    static bool has_seen[EVENT_TYPE_COUNT] = { [EVENT_FAULT] = true };

    for (uint64_t seed = 1; seed <= DAYS; seed++) {
        world_begin(&world, seed);
        live_a_day(&world);
        for (size_t type = 0; type < EVENT_TYPE_COUNT; type++)
            has_seen[type] |= world.has_seen[type];
        world_end(&world);
    }

    for (unsigned type = 0; type < EVENT_TYPE_COUNT; type++)
        if (!has_seen[type])
            fail_msg("days without %s", event_record(type)->name);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, repeats_to_the_byte);
    TEST_LIST_ADD(&list, sees_every_event_happen);
    return test_list_run(&list);
}
