/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of greetings, and what the selected one says. */

#include <string.h>

#include "base/mark.h"
#include "console/greetings_inside.h"
#include "console/prompt_sounds.h"
#include "console/shelf_table.h"
#include "console/show.h"
#include "console/word.h"
#include "tui/prose.h"

enum column {
    COLUMN_BOX,
    COLUMN_GREETING,
    COLUMN_EN,
    COLUMN_ES,
    COLUMN_CS,
    COLUMN_SAYS,
    COLUMN_DAYS,
    COLUMN_COUNT,
};

/* Below the rule: what it says, how that sounds, and when it is heard. */
enum {
    SAID_ROWS = 2,
    LOW_ROWS = 1 + SAID_ROWS + PROMPT_SOUND_ROWS + 1,
    LIST_ROWS = 5,
};

static const struct table_column columns[COLUMN_COUNT] = {
    [COLUMN_BOX] = { N_("Box"), 9, 14, 1, 0, false, false },
    [COLUMN_GREETING] = { N_("Greeting"), 14, 16, 0, 0, false, false },
    [COLUMN_EN] = { "en", 4, 5, 0, 2, false, false },
    [COLUMN_ES] = { "es", 4, 5, 0, 2, false, false },
    [COLUMN_CS] = { "cs", 4, 5, 0, 2, false, false },
    [COLUMN_SAYS] = { N_("Says"), 10, 30, 2, 1, false, false },
    [COLUMN_DAYS] = { N_("Heard"), 23, 23, 0, 3, false, false },
};

/* Rows. */

static size_t source_count(void *arg)
{
    return shelf_count(((const struct greetings *)arg)->shelf);
}

static const struct shape_greeting *at(const struct greetings *greetings,
                                       size_t n)
{
    return &shelf_at(greetings->shelf, n)->greeting;
}

static void source_row(void *arg, size_t row, struct table_row *ret_row)
{
    ret_row->id = at(arg, row)->id;
}

static size_t source_find(void *arg, uint64_t id)
{
    return shelf_find(((const struct greetings *)arg)->shelf, id);
}

void greetings_word_box(const struct greetings *greetings,
                        const struct shape_greeting *greeting,
                        struct safe_text *ret_text)
{
    word_name(&(struct word_names){ &greeting->box, &greeting->label,
                                    &greeting->label_es, &greeting->label_cs },
              program_language(greetings->program), ret_text);
}

/* With a text there is one; without, the sound alone has been recorded. */
static void word_says(const struct greetings *greetings,
                      const struct shape_greeting *greeting,
                      struct safe_text *ret_text)
{
    const char *words = !greeting->prompt_id
                            ? greeting->greeting == GREETING_STANDARD
                                  ? N_("the server's own")
                                  : N_("as standard")
                            : N_("a recording");

    if (greeting->prompt_id && greeting->text.text[0])
        safe_text_copy(ret_text, greeting->text.text);
    else
        safe_text_copy(ret_text, program_text(greetings->program, words));
}

static void word_days(const struct shape_greeting *greeting,
                      struct safe_text *ret_text)
{
    if (greeting->from.text[0] || greeting->until.text[0])
        safe_text_format(ret_text, "%s – %s", greeting->from.text,
                         greeting->until.text);
    else
        safe_text_copy(ret_text, "");
}

static struct look days_look(const struct shape_greeting *greeting)
{
    return greeting->now     ? LOOK(OK, 0)
           : greeting->rests ? LOOK(WARN, 0)
                             : LOOK(TEXT, 0);
}

/* How long it is, or that it is there, while that is not known. A missing
   language is a sign, not a gap: where there is nothing at all, nothing is
   missing. */
static void show_language(const struct greetings *greetings,
                          const struct shape_greeting *greeting,
                          enum speech language, struct table_cell *ret_cell)
{
    const bool is_in[] = { greeting->en, greeting->es, greeting->cs };
    int64_t length_us = prompt_sound_length_us(greetings->program,
                                               greeting->prompt_id, language);

    if (is_in[language] && length_us > 0)
        show_span(ui_style(greetings->program->ui), length_us, &ret_cell->text);
    else
        safe_text_copy(&ret_cell->text, !greeting->prompt_id ? "–"
                                        : is_in[language]    ? "+"
                                                             : "!");
    ret_cell->look = !greeting->prompt_id ? LOOK(DIM, 0)
                     : is_in[language]    ? LOOK(OK, 0)
                                          : LOOK(WARN, 0);
}

static void source_cell(void *arg, size_t row, int column,
                        struct table_cell *ret_cell)
{
    const struct greetings *greetings = arg;
    const struct shape_greeting *greeting = at(greetings, row);
    bool has_prompt = greeting->prompt_id != 0;

