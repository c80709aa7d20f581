/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One object, a line for each field. */

#include "cli/listing.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "cli/cell.h"
#include "cli/sheet.h"

/* "wait_us" is "wait": what is shown has its unit with it. */
static void spell_key(const char *key, char ret_name[48])
{
    static const char *const ends[] = { "_wall_us", "_permille", "_us", "_ms",
                                        "_id" };
    size_t length = strlen(key);

    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        size_t end = strlen(ends[i]);

        if (length > end && strcmp(key + length - end, ends[i]) == 0) {
            length -= end;
            break;
        }
    }

    snprintf(ret_name, 48, "%.*s", (int)length, key);
    for (char *c = ret_name; *c; c++)
        if (*c == '_')
            *c = '-';
}

/* Whether "queue" is there beside "queue_id", which says it better. */
static bool has_name(const struct json_t *item, const char *key)
{
    size_t length = strlen(key);
    char name[48];

    if (length < 4 || strcmp(key + length - 3, "_id") != 0)
        return false;

    snprintf(name, sizeof(name), "%.*s", (int)(length - 3), key);
    return value_get(item, name) != NULL;
}

struct one {
    struct cli *cli;
    const struct record *record;
    const struct json_t *item;
    struct sheet sheet;
};

/* Words of settings and flags are shown as options and files take them. */
static int add_line(void *arg, const char *key, const struct json_t *value)
{
    struct one *one = arg;
    const struct field *field =
        one->record ? record_field(one->record, key) : NULL;
    bool as_written = field && field->is_setting &&
                      (field->words || field->kind == FIELD_FLAG);
    char name[48], text[CELL_SIZE];

    (void)value;
    if (has_name(one->item, key))
        return 0;
    if (field && field->is_setting)
        verb_spell_field(one->record, field, name);
    else
        spell_key(key, name);
    cell_write(one->cli, key, field, one->item,
               as_written ? CELL_FOR_PROGRAMS : CELL_FOR_PEOPLE, text);
    sheet_add_cell(&one->sheet, name);
    sheet_add_cell(&one->sheet, text);
    return 0;
}

static enum exit_code print_lines(struct cli *cli, const struct record *record,
                                  const struct json_t *item)
{
    struct one one = { .cli = cli, .record = record, .item = item };
    enum exit_code code = EXIT_DONE;

    sheet_add_column(&one.sheet, "key", _("Field"), false);
    sheet_add_column(&one.sheet, "value", _("Value"), false);
    (void)value_each(item, add_line, &one);
    if (one.sheet.failed)
        code = cli_no_memory(cli);
    else
        sheet_print(&one.sheet, SHEET_TABLE, cli->out);

    sheet_done(&one.sheet);
    return code;
}

enum exit_code listing_print_done(struct cli *cli, const struct route *route,
                                  const struct json_t *value)
{
    assert(cli && route);

    if (cli->format == FORMAT_TABLE) {
        cli_say(cli, "%s", _("done"));
        return EXIT_DONE;
    }

    return value ? listing_print_one(cli, content_record(route->answer), value)
                 : EXIT_DONE;
}

enum exit_code listing_print_one(struct cli *cli, const struct record *record,
                                 const struct json_t *item)
{
    if (cli->format == FORMAT_JSON || cli->format == FORMAT_JSONL)
        return listing_print_json(cli, item);
    if (cli->format == FORMAT_TABLE && !cli->columns)
        return print_lines(cli, record, item);

    struct json_t *items = value_list();
    enum exit_code code = value_append(items, value_share(item))
                              ? cli_no_memory(cli)
                              : listing_print(cli, record, items);

    value_free(items);
    return code;
}
