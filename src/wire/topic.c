/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of topics, and how spans flow. */

#include "wire/topic.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "core/command.h"
#include "core/record_table.h"

/* clang-format off */
#define TOPIC(CODE, name, permission, doc) RECORD_BEGIN(topic_##name, #name, doc)
#define FIELD                              RECORD_FIELD
#define END                                RECORD_END
#include "wire/topic.def"

static const struct topic_info infos[] = {
#define TOPIC(CODE, name, allows, says)                                        \
    [TOPIC_##CODE] = { #name, PERMISSION_##allows, -1, says },
#define DOCUMENT_TOPIC(CODE, name, KIND, allows, says)                         \
    [TOPIC_##CODE] = { #name, PERMISSION_##allows, DOCUMENT_##KIND, says },
#include "wire/topic.def"
};
/* clang-format on */

const struct topic_info *topic_info(enum topic topic)
{
    assert(topic < TOPIC_COUNT);

    return &infos[topic];
}

const struct record *topic_record(enum topic topic)
{
    assert(topic < TOPIC_COUNT);

    switch (topic) {
#define TOPIC(CODE, name, permission, doc)                                     \
    case TOPIC_##CODE:                                                         \
        return topic_##name##_record();
#include "wire/topic.def"
    default:
        return document_kind_info((enum document_kind)infos[topic].document)
            ->record;
    }
}

int topic_find(const char *name)
{
    assert(name);

    for (int i = 0; i < TOPIC_COUNT; i++)
        if (strcmp(infos[i].name, name) == 0)
            return i;
    return -ENOENT;
}

uint64_t topic_key(const void *row)
{
    uint64_t key;

    assert(row);

    memcpy(&key, row, sizeof(key));
    return key;
}

static bool ends_in(const char *name, const char *end)
{
    size_t length = strlen(name);
    size_t end_length = strlen(end);

    return length >= end_length && strcmp(name + length - end_length, end) == 0;
}

enum topic_flow topic_field_flow(const struct field *field)
{
    assert(field);

    if (field->kind != FIELD_SPAN)
        return FLOW_STANDS;
    if (ends_in(field->name, "_age_us"))
        return FLOW_GROWS;
    return ends_in(field->name, "_left_us") ? FLOW_SHRINKS : FLOW_STANDS;
}

int64_t topic_span_after(const struct field *field, const void *row,
                         int64_t passed_us)
{
    int64_t value = field_get_integer(field, row);
    enum topic_flow flow = topic_field_flow(field);

    if (flow == FLOW_STANDS || value < 0)
        return value;
    if (flow == FLOW_GROWS)
        return value + passed_us;
    return value > passed_us ? value - passed_us : 0;
}
