/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From rows through messages to a replica: whatever happens in between, and
   however slowly it is read, both are the same in the end. */

#include "web/subscription.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "client/replica.h"
#include "tests/failing_alloc.h"
#include "tests/test.h"

enum { IDS = 40, FEW = 12 };

static const enum topic topic = TOPIC_PAUSE_REASONS;
static uint32_t seed;

static uint32_t draw(uint32_t below)
{
    seed = seed * 1664525U + 1013904223U;
    return (seed >> 8) % below;
}

/* The rows, and one who reads them. */
struct scene {
    struct state *floor;
    struct rows *rows;
    struct asker asker;
    struct filter filter;
    struct subscription *subscription;
    struct replica *replica;
    uint64_t messages;
};

static void begin(struct scene *scene, const char *filter)
{
    memset(scene, 0, sizeof(*scene));
    scene->asker.is_signed_in = true;
    scene->asker.role = ROLE_SUPERVISOR;
    assert_int_equal(state_new(&scene->floor), 0);
    assert_int_equal(rows_new(&scene->rows), 0);
    assert_int_equal(replica_new(&scene->replica), 0);
    if (filter)
        assert_int_equal(
            filter_parse(filter, topic_record(topic), &scene->filter, NULL), 0);
    assert_int_equal(
        subscription_new(topic, &scene->filter, false, &scene->subscription),
        0);
    replica_await(scene->replica, topic);
}

static void end(struct scene *scene)
{
    subscription_free(scene->subscription);
    replica_free(scene->replica);
    rows_free(scene->rows);
    state_free(scene->floor);
}

static void put(struct scene *scene, uint64_t id, int64_t version,
                bool productive)
{
    struct event_pause_reason_set row = { .id = id,
                                          .version = version,
                                          .productive = productive };

    (void)snprintf(row.name.text, sizeof(row.name.text), "r%d", (int)id);
    assert_true(rows_put(scene->rows, topic, &row) >= 0);
}

/* Reads one message. @return whether there was one */
static bool read_one(struct scene *scene)
{
    struct page page = { .text = NULL };
    struct json_t *message = NULL;
    struct replica_news news;

    if (!subscription_wants(scene->subscription, scene->rows))
        return false;
    assert_int_equal(subscription_write(scene->subscription, scene->rows,
                                        scene->floor, &scene->asker, 1000,
                                        &page),
                     0);
    if (page.length == 0) {
        page_done(&page);
        return false;
    }
    assert_int_equal(value_parse(page.text + PAGE_HEADROOM, page.length,
                                 4 * SUBSCRIPTION_PAGE, &message, NULL),
                     0);
    assert_int_equal(replica_news_read(message, 0, &news), 0);
    assert_int_equal(replica_take(scene->replica, &news, NULL, NULL), 0);
    replica_news_done(&news);
    value_free(message);
    page_done(&page);
    scene->messages++;
    return true;
}

/* What the reader has is what there is. */
static void compare(struct scene *scene)
{
    size_t count = 0;

    for (const struct row *row = rows_from(scene->rows, topic, 0); row;
         row = rows_from(scene->rows, topic, row->id + 1)) {
        const struct replica_row *known =
            replica_find(scene->replica, topic, row->id);

        if (!filter_fits(&scene->filter, row->data)) {
            assert_null(known);
            continue;
        }
        count++;
        assert_non_null(known);
        assert_true(
            record_is_same(topic_record(topic), known->fields, row->data));
    }
    assert_int_equal(replica_count(scene->replica, topic), count);
    assert_int_equal(replica_state(scene->replica, topic), REPLICA_LIVE);
}

static void read_all(struct scene *scene)
{
    while (read_one(scene))
        continue;
    compare(scene);
}

static void live(struct scene *scene, int steps)
{
    for (int step = 1; step <= steps; step++) {
        uint64_t id = 1 + draw(IDS);
        uint32_t what = draw(10);

        if (what < 6)
            put(scene, id, step, draw(2) == 0);
        else if (what < 8)
            (void)rows_remove(scene->rows, topic, id);
        else if (what < 9)
            rows_touch(scene->rows, topic, id);
        if (draw(7) == 0)
            (void)read_one(scene);
        if (draw(60) == 0)
            read_all(scene);
    }
    read_all(scene);
}

