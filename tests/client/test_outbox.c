/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outbox, with a session that only notes what it is asked. */

#include "client/outbox.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "tests/test.h"

enum { NOTE, STATE, MANY = 200 };

/* What was asked, in place of session.c. */
static struct asked {
    char key[CLIENT_KEY_SIZE];
    char path[OUTBOX_PATH_SIZE];
    char body[64];
} asked[MANY];
static size_t asked_count;
static int asks_with;

int session_ask(struct session *session, const struct client_request *request,
                uint64_t *ret_ticket)
{
    (void)session;
    assert_string_equal(request->method, "POST");
    if (asks_with < 0)
        return asks_with;
    assert_true(asked_count < MANY);
    struct asked *next = &asked[asked_count++];
    (void)snprintf(next->key, sizeof(next->key), "%s", request->key);
    (void)snprintf(next->path, sizeof(next->path), "%s", request->path);
    (void)snprintf(next->body, sizeof(next->body), "%s", request->body);
    *ret_ticket = 1000 + asked_count;
    return 0;
}

static struct session *const session = (struct session *)1;
static struct outbox *outbox;
static int64_t now_us;

static int begin(void **state)
{
    (void)state;
    asked_count = 0;
    asks_with = 0;
    now_us = INT64_C(5000000000);
    return outbox_new(&outbox);
}

static int end(void **state)
{
    (void)state;
    outbox = outbox_free(outbox);
    return 0;
}

static int wish(int kind, uint64_t about, const char *body)
{
    return outbox_add(outbox,
                      &(struct outbox_wish){ .kind = kind,
                                             .about = about,
                                             .path = "/api/agents/3/note",
                                             .body = body,
                                             .words = body },
                      now_us);
}

/* Answers what was asked last. */
static enum outbox_outcome answer(int rc, int status, const char *body)
{
    struct session_news news = {
        .kind = SESSION_NEWS_REPLY,
        .ticket = 1000 + asked_count,
        .rc = rc,
        .reply = { .status = status,
                   .body = (char *)(uintptr_t)body,
                   .length = strlen(body),
                   .type = "application/problem+json" },
    };

    return outbox_take(outbox, &news, now_us);
}

static void sends_in_order_one_after_the_other(void **state)
{
    static const char *const bodies[] = { "a", "b", "c" };

    (void)state;
    for (uint64_t i = 0; i < 3; i++)
        assert_int_equal(wish(NOTE, 1 + i, bodies[i]), 0);
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(outbox_pending(outbox), 3 - i);
        assert_true(outbox_send(outbox, session, now_us));
        assert_false(outbox_send(outbox, session, now_us)); /* one at a time */
        assert_int_equal(asked_count, i + 1);
        assert_string_equal(asked[i].body, bodies[i]);
        assert_int_equal(outbox_at(outbox, 0)->state, OUTBOX_SENDING);
        assert_int_equal(answer(0, 200, "{}"), OUTBOX_DONE);
    }
    assert_int_equal(outbox_count(outbox), 0);
    assert_false(outbox_send(outbox, session, now_us));
    assert_string_not_equal(asked[0].key, asked[1].key);
}

/* Whatever became of the first one, the server does it once: by its key. */
static void sends_again_with_the_same_key(void **state)
{
    static const int lost[] = { -ECONNRESET, -ETIMEDOUT, -ENOTCONN };

    (void)state;
    assert_int_equal(wish(NOTE, 1, "a"), 0);
    for (int i = 0; i < 3; i++) {
        assert_true(outbox_send(outbox, session, now_us));
        assert_int_equal(answer(lost[i], 0, ""), OUTBOX_AGAIN);
        assert_int_equal(outbox_at(outbox, 0)->state, OUTBOX_WAITING);
        assert_false(outbox_send(outbox, session, now_us)); /* not at once */
        now_us += OUTBOX_AGAIN_US;
    }
    assert_true(outbox_send(outbox, session, now_us));
    assert_int_equal(asked_count, 4);
    for (int i = 1; i < 4; i++)
        assert_string_equal(asked[i].key, asked[0].key);
    assert_int_equal(outbox_at(outbox, 0)->tries, 4);
    assert_int_equal(answer(0, 200, "{}"), OUTBOX_DONE);
}

