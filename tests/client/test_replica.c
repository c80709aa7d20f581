/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The replica against a naive model: messages in order, lost, late, anew. */

#include "client/replica.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "tests/test.h"

/* A message as the server writes it, of pauses whose name is their rev. */
static void hear(struct replica *replica, const char *text, int wanted_rc)
{
    struct json_t *message = NULL;
    struct replica_news news;

    assert_int_equal(
        value_parse(text, strlen(text), VALUE_MAX_LENGTH, &message, NULL), 0);
    assert_int_equal(replica_news_read(message, 1000, &news), 0);
    assert_int_equal(replica_take(replica, &news, NULL, NULL), wanted_rc);
    replica_news_done(&news);
    value_free(message);
}

static const char *name_of(const struct replica *replica, uint64_t id)
{
    const struct replica_row *row =
        replica_find(replica, TOPIC_PAUSE_REASONS, id);

    return row ? ((const struct event_pause_reason_set *)row->fields)->name.text
               : NULL;
}

static enum replica_state state_of(const struct replica *replica)
{
    return replica_state(replica, TOPIC_PAUSE_REASONS);
}

#define ROWS(more) "{\"is\":\"rows\",\"topic\":\"pause_reasons\"," more "}"
#define ROW(id, name)                                                          \
    "{\"id\":" id ",\"rev\":1,\"age_us\":0,\"fields\":{\"id\":" id             \
    ",\"name\":\"" name "\"}}"

static void rows_come_change_and_go(void **state)
{
    struct replica *replica;

    (void)state;
    assert_int_equal(replica_new(&replica), 0);
    assert_int_equal(state_of(replica), REPLICA_UNKNOWN);
    replica_await(replica, TOPIC_PAUSE_REASONS);
    assert_int_equal(state_of(replica), REPLICA_COMING);
    hear(replica,
         ROWS("\"n\":1,\"first\":true,\"rows\":[" ROW("1", "a") "," ROW(
             "2", "b") "]"),
         0);
    assert_int_equal(state_of(replica), REPLICA_COMING);
    hear(replica, ROWS("\"n\":2,\"last\":true,\"rows\":[" ROW("3", "c") "]"),
         0);
    assert_int_equal(state_of(replica), REPLICA_LIVE);
    assert_int_equal(replica_count(replica, TOPIC_PAUSE_REASONS), 3);
    hear(replica, ROWS("\"n\":3,\"rows\":[" ROW("2", "bb") "],\"gone\":[1,99]"),
         0);
    assert_null(name_of(replica, 1));
    assert_string_equal(name_of(replica, 2), "bb");
    assert_int_equal(replica_at(replica, TOPIC_PAUSE_REASONS, 1)->id, 3);
    assert_null(replica_at(replica, TOPIC_PAUSE_REASONS, 2));
    replica_drop(replica, TOPIC_PAUSE_REASONS);
    assert_int_equal(state_of(replica), REPLICA_UNKNOWN);
    assert_int_equal(replica_count(replica, TOPIC_PAUSE_REASONS), 0);
    hear(replica, ROWS("\"n\":1,\"first\":true,\"rows\":[" ROW("1", "a") "]"),
         0);
    assert_int_equal(replica_count(replica, TOPIC_PAUSE_REASONS), 0);
    replica_free(replica);
}

static void a_gap_is_found_and_mended(void **state)
{
    struct replica *replica;

    (void)state;
    assert_int_equal(replica_new(&replica), 0);
    replica_await(replica, TOPIC_PAUSE_REASONS);
    hear(replica,
         ROWS("\"n\":1,\"first\":true,\"last\":true,\"rows\":[" ROW(
             "1", "a") "," ROW("2", "b") "]"),
         0);
    hear(replica, ROWS("\"n\":3,\"rows\":[" ROW("2", "late") "]"), -EPROTO);
    assert_string_equal(name_of(replica, 2), "b");
    assert_int_equal(state_of(replica), REPLICA_COMING);
    hear(replica, ROWS("\"n\":4,\"rows\":[" ROW("2", "late") "]"), 0);
    assert_string_equal(name_of(replica, 2), "b"); /* of before: left out */
    hear(replica, ROWS("\"n\":1,\"first\":true,\"rows\":[" ROW("2", "c") "]"),
         0);
    assert_string_equal(name_of(replica, 1), "a"); /* in doubt, still shown */
    hear(replica, ROWS("\"n\":2,\"last\":true,\"rows\":[]"), 0);
    assert_null(name_of(replica, 1));
    assert_string_equal(name_of(replica, 2), "c");
    assert_int_equal(state_of(replica), REPLICA_LIVE);
    replica_free(replica);
}