static void a_reader_ends_with_what_there_is(void **state)
{
    static const char *const filters[] = { NULL, "productive = yes",
                                           "name ~ 3 and productive = no" };

    (void)state;
    for (uint32_t start = 1; start <= 60; start++)
        for (size_t f = 0; f < ARRAY_LEN(filters); f++) {
            struct scene scene;

            seed = start;
            begin(&scene, filters[f]);
            live(&scene, 400);
            end(&scene);
        }
}

/* Of many changes of a row, a reader that comes late is told the last. */
static void what_changed_often_is_told_once(void **state)
{
    struct scene scene;

    (void)state;
    begin(&scene, NULL);
    read_all(&scene);
    for (int n = 1; n <= 5000; n++)
        put(&scene, 1 + (uint64_t)n % FEW, n, true);
    uint64_t before = scene.messages;
    read_all(&scene);
    assert_int_equal(scene.messages - before, 1);
    end(&scene);
}

/* More ids go than are remembered: whoever was behind begins anew. */
static void more_gone_than_remembered_begins_anew(void **state)
{
    struct scene scene;

    (void)state;
    begin(&scene, NULL);
    for (uint64_t id = 1; id <= 6000; id++)
        put(&scene, id, 1, true);
    (void)read_one(&scene); /* in the middle of the first telling */
    for (uint64_t id = 1; id <= ROWS_MAX_GONE + 500; id++)
        assert_true(rows_remove(scene.rows, topic, id));
    read_all(&scene);
    assert_int_equal(replica_count(scene.replica, topic),
                     6000 - ROWS_MAX_GONE - 500);
    for (uint64_t id = ROWS_MAX_GONE + 501; id <= 5999; id++)
        (void)rows_remove(scene.rows, topic, id);
    for (uint64_t id = 10000; id < 10000 + ROWS_MAX_GONE; id++) {
        put(&scene, id, 1, true);
        (void)rows_remove(scene.rows, topic, id);
    }
    read_all(&scene);
    assert_int_equal(replica_count(scene.replica, topic), 1);
    end(&scene);
}

/* Who sees a part is not told of rows that never were in it. */
static void what_never_fitted_is_never_told(void **state)
{
    struct page page = { .text = NULL };
    struct scene scene;

    (void)state;
    begin(&scene, "productive = yes");
    put(&scene, 1, 1, true);
    put(&scene, 2, 1, false);
    read_all(&scene);
    put(&scene, 2, 2, false);
    (void)rows_remove(scene.rows, topic, 2);
    assert_int_equal(subscription_write(scene.subscription, scene.rows,
                                        scene.floor, &scene.asker, 1000, &page),
                     0);
    assert_int_equal(page.length, 0);
    page_done(&page);
    put(&scene, 1, 2, false);
    read_all(&scene);
    assert_int_equal(replica_count(scene.replica, topic), 0);
    end(&scene);
}

/* Each allocation fails in turn: nothing is lost, the next try tells it. */
static void without_memory_it_is_told_later(void **state)
{
    struct scene scene;

    (void)state;
    begin(&scene, "productive = yes");
    for (uint64_t id = 1; id <= 5; id++)
        put(&scene, id, 1, true);
    for (int n = 0;; n++) {
        struct page page = { .text = NULL };

        fail_alloc_after(n);
        int rc = subscription_write(scene.subscription, scene.rows, scene.floor,
                                    &scene.asker, 1000, &page);
        fail_alloc_after(FAIL_NO_ALLOC);
        page_done(&page);
        if (rc == 0)
            break;
        assert_int_equal(rc, -ENOMEM);
        assert_true(n < 1000);
    }
    end(&scene);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_reader_ends_with_what_there_is);
    TEST_LIST_ADD(&list, what_changed_often_is_told_once);
    TEST_LIST_ADD(&list, more_gone_than_remembered_begins_anew);
    TEST_LIST_ADD(&list, what_never_fitted_is_never_told);
    TEST_LIST_ADD(&list, without_memory_it_is_told_later);
    return test_list_run(&list);
}
