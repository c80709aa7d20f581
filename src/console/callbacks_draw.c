/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists of callbacks side by side, and the selected one in full. */

#include <inttypes.h>
#include <stdio.h>

#include "base/mark.h"
#include "console/callbacks_inside.h"
#include "console/document_value.h"
#include "console/fact.h"
#include "console/naming.h"
#include "console/word.h"
#include "lang/cells.h"
#include "lang/format.h"
#include "wire/word_label.h"

enum { DETAIL_ROWS = 7, LABEL = 10, LIST_ROWS = 5 };

static const char *const shelf_names[CALLBACKS_SHELVES] = {
    [CALLBACKS_MINE] = N_("My own"),
    [CALLBACKS_TEAM] = N_("Team"),
    [CALLBACKS_OVERDUE] = N_("Overdue"),
    [CALLBACKS_DONE] = N_("Over"),
};

static void draw_shelves(const struct callbacks *callbacks,
                         const struct surface *surface)
{
    int column = 1;

    for (int i = 0; i < CALLBACKS_SHELVES; i++) {
        struct safe_text text;
        bool is_chosen = i == (int)callbacks->shelf;

        safe_text_format(
            &text, "%s %zu", surface_say(surface, shelf_names[i]),
            callbacks_count(callbacks->program, (enum callbacks_shelf)i));
        surface_text(surface, (struct place){ 0, column, 0, false },
                     is_chosen ? LOOK(TEXT, LOOK_BOLD | LOOK_UNDERLINE)
                               : LOOK(DIM, 0),
                     &text);
        column += (int)cells_count(text.text) + 3;
    }
}

static void fact(const struct surface *surface, int row, int column,
                 const char *msgid, const struct safe_text *text)
{
    fact_draw(surface, (struct place){ row, column, LABEL, false }, msgid,
              text);
}

static void word_moment(const struct surface *surface, int64_t wall_us,
                        struct safe_text *ret_text)
{
    char day[FORMAT_SIZE], clock[FORMAT_SIZE];

    format_part(surface->style->language, FORMAT_DAY, wall_us, NULL, day,
                sizeof(day));
    format_part(surface->style->language, FORMAT_CLOCK, wall_us, NULL, clock,
                sizeof(clock));
    safe_text_format(ret_text, "%s %s", day, clock);
}

static void word_asked(const struct topic_callbacks *callback,
                       const struct surface *surface,
                       struct safe_text *ret_text)
{
    const char *origin = word_label(
        &word_list_callback_origin,
        word_spell(&word_list_callback_origin, (int)callback->origin));
    struct safe_text when;

    word_moment(surface, callback->asked_wall_us, &when);
    safe_text_format(ret_text, "%s, %s", when.text,
                     surface_say(surface, origin));
}

static void word_owner(const struct program *program,
                       const struct topic_callbacks *callback,
                       struct safe_text *ret_text)
{
    if (callback->agent_id)
        naming_agent(program, callback->agent_id, &callback->agent, ret_text);
    else
        safe_text_copy(ret_text,
                       program_text(program, N_("anybody of the queue")));
}

static void draw_facts(const struct program *program,
                       const struct topic_callbacks *callback,
                       const struct surface *surface)
{
    int half = surface->columns / 2;
    struct safe_text text;

    word_asked(callback, surface, &text);
    fact(surface, 1, 1, N_("Asked"), &text);
    safe_text_copy(&text, callback->note.text);
    fact(surface, 2, 1, N_("Reason"), &text);
    callbacks_word_number(program, callback, &text);
    fact(surface, 3, 1, N_("Number"), &text);
    word_owner(program, callback, &text);
    fact(surface, 4, 1, N_("Who calls"), &text);
    word_moment(surface, callback->expires_us, &text);
    if (callback->state < CALLBACK_REACHED)
        fact(surface, 3, half, N_("Given up"), &text);
    safe_text_copy(
        &text, surface_say(surface, document_word(&word_list_speech,
                                                  (int)callback->language)));
    fact(surface, 4, half, N_("Language"), &text);
    safe_text_format(&text, "%" PRIu64, callback->contact_id);
    if (callback->contact_id)
        fact(surface, 5, 1, N_("Contact"), &text);
}

static void draw_history(const struct callbacks *callbacks,
                         const struct surface *surface)
{
    const struct callbacks_history *history = &callbacks->history;
    struct safe_text text = history->words;

    if (!history->is_told)
        safe_text_copy(&text, "…");
    else if (!text.text[0])
        safe_text_copy(&text, surface_say(surface, N_("not called yet")));
    fact(surface, 6, 1, N_("History"), &text);
}

static void draw_selected(struct callbacks *callbacks,
                          const struct surface *surface)
{
    const struct replica_row *row =
        roll_selected(callbacks->rolls[callbacks->shelf]);
    struct safe_text who, there;

    if (!row) {
        surface_rule(surface, 0, surface_say(surface, N_("Selected")), NULL);
        return;
    }
    callbacks_word_who(callbacks->program, row->fields, &who);
    surface_rule(surface, 0, who.text,
                 callbacks_word_there(callbacks->program, row->fields, &there)
                     ? there.text
                     : NULL);
    draw_facts(callbacks->program, row->fields, surface);
    callbacks_ask_history(callbacks, row->fields);
    draw_history(callbacks, surface);
}

static void draw_empty(const struct callbacks *callbacks,
                       const struct surface *surface)
{
    static const char *const words[CALLBACKS_SHELVES] = {
        [CALLBACKS_MINE] = N_("Nobody waits for you to call back."),
        [CALLBACKS_TEAM] = N_("Nobody is to be called back."),
        [CALLBACKS_OVERDUE] = N_("Nothing is overdue."),
        [CALLBACKS_DONE] = N_("Nobody was called back in the last day."),
    };

    surface_words(surface, (struct place){ 2, 1, 0, false }, LOOK(DIM, 0),
                  surface_say(surface, words[callbacks->shelf]));
}

void callbacks_draw(void *state, const struct surface *surface)
{
    struct callbacks *callbacks = state;
    struct roll *roll = callbacks->rolls[callbacks->shelf];
    bool has_detail = surface->rows >= DETAIL_ROWS + LIST_ROWS;
    bool has_plan = surface->rows >= DETAIL_ROWS + LIST_ROWS + PLAN_ROWS;
    int plan_rows = has_plan ? PLAN_ROWS : 0;
    int rows = surface->rows - 1 - (has_detail ? DETAIL_ROWS : 0) - plan_rows;
    struct surface list = surface_part(surface, 1, 0, rows, surface->columns);

    draw_shelves(callbacks, surface);
    roll_draw(roll, &list, true);
    if (roll_count(roll) == 0)
        draw_empty(callbacks, &list);
    if (has_detail) {
        struct surface detail =
            surface_part(surface, 1 + rows, 0, DETAIL_ROWS, surface->columns);
        draw_selected(callbacks, &detail);
    }
    if (has_plan) {
        struct surface plan = surface_part(surface, surface->rows - PLAN_ROWS,
                                           0, PLAN_ROWS, surface->columns);
        callbacks_draw_plan(callbacks, &plan);
    }
}
