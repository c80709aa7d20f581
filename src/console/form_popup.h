/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popup that is a form, which is sent as one request. */

#ifndef CONSOLE_FORM_POPUP_H
#define CONSOLE_FORM_POPUP_H

#include "console/program.h"
#include "tui/form.h"

/*
 * What such popups do alike. The struct is the first member of the popup's own,
 * which is the state of its view; so the functions below that have the types of
 * struct view_kind are its members there. What the server refuses stands at the
 * field that it is about, and nothing that was typed is lost.
 */
struct form_popup {
    struct program *program;
    struct form *form;
    int rows;     /* without errors, and with room for two */
    bool is_sent; /* its answer is on its way */
};

enum { FORM_POPUP_CELLS = 58 };

/** Makes the form. @return 0 or -ENOMEM */
int form_popup_init(struct form_popup *popup, struct program *program,
                    const struct form_field *fields, int count);

/** Releases the form, and waits for no answer any more. The popup's own struct
 *  is its own to free. */
void form_popup_done(struct form_popup *popup);

/** Whether it can be sent: it is not on its way, and every field can stand;
 *  else what cannot is marked. */
bool form_popup_is_ready(struct form_popup *popup);

/** Sends it: the popup waits for the answer. @param errand  owner and is_quiet
 *  are filled in */
void form_popup_send(struct form_popup *popup, struct errand errand);

/** Says what is wrong at a field, and goes there. */
void form_popup_complain(struct form_popup *popup, int id, const char *text);

/** Takes an answer. @return whether it was done; else it stands at the field
 *  that it is about */
bool form_popup_take(struct form_popup *popup, const struct outcome *outcome,
                     int id);

/* Of its view. */
void form_popup_draw(void *popup, const struct surface *surface);
bool form_popup_is_typing(const void *popup);
void form_popup_size(const void *popup, int *ret_rows, int *ret_columns);

#endif
