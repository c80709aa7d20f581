/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendars above, the next days of the selected one below. */

#include "console/queue_hours.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_form.h"
#include "console/document_pages.h"
#include "console/document_value.h"
#include "console/key.h"
#include "console/night_until.h"
#include "console/queue_hours_inside.h"
#include "tui/prose.h"

enum { LEAST_LIST = 3, NAME_CELLS = 16, ZONE_CELLS = 20, USE_COLUMN = 20 };

struct queue_hours {
    struct program *program;
    uint64_t queue_id;
    struct document_form *form;
    struct queue_hours_rows rows;
    struct queue_hours_days days;
    int selected;
    int top; /* the first one that is shown */
};

/* As the form has it, which may be more than is stored. */
static void refresh(struct queue_hours *hours)
{
    const struct queue_hours_own own = {
        (uint64_t)document_pages_integer(hours->form, "calendar_id"),
        (uint64_t)document_pages_integer(hours->form, "callback_calendar_id"),
    };

    queue_hours_gather(hours->program, hours->queue_id, &own, &hours->rows);
    if (hours->selected >= hours->rows.count)
        hours->selected = hours->rows.count > 0 ? hours->rows.count - 1 : 0;
}

/* The selected one; NULL: there is none. */
static const struct queue_hours_row *selected(const struct queue_hours *hours)
{
    return hours->selected < hours->rows.count
               ? &hours->rows.rows[hours->selected]
               : NULL;
}

/* Drawing. */

static void say_use(const struct program *program,
                    const struct queue_hours_row *row,
                    struct safe_text *ret_text)
{
    const char *own = row->is_of_queue && row->is_of_callbacks
                          ? N_("queue, callbacks")
                      : row->is_of_queue ? N_("queue")
                                         : N_("callbacks");
    bool is_own = row->is_of_queue || row->is_of_callbacks;

    own = program_text(program, own);
    if (!row->rules[0])
        safe_text_copy(ret_text, own);
    else if (is_own)
        safe_text_format(ret_text, program_text(program, N_("%s; rules: %s")),
                         own, row->rules);
    else
        safe_text_format(ret_text, program_text(program, N_("rules: %s")),
                         row->rules);
}

static void draw_calendar(const struct queue_hours *hours,
                          const struct surface *surface, int at, int n)
{
    const struct queue_hours_row *row = &hours->rows.rows[n];
    int zone = surface->columns - ZONE_CELLS;
    bool is_selected = n == hours->selected;
    struct look look = is_selected ? LOOK(TITLE, 0) : LOOK(TEXT, 0);
    struct safe_text text;

    if (is_selected) {
        surface_glyph(surface, at, 1, LOOK(TITLE, 0), GLYPH_FOCUS);
        surface_focus(surface, at);
    }
    document_name(hours->program, DOCUMENT_CALENDAR, row->id, &text);
    surface_text(surface, (struct place){ at, 3, NAME_CELLS, false }, look,
                 &text);
    say_use(hours->program, row, &text);
    surface_text(surface,
                 (struct place){ at, USE_COLUMN, zone - USE_COLUMN - 1, false },
                 LOOK(TEXT, 0), &text);
    safe_text_copy(&text, row->calendar ? row->calendar->zone.text : "");
    surface_text(surface, (struct place){ at, zone, ZONE_CELLS - 1, false },
                 LOOK(DIM, 0), &text);
}

static int shown(const struct queue_hours *hours, int room)
{
    int rest = hours->rows.count - hours->top;

    return rest < room ? rest : room;
}

/* So that the selected one is in sight, and no room is left empty. */
static void follow(struct queue_hours *hours, int room)
{
    int last = hours->rows.count > room ? hours->rows.count - room : 0;

    if (hours->top > hours->selected)
        hours->top = hours->selected;
    if (hours->top <= hours->selected - room)
        hours->top = hours->selected - room + 1;
    if (hours->top > last)
        hours->top = last;
}

static void draw_list(const struct queue_hours *hours,
                      const struct surface *surface)
{
    struct surface text =
        surface_part(surface, 0, 3, surface->rows, surface->columns - 4);

    if (hours->rows.count == 0)
        prose_draw(&text, LOOK(DIM, 0),
                   surface_say(surface, N_("No calendar closes it, callers are "
                                           "called back at any hour, and no "
                                           "rule that leads here asks one. A "
                                           "flow may: its picture tells.")));
    for (int i = 0; i < shown(hours, surface->rows); i++)
        draw_calendar(hours, surface, i, hours->top + i);
}