static void a_lost_connection_leaves_what_was(void **state)
{
    struct replica *replica;

    (void)state;
    assert_int_equal(replica_new(&replica), 0);
    replica_await(replica, TOPIC_PAUSE_REASONS);
    hear(replica,
         ROWS("\"n\":1,\"first\":true,\"last\":true,\"rows\":[" ROW("1",
                                                                    "a") "]"),
         0);
    replica_lose(replica);
    assert_int_equal(state_of(replica), REPLICA_STALE);
    assert_int_equal(replica_state(replica, TOPIC_AGENTS), REPLICA_UNKNOWN);
    assert_string_equal(name_of(replica, 1), "a");
    replica_free(replica);
}

static void ages_grow_and_times_left_shrink(void **state)
{
    struct replica_row row = { .made_us = 1000 };

    (void)state;
    assert_int_equal(replica_age_us(&row, 50, 1200), 250);
    assert_int_equal(replica_age_us(&row, -1, 1200), -1);
    assert_int_equal(replica_age_us(&row, 50, 900), 50);
    assert_int_equal(replica_left_us(&row, 500, 1200), 300);
    assert_int_equal(replica_left_us(&row, 100, 1200), 0);
    assert_int_equal(replica_left_us(&row, -1, 1200), -1);
}

static void what_a_newer_server_tells_is_left_out(void **state)
{
    static const char text[] = ROWS(
        "\"n\":1,\"first\":true,\"last\":true,\"new\":[1],\"rows\":[{\"id\":7,"
        "\"rev\":1,\"age_us\":600,\"fields\":{\"id\":7,\"colour\":\"red\","
        "\"name\":\"x\",\"productive\":\"perhaps\",\"label\":null}}]");
    struct replica *replica;

    (void)state;
    assert_int_equal(replica_new(&replica), 0);
    replica_await(replica, TOPIC_PAUSE_REASONS);
    hear(replica, text, 0);
    assert_string_equal(name_of(replica, 7), "x");
    assert_int_equal(replica_find(replica, TOPIC_PAUSE_REASONS, 7)->made_us,
                     400);
    replica_free(replica);
}

struct bad_row {
    const char *says;
    const char *text;
};

static const struct bad_row bad_rows[] = {
    { "a topic that is none is no news",
      "{\"is\":\"rows\",\"topic\":\"x\",\"n\":1,\"rows\":[]}" },
    { "nor is a message without a number", ROWS("\"rows\":[]") },
    { "nor one without rows", ROWS("\"n\":1") },
    { "nor a row without an id", ROWS("\"n\":1,\"rows\":[{}]") },
    { "nor a negative id", ROWS("\"n\":1,\"rows\":[{\"id\":-2}]") },
    { "nor gone rows that are no numbers",
      ROWS("\"n\":1,\"rows\":[],\"gone\":[\"a\"]") },
};

static void is_no_news(void **state)
{
    const struct bad_row *row = *state;
    struct json_t *message = NULL;
    struct replica_news news;

    assert_int_equal(value_parse(row->text, strlen(row->text), VALUE_MAX_LENGTH,
                                 &message, NULL),
                     0);
    assert_int_equal(replica_news_read(message, 0, &news), -EPROTO);
    value_free(message);
}

/*
 * The model: the server's rows are an array, a subscription sends what changed
 * since the last message, or all anew; the network loses messages at random,
 * the reader subscribes anew when told to. In the end both must be the same,
 * and until then the replica shows only what once was so.
 */
enum { IDS = 12, MESSAGE_ROOM = 4096 };

struct model {
    int revs[IDS]; /* 0: not there */
    bool changed[IDS];
    int rev;
    int number;
    bool is_fresh; /* the next message is the first */
};

static uint32_t seed;

static uint32_t draw(uint32_t below)
{
    seed = seed * 1664525U + 1013904223U;
    return (seed >> 8) % below;
}

static void change(struct model *model)
{
    uint32_t id = draw(IDS);

    model->revs[id] = draw(3) == 0 ? 0 : ++model->rev;
    model->changed[id] = true;
}

