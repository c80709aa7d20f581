/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who it is, since when, of which queue, and what the phone can do. */

#include "console/desk_line.h"

#include <string.h>

#include "base/mark.h"
#include "console/key.h"
#include "console/word.h"
#include "lang/capital.h"
#include "wire/word_label.h"

static void title_of(const struct desk *desk, const struct surface *surface,
                     struct safe_text *ret_title)
{
    const struct topic_agents *agent = desk_agent(desk);
    char time[WORD_TIME_SIZE];
    struct safe_text word;

    word_duration(program_state_age_us(desk->program), time);
    word_state(agent->state, surface->style->language, &word);
    safe_text_format(
        ret_title, "%s %s %s",
        glyph_text(surface->style->tier, agent->state == AGENT_TALKING
                                             ? GLYPH_RUN
                                             : word_state_glyph(agent->state)),
        word.text, time);
}

void desk_caller_draw(const struct desk *desk, const struct surface *surface,
                      int row)
{
    const struct replica_row *found = program_agent(desk->program);
    const struct topic_agents *agent = found->fields;
    const struct replica_row *queue = replica_find(
        program_rows(desk->program), TOPIC_QUEUES, agent->queue_id);
    struct safe_text number, name, in;
    char time[WORD_TIME_SIZE];

    safe_text_number(&number, agent->caller.text, strlen(agent->caller.text));
    safe_text_format(&name, agent->caller_name.text[0] ? "\"%s\"" : "%s",
                     agent->caller_name.text);
    safe_text_copy(&in, agent->queue.text);
    if (queue) {
        const struct topic_queues *fields = queue->fields;

        word_name(&(struct word_names){ &fields->name, &fields->label,
                                        &fields->label_es, &fields->label_cs },
                  surface->style->language, &in);
    }
    if (number.text[0] == '\0')
        safe_text_copy(&number, surface_say(surface, N_("number withheld")));
    surface_text(surface, (struct place){ row, 1, 19, false }, LOOK(TITLE, 0),
                 &number);
    surface_text(surface, (struct place){ row, 21, 24, false }, LOOK(TEXT, 0),
                 &name);
    surface_text(surface, (struct place){ row, 46, 17, false }, LOOK(TEXT, 0),
                 &in);
    if (agent->holds == 0)
        return;
    int64_t hold_us = replica_age_us(found, agent->hold_age_us,
                                     program_now_us(desk->program));
    word_duration(agent->talk_hold_us + (hold_us > 0 ? hold_us : 0), time);
    /* TRANSLATORS: how long, and how often a call was on hold */
    safe_text_format(&in, surface_say(surface, N_("hold %s (%d×)")), time,
                     (int)agent->holds);
    surface_text(surface, (struct place){ row, 64, 0, false }, LOOK(DIM, 0),
                 &in);
}

/* The verbs in words: dim when they cannot be done. */
static void draw_verbs(const struct desk *desk, const struct surface *surface,
                       int row)
{
    static const int verbs[] = { DO_HOLD, DO_MUTE, DO_KEYPAD, DO_TRANSFER,
                                 DO_HANG_UP };
    const struct action_table *table = ui_action_table(desk->program->ui);
    int column = 1;

    for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++) {
        const struct action *action = action_of_id(table, verbs[i]);
        struct safe_text reason;
        struct look look = ui_is_possible(desk->program->ui, action, &reason)
                               ? LOOK(TEXT, 0)
                               : LOOK(DIM, 0);
        char key[STROKE_NAME_SIZE];

        stroke_name(action_stroke(action, 0), key);
        column +=
            surface_words(surface, (struct place){ row, column, 0, false },
                          LOOK(KEY, 0), key);
        column += 1 + surface_label(surface,
                                    (struct place){ row, column + 1, 0, false },
                                    look, action->name);
        column += 2;
    }
}

int desk_line_draw(const struct desk *desk, const struct surface *surface)
{
    const struct topic_agents *agent = desk_agent(desk);
    struct safe_text title, word, right = { .text = "" };

    title_of(desk, surface, &title);
    if (agent->has_request) {
        program_state_word(desk->program, agent->requested_state,
                           agent->requested_reason_id, &word);
        /* TRANSLATORS: the state that follows the call */
        safe_text_format(&right, surface_say(surface, N_("then %s")),
                         word.text);
    }
    if (agent->muted)
        safe_text_format(&right, "%s %s",
                         glyph_text(surface->style->tier, GLYPH_CRIT),
                         surface_say(surface, N_("MUTED: you are not heard")));
    surface_rule(surface, 0, title.text, right.text[0] ? right.text : NULL);
    desk_caller_draw(desk, surface, 1);
    draw_verbs(desk, surface, 2);
    return 3;
}

static void draw_contact(const struct shape_previous *contact,
                         const struct surface *surface, int row)
{
    char text[WORD_TIME_SIZE];
    struct safe_text safe;

    word_day(surface->style->language, contact->arrived_wall_us, text);
    surface_words(surface, (struct place){ row, 1, 12, false }, LOOK(TEXT, 0),
                  text);
    word_clock(contact->arrived_wall_us, true, text);
    surface_words(surface, (struct place){ row, 14, 6, false }, LOOK(TEXT, 0),
                  text);
    safe_text_copy(&safe, contact->queue.text);
    surface_text(surface, (struct place){ row, 20, 12, false }, LOOK(DIM, 0),
                 &safe);
    safe_text_copy(&safe, contact->agent.text);
    surface_text(surface, (struct place){ row, 33, 10, false }, LOOK(DIM, 0),
                 &safe);
    if (contact->disposition.text[0])
        safe_text_copy(&safe, contact->disposition.text);
    else
        safe_text_copy(
            &safe,
            surface_say(surface, word_label(&word_list_end_cause,
                                            word_spell(&word_list_end_cause,
                                                       (int)contact->cause))));
    surface_text(surface, (struct place){ row, 44, 15, false }, LOOK(TEXT, 0),
                 &safe);
    safe_text_copy(&safe, contact->note.text);
    surface_text(surface, (struct place){ row, 60, 0, false }, LOOK(DIM, 0),
                 &safe);
}

int desk_previous_draw(const struct desk *desk, const struct surface *surface,
                       int row, int rows)
{
    int count = desk->previous_count;

    if (count > rows - 1)
        count = rows - 1;
    surface_rule(surface, row,
                 surface_say(surface, N_("Earlier contacts of this number")),
                 NULL);
    for (int i = 0; i < count; i++)
        draw_contact(&desk->previous[i], surface, row + 1 + i);
    if (count <= 0)
        surface_label(
            surface, (struct place){ row + 1, 1, 0, false }, LOOK(DIM, 0),
            desk->previous_count < 0 ? N_("not told yet") : N_("none"));
    return rows;
}
