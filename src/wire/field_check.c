/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Setting one field to a value from outside, once it is known to fit. */

#include "wire/field_check.h"

#include <assert.h>
#include <string.h>

int field_set_word(const struct field *field, const char *spelling, void *data,
                   struct mistake *ret_mistake)
{
    assert(field->kind == FIELD_WORD && field->words);

    int number = word_find(field->words, spelling);
    if (number < 0)
        return mistake_note(ret_mistake, MISTAKE_UNKNOWN_WORD, field->name);

    field_set_integer(field, data, number);
    return 0;
}

/* An id's setting has no range of its own in the table: 0 or above. */
static int64_t least(const struct field *field)
{
    if (field->kind == FIELD_ID)
        return 0;

    return field->is_setting || field->is_kept ? field->min : INT64_MIN;
}

static int64_t most(const struct field *field)
{
    if (field->kind == FIELD_ID)
        return INT64_MAX;

    return field->is_setting || field->is_kept ? field->max : INT64_MAX;
}

int field_set_number(const struct field *field, int64_t number, void *data,
                     struct mistake *ret_mistake)
{
    if (number < least(field) || number > most(field))
        return mistake_note_range(ret_mistake, MISTAKE_OUT_OF_RANGE,
                                  field->name, least(field), most(field));

    field_set_integer(field, data, number);
    return 0;
}

/* The text alone in a struct of its own kind, to be looked at before it is
   put where it shall stand. */
static bool has_fitting_characters(const struct field *field, const char *text)
{
    struct note alone = { { 0 } };
    struct field there = *field;

    there.offset = 0;
    return field_set_text(&there, &alone, text) == 0 &&
           field_is_valid(&there, &alone);
}

int field_set_checked_text(const struct field *field, const char *text,
                           void *data, struct mistake *ret_mistake)
{
    assert(field_is_text(field) && field->size <= sizeof(struct note));

    size_t length = strlen(text);
    int64_t max = field->is_setting ? field->max : (int64_t)field->size - 1;
    int64_t min = field->is_setting ? field->min : 0;

    if (length > (size_t)max)
        return mistake_note_range(ret_mistake, MISTAKE_TOO_LONG, field->name,
                                  min, max);
    if (length < (size_t)min)
        return mistake_note_range(ret_mistake, MISTAKE_TOO_SHORT, field->name,
                                  min, max);
    if (!has_fitting_characters(field, text))
        return mistake_note(ret_mistake,
                            field->kind == FIELD_ADDRESS
                                ? MISTAKE_BAD_ADDRESS
                                : MISTAKE_BAD_CHARACTERS,
                            field->name);

    return field_set_text(field, data, text);
}
