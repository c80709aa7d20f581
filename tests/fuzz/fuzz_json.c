/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of a request, for any of the API's routes. */

#include <string.h>

#include "core/record.h"
#include "tests/fuzz/fuzz.h"
#include "wire/record_json.h"
#include "wire/route.h"
#include "wire/value.h"

/* What was read and is written and read again is the same record. */
static void read_as(const struct record *record, const struct json_t *object)
{
    void *data = calloc(1, record->size);
    void *again = calloc(1, record->size);
    struct mistake mistake = { 0 };

    CLAIM(data && again);

    int rc = record_from_json(record, object, MISSING_PRESET, data, &mistake);

    CLAIM(rc == 0 || mistake.code != MISTAKE_NONE);
    if (rc == 0) {
        struct json_t *written = record_to_json(record, data, EVENT_WHOLE);

        CLAIM(written);
        CLAIM(record_from_json(record, written, MISSING_REFUSED, again,
                               &mistake) == 0);
        CLAIM(memcmp(data, again, record->size) == 0);
        value_free(written);
    }
    free(again);
    free(data);
}

/* Writing is stable: what was written is written alike again. */
static void look_at(const struct json_t *object)
{
    struct json_t *again = NULL;
    char *text = value_print(object, VALUE_COMPACT);

    CLAIM(text);
    CLAIM(value_parse(text, strlen(text), SIZE_MAX, &again, NULL) == 0);

    char *second = value_print(again, VALUE_COMPACT);

    CLAIM(second && strcmp(text, second) == 0);
    free(second);
    free(text);
    value_free(again);
}

static const char *name_of_route(size_t index)
{
    return route_get((enum route_id)index)->name;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct route *route = route_get(
        (enum route_id)fuzz_name(&data, &size, ROUTE_COUNT, name_of_route));
    const struct record *record = content_record(route->body);
    struct mistake mistake = { 0 };
    struct json_t *object = NULL;
    int rc = value_parse((const char *)data, size, VALUE_MAX_LENGTH, &object,
                         &mistake);

    CLAIM(rc == 0 || mistake.code != MISTAKE_NONE);
    if (rc < 0)
        return 0;
    look_at(object);
    if (record)
        read_as(record, object);
    value_free(object);
    return 0;
}
