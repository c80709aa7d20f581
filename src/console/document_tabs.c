/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From headings to tabs. */

#include "console/document_tabs.h"

#include <assert.h>

#include "base/mark.h"
#include "console/document_fields_inside.h"
#include "console/document_value.h"
#include "tui/chart.h"

enum { TABS = 16, LEAST_TABS = 5 };

struct tabs {
    const char *names[TABS]; /* msgids */
    int starts[TABS];        /* parts */
    int count;
    int focused;
};

/* What stands above the first heading is general. */
static const char *heading(const struct document_fields *fields, int part)
{
    const char *section =
        document_section(fields->list->record, fields->parts[part].setting);

    return section || part > 0 ? section : N_("General");
}

/* A reference that depends has several parts, and one heading. */
static bool begins(const struct document_fields *fields, int part)
{
    return heading(fields, part) &&
           (part == 0 ||
            fields->parts[part].setting != fields->parts[part - 1].setting);
}

static void gather(const struct document_fields *fields, struct tabs *ret_tabs)
{
    int focused = form_focused(fields->form);

    *ret_tabs = (struct tabs){ .count = 0 };
    for (int i = 0; i < fields->count && ret_tabs->count < TABS; i++) {
        if (!begins(fields, i))
            continue;
        if (document_part_id(i) <= focused)
            ret_tabs->focused = ret_tabs->count;
        ret_tabs->names[ret_tabs->count] = heading(fields, i);
        ret_tabs->starts[ret_tabs->count++] = i;
    }
}

static void add_more(const struct document_tabs_more *more, struct tabs *tabs)
{
    for (int i = 0; i < more->count && tabs->count < TABS; i++) {
        if (i == more->open)
            tabs->focused = tabs->count;
        tabs->names[tabs->count++] = more->names[i];
    }
}

int document_tabs_draw(const struct document_fields *fields,
                       const struct surface *surface,
                       const struct document_tabs_more *more)
{
    struct tabs tabs;

    assert(fields && surface && more);
    gather(fields, &tabs);
    if (tabs.count < LEAST_TABS)
        return 0;
    add_more(more, &tabs);
    chart_tabs(surface, 0, tabs.names, tabs.count, tabs.focused);
    return 1;
}

static void focus(struct document_fields *fields, const struct tabs *tabs,
                  int tab)
{
    form_focus(fields->form, document_part_id(tabs->starts[tab]));
}

bool document_tabs_turn(struct document_fields *fields, bool is_back)
{
    struct tabs tabs;

    assert(fields);
    gather(fields, &tabs);
    int to = tabs.focused + (is_back ? -1 : 1);

    if (to < 0 || to >= tabs.count)
        return false;
    focus(fields, &tabs, to);
    return true;
}

void document_tabs_end(struct document_fields *fields, bool is_last)
{
    struct tabs tabs;

    assert(fields);
    gather(fields, &tabs);
    if (tabs.count > 0)
        focus(fields, &tabs, is_last ? tabs.count - 1 : 0);
}
