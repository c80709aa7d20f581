/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of contacts, and what is in them. */

#include "base/mark.h"
#include "console/contact_words.h"
#include "console/contacts_inside.h"
#include "console/show.h"
#include "lang/format.h"

enum column {
    COLUMN_WHEN,
    COLUMN_DIRECTION,
    COLUMN_CALLER,
    COLUMN_NUMBER,
    COLUMN_QUEUE,
    COLUMN_AGENT,
    COLUMN_WAIT,
    COLUMN_TALK,
    COLUMN_END,
    COLUMN_TAGS,
    COLUMN_COUNT,
};

/* On 80 columns the direction is a sign before the row, and tags stand below
   the list. */
static const struct table_column columns[COLUMN_COUNT] = {
    [COLUMN_WHEN] = { N_("When"), 13, 13, 0, 0, false, false },
    [COLUMN_DIRECTION] = { N_("Dir."), 5, 5, 0, 6, false, false },
    [COLUMN_CALLER] = { N_("Caller"), 13, 16, 3, 0, false, false },
    [COLUMN_NUMBER] = { N_("Number"), 13, 16, 0, 7, false, false },
    [COLUMN_QUEUE] = { N_("Queue"), 7, 12, 2, 2, false, false },
    [COLUMN_AGENT] = { N_("Agent"), 8, 12, 2, 1, false, false },
    [COLUMN_WAIT] = { N_("Wait"), 7, 7, 0, 0, true, false },
    [COLUMN_TALK] = { N_("Talked"), 7, 7, 0, 0, true, false },
    [COLUMN_END] = { N_("Outcome"), 9, 22, 3, 0, false, false },
    [COLUMN_TAGS] = { N_("Tags"), 9, 16, 2, 5, false, false },
};

static size_t count(void *arg)
{
    return shelf_count(((struct contacts *)arg)->shelf);
}

/* Which way it went; what is still going on stands out. */
static void fill_row(void *arg, size_t n, struct table_row *ret_row)
{
    const struct contacts *contacts = arg;
    const struct shape_contact *contact =
        &shelf_at(contacts->shelf, n)->contact;

    *ret_row = (struct table_row){
        .id = contact->contact_id,
        .has_glyph = true,
        .glyph = contact->outbound ? GLYPH_HEAD_RIGHT : GLYPH_HEAD_LEFT,
        .role = contact->live ? ROLE_RUN : ROLE_DIM,
    };
}

static size_t find(void *arg, uint64_t id)
{
    return shelf_find(((struct contacts *)arg)->shelf, id);
}

/* None is no news: it is left blank. */
static void show_some(const struct contacts *contacts, int64_t span_us,
                      struct safe_text *ret_text)
{
    if (span_us > 0)
        show_span(ui_style(contacts->program->ui), span_us, ret_text);
    else
        safe_text_copy(ret_text, "");
}

/* Without the day of the week, which stands below for the selected one. */
static void fill_moment(const struct contacts *contacts, int64_t wall_us,
                        struct safe_text *ret_text)
{
    enum language language = program_language(contacts->program);
    char day[FORMAT_SIZE], clock[FORMAT_SIZE];

    format_part(language, FORMAT_DAY_SHORT, wall_us, NULL, day, sizeof(day));
    format_part(language, FORMAT_CLOCK, wall_us, NULL, clock, sizeof(clock));
    safe_text_format(ret_text, "%s %s", day, clock);
}

/* Who has no name stands in the caller's column by the number already. */
static void fill_number(const struct contacts *contacts,
                        const struct shelf_row *row, struct safe_text *ret_text)
{
    if (row->contact.caller_name.text[0])
        shelf_word_number(contacts->program, &row->contact.caller,
                          row->is_masked, ret_text);
    else
        safe_text_copy(ret_text, "");
}

static void fill_text(const struct contacts *contacts,
                      const struct shelf_row *row, enum column column,
                      struct safe_text *ret_text)
{
    const struct shape_contact *contact = &row->contact;

    switch (column) {
    case COLUMN_WHEN:
        fill_moment(contacts, contact->arrived_wall_us, ret_text);
        break;
    case COLUMN_CALLER:
        contact_word_caller(contacts->program, contact, row->is_masked,
                            ret_text);
        break;
    case COLUMN_NUMBER:
        fill_number(contacts, row, ret_text);
        break;
    case COLUMN_WAIT:
        show_some(contacts, contact->wait_us, ret_text);
        break;
    case COLUMN_TALK:
        show_some(contacts, contact->talk_us, ret_text);
        break;
    default:
        safe_text_copy(ret_text, contact->tags.text);
        break;
    }
}

static void fill_cell(void *arg, size_t n, int column,
                      struct table_cell *ret_cell)
{
    static void (*const words[COLUMN_COUNT])(const struct program *,
                                             const struct shape_contact *,
                                             struct safe_text *) = {
        [COLUMN_DIRECTION] = contact_word_direction,
        [COLUMN_QUEUE] = contact_word_queue,
        [COLUMN_AGENT] = contact_word_agent,
        [COLUMN_END] = contact_word_end,
    };
    const struct contacts *contacts = arg;
    const struct shelf_row *row = shelf_at(contacts->shelf, n);

    *ret_cell = (struct table_cell){ .look = LOOK(TEXT, 0) };
    if (words[column])
        words[column](contacts->program, &row->contact, &ret_cell->text);
    else
        fill_text(contacts, row, (enum column)column, &ret_cell->text);
    if (column == COLUMN_END && row->contact.live)
        ret_cell->look = LOOK(RUN, 0);
}

int contacts_table_new(struct contacts *contacts)
{
    const struct table_source source = { count, fill_row, fill_cell,
                                         find,  NULL,     contacts };

    return table_new(columns, COLUMN_COUNT, &source, &contacts->table);
}
