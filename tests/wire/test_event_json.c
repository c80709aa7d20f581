/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events as JSON: whole, and split so that a person can be forgotten. */

#include "wire/event_json.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/test.h"

static struct event arrival(void)
{
    struct event event = {
        .seq = 12,
        .at_us = 34,
        .by = 5,
        .type = EVENT_CONTACT_ARRIVED,
    };
    struct event_contact_arrived *fields = &event.as.contact_arrived;

    fields->contact_id = 7;
    fields->caller = (struct phone_number){ "+420601234567" };
    fields->called = (struct phone_number){ "800123" };
    fields->language = SPEAKS_CS;
    return event;
}

static bool is_same(const struct event *a, const struct event *b)
{
    return a->seq == b->seq && a->at_us == b->at_us && a->by == b->by &&
           a->type == b->type &&
           record_is_same(event_record(a->type), &a->as, &b->as);
}

static void an_event_comes_back_as_it_was(void **state)
{
    struct event there = arrival();
    struct event back = { .seq = 0 };
    struct json_t *object = event_to_json(&there, EVENT_WHOLE);
    char *text = value_print(object, VALUE_COMPACT);

    (void)state;
    assert_non_null(strstr(text, "{\"seq\":12,\"at_us\":34,\"by\":5,\"type\":"
                                 "\"contact_arrived\",\"contact_id\":7,"));
    assert_int_equal(event_from_json(object, &back, NULL), 0);
    assert_true(is_same(&there, &back));
    free(text);
    (void)value_free(object);
}

static void a_redacted_event_names_nobody(void **state)
{
    struct event there = arrival();
    struct json_t *object = event_to_json(&there, EVENT_REDACTED);
    char *text = value_print(object, VALUE_COMPACT);

    (void)state;
    assert_null(strstr(text, "601234567"));
    assert_non_null(strstr(text, "\"caller\":null"));
    free(text);
    (void)value_free(object);
}

#define HEAD "\"seq\":1,\"at_us\":2,\"by\":0,"

static const struct refusal_row {
    const char *says;
    const char *text;
    enum mistake_code code;
} refusal_rows[] = {
    { "an event of a newer release",
      "{" HEAD "\"type\":\"contact_teleported\"}", MISTAKE_UNKNOWN_EVENT },
    { "an event with a newer release's field",
      "{" HEAD "\"type\":\"caller_connected\",\"contact_id\":1,\"mood\":2}",
      MISTAKE_UNKNOWN_FIELD },
    { "an event without a type", "{" HEAD "\"contact_id\":1}",
      MISTAKE_WRONG_TYPE },
    { "an event without a number",
      "{\"at_us\":2,\"by\":0,\"type\":\"caller_connected\"}",
      MISTAKE_WRONG_TYPE },
    { "an event with number 0",
      "{\"seq\":0,\"at_us\":2,\"by\":0,\"type\":\"caller_connected\"}",
      MISTAKE_OUT_OF_RANGE },
    { "an event before time",
      "{\"seq\":1,\"at_us\":-2,\"by\":0,\"type\":\"caller_connected\"}",
      MISTAKE_OUT_OF_RANGE },
    { "a field of another type",
      "{" HEAD "\"type\":\"caller_connected\",\"contact_id\":\"1\"}",
      MISTAKE_WRONG_TYPE },
    { "a word of a newer release",
      "{" HEAD "\"type\":\"language_set\",\"language\":\"tlh\"}",
      MISTAKE_UNKNOWN_WORD },
};

static void is_refused(void **state)
{
    const struct refusal_row *row = *state;
    struct json_t *object = NULL;
    struct event event = { .seq = 99 };
    struct mistake mistake = { .code = MISTAKE_NONE };

    assert_int_equal(
        value_parse(row->text, strlen(row->text), 1000, &object, NULL), 0);
    assert_int_equal(event_from_json(object, &event, &mistake), -EBADMSG);
    assert_int_equal(mistake.code, row->code);
    assert_int_equal(event.seq, 99);
    (void)value_free(object);
}

