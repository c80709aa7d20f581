/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bodies by the tables of settings. */

#include "cli/body.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "cli/cell.h"
#include "cli/moment_given.h"
#include "wire/record_json.h"
#include "wire/setting.h"

/* NULL: neither a name nor a number, or out of memory. */
static struct json_t *read_reference(const char *text)
{
    char *end;

    if (!*text || strcmp(text, "none") == 0)
        return value_integer(0);
    if (*text != '#')
        return value_text(text);

    errno = 0;
    long long number = strtoll(text + 1, &end, 10);
    if (errno || *end || end == text + 1 || number < 0)
        return NULL;

    return value_integer(number);
}

/* Moments are taken in more ways here than the server takes them. */
static const char *fix_for(const struct field *field,
                           const struct mistake *mistake)
{
    if (field->kind == FIELD_WALL && mistake->code == MISTAKE_BAD_NUMBER)
        return N_("Write a moment as 18:30, 90m (from now), 2026-11-22 14:02 "
                  "or, with its offset, 2026-11-22T14:02+01:00.");
    return mistake->text;
}

static enum exit_code say_mistake(struct cli *cli, const char *where,
                                  const struct field *field,
                                  const struct mistake *mistake)
{
    const char *fix = lang_own_text(fix_for(field, mistake));

    if (field->words) {
        char words[512] = "";
        size_t length = 0;

        for (size_t i = 0; i < field->words->count && length < 480; i++)
            length +=
                (size_t)snprintf(words + length, sizeof(words) - length, "%s%s",
                                 i ? ", " : "", field->words->words[i]);
        return cli_fail(cli, EXIT_USAGE, _("%s: choose one of: %s"), where,
                        words);
    }

    if (mistake->max > mistake->min && field->kind == FIELD_COUNT)
        return cli_fail(cli, EXIT_USAGE, "%s: %s %" PRId64 "-%" PRId64, where,
                        fix, mistake->min, mistake->max);

    return cli_fail(cli, EXIT_USAGE, "%s: %s", where, fix);
}

/* Reads text as the field's kind does, alone in a record of its size. */
static int read_value(const struct field *field, const char *text,
                      struct json_t **ret_value, struct mistake *ret_mistake)
{
    struct field alone = *field;
    union {
        int64_t integer;
        char text[sizeof(struct note)];
    } data = { 0 };

    alone.offset = 0;
    int rc = setting_parse(&alone, text, &data, ret_mistake);
    if (rc)
        return rc;

    *ret_value = field_to_json(&alone, &data);
    return *ret_value ? 0 : -ENOMEM;
}

/* As it is understood, which is not always what was meant. */
static void tell_moment(struct cli *cli, const char *where,
                        const struct moment_given *moment)
{
    char local[FORMAT_SIZE], utc[MOMENT_SIZE];

    if (cli->format != FORMAT_TABLE)
        return;
    cell_write_moment(moment->wall_us, CELL_FOR_PEOPLE, local);
    moment_print(moment->wall_us, utc);
    if (moment->is_twice)
        cli_say(cli,
                _("%s: %s (%s), the first of the two times at which the clock "
                  "shows it"),
                where, local, utc);
    else
        cli_say(cli, "%s: %s (%s)", where, local, utc);
}

/* What is no moment stays as it is, for whoever tells the mistake. */
static enum exit_code resolve_moment(struct cli *cli, const char *where,
                                     const char *text, bool is_told,
                                     char ret_utc[MOMENT_SIZE])
{
    struct moment_given moment;
    int rc = moment_given_read(text, clock_wall_us(), &moment);

    if (rc == -ERANGE)
        return cli_fail(cli, EXIT_USAGE,
                        _("%s: the clock here leaves that time out, as "
                          "daylight saving begins. Give another one."),
                        where);
    if (rc < 0) {
        snprintf(ret_utc, MOMENT_SIZE, "%s", text);
        return EXIT_DONE;
    }
    moment_print(moment.wall_us, ret_utc);
    if (is_told)
        tell_moment(cli, where, &moment);
    return EXIT_DONE;
}

enum exit_code body_read_moment(struct cli *cli, const char *where,
                                const char *text, char ret_utc[MOMENT_SIZE])
{
    return resolve_moment(cli, where, text, true, ret_utc);
}

static enum exit_code put(struct cli *cli, struct json_t *object,
                          const struct field *field, const char *where,
                          const char *text)
{
    struct json_t *value = NULL;
    struct mistake mistake = { 0 };

    if (field->kind == FIELD_ID) {
        value = read_reference(text);
        if (!value)
            return cli_fail(cli, EXIT_USAGE,
                            _("%s: neither a name nor a number such as #7."),
                            where);
    } else {
        int rc = read_value(field, text, &value, &mistake);

        if (rc == -EBADMSG)
            return say_mistake(cli, where, field, &mistake);
        if (rc)
            return cli_no_memory(cli);
    }

    return value_set(object, field->name, value) ? cli_no_memory(cli)
                                                 : EXIT_DONE;
}

enum exit_code body_put(struct cli *cli, struct json_t *object,
                        const struct field *field, const char *where,
                        const char *text)
{
    char utc[MOMENT_SIZE];
    enum exit_code code = EXIT_DONE;

    if (field->kind == FIELD_WALL)
        code = resolve_moment(cli, where, text, false, utc);
    return code ? code
                : put(cli, object, field, where,
                      field->kind == FIELD_WALL ? utc : text);
}

/* The same, and tells a moment. */
static enum exit_code put_given(struct cli *cli, struct json_t *object,
                                const struct field *field, const char *where,
                                const char *text)
{
    char utc[MOMENT_SIZE];

    if (field->kind != FIELD_WALL)
        return put(cli, object, field, where, text);

    enum exit_code code = resolve_moment(cli, where, text, true, utc);

    return code ? code : put(cli, object, field, where, utc);
}

enum exit_code body_put_given(struct cli *cli, const struct call *call,
                              struct json_t *object, size_t *ret_count)
{
    const struct record *record = content_record(call->verb->route->body);
    enum exit_code code = EXIT_DONE;
    size_t count = 0;

    for (size_t i = 0; record && i < call->argument_count && !code; i++) {
        const struct verb_argument *argument = &call->arguments[i];
        const struct field *field = record_field(record, argument->field);

        /* "id" is the path's, also where the body has a field of this name. */
        if (!field || !call->values[i] || strcmp(field->name, "id") == 0)
            continue;
        code = put_given(cli, object, field, argument->word, call->values[i]);
    }

    for (size_t i = 0; i < call->option_count && !code; i++) {
        const struct call_option *given = &call->options[i];
        char where[52];

        if (!given->option.field)
            continue;
        snprintf(where, sizeof(where), "--%s", given->option.name);
        code = put_given(cli, object, given->option.field, where, given->value);
        count++;
    }

    if (ret_count)
        *ret_count = count;
    return code;
}

int body_put_settings(const struct record *record, const struct json_t *from,
                      struct json_t *object)
{
    int rc = 0;

    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        const struct json_t *value = value_get(from, field->name);

        if (field->is_setting && value)
            rc |= value_set(object, field->name, value_share(value));
    }

    return rc ? -ENOMEM : 0;
}
