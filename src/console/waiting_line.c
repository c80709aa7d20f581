/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Live contacts of one queue, in the order in which they are served. */

#include <stdlib.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/naming.h"
#include "console/show.h"
#include "console/waiting_inside.h"

enum {
    COLUMN_PLACE,
    COLUMN_CALLER,
    COLUMN_WAIT,
    COLUMN_EXPECTED,
    COLUMN_PRIORITY,
    COLUMN_AGENT,
    COLUMN_LANGUAGE,
    COLUMN_LEFT
};

static const struct table_column columns[] = {
    [COLUMN_PLACE] = { N_("Place"), 6, 6, 0, 0, true, false },
    [COLUMN_CALLER] = { N_("Caller"), 22, 28, 1, 0, false, false },
    [COLUMN_WAIT] = { N_("Wait"), 7, 8, 0, 0, true, false },
    /* TRANSLATORS: how long it will go on waiting; at most nine letters */
    [COLUMN_EXPECTED] = { N_("Expected"), 9, 9, 0, 0, true, false },
    [COLUMN_PRIORITY] = { N_("Priority"), 9, 9, 0, 0, true, false },
    [COLUMN_AGENT] = { N_("Agent"), 10, 10, 0, 1, false, false },
    [COLUMN_LANGUAGE] = { N_("Language"), 9, 9, 0, 3, false, false },
    [COLUMN_LEFT] = { N_("Goes on in"), 10, 11, 0, 2, true, false },
};

static int64_t waited_us(const struct waiting *waiting,
                         const struct replica_row *row)
{
    const struct topic_contacts *contact = row->fields;

    return replica_age_us(row, contact->waiting_age_us,
                          program_now_us(waiting->program));
}

/* As the core has it: priority, then the wait with what was added, then who
   joined first. Ages are of one moment only if all are grown to it. */
static bool goes_before(const struct waiting *waiting,
                        const struct replica_row *a,
                        const struct replica_row *b)
{
    const struct topic_contacts *one = a->fields, *other = b->fields;
    int64_t one_us = waited_us(waiting, a) + one->added_us;
    int64_t other_us = waited_us(waiting, b) + other->added_us;

    if (one->priority != other->priority)
        return one->priority < other->priority;
    return one_us != other_us ? one_us > other_us
                              : one->position < other->position;
}

static bool waits_here(const struct waiting *waiting,
                       const struct replica_row *row)
{
    const struct topic_contacts *contact = row->fields;

    return contact->place == PLACE_QUEUE &&
           contact->queue_id == waiting->queue_id;
}

static bool make_room(struct waiting *waiting, size_t rows)
{
    const struct replica_row **line;

    if (rows <= waiting->room)
        return true;
    line = realloc((void *)waiting->line, rows * sizeof(line[0]));
    if (!line)
        return false;
    waiting->line = line;
    waiting->room = rows;
    return true;
}

/* Put in where it belongs: rows come almost in their order. */
static void put(struct waiting *waiting, const struct replica_row *row)
{
    size_t at = waiting->count++;

    for (; at > 0 && goes_before(waiting, row, waiting->line[at - 1]); at--)
        waiting->line[at] = waiting->line[at - 1];
    waiting->line[at] = row;
}

void waiting_refresh(struct waiting *waiting)
{
    const struct replica *rows = program_rows(waiting->program);
    size_t count = document_rows(waiting->program, TOPIC_CONTACTS);

    waiting->count = 0;
    if (!make_room(waiting, count < WAITING_MOST ? count : WAITING_MOST))
        return;
    for (size_t i = 0; i < count && waiting->count < WAITING_MOST; i++) {
        const struct replica_row *row = replica_at(rows, TOPIC_CONTACTS, i);

        if (waits_here(waiting, row))
            put(waiting, row);
    }
}

