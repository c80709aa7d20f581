/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popup with the name of a new flow. */

#include "console/flows.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/key.h"
#include "tui/edit.h"
#include "tui/table.h"
#include "wire/value.h"

enum { ROWS = 4, COLUMNS = 50 };

/* The least that can be run. */
static const char least[] =
    "{\"nodes\": [{\"name\": \"start\", \"type\": \"start\", \"next\": "
    "\"hang_up\"}, {\"name\": \"hang_up\", \"type\": \"hang_up\"}]}";

struct flow_new {
    struct program *program;
    struct edit name;
    bool is_sent;
};

/* Enter opens what is selected. */
static void select_made(struct program *program, const struct outcome *outcome)
{
    struct table *table = ui_table(program->ui);
    int64_t id = value_get_integer(outcome->value, "id", 0);

    if (table && id > 0)
        table_select(table, (uint64_t)id);
}

static void made(void *owner, const struct outcome *outcome)
{
    struct flow_new *popup = owner;
    struct program *program = popup->program;

    popup->is_sent = false;
    if (!outcome->is_done)
        return;
    ui_say(program->ui, SEVERITY_INFO,
           program_text(program, N_("%s is added. Enter opens it.")),
           popup->name.text);
    ui_close(program->ui, popup);
    select_made(program, outcome);
}

static void make(struct flow_new *popup)
{
    struct json_t *body = value_object();
    int rc = value_set_text(body, "name", popup->name.text);

    if (popup->is_sent || popup->name.length == 0) {
        value_free(body);
        return;
    }
    rc |= value_set_text(body, "text", least);
    rc |= value_set_flag(body, "draft", true);
    if (rc < 0)
        body = value_free(body);
    popup->is_sent =
        program_send(popup->program, &(struct errand){
                                         .route = ROUTE_FLOW_CREATE,
                                         .body = body,
                                         .done = made,
                                         .owner = popup,
                                     });
}

static void new_draw(void *state, const struct surface *surface)
{
    struct flow_new *popup = state;

    surface_label(surface, (struct place){ 0, 1, 0, false }, LOOK(TEXT, 0),
                  N_("Short name"));
    surface_glyph(surface, 1, 1, LOOK(TEXT, 0), GLYPH_OPEN_FIELD);
    edit_draw(&popup->name, surface,
              (struct place){ 1, 3, surface->columns - 6, false },
              (struct edit_manner){ LOOK(FIELD, 0), true, false });
    surface_glyph(surface, 1, surface->columns - 2, LOOK(TEXT, 0),
                  GLYPH_CLOSE_FIELD);
    surface_label(surface, (struct place){ 3, 1, 0, false }, LOOK(DIM, 0),
                  N_("a-z 0-9 . _ -, at most 63 of them"));
}

static bool new_input(void *state, const struct input *input)
{
    struct flow_new *popup = state;

    if (input->kind == INPUT_STROKE && input->stroke == STROKE_ENTER) {
        make(popup);
        return true;
    }
    return edit_input(&popup->name, input);
}

static bool new_is_typing(const void *state)
{
    (void)state;
    return true;
}

static void new_size(const void *state, int *ret_rows, int *ret_columns)
{
    (void)state;
    *ret_rows = ROWS;
    *ret_columns = COLUMNS;
}

static void new_free(void *state)
{
    struct flow_new *popup = state;

    errands_forget(popup->program->errands, popup);
    free(popup);
}

static const struct view_kind new_kind = {
    .name = N_("New flow"),
    .hint = N_("Enter adds it   Esc leaves"),
    .is_popup = true,
    .draw = new_draw,
    .input = new_input,
    .is_typing = new_is_typing,
    .size = new_size,
    .free = new_free,
};

int flow_new_open(struct program *program)
{
    assert(program);
    struct flow_new *popup = calloc(1, sizeof(*popup));

    if (!popup)
        return -ENOMEM;
    popup->program = program;
    return ui_push(program->ui, &new_kind, popup);
}
