/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values as text, by the kind of their field. */

#include "cli/cell.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mark.h"
#include "base/text.h"
#include "cli/names.h"
#include "wire/setting.h"
#include "wire/word_label.h"

static const char nothing[] = "–";

const char *cell_word(const struct word_list *list, const char *spelling)
{
    const char *label = word_label(list, spelling);

    return label == spelling ? spelling : lang_own_text(label);
}

void cell_write_moment(int64_t wall_us, enum cell_style style,
                       char ret_text[FORMAT_SIZE])
{
    time_t seconds = (time_t)(wall_us / 1000000);
    struct tm parts = { 0 };

    if (style == CELL_FOR_PEOPLE) {
        (void)format_moment(lang_own(), wall_us, NULL, ret_text, FORMAT_SIZE);
        return;
    }

    if (wall_us < 0 || !gmtime_r(&seconds, &parts))
        parts = (struct tm){ .tm_year = 70, .tm_mday = 1 };

    size_t length =
        strftime(ret_text, FORMAT_SIZE, "%Y-%m-%dT%H:%M:%S", &parts);
    snprintf(ret_text + length, FORMAT_SIZE - length, ".%06dZ",
             (int)(wall_us % 1000000));
}

static void write_safe(const char *text, char ret_text[CELL_SIZE])
{
    text_safe(text, strlen(text), ret_text, CELL_SIZE);
}

/* -1 is "nothing to tell"; 617 is 61.7 %. */
static void write_permille(int64_t permille, enum cell_style style,
                           char ret_text[CELL_SIZE])
{
    bool people = style == CELL_FOR_PEOPLE;
    char number[FORMAT_SIZE];

    if (permille < 0) {
        snprintf(ret_text, CELL_SIZE, "%s", people ? nothing : "");
    } else if (people) {
        (void)format_decimal(lang_own(), permille, 1, number, sizeof(number));
        snprintf(ret_text, CELL_SIZE, "%s %%", number);
    } else {
        snprintf(ret_text, CELL_SIZE, "%" PRId64, permille);
    }
}

static void write_period(const struct field *field, int64_t period_ms,
                         char ret_text[CELL_SIZE])
{
    struct field alone = *field;
    char text[SETTING_TEXT_SIZE];

    alone.offset = 0;
    setting_format(&alone, &period_ms, text);
    snprintf(ret_text, CELL_SIZE, "%s", text);
}

static void write_reference(struct cli *cli, const char *key,
                            const struct json_t *item, int64_t id,
                            char ret_text[CELL_SIZE])
{
    int kind = route_reference(key);
    char name[NAMES_TEXT_SIZE];

    if (route_companion(key)) {
        const char *to = value_get_text(item, route_companion(key));

        kind = to ? route_destination(to) : -1;
    }

    ret_text[0] = '\0';
    if (!id)
        return;
    if (kind < 0) {
        snprintf(ret_text, CELL_SIZE, "%" PRId64, id);
        return;
    }

    names_spell(cli, (enum document_kind)kind, (uint64_t)id, name);
    write_safe(name, ret_text);
}

/* Below 0 it has not been, or does not run. */
static bool is_duration(const struct field *field)
{
    return field->kind == FIELD_PERIOD || field->kind == FIELD_SPAN;
}

static void write_integer(struct cli *cli, const char *key,
                          const struct field *field, const struct json_t *item,
                          enum cell_style style, char ret_text[CELL_SIZE])
{
    size_t length = strlen(key);
    int64_t number = value_get_integer(item, key, 0);
    bool people = style == CELL_FOR_PEOPLE;
    char text[FORMAT_SIZE];

    if (field && field->kind == FIELD_ID) {
        write_reference(cli, key, item, number, ret_text);
    } else if (field && number < 0 && people &&
               (is_duration(field) || field->kind == FIELD_COUNT)) {
        snprintf(ret_text, CELL_SIZE, "%s", nothing);
    } else if (field && field->kind == FIELD_PERIOD && people) {
        write_period(field, number, ret_text);
    } else if (field && field->kind == FIELD_SPAN && people) {
        (void)format_duration(number, ret_text, CELL_SIZE);
    } else if (field && field->kind == FIELD_WALL) {
        cell_write_moment(number, style, text);
        snprintf(ret_text, CELL_SIZE, "%s",
                 number ? text : (people ? nothing : ""));
    } else if (length > 9 && strcmp(key + length - 9, "_permille") == 0) {
        write_permille(number, style, ret_text);
    } else {
        snprintf(ret_text, CELL_SIZE, "%" PRId64, number);
    }
}

static void write_flag(bool flag, enum cell_style style,
                       char ret_text[CELL_SIZE])
{
    const char *text = flag ? N_("yes") : N_("no");

    snprintf(ret_text, CELL_SIZE, "%s",
             style == CELL_FOR_PEOPLE ? lang_own_text(text) : text);
}

/* An object or a list, as compact JSON. */
static void write_nested(const struct json_t *value, char ret_text[CELL_SIZE])
{
    char *text = value_print(value, VALUE_COMPACT);

    write_safe(text ? text : "", ret_text);
    free(text);
}

/* What a contact that has ended, or has not, shows in place of a value. */
static const char *replace(const char *key, const struct json_t *item)
{
    bool live;

    if (value_as_flag(value_get(item, "live"), &live))
        return NULL;
    if (live && strcmp(key, "cause") == 0)
        return nothing;

    return !live && strcmp(key, "place") == 0
               ? cell_word(&word_list_contact_place, "ended")
               : NULL;
}

void cell_write(struct cli *cli, const char *key, const struct field *field,
                const struct json_t *item, enum cell_style style,
                char ret_text[CELL_SIZE])
{
    const struct json_t *value = value_get(item, key);
    const char *instead = style == CELL_FOR_PEOPLE ? replace(key, item) : NULL;
    const char *text = value_as_text(value);
    bool people = style == CELL_FOR_PEOPLE;
    int64_t number;
    bool flag;

    if (instead)
        snprintf(ret_text, CELL_SIZE, "%s", instead);
    else if (text && field && field->words && people)
        write_safe(cell_word(field->words, text), ret_text);
    else if (text)
        write_safe(text, ret_text);
    else if (value_as_integer(value, &number) == 0)
        write_integer(cli, key, field, item, style, ret_text);
    else if (value_as_flag(value, &flag) == 0)
        write_flag(flag, style, ret_text);
    else if (value && !value_is_null(value))
        write_nested(value, ret_text);
    else
        ret_text[0] = '\0';

    if (!ret_text[0] && people)
        snprintf(ret_text, CELL_SIZE, "%s", nothing);
}

bool cell_is_number(const struct field *field)
{
    if (!field)
        return false;

    switch (field->kind) {
    case FIELD_COUNT:
    case FIELD_SPAN:
    case FIELD_PERIOD:
        return true;
    case FIELD_ID:
        return route_reference(field->name) < 0 &&
               !route_companion(field->name);
    default:
        return false;
    }
}