/* The session is gone with the answer in it. */
static void a_lost_session_is_asked_again(void **state)
{
    (void)state;
    assert_int_equal(wish(NOTE, 1, "a"), 0);
    assert_true(outbox_send(outbox, session, now_us));
    outbox_lose(outbox);
    assert_int_equal(answer(0, 200, "{}"), OUTBOX_NOT_MINE);
    assert_true(outbox_send(outbox, session, now_us));
    assert_string_equal(asked[1].key, asked[0].key);
}

static void waits_while_the_server_says_later(void **state)
{
    static const struct {
        int status;
        const char *body;
    } rows[] = {
        { 503, "{\"status\":503,\"code\":\"draining\"}" },
        { 507, "{\"status\":507,\"code\":\"journal_full\"}" },
        { 500, "" },
        { 429, "{\"status\":429,\"code\":\"too_many_requests\"}" },
        { 401, "{\"status\":401,\"code\":\"unauthorized\"}" },
        { 409, "{\"status\":409,\"code\":\"idempotency_busy\"}" },
    };

    (void)state;
    assert_int_equal(wish(NOTE, 1, "a"), 0);
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        assert_true(outbox_send(outbox, session, now_us));
        assert_int_equal(answer(0, rows[i].status, rows[i].body), OUTBOX_AGAIN);
        assert_false(
            outbox_send(outbox, session, now_us + OUTBOX_AGAIN_US - 1));
        now_us += OUTBOX_AGAIN_US;
    }
    assert_int_equal(outbox_pending(outbox), 1);
}

/* Answers 5xx to what is asked, until the first one steps aside. */
static void stumble(void)
{
    for (int i = 0; i < OUTBOX_PATIENCE; i++) {
        assert_true(outbox_send(outbox, session, now_us));
        assert_string_equal(asked[asked_count - 1].body, "a");
        assert_int_equal(answer(0, 500, ""), OUTBOX_AGAIN);
        if (i < OUTBOX_PATIENCE - 1) {
            assert_false(outbox_is_aside(outbox_at(outbox, 0)));
            assert_false(outbox_send(outbox, session, now_us));
            now_us += OUTBOX_AGAIN_US;
        }
    }
    assert_true(outbox_is_aside(outbox_at(outbox, 0)));
}

static void a_5xx_for_ever_holds_nothing_up(void **state)
{
    (void)state;
    assert_int_equal(wish(NOTE, 1, "a"), 0);
    assert_int_equal(wish(NOTE, 2, "b"), 0);
    stumble();
    assert_true(outbox_send(outbox, session, now_us));
    assert_string_equal(asked[asked_count - 1].body, "b");
    assert_int_equal(answer(0, 200, "{}"), OUTBOX_DONE);
    assert_int_equal(outbox_pending(outbox), 1);

    now_us += OUTBOX_ASIDE_US - 1;
    assert_false(outbox_send(outbox, session, now_us));
    now_us++; /* once a minute, and by the same key */
    assert_true(outbox_send(outbox, session, now_us));
    assert_string_equal(asked[asked_count - 1].key, asked[0].key);
    assert_int_equal(answer(0, 500, ""), OUTBOX_AGAIN);
    assert_true(outbox_is_aside(outbox_at(outbox, 0)));
    now_us += OUTBOX_AGAIN_US;
    assert_false(outbox_send(outbox, session, now_us));
    now_us += OUTBOX_ASIDE_US;
    assert_true(outbox_send(outbox, session, now_us));
    assert_int_equal(answer(0, 200, "{}"), OUTBOX_DONE);
}

