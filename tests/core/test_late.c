/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whoever wakes the core late gets what a punctual one would have got. */

#include "core/core.h"

#include <string.h>

#include "tests/core/story.h"
#include "tests/test.h"

enum {
    DAYS = 5,
    STEPS = 3000,
};

/* Two that live the same day: one is woken at every moment that is due, the
   other only finds out when somebody does something. */
struct life {
    struct story story;
    bool is_punctual;
    uint64_t sum; /* of all that was written, in order */
    size_t events;
};

static uint64_t random_state;

static uint32_t draw(uint32_t below)
{
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    random_state ^= random_state << 17;
    return (uint32_t)(random_state >> 32) % below;
}

static void add_to_sum(struct life *life, const char *text)
{
    for (; *text; text++)
        life->sum =
            (life->sum ^ (unsigned char)*text) * UINT64_C(1099511628211);
}

/* Answers to what was asked at this very moment: both know the same of those. */
struct answers {
    struct command commands[8];
    size_t count;
};

static void answer(const struct effect *effect, struct answers *answers)
{
    uint64_t serial = effect->serial;
    struct command command;

    switch (effect->type) {
    case EFFECT_ANSWER:
        command = (struct command){ COMMAND_CALLER_CONNECTED,
                                    .as.caller_connected = { serial } };
        break;
    case EFFECT_RING:
    case EFFECT_CALL_LINE:
    case EFFECT_LEND_LINE:
        command = (struct command){ COMMAND_LEG_ANSWERED,
                                    .as.leg_answered = { serial, 0, 0 } };
        break;
    case EFFECT_BRIDGE:
        command = (struct command){ COMMAND_BRIDGED,
                                    .as.bridged = { .serial = serial } };
        break;
    default:
        return;
    }

    if (answers->count < ARRAY_LEN(answers->commands))
        answers->commands[answers->count++] = command;
}

static int64_t moment_of(const struct outbox *outbox, uint64_t serial)
{
    for (size_t i = 0; i < outbox->event_count; i++)
        if (outbox->events[i].seq == serial)
            return outbox->events[i].at_us;

    return 0;
}

static void take_note(struct life *life, struct answers *answers)
{
    struct outbox *outbox = &life->story.outbox;
    char text[EVENT_TEXT_SIZE];

    *answers = (struct answers){ .count = 0 };
    for (size_t i = 0; i < outbox->event_count; i++) {
        event_encode(&outbox->events[i], EVENT_WHOLE, text);
        add_to_sum(life, text);
        life->events++;
    }
    for (size_t i = 0; i < outbox->effect_count; i++) {
        const struct effect *effect = &outbox->effects[i];

        effect_encode(effect, text);
        add_to_sum(life, text);
        if (moment_of(outbox, effect->serial) == life->story.now_us)
            answer(effect, answers);
    }
    outbox_clear(outbox);
}

/* The sum is over events and effects in their own order: an effect follows its
   event, whenever both are noticed. */
static void give(struct life *life, const struct command *command,
                 struct answers *answers)
{
    struct core *core = life->story.core;

    while (life->is_punctual && core_next_wake(core) <= life->story.now_us) {
        int64_t due_us = core_next_wake(core);

        assert_int_equal(core_wake(core, due_us, &life->story.outbox), 0);
    }

    assert_true(story_give(&life->story, command) >= 0);
    take_note(life, answers);
}

static void give_both(struct life lives[2], const struct command *command)
{
    struct answers answers, same;

    give(&lives[0], command, &answers);
    give(&lives[1], command, &same);
    assert_int_equal(answers.count, same.count);
    assert_true(lives[0].sum == lives[1].sum);
    assert_same_state(core_state(lives[0].story.core),
                      core_state(lives[1].story.core));

    /* half of it is answered, and at once; silence is an answer, too */
    for (size_t i = 0; i < answers.count; i++)
        if (draw(2) == 0)
            give_both(lives, &answers.commands[i]);
}

static void do_something(struct life lives[2])
{
    uint64_t agent = 1 + draw(2);
    uint64_t contact =
        (uint64_t)state_system(core_state(lives[0].story.core))->contacts;
    uint64_t any = contact > 5 ? contact - draw(5) : 1;
    const struct command commands[] = {
        ARRIVES(contact + 1, "+42021"),
        ARRIVES(contact + 1, "+4201"),
        ARRIVES(contact + 1, "+4201"),
        LOG_IN(agent),
        AVAILABLE(agent),
        AVAILABLE(agent),
        PAUSE(agent, LUNCH),
        ACCEPT(agent),
        REJECT(agent),
        HOLD(agent),
        RESUME(agent),
        TRANSFER(agent, TO_NUMBER, 0, "112"),
        TRANSFER(agent, TO_AGENT, 3 - agent, ""),
        DISPOSE(agent, SOLD, ""),
        MORE_TIME(agent),
        MUTE(agent),
        UNMUTE(agent),
        KEYS(agent, "1", false),
        CANCEL_REQUEST(agent),
        CONSOLE(agent, CONSOLE_ATTACHED),
        CONSOLE(agent, (enum console_state)draw(console_state_count)),
        CALLER_HANGS_UP(any),
        PRESS(any, "3"),
        MOVE(any, HELP, 1 + (int64_t)draw(100)),
        DEVICE_LOST(agent),
        DEVICE_SEEN(agent),
    };

    give_both(lives, &commands[draw(ARRAY_LEN(commands))]);
}

static void lives_late_as_if_punctual(void **state)
{
    (void)state;

    for (uint64_t day = 1; day <= DAYS; day++) {
        struct life lives[2] = { { .is_punctual = true }, { .sum = 0 } };

        random_state = day * UINT64_C(0x9E3779B97F4A7C15);
        for (size_t i = 0; i < 2; i++)
            story_begin(&lives[i].story);

        for (int i = 0; i < STEPS; i++) {
            int64_t us = (int64_t)draw(30 * SECOND_US);

            lives[0].story.now_us += us;
            lives[1].story.now_us += us;
            do_something(lives);
        }

        assert_true(lives[0].events > STEPS);
        assert_int_equal(lives[0].events, lives[1].events);
        for (size_t i = 0; i < 2; i++)
            story_end(&lives[i].story);
    }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, lives_late_as_if_punctual);
    return test_list_run(&list);
}
