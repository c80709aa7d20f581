/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ladder that scrolls. */

#include "console/ladder_view.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/key.h"
#include "console/ladder.h"
#include "tui/scroll.h"

struct ladder_view {
    struct program *program;
    uint64_t contact_id;
    struct json_t *items; /* NULL: not told yet */
    struct safe_text complaint;
    long top;
    int rows; /* as drawn last */
};

static void told(void *owner, const struct outcome *outcome)
{
    struct ladder_view *view = owner;

    view->items = value_free(view->items);
    safe_text_copy(&view->complaint, "");
    if (outcome->is_done)
        view->items = value_share(value_get(outcome->value, "items"));
    else
        view->complaint = outcome->complaint;
}

static void ask(struct ladder_view *view)
{
    program_send(view->program, &(struct errand){
                                    .route = ROUTE_CONTACT_TRACE,
                                    .id = view->contact_id,
                                    .done = told,
                                    .owner = view,
                                    .is_quiet = true,
                                });
}

static void draw_line(const struct surface *surface, int row, struct look look,
                      const char *text)
{
    surface_words(surface, (struct place){ row, 0, 0, false }, look, text);
}

static void draw_state(const struct ladder_view *view,
                       const struct surface *surface)
{
    if (view->complaint.text[0])
        surface_text(surface, (struct place){ 1, 0, 0, false }, LOOK(CRIT, 0),
                     &view->complaint);
    else
        surface_label(surface, (struct place){ 1, 0, 0, false }, LOOK(DIM, 0),
                      N_("Loading…"));
}

static bool is_message(const struct json_t *item)
{
    const char *kind = value_get_text(item, "kind");

    return kind && kind[0] == 'm';
}

static void view_draw(void *state, const struct surface *surface)
{
    struct ladder_view *view = state;
    char text[LADDER_SIZE];
    int columns =
        surface->columns < LADDER_LEAST ? LADDER_LEAST : surface->columns;

    view->rows = surface->rows - 1;
    ladder_write_head(surface->style->language, columns, text);
    draw_line(surface, 0, LOOK(DIM, 0), text);
    if (!view->items) {
        draw_state(view, surface);
        return;
    }
    for (int row = 0; row < view->rows; row++) {
        size_t at = (size_t)(view->top + row);

        if (at >= value_count(view->items))
            break;

        const struct json_t *item = value_at(view->items, at);

        ladder_write(item, columns, text);
        draw_line(surface, 1 + row,
                  is_message(item) ? LOOK(TEXT, 0) : LOOK(DIM, 0), text);
    }
    surface_cursor(surface, 1, 0, true);
}

static void scroll(struct ladder_view *view, long by)
{
    long last = (long)value_count(view->items) - view->rows;

    view->top += by;
    if (view->top > last)
        view->top = last;
    if (view->top < 0)
        view->top = 0;
}

static bool view_input(void *state, const struct input *input)
{
    struct ladder_view *view = state;
    long by;

    if (!scroll_input(input, view->rows, &by))
        return false;
    scroll(view, by);
    return true;
}

static bool view_run(void *state, int action)
{
    struct ladder_view *view = state;

    if (action != DO_RELOAD_TRACE)
        return false;
    ask(view);
    return true;
}

static void view_trail(const void *state, struct safe_text *ret_name)
{
    const struct ladder_view *view = state;

    safe_text_format(ret_name, "%s %" PRIu64,
                     program_text(view->program, N_("Trace")),
                     view->contact_id);
}

static void view_free(void *state)
{
    struct ladder_view *view = state;

    errands_forget(view->program->errands, view);
    value_free(view->items);
    free(view);
}

static const struct view_kind view_kind = {
    .scopes = { SCOPE_TRACE },
    .draw = view_draw,
    .input = view_input,
    .run = view_run,
    .trail = view_trail,
    .free = view_free,
};

const char *ladder_view_hindrance(const struct program *program)
{
    assert(program);
    if (!program_is_live(program))
        return N_("Offline: nothing is sent, so that nothing happens too "
                  "late.");
    return program_may(program, PERMISSION_TRACE_SEE)
               ? NULL
               : N_("This needs the right trace.see.");
}

int ladder_view_open(struct program *program, uint64_t contact_id)
{
    assert(program);
    struct ladder_view *view = calloc(1, sizeof(*view));

    if (!view)
        return -ENOMEM;
    view->program = program;
    view->contact_id = contact_id;
    ask(view);
    return ui_push(program->ui, &view_kind, view);
}
