/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bringing documents and flows into their normal form. */

#include "cli/normal_form.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/names.h"
#include "wire/flow_text.h"
#include "wire/record_json.h"
#include "wire/route.h"

bool normal_form_refers(const struct field *field)
{
    return field->kind == FIELD_ID && field->is_setting;
}

/* Of the server's answers. */

static int put_name(struct cli *cli, const struct field *field,
                    const struct json_t *answer, struct json_t *object)
{
    int kind = route_reference(field->name);
    int64_t id = value_get_integer(answer, field->name, 0);
    const char *companion = route_companion(field->name);
    const char *to = companion ? value_get_text(answer, companion) : NULL;
    char name[NAMES_TEXT_SIZE] = "";

    if (kind < 0 && to)
        kind = route_destination(to);
    if (kind >= 0)
        names_spell(cli, (enum document_kind)kind, (uint64_t)id, name);

    return value_set_text(object, field->name, name);
}

struct json_t *normal_form_of_answer(struct cli *cli,
                                     const struct record *record,
                                     const struct json_t *answer)
{
    struct json_t *object = value_object();
    int rc = 0;

    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        const struct json_t *value = value_get(answer, field->name);

        if (normal_form_refers(field))
            rc |= put_name(cli, field, answer, object);
        else if (field->is_setting && value)
            rc |= value_set(object, field->name, value_share(value));
    }

    return rc ? value_free(object) : object;
}

/* Of what people write. */

/* A reference is checked apart: its name is known to the server alone. */
static int check_reference(const struct field *field,
                           const struct json_t *written, struct json_t *plain,
                           struct mistake *ret_mistake)
{
    const struct json_t *value = value_get(written, field->name);
    const char *name = value_as_text(value);

    if (value && !name)
        return mistake_note(ret_mistake, MISTAKE_WRONG_TYPE, field->name);
    if (!name || !*name)
        return field->is_required
                   ? mistake_note(ret_mistake, MISTAKE_MISSING_FIELD,
                                  field->name)
                   : 0;

    return value_set_integer(plain, field->name, 1);
}

static int copy_plain(void *arg, const char *key, const struct json_t *value)
{
    return value_set(arg, key, value_share(value));
}

/* The settings as the server would keep them. */
static int read_settings(const struct record *record,
                         const struct json_t *written, void *data,
                         struct mistake *ret_mistake)
{
    struct json_t *plain = value_object();
    int rc = value_each(written, copy_plain, plain);

    if (value_get(written, "id") || value_get(written, "version"))
        rc = mistake_note(ret_mistake, MISTAKE_UNKNOWN_FIELD, "id");
    for (size_t i = 0; i < record->field_count && !rc; i++)
        if (normal_form_refers(&record->fields[i])) {
            value_remove(plain, record->fields[i].name);
            rc = check_reference(&record->fields[i], written, plain,
                                 ret_mistake);
        }
    if (!rc)
        rc = record_from_json(record, plain, MISSING_PRESET, data, ret_mistake);

    value_free(plain);
    return rc;
}

int normal_form_of_text(const struct record *record,
                        const struct json_t *written,
                        struct json_t **ret_object, struct mistake *ret_mistake)
{
    struct json_t *object = value_object();
    void *data = calloc(1, record->size);
    int rc = data && object ? 0 : -ENOMEM;

    if (!rc)
        rc = read_settings(record, written, data, ret_mistake);

    for (size_t i = 0; i < record->field_count && !rc; i++) {
        const struct field *field = &record->fields[i];
        const char *name = value_get_text(written, field->name);

        if (normal_form_refers(field))
            rc = value_set_text(object, field->name, name ? name : "");
        else if (field->is_setting)
            rc = value_set(object, field->name, field_to_json(field, data));
    }

    free(data);
    if (rc)
        value_free(object);
    else
        *ret_object = object;

    return rc;
}

/* Of flows: queues and the like get numbers for the time of the reading;
   prompts stay named. */

enum { MAX_NAMES = FLOW_MAX_NODES };

struct given_names {
    struct name names[MAX_NAMES];
    size_t count;
};

static uint64_t number_name(void *arg, enum document_kind kind,
                            const char *name)
{
    struct given_names *given = arg;

    if (kind == DOCUMENT_PROMPT)
        return 0;

    for (size_t i = 0; i < given->count; i++)
        if (strcmp(given->names[i].text, name) == 0)
            return i + 1;

    if (given->count == MAX_NAMES ||
        strlen(name) >= sizeof(given->names[0].text))
        return 0;

    memcpy(given->names[given->count].text, name, strlen(name) + 1);
    return ++given->count;
}

static const char *name_number(void *arg, enum document_kind kind, uint64_t id)
{
    const struct given_names *given = arg;

    if (kind == DOCUMENT_PROMPT || id < 1 || id > given->count)
        return NULL;

    return given->names[id - 1].text;
}

int normal_form_of_flow(const char *text, size_t length,
                        struct json_t **ret_object, struct mistake *ret_mistake)
{
    struct given_names *given = calloc(1, sizeof(*given));
    struct flow_text *flow = malloc(sizeof(*flow));
    struct flow_names names = { .find_id = number_name,
                                .find_name = name_number,
                                .arg = given };
    char *normal = NULL;
    int rc = given && flow ? 0 : -ENOMEM;

    if (!rc)
        rc = flow_text_read(text, length, &names, false, flow, ret_mistake);
    if (!rc) {
        flow->name = (struct name){ "" };
        normal = flow_text_print(flow, &names);
    }
    if (!rc)
        rc = normal ? value_parse(normal, strlen(normal), FLOW_TEXT_MAX_LENGTH,
                                  ret_object, ret_mistake)
                    : -ENOMEM;

    free(normal);
    free(flow);
    free(given);
    return rc;
}
