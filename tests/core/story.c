/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The house, and what the outbox holds, as text. */

#include "tests/core/story.h"

#include <errno.h>
#include <string.h>

#include "base/line.h"
#include "core/state_copy.h"
#include "tests/test.h"

#define DIGEST(letter) letter letter letter letter letter letter letter letter

static const struct flow_program programs[] = {
    [MAIN] = {
        .digest = { DIGEST("aaaaaaaa") },
        .node_count = 7,
        .nodes = {
            { .name = { "answer" }, .type = NODE_ANSWER,
              .exits = { [STEP_DONE] = 1 } },
            { .name = { "hello" }, .type = NODE_PLAY,
              .as.play_node.prompt = { "welcome" },
              .exits = { [STEP_DONE] = 2, [STEP_ERROR] = 2 } },
            { .name = { "choose" }, .type = NODE_MENU,
              .as.menu_node = { .barge_in = true, .prompt = { "menu" }, .wait_ms = 5000, .tries = 2 },
              .choices = { { "1", 3 }, { "2", 4 }, { "3", 5 },
                           { "9", FLOW_EXIT_NONE } },
              .choice_count = 4,
              .exits = { [STEP_TIMEOUT] = 5, [STEP_INVALID] = 6,
                         [STEP_ERROR] = 6 } },
            { .name = { "to-sales" }, .type = NODE_QUEUE,
              .as.queue_node = { .queue_id = SALES, .priority = 50 },
              .exits = { [STEP_ERROR] = FLOW_EXIT_NONE } },
            { .name = { "spanish" }, .type = NODE_SET_LANGUAGE,
              .as.set_language_node.language = SPEAKS_ES,
              .exits = { [STEP_DONE] = 2 } },
            { .name = { "to-help" }, .type = NODE_QUEUE,
              .as.queue_node = { .queue_id = HELP, .priority = 50 },
              .exits = { [STEP_ERROR] = FLOW_EXIT_NONE } },
            { .name = { "bye" }, .type = NODE_HANG_UP },
        },
    },
    [DIRECT] = {
        .digest = { DIGEST("dddddddd") },
        .node_count = 1,
        .nodes = { { .name = { "to-sales" }, .type = NODE_QUEUE,
                     .as.queue_node = { .queue_id = SALES, .priority = 50 },
              .exits = { [STEP_ERROR] = FLOW_EXIT_NONE } } },
    },
};

const struct flow_program *story_program(uint64_t flow_id)
{
    return &programs[flow_id];
}

/* clang-format off */
#define QUEUE_PRESETS                                                          \
    .ring_ms = 20000, .wrap_up_ms = 30000,                                     \
    .wrap_up_more_ms = 20000, .wrap_up_max_ms = 60000,                         \
    .cool_no_answer_ms = 10000, .cool_rejected_ms = 5000,                      \
    .cool_busy_ms = 30000, .cool_failed_ms = 30000, .max_misses = 3,           \
    .music = { "music" }, .service_level_ms = 20000, .short_abandon_ms = 5000, \
    .recording = RECORD_PERCENTAGE, .recording_percentage = 50,                \
    .recording_pause_ms = 60000, .ring_more_ms = 10000, .weight = 10,          \
    .callback_tries = 3, .callback_retry_ms = 600000,                          \
    .callback_expiry_ms = 86400000

static const struct command house[] = {
    START(0),
    { COMMAND_SET_USER, .as.set_user = { .name = { "root" }, .role = ROLE_ADMIN, .enabled = true, .uid = 0 } },
    { COMMAND_SET_USER, .as.set_user = { .name = { "ann" }, .role = ROLE_AGENT, .enabled = true, .uid = -1 } },
    { COMMAND_SET_USER, .as.set_user = { .name = { "bob" }, .role = ROLE_AGENT, .enabled = true, .uid = -1 } },
    { COMMAND_SET_DEVICE, .as.set_device = { .name = { "p1" }, .mode = PHONE_RINGS } },
    { COMMAND_SET_DEVICE, .as.set_device = { .name = { "p2" }, .mode = PHONE_ON_DEMAND } },
    { COMMAND_SET_AGENT, .as.set_agent = { .name = { "ann" }, .user_id = 2, .device_id = 1, .outside = { "+420 +44" }, .extension = { "301" } } },
    { COMMAND_SET_AGENT, .as.set_agent = { .name = { "bob" }, .user_id = 3, .device_id = 2, .outside = { "+420" }, .extension = { "302" } } },
    { COMMAND_SET_QUEUE, .as.set_queue = { .name = { "sales" }, .extension = { "300" }, .wrap_up = WRAP_UP_MANDATORY_TIMED, .max_waiting = 100, QUEUE_PRESETS } },
    { COMMAND_SET_QUEUE, .as.set_queue = { .name = { "help" }, .wrap_up = WRAP_UP_NONE, .max_wait_ms = 60000, .overflow_to = TO_QUEUE, .overflow_id = SALES, .max_waiting = 2, QUEUE_PRESETS } },
    { COMMAND_SET_FLOW, .as.set_flow = { .name = { "main" }, .digest = { DIGEST("aaaaaaaa") } } },
    { COMMAND_SET_FLOW, .as.set_flow = { .name = { "direct" }, .digest = { DIGEST("dddddddd") } } },
    { COMMAND_SET_TRUNK, .as.set_trunk = { .name = { "t1" }, .address = { "192.0.2.1:5060" }, .max_channels = 30, .outbound = true, .prefixes = { "1 +420 +44" }, .preference = 1, .emergency = { "112 155" } } },
    { COMMAND_SET_ENTRY, .as.set_entry = { .name = { "menu" }, .number = { "+4201" }, .flow_id = MAIN } },
    { COMMAND_SET_ENTRY, .as.set_entry = { .name = { "direct" }, .number = { "+4202*" }, .flow_id = DIRECT, .language = SPEAKS_CS } },
    { COMMAND_SET_PAUSE_REASON, .as.set_pause_reason = { .name = { "lunch" } } },
    { COMMAND_SET_DISPOSITION, .as.set_disposition = { .name = { "sold" } } },
    ASSIGN(ANN, SALES, 1),
    ASSIGN(BOB, SALES, 2),
    ASSIGN(BOB, HELP, 1),
    DEVICE_SEEN(1),
    DEVICE_SEEN(2),
};
/* clang-format on */

