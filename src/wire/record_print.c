/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and plain words are written here; the library writes the rest. */

#include "wire/record_print.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "wire/record_json.h"

static int add(struct sheet *sheet, const char *text, size_t length)
{
    if (sheet->length + length >= sheet->room) {
        size_t room = 2 * sheet->room + length + 512;
        char *larger = realloc(sheet->text, room);

        if (!larger)
            return -ENOMEM;
        sheet->text = larger;
        sheet->room = room;
    }

    memcpy(sheet->text + sheet->length, text, length);
    sheet->length += length;
    sheet->text[sheet->length] = '\0';
    return 0;
}

int sheet_add(struct sheet *sheet, const char *text)
{
    return add(sheet, text, strlen(text));
}

/* NULL: the value could not be made. It is freed. */
static int add_value(struct sheet *sheet, struct json_t *value)
{
    char *text = value_print(value, VALUE_COMPACT);
    int rc = text ? sheet_add(sheet, text) : -ENOMEM;

    free(text);
    (void)value_free(value);
    return rc;
}

/* Without an escape and without more than ASCII, whose bytes may be wrong. */
static bool is_plain(const char *text)
{
    for (; *text; text++)
        if (*text < ' ' || *text > '~' || *text == '"' || *text == '\\')
            return false;

    return true;
}

static int add_text(struct sheet *sheet, const char *text)
{
    if (!text)
        return -ENOMEM;
    if (!is_plain(text))
        return add_value(sheet, value_text(text));

    int rc = add(sheet, "\"", 1);

    if (rc == 0)
        rc = sheet_add(sheet, text);
    return rc == 0 ? add(sheet, "\"", 1) : rc;
}

/* As printf() would write it, which takes ten times as long. */
static int add_number(struct sheet *sheet, int64_t number)
{
    char digits[24];
    char *first = digits + sizeof(digits);
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;

    do {
        *--first = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (number < 0)
        *--first = '-';

    return add(sheet, first, (size_t)(digits + sizeof(digits) - first));
}

/* A name of ours: plain, and so are its quotes. */
static int add_key(struct sheet *sheet, const char *name, bool is_first)
{
    int rc = add(sheet, is_first ? "{\"" : ",\"", 2);

    if (rc == 0)
        rc = sheet_add(sheet, name);
    return rc == 0 ? add(sheet, "\":", 2) : rc;
}

static int add_skill(struct sheet *sheet, const struct candidate *row)
{
    int rc = add_key(sheet, "skill_id", false);

    if (rc == 0)
        rc = add_number(sheet, (int64_t)row->skill_id);
    if (rc == 0)
        rc = add_key(sheet, "level", false);
    if (rc == 0)
        rc = add_number(sheet, row->level);
    if (rc == 0)
        rc = add_key(sheet, "needed", false);
    return rc == 0 ? add_number(sheet, row->needed) : rc;
}

static int add_candidate(struct sheet *sheet, const struct candidate *row)
{
    int rc = add_key(sheet, "agent_id", true);

    if (rc == 0)
        rc = add_number(sheet, (int64_t)row->agent_id);
    if (rc == 0)
        rc = add_key(sheet, "verdict", false);
    if (rc == 0)
        rc = add_text(sheet, word_spell(&word_list_verdict, (int)row->verdict));
    if (rc == 0)
        rc = add_key(sheet, "for_us", false);
    if (rc == 0)
        rc = add_number(sheet, row->for_us);
    if (rc == 0 && row->skill_id)
        rc = add_skill(sheet, row);
    return rc == 0 ? add(sheet, "}", 1) : rc;
}

static int add_counts(struct sheet *sheet, const struct candidates *candidates)
{
    bool is_first = true;
    int rc = 0;

    for (int i = 0; rc == 0 && i < verdict_count; i++) {
        if (candidates->counts[i] == 0)
            continue;
        rc = add_key(sheet, word_spell(&word_list_verdict, i), is_first);
        if (rc == 0)
            rc = add_number(sheet, candidates->counts[i]);
        is_first = false;
    }
    if (rc == 0 && is_first)
        rc = add(sheet, "{", 1);

    return rc == 0 ? add(sheet, "}", 1) : rc;
}

static const struct candidates *candidates_of(const struct field *field,
                                              const void *data)
{
    return (const void *)((const char *)data + field->offset);
}

/* As candidates_to_json() has it. */
static int add_candidates(struct sheet *sheet,
                          const struct candidates *candidates)
{
    assert(candidates->row_count <= CANDIDATES_MAX);

    int rc = add_key(sheet, "rows", true);

    if (rc == 0)
        rc = add(sheet, "[", 1);
    for (uint32_t i = 0; rc == 0 && i < candidates->row_count; i++) {
        rc = i == 0 ? 0 : add(sheet, ",", 1);
        if (rc == 0)
            rc = add_candidate(sheet, &candidates->rows[i]);
    }
    if (rc == 0)
        rc = add(sheet, "]", 1);
    if (rc == 0)
        rc = add_key(sheet, "counts", false);
    if (rc == 0)
        rc = add_counts(sheet, candidates);
    return rc == 0 ? add(sheet, "}", 1) : rc;
}

static int add_field(struct sheet *sheet, const struct field *field,
                     const void *data)
{
    if (field->kind == FIELD_CANDIDATES)
        return add_candidates(sheet, candidates_of(field, data));

    int64_t number = field_get_integer(field, data);

    if (field->kind == FIELD_FLAG)
        return sheet_add(sheet, number ? "true" : "false");
    if (field->kind == FIELD_WORD) {
        const char *word = word_spell(field->words, (int)number);

        assert(word);
        return add_text(sheet, word);
    }

    return add_number(sheet, number);
}

static int add_record(struct sheet *sheet, const struct record *record,
                      const void *data,
                      const char *(*stand_in)(void *arg,
                                              const struct field *field,
                                              const char *text),
                      void *arg)
{
    bool is_first = true;
    int rc = 0;

    for (size_t i = 0; rc == 0 && i < record->field_count; i++) {
        const struct field *field = &record->fields[i];

        if (field_is_left_out(field, data))
            continue;
        rc = add_key(sheet, field->name, is_first);
        is_first = false;
        if (rc == 0 && field_is_text(field)) {
            const char *text = field_get_text(field, data);

            rc = add_text(sheet, stand_in ? stand_in(arg, field, text) : text);
        } else if (rc == 0) {
            rc = add_field(sheet, field, data);
        }
    }

    if (rc == 0 && is_first)
        rc = add(sheet, "{", 1);
    return rc == 0 ? add(sheet, "}", 1) : rc;
}

int sheet_add_record(struct sheet *sheet, const struct record *record,
                     const void *data)
{
    assert(sheet && record && data);

    return add_record(sheet, record, data, NULL, NULL);
}

char *record_print(const struct record *record, const void *data,
                   const char *(*stand_in)(void *arg, const struct field *field,
                                           const char *text),
                   void *arg)
{
    assert(record && data);

    struct sheet sheet = { .text = NULL };

    if (add_record(&sheet, record, data, stand_in, arg) < 0) {
        free(sheet.text);
        return NULL;
    }

    return sheet.text;
}
