/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popup with the class of who waits, what counts as waited besides, and the
   skills that it demands of its own. */

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/form_popup.h"
#include "console/waiting_inside.h"
#include "wire/value.h"

enum { ID_CLASS = 1, ID_ADDED, ID_DEMAND, ID_SET };
enum { FIRST_SERVED = 1, LAST_SERVED = 100, DAY_S = 86400 };

static const struct form_field fields[] = {
    { .id = ID_CLASS,
      .kind = FORM_NUMBER,
      .label = N_("Priority"),
      .cells = 8,
      .min = FIRST_SERVED,
      .max = LAST_SERVED,
      .is_required = true },
    { .id = ID_ADDED,
      .kind = FORM_DURATION,
      .label = N_("Counts as waited"),
      .cells = 12,
      .max = DAY_S,
      .is_required = true },
    { .id = ID_DEMAND,
      .kind = FORM_TEXT,
      .label = N_("Skills from now on"),
      .cells = 30,
      .max = sizeof(((struct note *)0)->text) - 1 },
    { .id = ID_SET, .kind = FORM_BUTTON, .label = N_("Set") },
};

struct setting {
    struct form_popup popup; /* first */
    uint64_t contact_id;
    int64_t added_ms; /* as it was */
    struct safe_text caller;
};

static void done(void *owner, const struct outcome *outcome)
{
    struct setting *setting = owner;
    bool is_class = strcmp(outcome->problem.field, "priority") == 0;

    if (form_popup_take(&setting->popup, outcome,
                        is_class ? ID_CLASS : ID_ADDED))
        ui_close(setting->popup.program->ui, setting);
}

/* The field tells whole seconds: what nobody changed goes back as it was. */
static int64_t added_ms(const struct setting *setting, int64_t typed_s)
{
    return form_field_is_dirty(setting->popup.form, ID_ADDED)
               ? typed_s * 1000
               : setting->added_ms;
}

/* In the line it is seen that it was done. */
static void send_priority(struct setting *setting)
{
    const struct form *form = setting->popup.form;
    struct json_t *body;
    int64_t priority, added_s;

    if (form_number(form, ID_CLASS, &priority) < 0 ||
        form_number(form, ID_ADDED, &added_s) < 0)
        return;
    body = value_object();
    (void)value_set_integer(body, "priority", priority);
    (void)value_set_integer(body, "added_ms", added_ms(setting, added_s));
    form_popup_send(&setting->popup,
                    (struct errand){ .route = ROUTE_CONTACT_PRIORITY,
                                     .id = setting->contact_id,
                                     .body = body,
                                     .done = done });
}

/* The priority alone is not sent again where nobody changed it. */
static void demand_done(void *owner, const struct outcome *outcome)
{
    struct setting *setting = owner;
    struct form *form = setting->popup.form;

    if (!form_popup_take(&setting->popup, outcome, ID_DEMAND))
        return;
    if (!form_field_is_dirty(form, ID_CLASS) &&
        !form_field_is_dirty(form, ID_ADDED)) {
        ui_close(setting->popup.program->ui, setting);
        return;
    }
    form_set_text(form, ID_DEMAND, "");
    send_priority(setting);
}

/* What it demands is not among its rows: an empty field leaves it as it is, and
   a dash gives it back to the queue. */
static void send(struct setting *setting)
{
    const char *demand = form_text(setting->popup.form, ID_DEMAND);
    struct json_t *body;

    if (!form_popup_is_ready(&setting->popup))
        return;
    if (!demand[0]) {
        send_priority(setting);
        return;
    }
    body = value_object();
    (void)value_set_text(body, "demand",
                         strcmp(demand, "-") == 0 ? "" : demand);
    form_popup_send(&setting->popup,
                    (struct errand){ .route = ROUTE_CONTACT_DEMAND,
                                     .id = setting->contact_id,
                                     .body = body,
                                     .done = demand_done });
}

static bool setting_input(void *state, const struct input *input)
{
    struct setting *setting = state;
    enum form_event event = form_input(setting->popup.form, input);

    if (event == FORM_PRESSED || event == FORM_ENTERED)
        send(setting);
    return event != FORM_IGNORED;
}

static void setting_titles(const void *state, const struct style *style,
                           struct safe_text *ret_left,
                           struct safe_text *ret_right)
{
    const struct setting *setting = state;

    safe_text_copy(ret_left,
                   lang_text(style->language, N_("Priority, skills")));
    *ret_right = setting->caller;
}

static void setting_free(void *setting)
{
    form_popup_done(setting);
    free(setting);
}

static const struct view_kind setting_kind = {
    .is_popup = true,
    .hint = N_(
        "1 is served first; 90s, 5m; es>=50; 30s -es, or - as the queue   Esc"),
    .draw = form_popup_draw,
    .input = setting_input,
    .is_typing = form_popup_is_typing,
    .size = form_popup_size,
    .titles = setting_titles,
    .free = setting_free,
};

int waiting_ask_priority(struct program *program,
                         const struct topic_contacts *contact)
{
    assert(program && contact);
    struct setting *setting = calloc(1, sizeof(*setting));

    if (!setting)
        return -ENOMEM;
    setting->contact_id = contact->contact_id;
    setting->added_ms = contact->added_us / 1000;
    safe_text_copy(&setting->caller, contact->caller.text);
    int rc = form_popup_init(&setting->popup, program, fields,
                             (int)(sizeof(fields) / sizeof(fields[0])));
    if (rc < 0) {
        free(setting);
        return rc;
    }
    form_set_number(setting->popup.form, ID_CLASS, contact->priority);
    form_set_number(setting->popup.form, ID_ADDED, contact->added_us / 1000000);
    return ui_push(program->ui, &setting_kind, setting);
}