void story_begin_empty(struct story *story)
{
    *story = (struct story){ .now_us = SECOND_US };
    assert_int_equal(core_new(&story->core), 0);
    outbox_init(&story->outbox);
}

int story_try_begin(struct story *story)
{
    *story = (struct story){ .now_us = SECOND_US };
    outbox_init(&story->outbox);

    int rc = core_new(&story->core);
    for (size_t i = MAIN; i <= DIRECT && rc == 0; i++)
        rc = core_add_program(story->core, &programs[i]);
    for (size_t i = 0; i < ARRAY_LEN(house) && rc == 0; i++)
        rc = story_give(story, &house[i]);

    return rc;
}

void story_begin(struct story *story)
{
    assert_int_equal(story_try_begin(story), 0);
    outbox_clear(&story->outbox);
}

void story_end(struct story *story)
{
    story->core = core_free(story->core);
    outbox_done(&story->outbox);
}

static void resolve(const struct story *story, const char *name,
                    struct command *command)
{
    const struct record *record = command_record(command->type);
    const struct field *field = record_field(record, name);
    uint64_t serial;

    if (!field)
        return;

    serial = (uint64_t)field_get_integer(field, &command->as);
    if (serial > UINT64_MAX - EFFECT_TYPE_COUNT)
        field_set_integer(field, &command->as,
                          (int64_t)story->last[UINT64_MAX - serial]);
}

int story_give(struct story *story, const struct command *command)
{
    struct command resolved = *command;
    size_t before = story->outbox.effect_count;

    resolve(story, "serial", &resolved);
    resolve(story, "replaces", &resolved);
    int rc =
        core_apply(story->core, &resolved, story->now_us, &story->outbox, NULL);

    for (size_t i = before; i < story->outbox.effect_count; i++)
        story->last[story->outbox.effects[i].type] =
            story->outbox.effects[i].serial;

    return rc;
}

void story_lead(struct story *story, const struct command *commands,
                size_t count)
{
    for (size_t i = 0; i < count; i++) {
        int rc = story_give(story, &commands[i]);

        if (rc != 0)
            fail_msg("%s is refused: %s",
                     command_record(commands[i].type)->name,
                     rc > 0 ? refusal_text((enum refusal)rc)->code : "memory");
    }

    outbox_clear(&story->outbox);
}

struct command story_queue(const struct story *story, uint64_t queue_id)
{
    struct command queue = { .type = COMMAND_SET_QUEUE };

    memcpy(&queue.as, state_queue(core_state(story->core), queue_id),
           sizeof(queue.as.set_queue));
    return queue;
}

struct command story_flow(const struct story *story, uint64_t flow_id)
{
    struct command flow = { .type = COMMAND_SET_FLOW };

    memcpy(&flow.as, state_flow(core_state(story->core), flow_id),
           sizeof(flow.as.set_flow));
    return flow;
}

void story_wait(struct story *story, int64_t us)
{
    size_t before = story->outbox.effect_count;

    story->now_us += us;
    while (core_next_wake(story->core) <= story->now_us)
        assert_int_equal(core_wake(story->core, story->now_us, &story->outbox),
                         0);

    for (size_t i = before; i < story->outbox.effect_count; i++)
        story->last[story->outbox.effects[i].type] =
            story->outbox.effects[i].serial;
}

void story_text(const struct outbox *outbox, char text[STORY_TEXT_SIZE])
{
    struct line line = { .text = text, .size = STORY_TEXT_SIZE };
    char event[EVENT_TEXT_SIZE];
    char effect[EFFECT_TEXT_SIZE];

    text[0] = '\0';
    for (size_t i = 0; i < outbox->event_count; i++) {
        event_encode(&outbox->events[i], EVENT_WHOLE, event);
        line_add(&line, "%s\n", event);
    }
    for (size_t i = 0; i < outbox->effect_count; i++) {
        effect_encode(&outbox->effects[i], effect);
        line_add(&line, "%s\n", effect);
    }
}

void story_summary(const struct outbox *outbox, char text[STORY_TEXT_SIZE])
{
    struct line line = { .text = text, .size = STORY_TEXT_SIZE };

    text[0] = '\0';
    for (size_t i = 0; i < outbox->event_count; i++)
        line_add(&line, "%s%s", line.length > 0 ? " " : "",
                 event_record(outbox->events[i].type)->name);
    for (size_t i = 0; i < outbox->effect_count; i++)
        line_add(&line, " +%s", effect_rule(outbox->effects[i].type)->name);
}

void assert_same_state(const struct state *a, const struct state *b)
{
    const char *difference = state_difference(a, b);

    if (difference)
        fail_msg("the states differ in %s", difference);
}

struct state *copy_of_state(const struct state *state)
{
    struct state *copy = NULL;

    assert_int_equal(state_copy(state, &copy), 0);
    return copy;
}

const struct desk_row *desk_of(const struct story *story, uint64_t agent_id)
{
    return state_desk(core_state(story->core), agent_id);
}

const struct contact_row *contact_of(const struct story *story, uint64_t id)
{
    return state_contact(core_state(story->core), id);
}