static void write_message(struct model *model, char *text)
{
    const char *between = "";
    int length = snprintf(
        text, MESSAGE_ROOM,
        "{\"is\":\"rows\",\"topic\":\"pause_reasons\",\"n\":%d%s,\"rows\":[",
        ++model->number,
        model->is_fresh ? ",\"first\":true,\"last\":true" : "");

    for (int id = 0; id < IDS; id++)
        if (model->revs[id] && (model->is_fresh || model->changed[id])) {
            length += snprintf(text + length, MESSAGE_ROOM - (size_t)length,
                               "%s{\"id\":%d,\"fields\":{\"name\":\"r%d\"}}",
                               between, id + 1, model->revs[id]);
            between = ",";
        }
    length +=
        snprintf(text + length, MESSAGE_ROOM - (size_t)length, "],\"gone\":[");
    between = "";
    for (int id = 0; id < IDS; id++)
        if (!model->revs[id] && model->changed[id]) {
            length += snprintf(text + length, MESSAGE_ROOM - (size_t)length,
                               "%s%d", between, id + 1);
            between = ",";
        }
    (void)snprintf(text + length, MESSAGE_ROOM - (size_t)length, "]}");
    memset(model->changed, 0, sizeof(model->changed));
    model->is_fresh = false;
}

/* @return whether the reader subscribes anew */
static bool deliver(struct replica *replica, const char *text)
{
    struct json_t *message = NULL;
    struct replica_news news;

    assert_int_equal(
        value_parse(text, strlen(text), VALUE_MAX_LENGTH, &message, NULL), 0);
    assert_int_equal(replica_news_read(message, 0, &news), 0);
    int rc = replica_take(replica, &news, NULL, NULL);
    assert_true(rc == 0 || rc == -EPROTO);
    replica_news_done(&news);
    value_free(message);
    return rc == -EPROTO;
}

static void subscribe(struct model *model)
{
    model->number = 0;
    model->is_fresh = true;
    memset(model->changed, 0, sizeof(model->changed));
}

static void compare(const struct model *model, const struct replica *replica)
{
    for (int id = 0; id < IDS; id++) {
        const char *name = name_of(replica, (uint64_t)id + 1);
        char wanted[16];

        (void)snprintf(wanted, sizeof(wanted), "r%d", model->revs[id]);
        if (model->revs[id] == 0)
            assert_null(name);
        else
            assert_string_equal(name, wanted);
    }
}

static void one_life(uint32_t start)
{
    struct model model = { .rev = 0 };
    struct replica *replica;
    char text[MESSAGE_ROOM];
    bool is_current = false; /* nothing was lost since the last first */

    seed = start;
    assert_int_equal(replica_new(&replica), 0);
    replica_await(replica, TOPIC_PAUSE_REASONS);
    subscribe(&model);
    for (int step = 0; step < 200; step++) {
        for (uint32_t i = draw(4); i > 0; i--)
            change(&model);
        is_current |= model.is_fresh;
        write_message(&model, text);
        if (draw(10) == 0) { /* lost */
            is_current = false;
            continue;
        }
        if (deliver(replica, text)) {
            subscribe(&model);
            is_current = false;
        }
        if (draw(30) == 0) { /* the connection, too */
            replica_lose(replica);
            replica_await(replica, TOPIC_PAUSE_REASONS);
            subscribe(&model);
            is_current = false;
        }
        if (is_current)
            compare(&model, replica);
    }
    subscribe(&model);
    replica_await(replica, TOPIC_PAUSE_REASONS);
    write_message(&model, text);
    assert_false(deliver(replica, text));
    compare(&model, replica);
    replica_free(replica);
}

static void the_replica_ends_as_the_server_whatever_was_lost(void **state)
{
    (void)state;
    for (uint32_t start = 1; start <= 200; start++)
        one_life(start);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, rows_come_change_and_go);
    TEST_LIST_ADD(&list, a_gap_is_found_and_mended);
    TEST_LIST_ADD(&list, a_lost_connection_leaves_what_was);
    TEST_LIST_ADD(&list, ages_grow_and_times_left_shrink);
    TEST_LIST_ADD(&list, what_a_newer_server_tells_is_left_out);
    TEST_LIST_ADD_ROWS(&list, is_no_news, bad_rows);
    TEST_LIST_ADD(&list, the_replica_ends_as_the_server_whatever_was_lost);
    return test_list_run(&list);
}
