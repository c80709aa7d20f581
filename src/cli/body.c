/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bodies by the tables of settings. */

#include "cli/body.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static enum exit_code say_mistake(struct cli *cli, const char *where,
                                  const struct field *field,
                                  const struct mistake *mistake)
{
    const char *fix = lang_own_text(mistake->text);

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

enum exit_code body_put(struct cli *cli, struct json_t *object,
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
        code = body_put(cli, object, field, argument->word, call->values[i]);
    }

    for (size_t i = 0; i < call->option_count && !code; i++) {
        const struct call_option *given = &call->options[i];
        char where[52];

        if (!given->option.field)
            continue;
        snprintf(where, sizeof(where), "--%s", given->option.name);
        code = body_put(cli, object, given->option.field, where, given->value);
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