static void what_is_aside_goes_when_somebody_hurries(void **state)
{
    (void)state;
    assert_int_equal(wish(NOTE, 1, "a"), 0);
    stumble();
    assert_false(outbox_send(outbox, session, now_us));
    outbox_hurry(outbox);
    assert_false(outbox_is_aside(outbox_at(outbox, 0)));
    assert_true(outbox_send(outbox, session, now_us));
    assert_int_equal(answer(0, 200, "{}"), OUTBOX_DONE);
}

/* A server that is not there is nobody's fault: the order holds. */
static void what_is_lost_or_too_much_never_steps_aside(void **state)
{
    (void)state;
    assert_int_equal(wish(NOTE, 1, "a"), 0);
    assert_int_equal(wish(NOTE, 2, "b"), 0);
    for (int i = 0; i < 4 * OUTBOX_PATIENCE; i++) {
        assert_true(outbox_send(outbox, session, now_us));
        assert_string_equal(asked[asked_count - 1].body, "a");
        assert_int_equal(i % 2 ? answer(-ETIMEDOUT, 0, "") : answer(0, 429, ""),
                         OUTBOX_AGAIN);
        now_us += OUTBOX_AGAIN_US;
    }
}

static void what_is_so_already_is_done(void **state)
{
    (void)state;
    assert_int_equal(wish(NOTE, 1, "a"), 0);
    assert_true(outbox_send(outbox, session, now_us));
    assert_int_equal(answer(0, 409, "{\"status\":409,\"code\":\"already_so\"}"),
                     OUTBOX_DONE);
    assert_int_equal(outbox_count(outbox), 0);
}

static void a_refused_one_stays_and_holds_up_nothing(void **state)
{
    (void)state;
    assert_int_equal(wish(NOTE, 1, "a"), 0);
    assert_int_equal(wish(NOTE, 2, "b"), 0);
    assert_true(outbox_send(outbox, session, now_us));
    assert_int_equal(answer(0, 409,
                            "{\"status\":409,\"code\":\"other_contact\","
                            "\"detail\":\"It is over.\",\"fix\":\"Drop it.\"}"),
                     OUTBOX_NO);
    const struct outbox_item *item = outbox_at(outbox, 0);
    assert_int_equal(item->state, OUTBOX_REFUSED);
    assert_string_equal(item->problem.detail, "It is over.");
    assert_int_equal(outbox_count(outbox), 2);
    assert_int_equal(outbox_pending(outbox), 1);
    assert_true(outbox_send(outbox, session, now_us));
    assert_string_equal(asked[1].body, "b");
    assert_int_equal(answer(0, 200, "{}"), OUTBOX_DONE);
    assert_false(outbox_send(outbox, session, now_us));
    assert_int_equal(outbox_remove(outbox, item->id), 0);
    assert_int_equal(outbox_count(outbox), 0);
}

static void the_last_wish_counts(void **state)
{
    (void)state;
    assert_int_equal(wish(NOTE, 1, "first"), 0);
    assert_int_equal(wish(STATE, 1, "pause"), 0);
    assert_int_equal(wish(NOTE, 1, "second"), 0);
    assert_int_equal(wish(NOTE, 2, "other"), 0);
    assert_int_equal(outbox_count(outbox), 3);
    assert_string_equal(outbox_at(outbox, 0)->body, "pause");
    assert_string_equal(outbox_at(outbox, 1)->body, "second");
    assert_string_equal(outbox_at(outbox, 2)->body, "other");
}

/* It may have been done: its answer has to be asked for. */
static void what_was_sent_is_not_replaced(void **state)
{
    (void)state;
    assert_int_equal(wish(NOTE, 1, "first"), 0);
    assert_true(outbox_send(outbox, session, now_us));
    assert_int_equal(wish(NOTE, 1, "second"), 0);
    assert_int_equal(outbox_count(outbox), 2);
    assert_int_equal(answer(-ECONNRESET, 0, ""), OUTBOX_AGAIN);
    assert_int_equal(wish(NOTE, 1, "third"), 0);
    assert_int_equal(outbox_count(outbox), 2);
    assert_string_equal(outbox_at(outbox, 0)->body, "first");
    assert_string_equal(outbox_at(outbox, 1)->body, "third");
}

