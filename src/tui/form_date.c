/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields of days and times: how they are read, written and moved. */

#include <stdlib.h>
#include <string.h>

#include "tui/date.h"
#include "tui/form_inside.h"

bool entry_is_dated(const struct entry *entry)
{
    return entry->field.kind == FORM_DATE || entry->field.kind == FORM_TIME;
}

static int read(const struct entry *entry, int64_t *ret_value)
{
    return entry->field.kind == FORM_DATE
               ? date_read(entry_text(entry), ret_value)
               : date_read_time(entry_text(entry), ret_value);
}

static void write(const struct entry *entry, enum language language,
                  int64_t value, char ret_text[DATE_SIZE])
{
    if (entry->field.kind == FORM_DATE)
        date_write(language, value, ret_text);
    else
        date_write_time(value, ret_text);
}

/* What counts as stored is written so, too: nothing becomes dirty. */
void entry_write_date(struct entry *entry, enum language language)
{
    bool was_dirty = entry_is_dirty(entry);
    char text[DATE_SIZE];
    int64_t value;

    if (!entry_is_dated(entry) || read(entry, &value) < 0)
        return;
    write(entry, language, value, text);
    if (strcmp(text, entry_text(entry)) == 0)
        return;

    char *stored = was_dirty ? NULL : text_keep(text);
    if (!was_dirty && !stored)
        return;
    edit_set(entry->edit, text);
    if (stored) {
        free(entry->stored);
        entry->stored = stored;
    }
}

static enum date_part part_here(const struct entry *entry)
{
    return entry->field.kind == FORM_DATE
               ? date_part_of_day(entry->edit->text, entry->edit->cursor)
               : date_part_of_time(entry->edit->text, entry->edit->cursor);
}

static bool is_within(const struct form_field *field, int64_t value)
{
    return field->min >= field->max ||
           (value >= field->min && value <= field->max);
}

bool entry_move_date(struct entry *entry, enum language language, int by)
{
    enum date_part part = entry->field.kind == FORM_DATE ? DATE_DAY : DATE_HOUR;
    bool is_empty = !*entry_text(entry);
    char text[DATE_SIZE];
    int64_t value = entry->field.start;

    if (is_empty && value == 0)
        return false;
    if (!is_empty) {
        if (read(entry, &value) < 0)
            return false;
        part = part_here(entry);
        value = date_move(value, part, by);
    }
    if (!is_within(&entry->field, value))
        return true;
    write(entry, language, value, text);
    edit_set(entry->edit, text);
    entry->edit->cursor = date_part_end(entry->edit->text, part);
    return true;
}
