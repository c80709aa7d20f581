/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages become news: tolerant of what a newer server adds. */

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "client/replica.h"
#include "wire/record_json.h"

/* @return the struct of the topic, or NULL: no memory */
static void *read_fields(enum topic topic, const struct json_t *fields)
{
    const struct record *record = topic_record(topic);
    void *data = calloc(1, record->size);

    for (size_t i = 0; data && i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        const struct json_t *value = value_get(fields, field->name);

        if (value && !value_is_null(value))
            (void)field_from_json(field, value, data, NULL);
    }
    return data;
}

/* Of one that is nearly as old as time no more can be told. */
static int64_t read_age(const struct json_t *row)
{
    int64_t age_us = value_get_integer(row, "age_us", 0);

    return age_us > INT64_MIN / 2 && age_us < INT64_MAX / 2 ? age_us : 0;
}

static int read_row(enum topic topic, const struct json_t *value,
                    int64_t now_us, struct replica_row *ret_row)
{
    int64_t id = value_get_integer(value, "id", -1);

    if (id < 0)
        return -EPROTO;
    *ret_row = (struct replica_row){
        .id = (uint64_t)id,
        .rev = (uint64_t)value_get_integer(value, "rev", 0),
        .made_us = now_us - read_age(value),
        .fields = read_fields(topic, value_get(value, "fields")),
    };
    return ret_row->fields ? 0 : -ENOMEM;
}

static int read_rows(const struct json_t *list, int64_t now_us,
                     struct replica_news *news)
{
    size_t count = value_count(list);

    news->rows = calloc(count + 1, sizeof(*news->rows));
    if (!news->rows)
        return -ENOMEM;
    for (size_t i = 0; i < count; i++) {
        int rc =
            read_row(news->topic, value_at(list, i), now_us, &news->rows[i]);
        if (rc < 0)
            return rc;
        news->row_count++;
    }
    return 0;
}

static int read_gone(const struct json_t *list, struct replica_news *news)
{
    size_t count = value_count(list);

    news->gone = calloc(count + 1, sizeof(*news->gone));
    if (!news->gone)
        return -ENOMEM;
    for (size_t i = 0; i < count; i++) {
        int64_t id;

        if (value_as_integer(value_at(list, i), &id) < 0 || id < 0)
            return -EPROTO;
        news->gone[news->gone_count++] = (uint64_t)id;
    }
    return 0;
}

int replica_news_read(const struct json_t *message, int64_t now_us,
                      struct replica_news *ret_news)
{
    const char *name = value_get_text(message, "topic");
    int topic = name ? topic_find(name) : -ENOENT;
    int64_t number = value_get_integer(message, "n", 0);
    struct replica_news news;

    assert(ret_news);

    if (topic < 0 || number < 1 || !value_is_list(value_get(message, "rows")))
        return -EPROTO;
    news = (struct replica_news){
        .topic = (enum topic)topic,
        .number = (uint64_t)number,
        .is_first = value_get_flag(message, "first"),
        .is_last = value_get_flag(message, "last"),
    };
    int rc = read_rows(value_get(message, "rows"), now_us, &news);
    if (rc == 0)
        rc = read_gone(value_get(message, "gone"), &news);
    if (rc < 0) {
        replica_news_done(&news);
        return rc;
    }
    *ret_news = news;
    return 0;
}