static void has_a_bound(void **state)
{
    char path[OUTBOX_PATH_SIZE + 1];

    (void)state;
    for (uint64_t i = 1; i <= OUTBOX_MAX; i++)
        assert_int_equal(wish(NOTE, i, "x"), 0);
    assert_int_equal(wish(NOTE, OUTBOX_MAX + 1, "y"), -ENOSPC);
    assert_int_equal(outbox_count(outbox), OUTBOX_MAX);
    assert_int_equal(wish(NOTE, 1, "newer"), 0); /* in place of its older one */
    assert_int_equal(outbox_count(outbox), OUTBOX_MAX);

    memset(path, 'p', sizeof(path) - 1);
    path[sizeof(path) - 1] = '\0';
    outbox_empty(outbox);
    assert_int_equal(outbox_add(outbox,
                                &(struct outbox_wish){
                                    .path = path, .body = "", .words = "" },
                                now_us),
                     -ENAMETOOLONG);
    assert_int_equal(outbox_count(outbox), 0);
}

static void may_be_removed_but_not_on_its_way(void **state)
{
    (void)state;
    assert_int_equal(wish(NOTE, 1, "a"), 0);
    assert_int_equal(wish(NOTE, 2, "b"), 0);
    uint64_t first = outbox_at(outbox, 0)->id,
             second = outbox_at(outbox, 1)->id;
    assert_int_equal(outbox_remove(outbox, second + 1), -ENOENT);
    assert_true(outbox_send(outbox, session, now_us));
    assert_int_equal(outbox_remove(outbox, first), -EBUSY);
    assert_int_equal(outbox_remove(outbox, second), 0);
    assert_int_equal(outbox_count(outbox), 1);
}

static void what_is_too_late_is_not_sent(void **state)
{
    (void)state;
    assert_int_equal(outbox_add(outbox,
                                &(struct outbox_wish){ .kind = STATE,
                                                       .path = "/p",
                                                       .body = "{}",
                                                       .words = "lunch",
                                                       .good_for_us = 1000 },
                                now_us),
                     0);
    now_us += 1001;
    assert_true(outbox_send(outbox, session, now_us));
    assert_int_equal(asked_count, 0);
    assert_int_equal(outbox_at(outbox, 0)->state, OUTBOX_REFUSED);
    assert_int_equal(outbox_at(outbox, 0)->problem.status, 0);
}

static void a_full_session_is_asked_later(void **state)
{
    (void)state;
    assert_int_equal(wish(NOTE, 1, "a"), 0);
    asks_with = -EAGAIN;
    assert_false(outbox_send(outbox, session, now_us));
    assert_int_equal(outbox_at(outbox, 0)->state, OUTBOX_WAITING);
    assert_int_equal(outbox_at(outbox, 0)->tries, 0);
    asks_with = 0;
    assert_true(outbox_send(outbox, session, now_us));
}

/* As a program that begins anew a minute later finds it. */
static int write_and_read(const char *prefix, int64_t later_us)
{
    struct outbox_moment before = { now_us, INT64_C(1795357927000000) };
    struct outbox_moment after = { 7, before.wall_us + later_us };
    char *text = outbox_print(outbox, before);

    assert_non_null(text);
    outbox = outbox_free(outbox);
    assert_int_equal(outbox_new(&outbox), 0);
    int rc = outbox_parse(outbox, text, prefix, after);
    free(text);
    now_us = after.now_us;
    return rc;
}

