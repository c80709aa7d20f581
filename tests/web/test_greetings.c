/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of greetings: what is on a page, and what the floor is asked. */

#include <stdio.h>
#include <string.h>

#include "tests/test.h"
#include "web/box_greetings.h"
#include "web/inside.h"
#include "wire/setting.h"

enum { BOXES = 60, PROMPTS = 900, ROWS = BOXES * 4 };

/* Each prompt in the middle third has none, one or two translations in the last
   one; every box greets with prompts of the first two. */
static struct event_prompt_set prompts[PROMPTS];
static struct event_box_set boxes[BOXES];

static struct web web;
static size_t looks;

const void *__real_state_document_at(const struct state *state,
                                     enum document_kind kind, size_t index);
const void *__wrap_state_document_at(const struct state *state,
                                     enum document_kind kind, size_t index);

const void *__wrap_state_document_at(const struct state *state,
                                     enum document_kind kind, size_t index)
{
    looks++;
    return __real_state_document_at(state, kind, index);
}

static void make_prompt(size_t n)
{
    struct event_prompt_set *prompt = &prompts[n];
    bool is_translation = n >= 2 * PROMPTS / 3;

    setting_presets(document_kind_info(DOCUMENT_PROMPT)->record, prompt);
    prompt->id = n + 1;
    prompt->version = 1;
    (void)snprintf(prompt->name.text, sizeof(prompt->name.text), "p%zu", n);
    if (n % 7)
        (void)snprintf(prompt->text.text, sizeof(prompt->text.text), "Words.");
    if (!is_translation)
        return;
    prompt->prompt_id = PROMPTS / 3 + n % 200;
    prompt->language = n % 2 ? SPEAKS_ES : SPEAKS_CS;
}

static void make_box(size_t n)
{
    struct event_box_set *box = &boxes[n];

    setting_presets(document_kind_info(DOCUMENT_BOX)->record, box);
    box->id = 10 * n + 1;
    box->version = 1;
    box->greeting_id = n + 1;
    box->busy_id = n % 2 ? 0 : PROMPTS / 3 + n;
    box->closed_id = PROMPTS / 3 + 2 * n;
    (void)snprintf(box->name.text, sizeof(box->name.text), "box-%zu", n);
}

static void make_floor(void)
{
    assert_int_equal(state_new(&web.floor), 0);
    assert_int_equal(rule_book_new(&web.book), 0);
    for (size_t i = 0; i < PROMPTS; i++) {
        make_prompt(i);
        assert_int_equal(
            state_load_document(web.floor, DOCUMENT_PROMPT, &prompts[i]), 0);
    }
    for (size_t i = 0; i < BOXES; i++) {
        make_box(i);
        assert_int_equal(
            state_load_document(web.floor, DOCUMENT_BOX, &boxes[i]), 0);
    }
}

/* Asks as an administrator. @return the answer's value, the caller's */
static struct json_t *ask(const char *query, int *ret_status)
{
    struct exchange *exchange = calloc(1, sizeof(*exchange));
    char path[512];

    assert_non_null(exchange);
    if (!web.floor)
        make_floor();
    exchange->web = &web;
    exchange->asker =
        (struct asker){ .is_signed_in = true, .role = ROLE_ADMIN };
    exchange->match.route = route_get(ROUTE_GREETING_LIST);
    (void)snprintf(path, sizeof(path), "/api/voicemail/greetings?%s", query);
    assert_int_equal(target_parse(path, &exchange->target), PROBLEM_NONE);
    greetings_list(exchange);
    *ret_status = exchange->answer.status;
    struct json_t *value = NULL;
    assert_int_equal(value_parse(exchange->answer.body, exchange->answer.length,
                                 SIZE_MAX, &value, NULL),
                     0);
    free(exchange->answer.body);
    free(exchange);
    return value;
}