    ret_cell->look = has_prompt ? LOOK(TEXT, 0) : LOOK(DIM, 0);
    switch ((enum column)column) {
    case COLUMN_BOX:
        greetings_word_box(greetings, greeting, &ret_cell->text);
        break;
    case COLUMN_GREETING:
        safe_text_copy(&ret_cell->text,
                       program_text(greetings->program,
                                    greeting_text(greeting->greeting)));
        break;
    case COLUMN_EN:
        show_language(greetings, greeting, SPEAKS_EN, ret_cell);
        break;
    case COLUMN_ES:
        show_language(greetings, greeting, SPEAKS_ES, ret_cell);
        break;
    case COLUMN_CS:
        show_language(greetings, greeting, SPEAKS_CS, ret_cell);
        break;
    case COLUMN_SAYS:
        word_says(greetings, greeting, &ret_cell->text);
        break;
    default:
        word_days(greeting, &ret_cell->text);
        ret_cell->look = days_look(greeting);
        break;
    }
}

int greetings_table_new(struct greetings *greetings)
{
    const struct table_source source = {
        .count = source_count,
        .row = source_row,
        .cell = source_cell,
        .find = source_find,
        .arg = greetings,
    };

    return table_new(columns, COLUMN_COUNT, &source, &greetings->table);
}

const struct shape_greeting *greetings_selected(
    const struct greetings *greetings)
{
    const struct shelf_row *row =
        shelf_table_selected(greetings->shelf, greetings->table);

    return row ? &row->greeting : NULL;
}

/* Drawing. */

/* What its days come to today; NULL: nothing that its days do not say. */
static const char *days_tell(const struct shape_greeting *greeting)
{
    if (greeting->now)
        return N_("It is heard today, whatever else is so.");
    if (!greeting->rests)
        return NULL;
    return greeting->greeting == GREETING_STANDARD
               ? N_("Not heard today: the server's own is.")
               : N_("Not heard today: the standard one is.");
}

/* The column of the days goes where the list is narrow: they stand here. */
static void draw_days(const struct shape_greeting *greeting,
                      const struct surface *surface, int row)
{
    struct place place = { row, 1, 0, false };
    const char *tells = days_tell(greeting);
    struct safe_text days;

    word_days(greeting, &days);
    if (!days.text[0]) {
        if (greeting->prompt_id || greeting->greeting == GREETING_HOLIDAY)
            surface_label(surface, place, LOOK(DIM, 0),
                          greeting->greeting == GREETING_HOLIDAY
                              ? N_("It has no days: h sets them.")
                              : N_("Heard on every day: h sets others."));
        return;
    }
    place.column +=
        2 + surface_text(surface, place, days_look(greeting), &days);
    if (tells)
        surface_label(surface, place, days_look(greeting), tells);
}

static void draw_low(const struct greetings *greetings,
                     const struct surface *surface)
{
    const struct shape_greeting *greeting = greetings_selected(greetings);
    struct surface words =
        surface_part(surface, 1, 1, SAID_ROWS, surface->columns - 2);
    struct surface sounds = surface_part(surface, 1 + SAID_ROWS, 0,
                                         PROMPT_SOUND_ROWS, surface->columns);
    struct safe_text text;

    if (!greeting) {
        surface_rule(surface, 0, surface_say(surface, N_("Selected")), NULL);
        return;
    }
    safe_text_copy(&text, greeting->prompt.text);
    surface_rule(surface, 0,
                 surface_say(surface, greeting_text(greeting->greeting)),
                 text.text);
    word_says(greetings, greeting, &text);
    (void)prose_draw(&words, LOOK(TEXT, 0), text.text);
    if (greeting->prompt_id)
        prompt_sounds_draw(greetings->program, greeting->prompt_id, &sounds);
    draw_days(greeting, surface, surface->rows - 1);
}

static void draw_empty(const struct greetings *greetings,
                       const struct surface *surface)
{
    enum shelf_state state = shelf_state(greetings->shelf);
    const char *says =
        state == SHELF_ASKS      ? N_("Fetching...")
        : state == SHELF_FAILED  ? N_("They could not be fetched.")
        : greetings->is_filtered ? N_("No greeting fits the filter.")
                                 : N_("You hear no box.");

    surface_label(surface, (struct place){ .row = 1, .column = 1 },
                  LOOK(DIM, 0), says);
}

static void draw_state(const struct greetings *greetings,
                       const struct surface *surface, int row)
{
    struct place place = { row, 1, 0, false };
    struct safe_text text;
    size_t mistake;

    if (shelf_mistake(greetings->shelf, &mistake)) {
        surface_label(surface, place, LOOK(WARN, 0),
                      N_("The filter is not understood, as in: box ~ sales "
                         "and greeting = holiday"));
        return;
    }
    shelf_word_count(greetings->shelf, surface->style, &text);
    surface_text(surface, place, LOOK(DIM, 0), &text);
}

void greetings_draw(void *state, const struct surface *surface)
{
    struct greetings *greetings = state;
    int room = surface->rows - 1; /* the last row counts them */
    int low = room >= LIST_ROWS + LOW_ROWS ? LOW_ROWS : 0;
    struct surface list =
        surface_part(surface, 0, 0, room - low, surface->columns);

    table_draw(greetings->table, &list, true,
               ui_now_us(greetings->program->ui));
    if (shelf_count(greetings->shelf) == 0)
        draw_empty(greetings, &list);
    if (low > 0) {
        struct surface part =
            surface_part(surface, room - low, 0, low, surface->columns);

        draw_low(greetings, &part);
    }
    draw_state(greetings, surface, room);
}