static void a_field_added_later_is_empty_in_old_events(void **state)
{
    static const char text[] = "{" HEAD "\"type\":\"language_set\"}";
    struct json_t *object = NULL;
    struct event event;

    (void)state;
    assert_int_equal(value_parse(text, strlen(text), 1000, &object, NULL), 0);
    assert_int_equal(event_from_json(object, &event, NULL), 0);
    assert_int_equal(event.as.language_set.contact_id, 0);
    assert_int_equal(event.as.language_set.language, SPEAKS_EN);
    (void)value_free(object);
}

/* A vault of one text: what a journal does with salts, in small. */
struct vault {
    char text[600];
    bool is_erased;
};

static const char *mask(void *arg, const struct field *field, const char *text)
{
    struct vault *vault = arg;

    (void)field;
    (void)snprintf(vault->text, sizeof(vault->text), "%s", text);
    return "#";
}

static const char *unmask(void *arg, const struct field *field,
                          const char *masked)
{
    struct vault *vault = arg;

    (void)field;
    assert_string_equal(masked, "#");
    return vault->is_erased ? NULL : vault->text;
}

static void a_body_keeps_private_texts_elsewhere(void **state)
{
    struct vault vault = { .is_erased = false };
    const struct event_masks masks = { mask, unmask, &vault };
    struct event there = arrival();
    struct event back = { .seq = 12, .at_us = 34, .by = 5 };
    char *body = event_print_body(&there, &masks);

    (void)state;
    assert_null(strstr(body, "601234567"));
    assert_non_null(strstr(body, "\"caller\":\"#\",\"caller_name\":\"\""));
    assert_string_equal(vault.text, "+420601234567");

    assert_int_equal(event_parse_body("contact_arrived", body, strlen(body),
                                      &masks, &back, NULL),
                     0);
    assert_true(is_same(&there, &back));

    vault.is_erased = true;
    assert_int_equal(event_parse_body("contact_arrived", body, strlen(body),
                                      &masks, &back, NULL),
                     0);
    event_erase_private(&there);
    assert_true(is_same(&there, &back));
    free(body);
}

static void a_body_outlives_a_changed_range(void **state)
{
    static const char body[] = "{\"id\":1,\"name\":\"a\",\"ring_ms\":1}";
    struct event event;

    (void)state;
    assert_int_equal(
        event_parse_body("queue_set", body, strlen(body), NULL, &event, NULL),
        0);
    assert_int_equal(event.as.queue_set.ring_ms, 1);
}

static void old_names_are_looked_up(void **state)
{
    static const struct event_upcast table[] = {
        { "call_came", "contact_arrived", NULL },
        { NULL, NULL, NULL },
    };

    (void)state;
    assert_string_equal(event_upcast_find(table, "call_came")->type,
                        "contact_arrived");
    assert_null(event_upcast_find(table, "contact_arrived"));
    for (const struct event_upcast *row = event_upcasts; row->old_type; row++) {
        assert_true(event_find(row->old_type) < 0);
        assert_true(event_find(row->type) >= 0);
    }
}

/* They are beside these in one object, and would be lost, or taken for them. */
static void no_field_is_called_as_what_every_event_has(void **state)
{
    static const char *const heads[] = { "seq", "at_us", "by", "type" };

    (void)state;
    for (int type = 0; type < EVENT_TYPE_COUNT; type++)
        for (size_t i = 0; i < ARRAY_LEN(heads); i++)
            assert_null(
                record_field(event_record((enum event_type)type), heads[i]));
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, an_event_comes_back_as_it_was);
    TEST_LIST_ADD(&list, a_redacted_event_names_nobody);
    TEST_LIST_ADD_ROWS(&list, is_refused, refusal_rows);
    TEST_LIST_ADD(&list, a_field_added_later_is_empty_in_old_events);
    TEST_LIST_ADD(&list, a_body_keeps_private_texts_elsewhere);
    TEST_LIST_ADD(&list, a_body_outlives_a_changed_range);
    TEST_LIST_ADD(&list, old_names_are_looked_up);
    TEST_LIST_ADD(&list, no_field_is_called_as_what_every_event_has);
    return test_list_run(&list);
}
