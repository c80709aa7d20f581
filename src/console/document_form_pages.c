/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Screens over a form, from one to the next. */

#include "console/document_pages.h"

#include <assert.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_form_inside.h"
#include "console/document_tabs.h"
#include "console/key.h"
#include "console/queue_agents.h"
#include "console/queue_hours.h"
#include "console/queue_ways.h"

static int64_t id_of(const struct document_form *form)
{
    return field_get_integer(record_field(form->list->record, "id"), form->was);
}

_Static_assert((int)DOCUMENT_PAGES <= (int)DOCUMENT_TABS_MORE,
               "each page has a tab");

int document_pages_of(const struct document_form *form,
                      const char *ret_names[DOCUMENT_PAGES])
{
    assert(form && ret_names);

    if (form->list->kind != DOCUMENT_QUEUE || id_of(form) == 0)
        return 0;
    ret_names[DOCUMENT_PAGE_WAYS] = N_("Ways out");
    ret_names[DOCUMENT_PAGE_HOURS] = N_("Hours");
    ret_names[DOCUMENT_PAGE_MEMBERS] = N_("Agents");
    ret_names[DOCUMENT_PAGE_HISTORY] = N_("History");
    return DOCUMENT_PAGES;
}

void document_pages_open(struct document_form *form, enum document_page page)
{
    assert(form);
    uint64_t id = (uint64_t)id_of(form);

    if (page == DOCUMENT_PAGE_WAYS)
        (void)queue_ways_open(form->program, id, form);
    else if (page == DOCUMENT_PAGE_HOURS)
        (void)queue_hours_open(form->program, id, form);
    else if (page == DOCUMENT_PAGE_MEMBERS)
        (void)queue_agents_open(form->program, id, form);
    else
        document_form_history(form);
}

int document_pages_draw(const struct document_form *form,
                        enum document_page page, const struct surface *surface)
{
    struct document_tabs_more more = { .open = (int)page };

    if (!form)
        return 0;
    more.count = document_pages_of(form, more.names);
    return document_tabs_draw(form->fields, surface, &more);
}

bool document_pages_run(struct document_form *form, enum document_page page,
                        const void *state, int action)
{
    bool is_back = action == DO_QUEUE_TAB_LAST;
    int to = (int)page + (is_back ? -1 : 1);

    if (!form || (!is_back && action != DO_QUEUE_TAB_NEXT))
        return false;
    ui_close(form->program->ui, state);
    if (to >= 0 && to < DOCUMENT_PAGES)
        document_pages_open(form, (enum document_page)to);
    else
        document_tabs_end(form->fields, is_back);
    return true;
}

void document_pages_focus(struct document_form *form, const void *state,
                          const char *setting)
{
    assert(form && setting);
    ui_close(form->program->ui, state);
    document_fields_focus(form->fields, setting);
}

void document_pages_save(struct document_form *form, const void *state)
{
    assert(form && state);
    ui_close(form->program->ui, state);
    document_form_save(form);
}

/* As it would be sent now. */
static const void *typed_now(const struct document_form *form)
{
    memcpy(form->seen, form->was, form->list->record->size);
    document_fields_peek(form->fields, form->seen);
    return form->seen;
}

int64_t document_pages_integer(const struct document_form *form,
                               const char *setting)
{
    assert(form && setting);
    const struct field *field = record_field(form->list->record, setting);

    return field && !field_is_text(field)
               ? field_get_integer(field, typed_now(form))
               : 0;
}

void document_pages_show(const struct document_form *form, const char *setting,
                         struct safe_text *ret_text)
{
    assert(form && setting && ret_text);
    const struct record *record = form->list->record;

    document_show(form->program, record, record_field(record, setting),
                  typed_now(form), ret_text);
}