static void outlives_the_program(void **state)
{
    char key[CLIENT_KEY_SIZE];

    (void)state;
    assert_int_equal(wish(NOTE, 1, "first \xC4\x8D\n\"x\""), 0);
    assert_int_equal(wish(NOTE, 2, "second"), 0);
    assert_true(outbox_send(outbox, session, now_us));
    (void)snprintf(key, sizeof(key), "%s", asked[0].key);

    assert_int_equal(write_and_read("/api/agents/3/", 60000000), 0);
    assert_int_equal(outbox_count(outbox), 2);
    const struct outbox_item *item = outbox_at(outbox, 0);
    assert_string_equal(item->body, "first \xC4\x8D\n\"x\"");
    assert_int_equal(item->state, OUTBOX_WAITING);
    assert_int_equal(item->since_us, 7 - 60000000);
    assert_int_equal(outbox_at(outbox, 1)->about, 2);
    assert_true(outbox_send(outbox, session, now_us));
    assert_string_equal(asked[1].key, key); /* so that it is done once */
    assert_string_equal(asked[1].body, asked[0].body);
    assert_int_equal(answer(0, 200, "{}"), OUTBOX_DONE);
}

static void what_the_server_may_have_forgotten_is_not_sent(void **state)
{
    (void)state;
    assert_int_equal(wish(NOTE, 1, "was sent"), 0);
    assert_int_equal(wish(NOTE, 2, "was not"), 0);
    assert_true(outbox_send(outbox, session, now_us));
    assert_int_equal(
        write_and_read("/api/agents/3/", INT64_C(24) * 3600 * 1000000), 0);
    assert_int_equal(outbox_at(outbox, 0)->state, OUTBOX_REFUSED);
    assert_int_equal(outbox_at(outbox, 1)->state, OUTBOX_WAITING);
}

static void a_refusal_outlives_it_with_its_reason(void **state)
{
    (void)state;
    assert_int_equal(wish(NOTE, 1, "a"), 0);
    assert_true(outbox_send(outbox, session, now_us));
    assert_int_equal(answer(0, 409, "{\"status\":409,\"fix\":\"Drop it.\"}"),
                     OUTBOX_NO);
    assert_int_equal(write_and_read("/", 0), 0);
    assert_int_equal(outbox_at(outbox, 0)->state, OUTBOX_REFUSED);
    assert_int_equal(outbox_at(outbox, 0)->problem.status, 409);
    assert_string_equal(outbox_at(outbox, 0)->problem.fix, "Drop it.");
}

static void what_is_not_the_agents_is_left_out(void **state)
{
    (void)state;
    assert_int_equal(wish(NOTE, 1, "a"), 0);
    assert_int_equal(write_and_read("/api/agents/4/", 0), 0);
    assert_int_equal(outbox_count(outbox), 0);
}

#define ITEM_SINCE(since, more)                                                \
    "{\"items\":[{\"kind\":0,\"about\":1,\"since_wall_us\":" since             \
    ",\"key\":\"00112233445566778899aabbccddeeff\",\"path\":\"/a\","           \
    "\"words\":\"w\",\"fix\":\"\"" more "}]}"
#define ITEM(more) ITEM_SINCE("1", more)

static void a_spoilt_file_is_none(void **state)
{
    static const char *const texts[] = {
        "",
        "{",
        "{}",
        "{\"items\":7}",
        "{\"items\":[{}]}",
        "{\"items\":[7]}",
        ITEM(""), /* no body */
        ITEM(",\"body\":\"b\",\"key\":\"x\\r\\ny\""),
        ITEM(",\"body\":\"b\",\"tries\":-1"),
        ITEM(",\"body\":\"b\",\"good_for_us\":-1"),
        ITEM_SINCE("-9223372036854775807", ",\"body\":\"b\""),
    };
    const struct outbox_moment moment = { 5, 5 };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(texts); i++) {
        assert_int_equal(outbox_parse(outbox, texts[i], "/", moment), -EBADMSG);
        assert_int_equal(outbox_count(outbox), 0);
    }
    assert_int_equal(outbox_parse(outbox, ITEM(",\"body\":\"b\""), "/", moment),
                     0);
    assert_int_equal(outbox_count(outbox), 1);
}

