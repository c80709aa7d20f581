/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of contacts, the selected one, and how far all is. */

#include <inttypes.h>
#include <string.h>

#include "base/mark.h"
#include "console/contact_words.h"
#include "console/contacts_inside.h"
#include "console/fact.h"
#include "console/shelf_table.h"

enum {
    LABEL = 11,
    FACT_ROWS = 3, /* of the selected one */
    INSPECTOR_ROWS = 1 + FACT_ROWS,
    LIST_ROWS = 5, /* at least, where there is an inspector */
};

static void fact(const struct surface *surface, int row, const char *msgid,
                 const struct safe_text *text)
{
    fact_draw(surface, (struct place){ row, 1, LABEL, false }, msgid, text);
}

static void draw_facts(const struct contacts *contacts,
                       const struct shelf_row *row,
                       const struct surface *surface)
{
    const struct shape_contact *contact = &row->contact;
    int half = surface->columns / 2;
    struct surface left = surface_part(surface, 0, 0, FACT_ROWS, half - 1);
    struct surface right =
        surface_part(surface, 0, half, FACT_ROWS, surface->columns - half);
    struct safe_text text;

    shelf_word_number(contacts->program, &contact->caller, row->is_masked,
                      &text);
    fact(&left, 0, N_("Number"), &text);
    safe_text_number(&text, contact->called.text, strlen(contact->called.text));
    fact(&left, 1, N_("Called"), &text);
    contact_word_queue(contacts->program, contact, &text);
    fact(&right, 0, N_("Queue"), &text);
    contact_word_agent(contacts->program, contact, &text);
    fact(&right, 1, N_("Agent"), &text);
    safe_text_copy(&text, contact->tags.text);
    fact(surface, 2, N_("Tags"), &text);
}

/* Which, when and which way on the rule; how it ended in full. */
static void draw_inspector(const struct contacts *contacts,
                           const struct surface *surface)
{
    const struct shelf_row *row =
        shelf_table_selected(contacts->shelf, contacts->table);
    struct surface facts =
        surface_part(surface, 1, 0, FACT_ROWS, surface->columns);
    struct safe_text when, way, title, end;

    if (!row) {
        surface_rule(surface, 0, surface_say(surface, N_("Selected")), NULL);
        return;
    }
    shelf_word_when(contacts->program, row->contact.arrived_wall_us, &when);
    contact_word_direction(contacts->program, &row->contact, &way);
    safe_text_format(&title, "%s %" PRIu64 "  %s, %s",
                     surface_say(surface, N_("Contact")),
                     row->contact.contact_id, when.text, way.text);
    contact_word_end(contacts->program, &row->contact, &end);
    surface_rule(surface, 0, title.text, end.text);
    draw_facts(contacts, row, &facts);
}

/* The last row. */
static void draw_state(const struct contacts *contacts,
                       const struct surface *surface, int row)
{
    struct safe_text text;
    size_t place;

    if (shelf_mistake(contacts->shelf, &place)) {
        shelf_table_draw_mistake(
            surface, row, contacts->filter, place,
            N_("not understood from here, as in: tags has vip and wait_us > "
               "1m"));
        return;
    }
    shelf_word_count(contacts->shelf, surface->style, &text);
    int cells = surface_text(surface, (struct place){ row, 1, 0, false },
                             LOOK(DIM, 0), &text);
    if (contacts->fresh == 0)
        return;
    safe_text_format(&text, surface_say(surface, N_("%d new: r reloads")),
                     contacts->fresh);
    surface_text(surface, (struct place){ row, cells + 4, 0, false },
                 LOOK(TITLE, 0), &text);
}

static void draw_emptiness(const struct contacts *contacts,
                           const struct surface *surface)
{
    if (shelf_count(contacts->shelf) == 0 &&
        shelf_state(contacts->shelf) == SHELF_WHOLE)
        surface_label(surface, (struct place){ 1, 3, 0, false }, LOOK(DIM, 0),
                      N_("There are no contacts here."));
}

void contacts_draw(void *state, const struct surface *surface)
{
    struct contacts *contacts = state;
    int room = surface->rows - 1;
    int low = room >= LIST_ROWS + INSPECTOR_ROWS ? INSPECTOR_ROWS : 0;
    struct surface list =
        surface_part(surface, 0, 0, room - low, surface->columns);

    table_draw(contacts->table, &list, true, ui_now_us(contacts->program->ui));
    draw_emptiness(contacts, &list);
    if (low > 0) {
        struct surface inspector =
            surface_part(surface, room - low, 0, low, surface->columns);

        draw_inspector(contacts, &inspector);
    }
    draw_state(contacts, surface, surface->rows - 1);
}
