/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events as lines of text. */

#include "cli/event_print.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/cell.h"
#include "cli/listing.h"
#include "cli/sheet.h"
#include "core/event.h"

enum { LINE_SIZE = 2048 };

/* "contact_id=7 queue_id=2 ...", for people. */
struct details {
    struct cli *cli;
    const struct record *record;
    const struct json_t *event;
    char text[LINE_SIZE];
    size_t length;
};

static bool is_head(const char *key)
{
    static const char *const heads[] = { "seq", "at_us", "wall_us", "by",
                                         "type" };

    for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
        if (strcmp(key, heads[i]) == 0)
            return true;

    return false;
}

static int add_detail(void *arg, const char *key, const struct json_t *value)
{
    struct details *details = arg;
    const struct field *field =
        details->record ? record_field(details->record, key) : NULL;
    char cell[CELL_SIZE];

    if (is_head(key) || value_is_null(value))
        return 0;

    cell_write(details->cli, key, field, details->event, CELL_FOR_PROGRAMS,
               cell);
    int more =
        snprintf(details->text + details->length, LINE_SIZE - details->length,
                 "%s%s=%s", details->length ? " " : "", key, cell);
    if (more > 0 && (size_t)more < LINE_SIZE - details->length)
        details->length += (size_t)more;
    else
        details->text[details->length] = '\0';

    return 0;
}

/* The cells that are not there as they are shown. */
static void write_event(struct cli *cli, const struct json_t *event,
                        char ret_seq[24], char ret_when[FORMAT_SIZE],
                        struct details *ret_details)
{
    const char *type = value_get_text(event, "type");
    int number = type ? event_find(type) : -ENOENT;
    int64_t wall_us = value_get_integer(event, "wall_us", 0);

    *ret_details = (struct details){
        .cli = cli,
        .record = number < 0 ? NULL : event_record((unsigned)number),
        .event = event,
    };
    (void)value_each(event, add_detail, ret_details);
    snprintf(ret_seq, 24, "%" PRId64, value_get_integer(event, "seq", 0));
    if (wall_us)
        cell_write_moment(wall_us, CELL_FOR_PEOPLE, ret_when);
    else
        snprintf(ret_when, FORMAT_SIZE, "%" PRId64 ".%06" PRId64,
                 value_get_integer(event, "at_us", 0) / 1000000,
                 value_get_integer(event, "at_us", 0) % 1000000);
}

static void add_row(struct cli *cli, struct sheet *sheet,
                    const struct json_t *event)
{
    const char *type = value_get_text(event, "type");
    char seq[24], when[FORMAT_SIZE], safe[TEXT_SAFE_SIZE(64)];
    struct details details;

    write_event(cli, event, seq, when, &details);
    text_safe(type ? type : "", type ? strlen(type) : 0, safe, sizeof(safe));
    sheet_add_cell(sheet, seq);
    sheet_add_cell(sheet, when);
    sheet_add_cell(sheet, safe);
    sheet_add_cell(sheet, details.text);
}

enum exit_code event_print_all(struct cli *cli, const struct json_t *items)
{
    struct sheet sheet = { 0 };
    enum exit_code code = EXIT_DONE;

    if (cli->format != FORMAT_TABLE || cli->columns)
        return listing_print(cli, NULL, items);

    sheet_add_column(&sheet, "seq", _("No."), true);
    sheet_add_column(&sheet, "at", _("Time"), false);
    sheet_add_column(&sheet, "type", _("Event"), false);
    sheet_add_column(&sheet, "details", _("Details"), false);
    for (size_t i = 0; i < value_count(items); i++)
        add_row(cli, &sheet, value_at(items, i));
    if (sheet.failed)
        code = cli_no_memory(cli);
    else
        sheet_print(&sheet, SHEET_TABLE, cli->out);

    sheet_done(&sheet);
    return code;
}

enum exit_code event_print_one(struct cli *cli, const struct json_t *event)
{
    const char *type = value_get_text(event, "type");
    char seq[24], when[FORMAT_SIZE];
    struct details details;

    if (cli->format != FORMAT_TABLE)
        return listing_print_json(cli, event);

    write_event(cli, event, seq, when, &details);
    cli_say(cli, "%s  %s  %s  %s", seq, when, type ? type : "", details.text);
    return EXIT_DONE;
}

enum exit_code event_read_number(struct cli *cli, const struct call *call,
                                 const char *option, uint64_t *ret_number)
{
    const char *text = call_option(call, option);
    char *end;

    if (!text)
        return EXIT_DONE;

    errno = 0;
    unsigned long long number = strtoull(text, &end, 10);
    if (errno || *end || *text < '0' || *text > '9')
        return cli_fail(cli, EXIT_USAGE, _("--%s: no number."), option);

    *ret_number = number;
    return EXIT_DONE;
}
