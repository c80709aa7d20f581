/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Objects to sheets, by the tables of columns and fields. */

#include "cli/listing.h"

#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "cli/cell.h"
#include "cli/sheet.h"

static const struct column {
    const char *record;
    const char *field;
    const char *header;
} columns[] = {
#define COLUMN(record, field, header) { record, field, header },
#include "cli/column.def"
};

enum { COLUMN_COUNT = sizeof(columns) / sizeof(columns[0]) };

static const struct field *find_field(const struct record *record,
                                      const char *key)
{
    return record ? record_field(record, key) : NULL;
}

/* What is printed: objects of a record, or with columns of their own. */
struct kind {
    const struct record *record;      /* or NULL */
    const struct listing_column *own; /* or NULL */
};

/* The heading of a column; its key, where the tables have none. */
static const char *header_of(const struct kind *kind, const char *key)
{
    for (size_t i = 0; kind->record && i < COLUMN_COUNT; i++)
        if (strcmp(columns[i].record, kind->record->name) == 0 &&
            strcmp(columns[i].field, key) == 0)
            return lang_own_text(columns[i].header);
    for (const struct listing_column *own = kind->own; own && own->key; own++)
        if (strcmp(own->key, key) == 0)
            return lang_own_text(own->header);

    return key;
}

static void add_column(struct sheet *sheet, const struct kind *kind,
                       const char *key)
{
    if (sheet->column_count < SHEET_MAX_COLUMNS)
        sheet_add_column(sheet, key, header_of(kind, key),
                         cell_is_number(find_field(kind->record, key)));
}

/* The columns of column.def, or else all fields. */
static void add_usual_columns(struct sheet *sheet, const struct kind *kind)
{
    for (size_t i = 0; kind->record && i < COLUMN_COUNT; i++)
        if (strcmp(columns[i].record, kind->record->name) == 0)
            add_column(sheet, kind, columns[i].field);
    for (const struct listing_column *own = kind->own; own && own->key; own++)
        add_column(sheet, kind, own->key);
}

static void add_all_columns(struct sheet *sheet, const struct kind *kind)
{
    const struct record *record = kind->record;

    for (size_t i = 0; record && i < record->field_count; i++)
        if (record->fields[i].kind != FIELD_CANDIDATES)
            add_column(sheet, kind, record->fields[i].name);
}

static int add_key(void *arg, const char *key, const struct json_t *value)
{
    const struct kind none = { NULL, NULL };

    (void)value;
    add_column(arg, &none, key);
    return 0;
}

/* "name,ring-ms": the words are cut in place. */
static enum exit_code add_named_columns(struct cli *cli, struct sheet *sheet,
                                        const struct kind *kind, char *names)
{
    for (char *key = names, *end; key; key = end) {
        end = strchr(key, ',');
        if (end)
            *end++ = '\0';
        for (char *c = key; *c; c++)
            if (*c == '-')
                *c = '_';
        if (kind->record && !find_field(kind->record, key))
            return cli_fail(cli, EXIT_USAGE,
                            _("--columns: there is no %s. Look at --json for "
                              "what there is."),
                            key);
        add_column(sheet, kind, key);
    }

    return EXIT_DONE;
}

static enum exit_code choose_columns(struct cli *cli, struct sheet *sheet,
                                     const struct kind *kind,
                                     const struct json_t *first, char *names)
{
    bool people = cli->format == FORMAT_TABLE;

    if (names)
        return add_named_columns(cli, sheet, kind, names);

    if (people)
        add_usual_columns(sheet, kind);
    if (!sheet->column_count)
        add_all_columns(sheet, kind);
    if (!sheet->column_count)
        (void)value_each(first, add_key, sheet);

    return EXIT_DONE;
}

static void add_row(struct cli *cli, struct sheet *sheet,
                    const struct record *record, const struct json_t *item)
{
    enum cell_style style =
        cli->format == FORMAT_TABLE ? CELL_FOR_PEOPLE : CELL_FOR_PROGRAMS;
    char text[CELL_SIZE];

    for (size_t i = 0; i < sheet->column_count; i++) {
        const char *key = sheet->columns[i].key;

        cell_write(cli, key, find_field(record, key), item, style, text);
        sheet_add_cell(sheet, text);
    }
}

static enum exit_code print_sheet(struct cli *cli, const struct kind *kind,
                                  const struct json_t *items)
{
    static const enum sheet_style styles[] = {
        [FORMAT_TABLE] = SHEET_TABLE,
        [FORMAT_CSV] = SHEET_CSV,
        [FORMAT_TSV] = SHEET_TSV,
    };
    struct sheet sheet = { 0 };
    char *names = cli->columns ? strdup(cli->columns) : NULL;
    enum exit_code code = EXIT_DONE;

    if (cli->columns && !names)
        return cli_no_memory(cli);

    code = choose_columns(cli, &sheet, kind, value_at(items, 0), names);
    if (!code && sheet.column_count) {
        for (size_t i = 0; i < value_count(items); i++)
            add_row(cli, &sheet, kind->record, value_at(items, i));
        if (sheet.failed)
            code = cli_no_memory(cli);
        else
            sheet_print(&sheet, styles[cli->format], cli->out);
    }

    sheet_done(&sheet);
    free(names);
    return code;
}

enum exit_code listing_print_json(struct cli *cli, const struct json_t *value)
{
    char *text = value_print(value, VALUE_COMPACT);

    if (!text)
        return cli_no_memory(cli);

    fprintf(cli->out, "%s\n", text);
    free(text);
    return EXIT_DONE;
}

static enum exit_code print_envelope(struct cli *cli,
                                     const struct json_t *items)
{
    struct json_t *object = value_object();
    enum exit_code code;

    (void)value_set(object, "items", value_share(items));
    code = listing_print_json(cli, object);
    value_free(object);
    return code;
}

static enum exit_code print(struct cli *cli, const struct kind *kind,
                            const struct json_t *items)
{
    enum exit_code code = EXIT_DONE;

    if (cli->format == FORMAT_JSON)
        return print_envelope(cli, items);
    if (cli->format != FORMAT_JSONL)
        return print_sheet(cli, kind, items);

    for (size_t i = 0; i < value_count(items) && !code; i++)
        code = listing_print_json(cli, value_at(items, i));

    return code;
}

enum exit_code listing_print(struct cli *cli, const struct record *record,
                             const struct json_t *items)
{
    const struct kind kind = { record, NULL };

    return print(cli, &kind, items);
}

enum exit_code listing_print_columns(struct cli *cli,
                                     const struct listing_column *own,
                                     const struct json_t *items)
{
    const struct kind kind = { NULL, own };

    return print(cli, &kind, items);
}
