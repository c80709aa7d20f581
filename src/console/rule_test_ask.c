/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A call in fields becomes a question. */

#include <assert.h>

#include "base/mark.h"
#include "console/night_until.h"
#include "console/rule_test_inside.h"
#include "wire/value.h"

static void take_found(void *owner, const struct outcome *outcome)
{
    struct rule_test *test = owner;

    test->found = value_free(test->found);
    test->top = 0;
    test->at = 0;
    safe_text_copy(&test->complaint, "");
    if (outcome->is_done)
        test->found = value_share(value_get(outcome->value, "items"));
    else
        test->complaint = outcome->complaint;
    rule_test_next(test);
}

int rule_test_fill(struct rule_test *test)
{
    assert(test);
    struct document_choice *choices[] = { &test->trunk, &test->queue,
                                          &test->agent, &test->last_queue,
                                          &test->language };
    int rc = 0;

    for (size_t i = 0; rc == 0 && i < sizeof(choices) / sizeof(choices[0]); i++)
        rc = document_choice_fill(choices[i]);
    return rc;
}

static int put_number(const struct rule_test *test, struct json_t *body, int id,
                      const char *name)
{
    int64_t number;

    if (form_number(test->form, id, &number) < 0)
        return 0;
    return value_set_integer(body, name, number);
}

/* What is left empty is now. */
static int put_moment(const struct rule_test *test, struct json_t *body)
{
    struct night_until at = { .day = -1, .minute = -1 };

    (void)form_number(test->form, RULE_TEST_DAY, &at.day);
    (void)form_number(test->form, RULE_TEST_TIME, &at.minute);

    int64_t wall_us = night_until_moment(&at, program_wall_us(test->program));

    return wall_us > 0 ? value_set_integer(body, "at_wall_us", wall_us) : 0;
}

/* In a queue the rules for who waits are asked, else those for who comes. */
static int put_wait(const struct rule_test *test, struct json_t *body)
{
    int64_t queue_id = document_choice_value(
        &test->queue, form_choice(test->form, RULE_TEST_QUEUE));
    int64_t waited_s = 0;

    if (!queue_id)
        return 0;
    (void)form_number(test->form, RULE_TEST_WAITED, &waited_s);
    return value_set_integer(body, "queue_id", queue_id) |
           value_set_integer(body, "waited_ms", waited_s * 1000);
}

static int put_choice(const struct rule_test *test, struct json_t *body,
                      const struct document_choice *choice, int id)
{
    const char *name = id == RULE_TEST_AGENT        ? "last_agent_id"
                       : id == RULE_TEST_LAST_QUEUE ? "last_queue_id"
                                                    : "trunk_id";

    return value_set_integer(
        body, name, document_choice_value(choice, form_choice(test->form, id)));
}

static int put_language(const struct rule_test *test, struct json_t *body)
{
    int64_t language = document_choice_value(
        &test->language, form_choice(test->form, RULE_TEST_LANGUAGE));

    return value_set_text(body, "language",
                          word_spell(&word_list_speech, (int)language));
}

static struct json_t *body_of(struct rule_test *test)
{
    struct json_t *body = value_object();
    int rc =
        value_set_text(body, "caller", form_text(test->form, RULE_TEST_CALLER));

    rc |=
        value_set_text(body, "called", form_text(test->form, RULE_TEST_CALLED));
    rc |= value_set_text(body, "data", form_text(test->form, RULE_TEST_DATA));
    rc |= put_choice(test, body, &test->trunk, RULE_TEST_TRUNK);
    rc |= put_choice(test, body, &test->agent, RULE_TEST_AGENT);
    rc |= put_choice(test, body, &test->last_queue, RULE_TEST_LAST_QUEUE);
    rc |= put_language(test, body);
    rc |= value_set_flag(body, "drafts",
                         form_check(test->form, RULE_TEST_DISABLED));
    rc |= value_set_flag(body, "of_draft",
                         form_check(test->form, RULE_TEST_DRAFT));
    rc |= put_moment(test, body);
    rc |= put_wait(test, body);
    rc |= put_number(test, body, RULE_TEST_DAYS, "called_days");
    rc |= put_number(test, body, RULE_TEST_CONTACT, "contact_id");
    rc |= put_number(test, body, RULE_TEST_DRAW, "draw");
    return rc == 0 ? body : value_free(body);
}

/* Nobody waits nowhere. */
static bool waits_nowhere(struct rule_test *test)
{
    int64_t waited_s;

    if (document_choice_value(&test->queue,
                              form_choice(test->form, RULE_TEST_QUEUE)) ||
        form_number(test->form, RULE_TEST_WAITED, &waited_s) < 0)
        return false;
    form_set_error(
        test->form, RULE_TEST_QUEUE,
        program_text(test->program, N_("Choose the queue that it waits in, or "
                                       "leave the time empty.")));
    form_focus(test->form, RULE_TEST_QUEUE);
    return true;
}

void rule_test_ask(struct rule_test *test)
{
    assert(test);
    struct json_t *body;

    if (form_review(test->form, program_language(test->program)) > 0 ||
        waits_nowhere(test))
        return;
    body = body_of(test);
    errands_forget(test->program->errands, test);
    if (body)
        (void)program_send(test->program, &(struct errand){
                                              .route = ROUTE_RULE_TEST,
                                              .body = body,
                                              .done = take_found,
                                              .owner = test,
                                              .is_quiet = true,
                                          });
}