/* Whether the night switch has it closed; and how many are out of sight. */
static void draw_heading(const struct queue_hours *hours,
                         const struct surface *surface, int more)
{
    const struct replica_row *row = replica_find(program_rows(hours->program),
                                                 TOPIC_QUEUES, hours->queue_id);
    const char *heading = surface_say(surface, N_("Calendars that count"));
    struct safe_text state = { .text = "" }, left, count;

    if (row)
        night_until_say(hours->program, row->fields, &state);
    safe_text_copy(&left, heading);
    if (more > 0) {
        safe_text_format(&count, surface_say(surface, N_("%d more")), more);
        safe_text_format(&left, "%s, %s", heading, count.text);
    }
    surface_rule(surface, 0, left.text, state.text[0] ? state.text : NULL);
}

static void draw_low(struct queue_hours *hours, const struct surface *surface)
{
    const struct queue_hours_row *row = selected(hours);
    struct surface rest =
        surface_part(surface, 1, 0, surface->rows - 1, surface->columns);
    struct safe_text name;

    if (!row || !row->calendar || rest.rows < 2)
        return;
    queue_hours_ask(hours->program, row->calendar, &hours->days);
    document_name(hours->program, DOCUMENT_CALENDAR, row->id, &name);
    surface_rule(surface, 0, name.text,
                 surface_say(surface, N_("today and the next days, there")));
    queue_hours_draw_days(&rest, &hours->days);
}

static void hours_draw(void *state, const struct surface *surface)
{
    struct queue_hours *hours = state;

    refresh(hours);
    int top = document_pages_draw(hours->form, DOCUMENT_PAGE_HOURS, surface);
    int most = (surface->rows - top) / 3;
    int count = hours->rows.count < LEAST_LIST ? LEAST_LIST : hours->rows.count;
    int list = count < most ? count : most;
    struct surface part =
        surface_part(surface, top, 0, surface->rows - top, surface->columns);
    struct surface rows = surface_part(&part, 1, 0, list, part.columns);
    struct surface low =
        surface_part(&part, list + 1, 0, part.rows - list - 1, part.columns);

    follow(hours, list);
    draw_heading(hours, &part, hours->rows.count - shown(hours, list));
    draw_list(hours, &rows);
    draw_low(hours, &low);
}

/* Keys. */

static bool hours_input(void *state, const struct input *input)
{
    struct queue_hours *hours = state;
    uint32_t stroke = input->kind == INPUT_STROKE ? input->stroke : 0;

    refresh(hours);
    if (stroke == STROKE_UP && hours->selected > 0)
        hours->selected--;
    else if (stroke == STROKE_DOWN && hours->selected + 1 < hours->rows.count)
        hours->selected++;
    return stroke == STROKE_UP || stroke == STROKE_DOWN;
}

static void edit_calendar(struct queue_hours *hours)
{
    const struct queue_hours_row *row = selected(hours);
    struct program *program = hours->program;

    if (!row)
        ui_say(program->ui, SEVERITY_INFO, "%s",
               program_text(program, N_("There is nothing to choose.")));
    else
        (void)document_form_open(program, document_list_of(DOCUMENT_CALENDAR),
                                 row->id);
}

static bool hours_run(void *state, int action)
{
    struct queue_hours *hours = state;

    if (action == DO_QUEUE_CALENDAR)
        document_pages_focus(hours->form, hours, "calendar_id");
    else if (action == DO_QUEUE_HOURS_EDIT)
        edit_calendar(hours);
    else if (action == DO_QUEUE_TAB_SAVE)
        document_pages_save(hours->form, hours);
    else
        return document_pages_run(hours->form, DOCUMENT_PAGE_HOURS, hours,
                                  action);
    return true;
}

static void hours_trail(const void *state, struct safe_text *ret_name)
{
    const struct queue_hours *hours = state;

    safe_text_copy(ret_name, program_text(hours->program, N_("Hours")));
}

static void hours_free(void *state)
{
    free(state);
}

static const struct view_kind hours_kind = {
    .scopes = { SCOPE_QUEUE_HOURS, SCOPE_QUEUE_TAB },
    .draw = hours_draw,
    .input = hours_input,
    .run = hours_run,
    .trail = hours_trail,
    .free = hours_free,
};

int queue_hours_open(struct program *program, uint64_t queue_id,
                     struct document_form *form)
{
    assert(program && form);
    struct queue_hours *hours = calloc(1, sizeof(*hours));

    if (!hours)
        return -ENOMEM;
    hours->program = program;
    hours->queue_id = queue_id;
    hours->form = form;
    return ui_push(program->ui, &hours_kind, hours);
}
