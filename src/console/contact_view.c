/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One contact: what is asked of the server, and keys. */

#include "console/contacts.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/contacts_inside.h"
#include "console/key.h"
#include "tui/scroll.h"
#include "wire/value.h"

static const enum topic topics[] = { TOPIC_QUEUES, TOPIC_DISPOSITIONS,
                                     TOPIC_SKILLS };

enum { TOPICS = sizeof(topics) / sizeof(topics[0]) };

/* What the server tells. */

static bool is_told(struct contact_view *view, const struct outcome *outcome)
{
    if (!outcome->is_done)
        view->complaint = outcome->complaint;
    return outcome->is_done;
}

static void take_contact(void *owner, const struct outcome *outcome)
{
    struct contact_view *view = owner;

    if (is_told(view, outcome))
        shelf_read(SHAPE_CONTACT, outcome->value, &view->row);
}

static void take_list(struct json_t **list, const struct outcome *outcome)
{
    value_free(*list);
    *list = value_share(value_get(outcome->value, "items"));
}

static void take_steps(void *owner, const struct outcome *outcome)
{
    struct contact_view *view = owner;

    if (is_told(view, outcome))
        take_list(&view->steps, outcome);
}

static void take_decisions(void *owner, const struct outcome *outcome)
{
    struct contact_view *view = owner;

    if (is_told(view, outcome))
        take_list(&view->decisions, outcome);
}

static void ask(struct contact_view *view, enum route_id route,
                void (*done)(void *owner, const struct outcome *outcome))
{
    (void)program_send(view->program, &(struct errand){
                                          .route = route,
                                          .id = view->contact_id,
                                          .done = done,
                                          .owner = view,
                                          .is_quiet = true,
                                      });
}

static void ask_all(struct contact_view *view)
{
    safe_text_copy(&view->complaint, "");
    ask(view, ROUTE_CONTACT_READ, take_contact);
    ask(view, ROUTE_CONTACT_PATH, take_steps);
    ask(view, ROUTE_CONTACT_WHY, take_decisions);
}

/* Keys. */

/* By items, which are as high as they are long. */
static void scroll(struct contact_view *view, long by)
{
    size_t count = contact_view_items(view);
    size_t back = by < 0 ? (size_t)-by : 0;

    view->top = by >= 0            ? view->top + (size_t)by
                : view->top > back ? view->top - back
                                   : 0;
    if (view->top >= count)
        view->top = count > 0 ? count - 1 : 0;
}

static bool view_input(void *state, const struct input *input)
{
    enum { PAGE = 8 };
    struct contact_view *view = state;
    long by;

    if (!scroll_input(input, PAGE, &by))
        return false;
    scroll(view, by);
    return true;
}

static bool view_run(void *state, int action)
{
    struct contact_view *view = state;

    if (action != DO_RELOAD_CONTACT)
        return contact_run(view->program, action, view->contact_id);
    ask_all(view);
    return true;
}

/* Coming and going. */

static void view_trail(const void *state, struct safe_text *ret_name)
{
    const struct contact_view *view = state;

    safe_text_format(ret_name, "%s %" PRIu64,
                     program_text(view->program, N_("Contact")),
                     view->contact_id);
}

static void view_free(void *state)
{
    struct contact_view *view = state;

    for (int i = 0; i < TOPICS; i++)
        program_release(view->program, topics[i]);
    errands_forget(view->program->errands, view);
    value_free(view->steps);
    value_free(view->decisions);
    free(view);
}

const struct view_kind contact_view_kind = {
    .scopes = { SCOPE_CONTACT },
    .draw = contact_view_draw,
    .input = view_input,
    .run = view_run,
    .trail = view_trail,
    .free = view_free,
};

int contact_view_open(struct program *program, uint64_t contact_id)
{
    assert(program && contact_id != 0);
    struct contact_view *view = calloc(1, sizeof(*view));

    if (!view)
        return -ENOMEM;
    view->program = program;
    view->contact_id = contact_id;
    for (int i = 0; i < TOPICS; i++)
        program_hold(program, topics[i]);
    ask_all(view);
    return ui_push(program->ui, &contact_view_kind, view);
}
