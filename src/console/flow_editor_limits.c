/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popup with what a call may take in the flow. */

#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/flow_editor_inside.h"
#include "console/form_popup.h"

enum { ID_STEPS = 1, ID_TIME, LIMIT_CELLS = 10 };

struct limits_popup {
    struct form_popup popup; /* first: see form_popup.h */
    struct flow_editor *editor;
};

/* An empty field is no limit of the flow's own. */
static int64_t number_of(const struct limits_popup *popup, int id)
{
    int64_t number = 0;

    (void)form_number(popup->popup.form, id, &number);
    return number;
}

/* A time that nobody has touched stays, also one that is no whole second. */
static void keep(struct limits_popup *popup)
{
    struct flow_editor *editor = popup->editor;
    struct flow_limits limits = flow_draft_limits(editor->draft);

    if (!form_popup_is_ready(&popup->popup))
        return;
    limits.max_steps = number_of(popup, ID_STEPS);
    if (form_field_is_dirty(popup->popup.form, ID_TIME))
        limits.max_ms = 1000 * number_of(popup, ID_TIME);
    if (form_is_dirty(popup->popup.form) &&
        flow_editor_failed(editor,
                           flow_draft_set_limits(editor->draft, &limits)))
        return;
    flow_editor_follow(editor);
    ui_close(editor->program->ui, popup);
}

static bool limits_input(void *state, const struct input *input)
{
    struct limits_popup *popup = state;
    enum form_event event = form_input(popup->popup.form, input);

    if (event == FORM_ENTERED)
        keep(popup);
    return event != FORM_IGNORED;
}

static void limits_free(void *state)
{
    struct limits_popup *popup = state;

    form_popup_done(&popup->popup);
    free(popup);
}

static const struct view_kind limits_kind = {
    .name = N_("Limits of the flow"),
    .hint = N_("Empty: the most   Enter keeps it   Esc leaves"),
    .is_popup = true,
    .draw = form_popup_draw,
    .input = limits_input,
    .is_typing = form_popup_is_typing,
    .size = form_popup_size,
    .free = limits_free,
};

static const struct form_field limit_fields[] = {
    { .id = ID_STEPS,
      .kind = FORM_NUMBER,
      .label = N_("Steps of a call"),
      .cells = LIMIT_CELLS,
      .min = 1,
      .max = FLOW_MAX_STEPS },
    { .id = ID_TIME,
      .kind = FORM_DURATION,
      .label = N_("Time in flows"),
      .cells = LIMIT_CELLS,
      .min = FLOW_LEAST_MS / 1000,
      .max = FLOW_MAX_MS / 1000 },
};

static void show(struct form *form, int id, int64_t number)
{
    if (number > 0)
        form_set_number(form, id, number);
    else
        form_set_text(form, id, "");
}

int flow_editor_limits(struct flow_editor *editor)
{
    struct limits_popup *popup = calloc(1, sizeof(*popup));
    struct flow_limits limits = flow_draft_limits(editor->draft);
    int rc =
        popup ? form_popup_init(&popup->popup, editor->program, limit_fields, 2)
              : -ENOMEM;

    if (rc < 0) {
        free(popup);
        return rc;
    }
    popup->editor = editor;
    show(popup->popup.form, ID_STEPS, limits.max_steps);
    show(popup->popup.form, ID_TIME, limits.max_ms / 1000);
    return ui_push(editor->program->ui, &limits_kind, popup);
}
