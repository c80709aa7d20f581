/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads what was typed, and says what is wrong with it. */

#include "tui/form.h"

#include <assert.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "lang/cells.h"
#include "tui/date.h"
#include "tui/form_inside.h"

enum { EXAMPLE_DAY = 20779 }; /* 22 November 2026 */

void form_set_error(struct form *form, int id, const char *text)
{
    struct entry *entry = form_entry(form, id);

    free(entry->error);
    entry->error = text ? text_keep(text) : NULL;
}

/* Digits up to 12 of them, so that no sum overflows. */
static int digits_read(const char **text, int64_t *ret_number)
{
    const char *at = *text;
    int64_t number = 0;

    while (*at >= '0' && *at <= '9' && at - *text < 12)
        number = number * 10 + (*at++ - '0');
    if (at == *text || (*at >= '0' && *at <= '9'))
        return -EINVAL;
    *text = at;
    *ret_number = number;
    return 0;
}

static int number_read(const char *text, int64_t *ret_number)
{
    bool is_negative = *text == '-';
    int64_t number;

    text += is_negative;
    if (digits_read(&text, &number) < 0 || *text)
        return -EINVAL;
    *ret_number = is_negative ? -number : number;
    return 0;
}

static int64_t unit_of(const char *text)
{
    static const struct {
        const char *name;
        int64_t seconds;
    } units[] = { { "", 1 },     { "s", 1 },    { "m", 60 },
                  { "min", 60 }, { "h", 3600 }, { "d", 86400 } };

    while (*text == ' ')
        text++;
    for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
        if (strcmp(text, units[i].name) == 0)
            return units[i].seconds;
    return 0;
}

/* 90, 90s, 5m, 2h, 1:30 (minutes), 1:02:03 (hours). */
static int duration_read(const char *text, int64_t *ret_seconds)
{
    int64_t sum, part;
    int colons = 0;

    if (digits_read(&text, &sum) < 0)
        return -EINVAL;
    for (; *text == ':' && colons < 2; colons++) {
        text++;
        if (digits_read(&text, &part) < 0 || part > 59)
            return -EINVAL;
        sum = sum * 60 + part;
    }
    int64_t unit = unit_of(text);
    if (unit == 0 || (colons > 0 && *text))
        return -EINVAL;
    *ret_seconds = sum * unit;
    return 0;
}

int entry_number(const struct entry *entry, int64_t *ret_number)
{
    const char *text = entry_text(entry);
    int64_t number;

    if (!*text)
        return -ENODATA;
    int rc = entry->field.kind == FORM_DURATION ? duration_read(text, &number)
             : entry->field.kind == FORM_DATE   ? date_read(text, &number)
             : entry->field.kind == FORM_TIME   ? date_read_time(text, &number)
                                                : number_read(text, &number);
    if (rc < 0)
        return rc;
    if (entry->field.min < entry->field.max &&
        (number < entry->field.min || number > entry->field.max))
        return -EINVAL;
    *ret_number = number;
    return 0;
}

static void review_number(struct form *form, const struct entry *entry,
                          enum language language)
{
    struct safe_text text;
    int64_t number;

    if (entry_number(entry, &number) != -EINVAL)
        return;
    if (entry->field.min < entry->field.max)
        safe_text_format(
            &text,
            entry->field.kind == FORM_DURATION
                ? lang_text(language, N_("Give a duration from %lld to %lld "
                                         "seconds, as 90, 1:30 or 5m."))
                : lang_text(language,
                            N_("Give a whole number from %lld to %lld.")),
            (long long)entry->field.min, (long long)entry->field.max);
    else
        safe_text_copy(&text,
                       entry->field.kind == FORM_DURATION
                           ? lang_text(language, N_("Give a duration, as 90, "
                                                    "1:30 or 5m."))
                           : lang_text(language, N_("Give a whole number.")));
    form_set_error(form, entry->field.id, text.text);
}

static void word_day(const struct form_field *field, enum language language,
                     struct safe_text *ret_text)
{
    char first[DATE_SIZE], last[DATE_SIZE];

    if (field->min >= field->max) {
        date_write(language, EXAMPLE_DAY, last);
        safe_text_format(ret_text,
                         lang_text(language, N_("Give a day, as %s.")), last);
        return;
    }
    date_write(language, field->min, first);
    date_write(language, field->max, last);
    safe_text_format(ret_text,
                     lang_text(language, N_("Give a day from %s to %s.")),
                     first, last);
}

static void review_date(struct form *form, const struct entry *entry,
                        enum language language)
{
    struct safe_text text;
    int64_t value;

    if (entry_number(entry, &value) != -EINVAL)
        return;
    if (entry->field.kind == FORM_DATE)
        word_day(&entry->field, language, &text);
    else
        safe_text_copy(&text,
                       lang_text(language, N_("Give a time, as 14:30.")));
    form_set_error(form, entry->field.id, text.text);
}

static void review_text(struct form *form, const struct entry *entry,
                        enum language language)
{
    int64_t cells = (int64_t)cells_count(entry_text(entry));
    struct safe_text text;

    if (cells > 0 && entry->field.min > 0 && cells < entry->field.min)
        safe_text_format(&text,
                         lang_text(language, N_("Give at least %lld "
                                                "characters.")),
                         (long long)entry->field.min);
    else if (entry->field.max > 0 && cells > entry->field.max)
        safe_text_format(&text,
                         lang_text(language, N_("Give at most %lld "
                                                "characters.")),
                         (long long)entry->field.max);
    else
        return;
    form_set_error(form, entry->field.id, text.text);
}

static void review_entry(struct form *form, struct entry *entry,
                         enum language language)
{
    enum form_kind kind = entry->field.kind;

    form_set_error(form, entry->field.id, NULL);
    if (entry_is_dated(entry))
        review_date(form, entry, language);
    else if (kind == FORM_NUMBER || kind == FORM_DURATION)
        review_number(form, entry, language);
    else if (entry->edit || entry->notes)
        review_text(form, entry, language);
    if (entry->field.is_required && (entry->edit || entry->notes) &&
        !*entry_text(entry))
        form_set_error(form, entry->field.id,
                       lang_text(language, N_("Fill this in.")));
}

int form_review(struct form *form, enum language language)
{
    assert(form);
    int errors = 0;

    for (int i = 0; i < form->count; i++) {
        struct entry *entry = &form->entries[i];

        if (entry->field.id == 0 || !entry_takes_focus(entry))
            continue;
        review_entry(form, entry, language);
        if (entry->error && errors++ == 0)
            form->focus = i;
    }
    return errors;
}
