/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The agent's last contacts, and what came of each. */

#include "console/desk_idle.h"

#include <string.h>

#include "base/mark.h"
#include "console/contact_words.h"
#include "console/naming.h"
#include "console/word.h"

enum {
    RECENT_CELLS = 84, /* a contact, with the longest of causes */
    HOLDS_CELLS = 13,
};

/* What is left beside the longest of the causes goes to names. */
static int share_cells(int *spare, int most)
{
    int cells = *spare < most ? *spare : most;

    *spare -= cells;
    return cells;
}

/* What came of it: the disposition, or who ended it. */
static void word_outcome(const struct program *program,
                         const struct shape_contact *contact,
                         struct safe_text *ret_text)
{
    contact_word_disposition(program, contact, ret_text);
    if (!ret_text->text[0])
        contact_word_end(program, contact, ret_text);
}

/* At the right end of the row. @return cells used */
static int draw_holds(const struct shape_contact *contact,
                      const struct surface *surface, int row)
{
    struct place place = { row, surface->columns - HOLDS_CELLS, HOLDS_CELLS,
                           true };
    struct safe_text safe;

    /* TRANSLATORS: how often a call that is over was on hold */
    safe_text_format(&safe, surface_say(surface, N_("hold %d×")),
                     (int)contact->holds);
    return surface_text(surface, place, LOOK(DIM, 0), &safe);
}

static void draw_contact(const struct program *program,
                         const struct shape_contact *contact,
                         const struct surface *surface, int row)
{
    int spare =
        surface->columns > RECENT_CELLS ? surface->columns - RECENT_CELLS : 0;
    int name = 8 + share_cells(&spare, 16);
    int queue = 12 + share_cells(&spare, 10);
    struct place place = { row, 1, 6, false };
    char text[WORD_TIME_SIZE];
    struct safe_text safe;

    word_clock(contact->arrived_wall_us, true, text);
    surface_words(surface, place, LOOK(TEXT, 0), text);
    place = (struct place){ row, 7, 4, false };
    surface_label(surface, place, LOOK(DIM, 0),
                  contact->outbound ? N_("out") : N_("in"));
    place = (struct place){ row, 12, 16, false };
    safe_text_number(&safe, contact->caller.text, strlen(contact->caller.text));
    surface_text(surface, place, LOOK(TEXT, 0), &safe);
    place = (struct place){ row, 29, name, false };
    safe_text_copy(&safe, contact->caller_name.text);
    surface_text(surface, place, LOOK(DIM, 0), &safe);
    place = (struct place){ row, place.column + name + 1, queue, false };
    naming_queue(program, contact->queue_id, &contact->queue, &safe);
    surface_text(surface, place, LOOK(DIM, 0), &safe);
    place = (struct place){ row, place.column + queue, 7, true };
    word_duration(contact->talk_us, text);
    surface_words(surface, place, LOOK(TEXT, 0), text);
    place = (struct place){ row, place.column + 9, 0, false };
    if (contact->holds > 0)
        place.cells = surface->columns - draw_holds(contact, surface, row) - 1 -
                      place.column;
    word_outcome(program, contact, &safe);
    surface_text(surface, place, LOOK(DIM, 0), &safe);
}

void desk_recent_draw(const struct desk *desk, const struct surface *surface,
                      int row)
{
    surface_rule(surface, row, surface_say(surface, N_("Recent")), NULL);
    for (int i = 0; i < desk->recent_count && row + 1 + i < surface->rows; i++)
        draw_contact(desk->program, &desk->recent[i], surface, row + 1 + i);
    if (desk->recent_count == 0)
        surface_label(surface, (struct place){ row + 1, 1, 0, false },
                      LOOK(DIM, 0), N_("none"));
}
