/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The frame of a popup with a form. */

#include "console/form_popup.h"

#include <assert.h>

enum { ERROR_ROWS = 2 }; /* kept free, so that it does not grow with them */

int form_popup_init(struct form_popup *popup, struct program *program,
                    const struct form_field *fields, int count)
{
    assert(popup && program && fields);

    *popup = (struct form_popup){ .program = program };
    int rc = form_new(fields, count, &popup->form);

    if (rc == 0)
        popup->rows = form_rows(popup->form, FORM_POPUP_CELLS) + ERROR_ROWS;
    return rc;
}

void form_popup_done(struct form_popup *popup)
{
    errands_forget(popup->program->errands, popup);
    popup->form = form_free(popup->form);
}

bool form_popup_is_ready(struct form_popup *popup)
{
    return !popup->is_sent &&
           form_review(popup->form, program_language(popup->program)) == 0;
}

void form_popup_send(struct form_popup *popup, struct errand errand)
{
    errand.owner = popup;
    errand.is_quiet = true;
    popup->is_sent = program_send(popup->program, &errand);
}

void form_popup_complain(struct form_popup *popup, int id, const char *text)
{
    form_set_error(popup->form, id, text);
    form_focus(popup->form, id);
}

bool form_popup_take(struct form_popup *popup, const struct outcome *outcome,
                     int id)
{
    popup->is_sent = false;
    if (!outcome->is_done)
        form_popup_complain(popup, id, outcome->complaint.text);
    return outcome->is_done;
}

void form_popup_draw(void *state, const struct surface *surface)
{
    form_draw(((struct form_popup *)state)->form, surface, true);
}

bool form_popup_is_typing(const void *state)
{
    return form_is_typing(((const struct form_popup *)state)->form);
}

void form_popup_size(const void *state, int *ret_rows, int *ret_columns)
{
    const struct form_popup *popup = state;
    int rows = form_rows(popup->form, FORM_POPUP_CELLS);

    *ret_columns = FORM_POPUP_CELLS;
    *ret_rows = rows > popup->rows ? rows : popup->rows;
}
