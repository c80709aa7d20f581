/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The house of story.h, in which SALES calls back. */

#ifndef TESTS_CORE_CALLBACK_HOUSE_H
#define TESTS_CORE_CALLBACK_HOUSE_H

#include "tests/core/story.h"

enum { MAX_STEPS = 12, MINUTE_S = 60, HOUR_S = 3600, DAY_S = 86400 };

/* clang-format off */
#define RULE(...) \
    { COMMAND_SET_QUEUE_RULE, \
      .as.set_queue_rule = { .name = { "back" }, .queue_id = SALES, \
                             .target = TO_CALLBACK, __VA_ARGS__ } }
#define ROUTED(condition_, ...) \
    { COMMAND_SET_RULE, \
      .as.set_rule = { .name = { "r" }, .condition = { condition_ }, \
                       .enabled = true, .share = 1, __VA_ARGS__ } }
#define CALENDAR(...) \
    { COMMAND_SET_CALENDAR, \
      .as.set_calendar = { .name = { "hours" }, .zone = { "UTC" }, __VA_ARGS__ } }
#define JOIN(call) ARRIVES(call, "+42021"), CONNECTED
#define BOOK(to, at_us) \
    { COMMAND_ASK_CALLBACK, .by = 2, \
      .as.ask_callback = { .queue_id = SALES, .number = { to }, \
                           .due_us = at_us } }
#define CHANGE(id, at_us, agent) \
    { COMMAND_CHANGE_CALLBACK, \
      .as.change_callback = { .callback_id = id, .due_us = at_us, \
                              .agent_id = agent } }
#define CALL_ANYWAY(id) \
    { COMMAND_CHANGE_CALLBACK, \
      .as.change_callback = { .callback_id = id, .any_hour = true } }
#define CANCEL(id) { COMMAND_CANCEL_CALLBACK, .as.cancel_callback = { id } }
#define SAID(failed) \
    { COMMAND_PROMPT_ENDED, \
      .as.prompt_ended = { SERIAL_OF(EFFECT_SAY), failed } }
#define READY(agent) LOG_IN(agent), AVAILABLE(agent)
#define AT(seconds) (WALL_US + (seconds) * (int64_t)SECOND_US)
/* Lets time pass: no command has this user. */
#define WAIT(seconds) \
    { .type = COMMAND_NOTE_TRACE, .by = 999, .as.note_trace = { (uint64_t)(seconds), 0 } }
/* clang-format on */

#define LEAD(story, ...)                                                       \
    callback_house_lead(story, (const struct command[]){ __VA_ARGS__ },        \
                        sizeof((const struct command[]){ __VA_ARGS__ }) /      \
                            sizeof(struct command))

/* SALES calls back numbers of its country, three times at most. */
extern const struct command_set_queue callback_house_settings;

/** A house in which who waits for SALES is asked at key 1. */
void callback_house_begin(struct story *story);

/** A queue calls back as the settings say, and is else what it was. */
void callback_house_set(struct story *story, uint64_t queue_id,
                        const struct command_set_queue *settings);

/** Gives the commands, all of which must be done, and lets WAIT() pass; what
 *  the last one wrote stays in the outbox. */
void callback_house_lead(struct story *story, const struct command *steps,
                         size_t most);

/** The names of what the last step wrote are these. */
void callback_house_expect(const struct story *story, const char *expected);

/** NULL: there is none. */
const struct callback_row *callback_of(const struct story *story, uint64_t id);

#endif
