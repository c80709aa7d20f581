/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading, writing and comparing the fields of any record. */

#include "core/record.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

_Static_assert(sizeof(enum agent_state) == sizeof(int), "words are ints");

static const void *place_of(const struct field *field, const void *record)
{
    return (const char *)record + field->offset;
}

const struct field *record_field(const struct record *record, const char *name)
{
    assert(record && name);

    for (size_t i = 0; i < record->field_count; i++)
        if (strcmp(record->fields[i].name, name) == 0)
            return &record->fields[i];

    return NULL;
}

size_t field_word_count(const struct field *field)
{
    assert(field && field->kind == FIELD_WORD);

    return field->is_setting && field->max > 0 ? (size_t)field->max + 1
                                               : field->words->count;
}

bool field_takes_word(const struct field *field, size_t word)
{
    assert(field && field->kind == FIELD_WORD);

    return word < field_word_count(field) &&
           (!field->is_setting || field->min == 0 ||
            (field->min >> word & 1) != 0);
}

bool field_is_text(const struct field *field)
{
    return field->kind >= FIELD_NAME && field->kind <= FIELD_DIGITS;
}

static int64_t get_word(const void *place)
{
    int word;

    memcpy(&word, place, sizeof(word));
    return word;
}

int64_t field_get_integer(const struct field *field, const void *record)
{
    assert(field && record && !field_is_text(field));
    assert(field->kind != FIELD_CANDIDATES);

    const void *place = place_of(field, record);
    int64_t value;

    if (field->kind == FIELD_WORD)
        return get_word(place);
    if (field->kind == FIELD_FLAG)
        return *(const unsigned char *)place;

    memcpy(&value, place, sizeof(value));
    return value;
}

void field_set_integer(const struct field *field, void *record, int64_t value)
{
    assert(field && record && !field_is_text(field));
    assert(field->kind != FIELD_CANDIDATES);

    char *place = (char *)record + field->offset;

    if (field->kind == FIELD_WORD) {
        int word = (int)value;

        memcpy(place, &word, sizeof(word));
    } else if (field->kind == FIELD_FLAG) {
        *place = value != 0;
    } else {
        memcpy(place, &value, sizeof(value));
    }
}

const char *field_get_text(const struct field *field, const void *record)
{
    assert(field && record && field_is_text(field));

    return place_of(field, record);
}

bool field_is_left_out(const struct field *field, const void *record)
{
    assert(field && record);

    return field->is_kept && field_get_integer(field, record) == FIELD_AS_IT_IS;
}

int field_set_text(const struct field *field, void *record, const char *text)
{
    assert(field && record && text && field_is_text(field));

    char *place = (char *)record + field->offset;
    size_t length = strlen(text);

    if (length >= field->size)
        return -EMSGSIZE;

    memset(place, 0, field->size);
    memcpy(place, text, length);
    return 0;
}

/* Row by row: what pads a candidate's struct has no meaning. */
static bool is_same_candidates(const struct candidates *a,
                               const struct candidates *b)
{
    if (a->row_count != b->row_count ||
        memcmp(a->counts, b->counts, sizeof(a->counts)) != 0)
        return false;

    for (uint32_t i = 0; i < a->row_count && i < CANDIDATES_MAX; i++)
        if (a->rows[i].agent_id != b->rows[i].agent_id ||
            a->rows[i].verdict != b->rows[i].verdict ||
            a->rows[i].for_us != b->rows[i].for_us ||
            a->rows[i].skill_id != b->rows[i].skill_id ||
            a->rows[i].level != b->rows[i].level ||
            a->rows[i].needed != b->rows[i].needed)
            return false;

    return true;
}

bool field_is_same(const struct field *field, const void *a, const void *b)
{
    assert(field && a && b);

    if (field->kind == FIELD_CANDIDATES)
        return is_same_candidates(place_of(field, a), place_of(field, b));

    return memcmp(place_of(field, a), place_of(field, b), field->size) == 0;
}

bool record_is_same(const struct record *record, const void *a, const void *b)
{
    assert(record && a && b);

    for (size_t i = 0; i < record->field_count; i++)
        if (!field_is_same(&record->fields[i], a, b))
            return false;

    return true;
}
