/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file's arrangement. */

#include "cli/arrangement.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/arrangement_pair.h"
#include "cli/input.h"
#include "cli/names.h"
#include "cli/normal_form.h"
#include "core/command.h"
#include "wire/flow_text.h"
#include "wire/mistake.h"

/* What is read, for telling where a mistake is. */
struct reading {
    struct cli *cli;
    const char *path;
    int part; /* -1: the file as a whole */
    size_t index;
};

static enum exit_code fail(const struct reading *reading,
                           const struct mistake *mistake)
{
    const char *fix = mistake->text ? lang_own_text(mistake->text) : "";

    if (mistake->line)
        return cli_fail(reading->cli, EXIT_USAGE, "%s:%d:%d: %s", reading->path,
                        mistake->line, mistake->column, fix);
    if (reading->part < 0)
        return cli_fail(reading->cli, EXIT_USAGE, "%s: %s", reading->path, fix);

    return cli_fail(reading->cli, EXIT_USAGE, "%s: %s[%zu]%s%s: %s",
                    reading->path, arrangement_key(reading->part),
                    reading->index, mistake->place[0] ? "." : "",
                    mistake->place, fix);
}

static int read_flow(const struct json_t *item, struct json_t **ret_document,
                     struct mistake *ret_mistake)
{
    const struct json_t *text = value_get(item, "text");
    const char *name = value_get_text(item, "name");
    const char *written = value_as_text(text);
    char *printed = written ? NULL : value_print(text, VALUE_COMPACT);
    struct json_t *document = value_object(), *normal = NULL;
    int rc = 0;

    if (!written)
        written = printed;
    if (!name || !text || value_count(item) != 2)
        rc = mistake_note(ret_mistake, MISTAKE_MISSING_FIELD,
                          name ? "text" : "name");
    else if (!written || value_set_text(document, "name", name))
        rc = -ENOMEM;
    else
        rc =
            normal_form_of_flow(written, strlen(written), &normal, ret_mistake);
    if (rc == -EBADMSG && name && text)
        mistake_put_before(ret_mistake, "text");
    if (!rc)
        rc = value_set(document, "text", normal);

    free(printed);
    if (rc)
        value_free(document);
    else
        *ret_document = document;

    return rc;
}

static int read_item(int part, const struct json_t *item, char *ret_key,
                     size_t size, struct json_t **ret_document,
                     struct mistake *ret_mistake)
{
    int rc;

    if (!value_is_object(item))
        return mistake_note(ret_mistake, MISTAKE_NOT_OBJECT, "");
    if (part >= document_kind_count)
        return pair_read(pair_kind_of(part), item, ret_key, size, ret_document,
                         ret_mistake);

    if (part == DOCUMENT_FLOW)
        rc = read_flow(item, ret_document, ret_mistake);
    else
        rc = normal_form_of_text(
            document_kind_info((enum document_kind)part)->record, item,
            ret_document, ret_mistake);
    if (!rc)
        snprintf(ret_key, size, "%s", value_get_text(*ret_document, "name"));

    return rc;
}

/* A part that the file does not have is empty. */
static enum exit_code read_part(struct reading *reading,
                                const struct json_t *file,
                                struct json_t **ret_part)
{
    const struct json_t *list = value_get(file, arrangement_key(reading->part));
    struct json_t *part = value_object();
    enum exit_code code = part ? EXIT_DONE : cli_no_memory(reading->cli);
    struct mistake mistake = { 0 };

    *ret_part = part;
    if (!code && list && !value_is_list(list))
        return cli_fail(reading->cli, EXIT_USAGE, _("%s: %s: must be a list"),
                        reading->path, arrangement_key(reading->part));

    for (size_t i = 0; i < value_count(list) && !code; i++) {
        char key[2 * NAMES_TEXT_SIZE];
        struct json_t *document = NULL;
        int rc = read_item(reading->part, value_at(list, i), key, sizeof(key),
                           &document, &mistake);

        reading->index = i;
        if (!rc && value_get(part, key)) {
            value_free(document);
            rc = mistake_note(&mistake, MISTAKE_NAME_TWICE, "name");
        } else if (!rc) {
            rc = value_set(part, key, document);
        }
        if (rc)
            code = rc == -EBADMSG ? fail(reading, &mistake)
                                  : cli_no_memory(reading->cli);
    }

    return code;
}

static int check_key(void *arg, const char *key, const struct json_t *value)
{
    const char **unknown = arg;

    (void)value;
    if (strcmp(key, "sounds") == 0)
        return 0;
    for (int i = 0; i < ARRANGEMENT_PARTS; i++)
        if (strcmp(key, arrangement_key(i)) == 0)
            return 0;

    *unknown = key;
    return 1;
}

enum exit_code arrangement_read(struct cli *cli, const char *path,
                                struct arrangement *ret_arrangement)
{
    struct reading reading = { .cli = cli, .path = path, .part = -1 };
    struct arrangement all = { 0 };
    struct mistake mistake = { 0 };
    struct json_t *file = NULL;
    const char *unknown = NULL;
    char *text = NULL;
    size_t length = 0;
    enum exit_code code =
        input_read(cli, path, ARRANGEMENT_MAX_BYTES, &text, &length);

    int rc = code ? 0
                  : value_parse(text, length, ARRANGEMENT_MAX_BYTES, &file,
                                &mistake);
    if (rc)
        code = rc == -EBADMSG ? fail(&reading, &mistake) : cli_no_memory(cli);
    if (!code && value_each(file, check_key, &unknown))
        code = cli_fail(cli, EXIT_USAGE, _("%s: %s: there is no such part"),
                        path, unknown);

    for (int i = 0; i < ARRANGEMENT_PARTS && !code; i++) {
        reading.part = i;
        code = read_part(&reading, file, &all.parts[i]);
    }

    if (!code && value_get(file, "sounds"))
        all.sounds = value_share(value_get(file, "sounds"));
    if (!code && all.sounds && !value_is_object(all.sounds))
        code = cli_fail(cli, EXIT_USAGE, _("%s: %s: must be an object"), path,
                        "sounds");

    value_free(file);
    free(text);
    if (code)
        arrangement_done(&all);
    else
        *ret_arrangement = all;

    return code;
}
