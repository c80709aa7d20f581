/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popup with the outside number to which who waits is withdrawn. */

#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/form_popup.h"
#include "console/waiting_inside.h"
#include "wire/value.h"

enum { ID_NUMBER = 1, ID_SEND };
enum { NUMBER_CELLS = 36, NUMBER_MAX = 39 };

static const struct form_field fields[] = {
    { .id = ID_NUMBER,
      .kind = FORM_TEXT,
      .label = N_("Number"),
      .cells = NUMBER_CELLS,
      .max = NUMBER_MAX,
      .is_required = true },
    { .id = ID_SEND, .kind = FORM_BUTTON, .label = N_("Withdraw") },
};

struct sending {
    struct form_popup popup; /* first */
    uint64_t contact_id;
};

static void done(void *owner, const struct outcome *outcome)
{
    struct sending *sending = owner;

    if (form_popup_take(&sending->popup, outcome, ID_NUMBER))
        ui_close(sending->popup.program->ui, sending);
}

/* Blanks are for people. */
static void read_number(const char *typed, char ret_number[NUMBER_MAX + 1])
{
    size_t length = 0;

    for (; *typed && length < NUMBER_MAX; typed++)
        if (*typed != ' ')
            ret_number[length++] = *typed;
    ret_number[length] = '\0';
}

static void send(struct sending *sending)
{
    char number[NUMBER_MAX + 1];
    struct json_t *body;

    if (!form_popup_is_ready(&sending->popup))
        return;
    read_number(form_text(sending->popup.form, ID_NUMBER), number);
    body = value_object();
    (void)value_set_text(body, "target",
                         word_spell(&word_list_destination, TO_NUMBER));
    (void)value_set_text(body, "number", number);
    form_popup_send(&sending->popup,
                    (struct errand){ .route = ROUTE_CONTACT_WITHDRAW,
                                     .id = sending->contact_id,
                                     .body = body,
                                     .done = done });
}

static bool sending_input(void *state, const struct input *input)
{
    struct sending *sending = state;
    enum form_event event = form_input(sending->popup.form, input);

    if (event == FORM_PRESSED || event == FORM_ENTERED)
        send(sending);
    return event != FORM_IGNORED;
}

static void sending_titles(const void *state, const struct style *style,
                           struct safe_text *ret_left,
                           struct safe_text *ret_right)
{
    (void)state;
    safe_text_copy(ret_left,
                   lang_text(style->language, N_("Withdraw to where")));
    safe_text_copy(ret_right, "");
}

static void sending_free(void *sending)
{
    form_popup_done(sending);
    free(sending);
}

static const struct view_kind sending_kind = {
    .is_popup = true,
    .hint = N_("Enter has it called, as +44 161 496 0102   Esc leaves it"),
    .draw = form_popup_draw,
    .input = sending_input,
    .is_typing = form_popup_is_typing,
    .size = form_popup_size,
    .titles = sending_titles,
    .free = sending_free,
};

int waiting_ask_number(const struct waiting *waiting)
{
    struct sending *sending = calloc(1, sizeof(*sending));

    if (!sending)
        return -ENOMEM;
    sending->contact_id = waiting->subject_id;
    int rc = form_popup_init(&sending->popup, waiting->program, fields,
                             (int)(sizeof(fields) / sizeof(fields[0])));
    if (rc < 0) {
        free(sending);
        return rc;
    }
    return ui_push(waiting->program->ui, &sending_kind, sending);
}
