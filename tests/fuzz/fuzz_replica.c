/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as a server tells them: what a console has of them is in order, is whole
   text, and grows old without an end. */

#include <errno.h>
#include <string.h>

#include "base/text.h"
#include "client/replica.h"
#include "tests/fuzz/fuzz.h"

/* An input is lines, each of which is a message. */
static const enum topic watched[] = { TOPIC_PAUSE_REASONS, TOPIC_AGENTS };

enum { WATCHED = sizeof(watched) / sizeof(watched[0]), NOW_US = 1000000000 };

static void look_at_fields(enum topic topic, const void *fields)
{
    const struct record *record = topic_record(topic);

    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];

        if (field->kind < FIELD_NAME || field->kind > FIELD_DIGITS)
            continue;
        const char *text = field_get_text(field, fields);
        const char *end = memchr(text, '\0', field->size);
        CLAIM(end && text_is_utf8(text, (size_t)(end - text)));
    }
}

static void look_at_row(enum topic topic, const struct replica_row *row)
{
    int64_t later_us = NOW_US + INT64_C(3600000000);

    CLAIM(row->fields);
    look_at_fields(topic, row->fields);
    CLAIM(replica_passed_us(row, NOW_US) >= 0);
    CLAIM(replica_passed_us(row, later_us) >= replica_passed_us(row, NOW_US));
    CLAIM(replica_age_us(row, INT64_MAX, later_us) == INT64_MAX);
    CLAIM(replica_age_us(row, 5, later_us) >= 5);
    CLAIM(replica_left_us(row, 5, later_us) >= 0);
    CLAIM(replica_left_us(row, INT64_MAX, later_us) >= 0);
}

static void look_at(const struct replica *replica, enum topic topic)
{
    size_t count = replica_count(replica, topic);

    CLAIM(replica_at(replica, topic, count) == NULL);
    for (size_t i = 0; i < count; i++) {
        const struct replica_row *row = replica_at(replica, topic, i);

        CLAIM(row && replica_find(replica, topic, row->id) == row);
        CLAIM(i == 0 || replica_at(replica, topic, i - 1)->id < row->id);
        look_at_row(topic, row);
    }
}

static void hear(struct replica *replica, const char *line, size_t length)
{
    struct json_t *message = NULL;
    struct replica_news news;

    if (value_parse(line, length, VALUE_MAX_LENGTH, &message, NULL) < 0)
        return;

    int rc = replica_news_read(message, NOW_US, &news);

    CLAIM(rc == 0 || rc == -EPROTO);
    if (rc == 0) {
        rc = replica_take(replica, &news, NULL, NULL);
        CLAIM(rc == 0 || rc == -EPROTO);
        CLAIM(rc == 0 || replica_state(replica, news.topic) != REPLICA_LIVE);
        replica_news_done(&news);
    }
    value_free(message);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct replica *replica;
    const uint8_t *end = data + size;

    CLAIM(replica_new(&replica) == 0);
    for (size_t i = 0; i < WATCHED; i++)
        replica_await(replica, watched[i]);
    while (data < end) {
        const uint8_t *stop = memchr(data, '\n', (size_t)(end - data));

        stop = stop ? stop : end;
        hear(replica, (const char *)data, (size_t)(stop - data));
        for (size_t i = 0; i < WATCHED; i++)
            look_at(replica, watched[i]);
        data = stop < end ? stop + 1 : end;
    }
    replica_free(replica);
    return 0;
}