const struct replica_row *waiting_selected(struct waiting *waiting)
{
    uint64_t id;

    waiting_refresh(waiting);
    if (waiting->count == 0 || !table_selected_id(waiting->table, &id))
        return NULL;
    const struct replica_row *row =
        replica_find(program_rows(waiting->program), TOPIC_CONTACTS, id);

    return row && waits_here(waiting, row) ? row : NULL;
}

static size_t source_count(void *arg)
{
    return ((const struct waiting *)arg)->count;
}

static void source_row(void *arg, size_t row, struct table_row *ret_row)
{
    ret_row->id = ((const struct waiting *)arg)->line[row]->id;
}

/* Whom it rings at, or is for. */
static void show_agent(const struct waiting *waiting,
                       const struct topic_contacts *contact,
                       struct table_cell *ret_cell)
{
    uint64_t id =
        contact->on_offer ? contact->agent_id : contact->wanted_agent_id;

    if (contact->on_offer) {
        ret_cell->has_glyph = true;
        ret_cell->glyph = GLYPH_CRIT;
        ret_cell->look = LOOK(CRIT, 0);
    }
    if (id)
        naming_agent(waiting->program, id, &(struct name){ "" },
                     &ret_cell->text);
    else
        safe_text_copy(&ret_cell->text, "");
}

/* Of a callback nobody is on the line, which may not be cut off. */
static void show_caller(const struct style *style,
                        const struct topic_contacts *contact,
                        struct safe_text *ret_text)
{
    if (contact->callback_id) {
        safe_text_format(ret_text,
                         /* TRANSLATORS: %s is a number; ten columns before
                            it at most */
                         lang_text(style->language, N_("callback: %s")),
                         contact->caller.text);
        return;
    }
    safe_text_format(ret_text, "%s%s%s", contact->caller.text,
                     contact->caller_name.text[0] ? "  " : "",
                     contact->caller_name.text);
}

/* ... and what counts as waited besides. */
static void show_priority(const struct style *style,
                          const struct topic_contacts *contact,
                          struct safe_text *ret_text)
{
    struct safe_text class, added;

    if (contact->added_us == 0) {
        show_count(style, contact->priority, ret_text);
        return;
    }
    show_count(style, contact->priority, &class);
    show_span(style, contact->added_us, &added);
    safe_text_format(ret_text, "%s +%s", class.text, added.text);
}

static void source_cell(void *arg, size_t at, int column,
                        struct table_cell *ret_cell)
{
    const struct waiting *waiting = arg;
    const struct replica_row *row = waiting->line[at];
    const struct topic_contacts *contact = row->fields;
    const struct style *style = ui_style(waiting->program->ui);

    ret_cell->look = LOOK(TEXT, 0);
    switch (column) {
    case COLUMN_PLACE:
        show_count(style, (int64_t)at + 1, &ret_cell->text);
        break;
    case COLUMN_CALLER:
        show_caller(style, contact, &ret_cell->text);
        if (contact->callback_id)
            ret_cell->look = LOOK(DIM, 0);
        break;
    case COLUMN_WAIT:
        show_span(style, waited_us(waiting, row), &ret_cell->text);
        break;
    case COLUMN_EXPECTED:
        show_span(style, waiting_estimate_us(waiting, contact->contact_id),
                  &ret_cell->text);
        break;
    case COLUMN_PRIORITY:
        show_priority(style, contact, &ret_cell->text);
        break;
    case COLUMN_AGENT:
        show_agent(waiting, contact, ret_cell);
        break;
    case COLUMN_LANGUAGE:
        safe_text_copy(&ret_cell->text,
                       word_spell(&word_list_speech, (int)contact->language));
        break;
    default:
        show_span(style,
                  replica_left_us(row, contact->overflow_left_us,
                                  program_now_us(waiting->program)),
                  &ret_cell->text);
        break;
    }
}

int waiting_table_new(struct waiting *waiting)
{
    const struct table_source source = {
        .count = source_count,
        .row = source_row,
        .cell = source_cell,
        .arg = waiting,
    };

    return table_new(columns, (int)(sizeof(columns) / sizeof(columns[0])),
                     &source, &waiting->table);
}