/* What another console left is taken in behind what is there. */
static void another_list_is_added(void **state)
{
    const struct outbox_moment moment = { now_us, now_us };
    char key[CLIENT_KEY_SIZE];

    (void)state;
    assert_int_equal(wish(NOTE, 1, "a"), 0);
    char *text = outbox_print(outbox, moment);
    assert_non_null(text);
    (void)snprintf(key, sizeof(key), "%s", outbox_at(outbox, 0)->key);
    assert_int_equal(outbox_remove(outbox, outbox_at(outbox, 0)->id), 0);
    assert_int_equal(wish(NOTE, 2, "b"), 0);
    assert_int_equal(outbox_parse(outbox, text, "/", moment), 0);
    assert_int_equal(outbox_count(outbox), 2);
    assert_string_equal(outbox_at(outbox, 0)->body, "b");
    assert_string_equal(outbox_at(outbox, 1)->key, key);
    assert_true(outbox_at(outbox, 0)->id != outbox_at(outbox, 1)->id);

    for (uint64_t i = 3; outbox_count(outbox) < OUTBOX_MAX; i++)
        assert_int_equal(wish(NOTE, i, "c"), 0);
    assert_int_equal(outbox_parse(outbox, text, "/", moment), -ENOSPC);
    assert_int_equal(outbox_parse(outbox, "{\"items\":[{}]}", "/", moment),
                     -ENOSPC);
    assert_int_equal(outbox_count(outbox), OUTBOX_MAX);
    free(text);
}

static void its_version_tells_changes(void **state)
{
    uint64_t version = outbox_version(outbox);

    (void)state;
    assert_int_equal(wish(NOTE, 1, "a"), 0);
    assert_int_not_equal(outbox_version(outbox), version);
    version = outbox_version(outbox);
    assert_true(outbox_send(outbox, session, now_us)); /* a try is kept */
    assert_int_not_equal(outbox_version(outbox), version);
    version = outbox_version(outbox);
    assert_int_equal(answer(-ECONNRESET, 0, ""), OUTBOX_AGAIN);
    assert_int_equal(outbox_version(outbox), version);
    assert_int_equal(outbox_remove(outbox, outbox_at(outbox, 0)->id), 0);
    assert_int_not_equal(outbox_version(outbox), version);
}

int main(void)
{
    static struct test_list list;

#define CASE(f)                                                                \
    test_list_add(&list, (struct CMUnitTest)cmocka_unit_test_setup_teardown(   \
                             f, begin, end))
    CASE(sends_in_order_one_after_the_other);
    CASE(sends_again_with_the_same_key);
    CASE(a_lost_session_is_asked_again);
    CASE(waits_while_the_server_says_later);
    CASE(a_5xx_for_ever_holds_nothing_up);
    CASE(what_is_aside_goes_when_somebody_hurries);
    CASE(what_is_lost_or_too_much_never_steps_aside);
    CASE(another_list_is_added);
    CASE(what_is_so_already_is_done);
    CASE(a_refused_one_stays_and_holds_up_nothing);
    CASE(the_last_wish_counts);
    CASE(what_was_sent_is_not_replaced);
    CASE(has_a_bound);
    CASE(may_be_removed_but_not_on_its_way);
    CASE(what_is_too_late_is_not_sent);
    CASE(a_full_session_is_asked_later);
    CASE(outlives_the_program);
    CASE(what_the_server_may_have_forgotten_is_not_sent);
    CASE(a_refusal_outlives_it_with_its_reason);
    CASE(what_is_not_the_agents_is_left_out);
    CASE(a_spoilt_file_is_none);
    CASE(its_version_tells_changes);
    return test_list_run(&list);
}
