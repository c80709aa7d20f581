/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popup with another name for a flow. */

#include "console/flow_rename.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/form_popup.h"

enum { NAME_MAX_CHARACTERS = 63, ID_NAME = 1 };

struct flow_rename {
    struct form_popup popup; /* first: see form_popup.h */
    struct event_flow_set was;
    struct name name; /* that was sent */
};

static void renamed(void *owner, const struct outcome *outcome)
{
    struct flow_rename *naming = owner;
    struct program *program = naming->popup.program;

    if (!form_popup_take(&naming->popup, outcome, ID_NAME))
        return;
    ui_say(
        program->ui, SEVERITY_INFO,
        program_text(program, N_("%s is its name now; what leads to it goes on "
                                 "doing so.")),
        naming->name.text);
    ui_close(program->ui, naming);
}

static void send_name(struct flow_rename *naming)
{
    const char *text = form_text(naming->popup.form, ID_NAME);
    struct json_t *body;
    char tag[DOCUMENT_TAG_SIZE];

    if (!form_popup_is_ready(&naming->popup))
        return;
    (void)snprintf(naming->name.text, sizeof(naming->name.text), "%s", text);
    body = value_object();
    if (value_set_text(body, "name", text) < 0)
        body = value_free(body);
    document_tag(document_kind_info(DOCUMENT_FLOW)->record, &naming->was, tag);
    form_popup_send(&naming->popup, (struct errand){ .route = ROUTE_FLOW_CHANGE,
                                                     .id = naming->was.id,
                                                     .match = tag,
                                                     .body = body,
                                                     .done = renamed });
}

static bool rename_input(void *state, const struct input *input)
{
    struct flow_rename *naming = state;
    enum form_event event = form_input(naming->popup.form, input);

    if (event == FORM_ENTERED)
        send_name(naming);
    return event != FORM_IGNORED;
}

static void rename_free(void *state)
{
    form_popup_done(state);
    free(state);
}

static const struct view_kind rename_kind = {
    .name = N_("Rename the flow"),
    .hint = N_("Enter renames it   Esc leaves"),
    .is_popup = true,
    .draw = form_popup_draw,
    .input = rename_input,
    .is_typing = form_popup_is_typing,
    .size = form_popup_size,
    .free = rename_free,
};

int flow_rename_open(struct program *program, const struct event_flow_set *flow)
{
    assert(program && flow);
    static const struct form_field fields[] = {
        { .id = ID_NAME,
          .kind = FORM_TEXT,
          .label = N_("Short name"),
          .max = NAME_MAX_CHARACTERS,
          .is_required = true },
    };
    struct flow_rename *naming = calloc(1, sizeof(*naming));
    int rc =
        naming ? form_popup_init(&naming->popup, program, fields, 1) : -ENOMEM;

    if (rc < 0) {
        free(naming);
        return rc;
    }
    naming->was = *flow;
    form_set_text(naming->popup.form, ID_NAME, flow->name.text);
    return ui_push(program->ui, &rename_kind, naming);
}
