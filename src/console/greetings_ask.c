/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the greetings are asked for. */

#include "console/greetings_inside.h"
#include "console/prompt_sounds.h"

enum {
    AGAIN_US = 3000000,   /* between two looks at what is being recorded */
    AWAITS_US = 180000000 /* after which nobody is at the phone any more */
};

void greetings_ask(struct greetings *greetings)
{
    greetings->asked_us = program_now_us(greetings->program);
    shelf_reload(greetings->shelf);
    prompt_sounds_fetch(greetings->program, ROUTE_GREETING_SOUNDS);
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
