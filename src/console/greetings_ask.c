/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the greetings are asked for. */

#include <stdlib.h>

#include "console/greetings_inside.h"
#include "wire/record_json.h"
#include "wire/value.h"

enum { MAX_GREETINGS = 10000 };
enum {
    AGAIN_US = 3000000,   /* between two looks at what is being recorded */
    AWAITS_US = 180000000 /* after which nobody is at the phone any more */
};

static void take_list(void *owner, const struct outcome *outcome)
{
    struct greetings *greetings = owner;
    const struct json_t *items = value_get(outcome->value, "items");
    size_t count = outcome->is_done ? value_count(items) : 0;

    if (count > MAX_GREETINGS)
        count = MAX_GREETINGS;
    struct shape_greeting *rows = calloc(count + 1, sizeof(*rows));
    greetings->is_asked = false;
    greetings->is_failed = !rows || !outcome->is_done;
    if (greetings->is_failed) {
        free(rows);
        return;
    }
    free(greetings->rows);
    greetings->rows = rows;
    greetings->count = 0;
    for (size_t i = 0; i < count; i++)
        if (record_from_json(shape_record(SHAPE_GREETING), value_at(items, i),
                             MISSING_KEPT, &rows[greetings->count], NULL) == 0)
            greetings->count++;
}

void greetings_ask(struct greetings *greetings)
{
    greetings->asked_us = program_now_us(greetings->program);
    if (!greetings->is_asked)
        greetings->is_asked = program_send(
            greetings->program, &(struct errand){ .route = ROUTE_GREETING_LIST,
                                                  .done = take_list,
                                                  .owner = greetings });
}

void greetings_await(struct greetings *greetings)
{
    greetings->awaits_until_us = program_now_us(greetings->program) + AWAITS_US;
}

/* A popup may have sent a file. What is recorded nobody tells: agents do not
   see the prompts' topic. */
static void look(void *arg)
{
    struct greetings *greetings = arg;
    struct program *program = greetings->program;
    bool is_covered = ui_top(program->ui, &greetings_kind) != greetings;
    bool is_back = greetings->is_covered && !is_covered;
    int64_t now_us = program_now_us(program);
    bool is_due = now_us < greetings->awaits_until_us &&
                  now_us - greetings->asked_us >= AGAIN_US;

    greetings->is_covered = is_covered;
    if ((is_back || is_due) && program_is_live(program))
        greetings_ask(greetings);
    if (greetings->below.look)
        greetings->below.look(greetings->below.arg);
}

void greetings_follow(struct greetings *greetings)
{
    struct program *program = greetings->program;

    greetings->below = program->follower;
    program->follower = (struct program_follower){ look, greetings };
}

void greetings_follow_no_more(struct greetings *greetings)
{
    struct program *program = greetings->program;

    if (program->follower.arg == greetings)
        program->follower = greetings->below;
}
