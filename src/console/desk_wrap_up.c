/* SPDX-License-Identifier: GPL-3.0-or-later */
/* After a call: pick a disposition, finish the notes, see the time left. */

#include "console/callback_wish.h"
#include "console/desk_bar.h"
#include "console/desk_face.h"
#include "console/desk_fetch.h"
#include "console/desk_line.h"
#include "console/desk_notes.h"

#include "base/mark.h"
#include "console/word.h"

static int64_t left_us(const struct desk *desk)
{
    const struct replica_row *row = program_agent(desk->program);

    return replica_left_us(row, desk_agent(desk)->wrap_up_left_us,
                           program_now_us(desk->program));
}

/* "talk 6:12  hold 0:41 (1×)  recorded", as far as it was seen. */
static void talk_words(const struct desk *desk, const struct surface *surface,
                       int64_t ended_us, struct safe_text *ret_text)
{
    const struct desk_caller *caller = &desk->caller;
    int64_t held_us = desk_caller_held_us(caller, ended_us);
    char talk[WORD_TIME_SIZE], hold[WORD_TIME_SIZE];
    struct safe_text before;

    safe_text_copy(ret_text, "");
    if (!caller->is_talk_told)
        return;
    word_duration(ended_us - caller->began_us - held_us, talk);
    word_duration(held_us, hold);
    /* TRANSLATORS: how long a call that has ended was spoken and held */
    safe_text_format(ret_text, surface_say(surface, N_("talk %s  hold %s")),
                     talk, hold);
    before = *ret_text;
    if (caller->holds > 0 && held_us >= 1000000) /* those of another are not */
        safe_text_format(ret_text, "%s (%d×)", before.text, (int)caller->holds);
    if (!caller->is_recorded)
        return;
    before = *ret_text;
    safe_text_format(ret_text, "%s  %s", before.text,
                     /* TRANSLATORS: of the call that has ended */
                     surface_say(surface, N_("recorded")));
}

static void draw_ended(const struct desk *desk, const struct surface *surface)
{
    int64_t age_us = program_state_age_us(desk->program);
    char clock[WORD_TIME_SIZE];
    struct safe_text title, talk;

    word_clock(program_wall_us(desk->program) - age_us, false, clock);
    safe_text_format(&title, surface_say(surface, N_("Call ended %s")), clock);
    talk_words(desk, surface, program_now_us(desk->program) - age_us, &talk);
    surface_rule(surface, 0, title.text, talk.text[0] ? talk.text : NULL);
    desk_caller_draw(desk, surface, 1);
}

/* What the bar stands for when it is full. */
static int64_t whole_us(const struct topic_agents *agent,
                        const struct event_queue_set *queue, int64_t left)
{
    bool is_timed = agent->wrap_up == WRAP_UP_MANDATORY_TIMED ||
                    agent->wrap_up == WRAP_UP_OPTIONAL_TIMED;

    if (!queue)
        return left;

    return 1000 * (is_timed ? queue->wrap_up_ms : queue->wrap_up_max_ms);
}

/* The time, and what becomes of it. */
static void draw_time(const struct desk *desk, const struct surface *surface,
                      int row)
{
    const struct topic_agents *agent = desk_agent(desk);
    const struct replica_row *settings = replica_find(
        program_rows(desk->program), TOPIC_QUEUE_SETTINGS, agent->queue_id);
    const struct event_queue_set *queue = settings ? settings->fields : NULL;
    char time[WORD_TIME_SIZE];
    int64_t left = left_us(desk);

    if (left < 0) {
        surface_label(surface, (struct place){ row, 1, 0, false }, LOOK(DIM, 0),
                      N_("No time limit: it ends when you save."));
        return;
    }
    int used = surface_label(surface, (struct place){ row, 1, 0, false },
                             LOOK(TEXT, 0), N_("Time left"));
    word_duration(left, time);
    desk_bar_draw(
        surface,
        (struct place){ row, used + 3, surface->columns - used - 12, false },
        left, whole_us(agent, queue, left));
    surface_words(surface, (struct place){ row, surface->columns - 8, 7, true },
                  LOOK(TEXT, 0), time);
    surface_label(surface, (struct place){ row + 1, 1, 0, false }, LOOK(DIM, 0),
                  agent->has_request
                      ? N_("When it runs out: kept without a disposition, "
                           "then the state you asked for.")
                      : N_("When it runs out: kept without a disposition, "
                           "and you are ready."));
}

/* Whom to call back after this call, once it is saved. */
static void draw_callback(const struct desk *desk,
                          const struct surface *surface, int row)
{
    int used = surface_label(surface, (struct place){ row, 1, 0, false },
                             LOOK(DIM, 0), N_("Call back"));
    struct safe_text text;

    callback_wish_word(desk->program, &text);
    surface_text(surface, (struct place){ row, used + 3, 0, false },
                 LOOK(TEXT, 0), &text);
}

void desk_wrap_up_look(struct desk *desk)
{
    enum { SETTLED_US = 1000000 };
    bool is_settled = program_state_age_us(desk->program) >= SETTLED_US;
    int due = is_settled ? 2 : 1;

    if (desk_agent(desk)->state != AGENT_ACW || desk->is_end_told ||
        desk->end_asks >= due)
        return;
    desk->end_asks = due;
    desk_fetch_end(desk);
}

void desk_wrap_up_draw(struct desk *desk, const struct surface *surface)
{
    int list_rows = (surface->rows - 7) / 2;
    int callback_at = 3 + list_rows;
    int notes_at = callback_at + 1;
    struct surface list =
        surface_part(surface, 3, 0, list_rows, surface->columns);

    draw_ended(desk, surface);
    surface_rule(surface, 2, surface_say(surface, N_("Disposition")),
                 desk_agent(desk)->disposition_needed
                     ? surface_say(surface, N_("required"))
                     : NULL);
    wrap_up_draw(&desk->wrap_up, &list);
    draw_callback(desk, surface, callback_at);
    desk_notes_draw(desk, surface, notes_at, surface->rows - notes_at - 2);
    draw_time(desk, surface, surface->rows - 2);
}