/* The plain way: looks at every prompt. */
static bool is_in(uint64_t prompt_id, enum speech language)
{
    for (size_t i = 0; i < PROMPTS; i++)
        if ((prompts[i].id == prompt_id || prompts[i].prompt_id == prompt_id) &&
            prompts[i].language == language && prompts[i].text.text[0])
            return true;
    return false;
}

static void check_row(const struct json_t *row, size_t n)
{
    const struct event_box_set *box = &boxes[n / 4];
    const uint64_t prompt_ids[] = { box->greeting_id, box->busy_id,
                                    box->closed_id, box->holiday_id };
    uint64_t prompt_id = prompt_ids[n % 4];
    static const char *const codes[] = { "en", "es", "cs" };

    assert_int_equal(value_get_integer(row, "box_id", 0), box->id);
    assert_int_equal(value_get_integer(row, "prompt_id", 99999), prompt_id);
    for (int language = 0; language < speech_count; language++)
        assert_int_equal(value_get_flag(row, codes[language]),
                         prompt_id && is_in(prompt_id, (enum speech)language));
}

static void pages_have_every_greeting_once(void **state)
{
    size_t found = 0, pages = 0;
    char query[64] = "limit=7";
    const char *next;

    (void)state;
    do {
        int status;
        struct json_t *page = ask(query, &status);
        const struct json_t *items = value_get(page, "items");

        assert_int_equal(status, 200);
        assert_true(value_count(items) <= 7);
        for (size_t i = 0; i < value_count(items); i++)
            check_row(value_at(items, i), found++);
        next = value_get_text(page, "next");
        if (next)
            (void)snprintf(query, sizeof(query), "limit=7&cursor=%s", next);
        pages++;
        value_free(page);
    } while (next && pages < 100);
    assert_int_equal(found, ROWS);
    assert_int_equal(pages, (ROWS + 6) / 7);
}

static void a_page_looks_at_each_document_once(void **state)
{
    int status;

    (void)state;
    value_free(ask("limit=1", &status)); /* the floor is made */
    looks = 0;
    struct json_t *page = ask("limit=1000", &status);
    assert_int_equal(value_count(value_get(page, "items")), ROWS);
    assert_true(value_is_null(value_get(page, "next")));
    assert_true(looks <= PROMPTS + BOXES);
    value_free(page);
}

static void a_filter_passes_over_what_does_not_fit(void **state)
{
    int status;
    struct json_t *page =
        ask("limit=3&filter=greeting%20=%20busy%20and%20prompt_id%20>%200",
            &status);
    const struct json_t *items = value_get(page, "items");

    (void)state;
    assert_int_equal(status, 200);
    assert_int_equal(value_count(items), 3);
    for (size_t i = 0; i < 3; i++)
        assert_int_equal(value_get_integer(value_at(items, i), "box_id", 0),
                         boxes[2 * i].id);
    assert_non_null(value_get_text(page, "next"));
    value_free(page);
}

static void the_last_page_says_that_it_is(void **state)
{
    int status;
    struct json_t *page = ask("limit=240", &status);

    (void)state;
    assert_int_equal(value_count(value_get(page, "items")), ROWS);
    assert_true(value_is_null(value_get(page, "next")));
    value_free(page);
}

static void there_is_one_order(void **state)
{
    int status;
    struct json_t *page = ask("sort=box", &status);

    (void)state;
    assert_int_equal(status, 400);
    assert_string_equal(value_get_text(page, "code"), "not_sorted");
    value_free(page);
}

int main(void)
{
    struct test_list list = { 0 };
    int failed;

    TEST_LIST_ADD(&list, pages_have_every_greeting_once);
    TEST_LIST_ADD(&list, a_page_looks_at_each_document_once);
    TEST_LIST_ADD(&list, a_filter_passes_over_what_does_not_fit);
    TEST_LIST_ADD(&list, the_last_page_says_that_it_is);
    TEST_LIST_ADD(&list, there_is_one_order);
    failed = test_list_run(&list);
    web.floor = state_free(web.floor);
    return failed;
}
