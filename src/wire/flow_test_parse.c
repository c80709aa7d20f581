/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the tests of a flow. */

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "core/lookup.h"
#include "wire/field_check.h"
#include "wire/flow_reader.h"
#include "wire/moment.h"

/* The test being read. */
struct test_reader {
    struct flow_reader *flow;
    const struct json_t *object;
    struct flow_test *test;
};

static int refuse(const struct test_reader *reader, enum mistake_code code,
                  const char *place)
{
    return mistake_note(reader->flow->ret_mistake, code, place);
}

#define TEXT_FIELD(name_, kind_)                                               \
    {                                                                          \
        .name = #name_, .kind = kind_,                                         \
        .offset = offsetof(struct flow_test, name_),                           \
        .size = sizeof(((struct flow_test *)0)->name_)                         \
    }

static int read_texts(struct test_reader *reader)
{
    static const struct field fields[] = { TEXT_FIELD(caller, FIELD_NUMBER),
                                           TEXT_FIELD(called, FIELD_NUMBER),
                                           TEXT_FIELD(at, FIELD_LABEL) };
    int rc = 0;

    for (size_t i = 0; rc == 0 && i < sizeof(fields) / sizeof(fields[0]); i++) {
        const struct json_t *value = value_get(reader->object, fields[i].name);
        const char *text = value_as_text(value);

        if (value && !text)
            rc = refuse(reader, MISTAKE_WRONG_TYPE, fields[i].name);
        else if (value)
            rc = field_set_checked_text(&fields[i], text, reader->test,
                                        reader->flow->ret_mistake);
    }

    if (rc == 0 && reader->test->at.text[0] &&
        moment_parse(reader->test->at.text, &reader->test->at_wall_us) < 0)
        rc = refuse(reader, MISTAKE_BAD_CHARACTERS, "at");
    return rc;
}

static int read_language(struct test_reader *reader)
{
    const struct json_t *value = value_get(reader->object, "language");
    const char *text = value_as_text(value);
    int word = text ? word_find(&word_list_speech, text) : 0;

    if (value && !text)
        return refuse(reader, MISTAKE_WRONG_TYPE, "language");
    if (word < 0)
        return refuse(reader, MISTAKE_UNKNOWN_WORD, "language");

    reader->test->language = (enum speech)word;
    return 0;
}

/* Without, it is the first call. */
static int read_last_language(struct test_reader *reader)
{
    const struct json_t *value = value_get(reader->object, "last_language");
    const char *text = value_as_text(value);
    int word = text ? word_find(&word_list_rule_language, text) : 0;

    if (value && !text)
        return refuse(reader, MISTAKE_WRONG_TYPE, "last_language");
    if (word < 0)
        return refuse(reader, MISTAKE_UNKNOWN_WORD, "last_language");

    reader->test->last_language = (enum rule_language)word;
    return 0;
}

static int put_place_before(const struct test_reader *reader, const char *list,
                            size_t index, int rc)
{
    char place[32];

    if (rc == -EBADMSG) {
        (void)snprintf(place, sizeof(place), "%s[%zu]", list, index);
        mistake_put_before(reader->flow->ret_mistake, place);
    }
    return rc;
}

/* A list that may be missing; so many items at most. */
static int find_list(const struct test_reader *reader, const char *key,
                     size_t max, const struct json_t **ret_list)
{
    const struct json_t *list = value_get(reader->object, key);

    if (list && !value_is_list(list))
        return refuse(reader, MISTAKE_WRONG_TYPE, key);
    if (value_count(list) > max)
        return mistake_note_range(reader->flow->ret_mistake, MISTAKE_TOO_MANY,
                                  key, 0, (int64_t)max);

    *ret_list = list;
    return 0;
}

static int read_input(const struct test_reader *reader,
                      const struct json_t *value, struct digits *ret_digits)
{
    static const struct field rule = { .name = "",
                                       .kind = FIELD_DIGITS,
                                       .size = sizeof(struct digits) };
    const char *text = value_as_text(value);

    if (!text)
        return refuse(reader, MISTAKE_WRONG_TYPE, "");

    return field_set_checked_text(&rule, text, ret_digits,
                                  reader->flow->ret_mistake);
}

static int read_inputs(struct test_reader *reader)
{
    const struct json_t *list = NULL;
    int rc = find_list(reader, "keys", FLOW_TEST_MAX_INPUTS, &list);

    for (size_t i = 0; rc == 0 && i < value_count(list); i++)
        rc = put_place_before(
            reader, "keys", i,
            read_input(reader, value_at(list, i),
                       &reader->test->inputs[reader->test->input_count++]));
    return rc;
}

/* Nodes by name. A draft may name some that are not there, or not any more: who
   deletes a node need not change the tests first. */

static int read_gone(struct test_reader *reader, const char *place,
                     const struct json_t *value, int *ret_node)
{
    struct flow_tests *tests = reader->flow->tests;
    struct name name;
    size_t at = 0;
    int rc = flow_read_name(reader->flow, place, value, &name);

    if (rc < 0)
        return rc;
    while (at < tests->gone_count &&
           strcmp(tests->gone[at].text, name.text) != 0)
        at++;
    if (at == FLOW_TESTS_MAX_GONE)
        return mistake_note_name(reader->flow->ret_mistake, place, name.text);

    tests->gone[at] = name;
    tests->gone_count += at == tests->gone_count;
    *ret_node = -1 - (int)at;
    return 0;
}

static int read_node(struct test_reader *reader, const char *place,
                     const struct json_t *value, int *ret_node)
{
    const char *name = value_as_text(value);
    int node = name ? flow_find_node(reader->flow->program, name) : -ENOENT;

    if (!name)
        return refuse(reader, MISTAKE_WRONG_TYPE, place);
    if (node < 0 && reader->flow->is_draft)
        return read_gone(reader, place, value, ret_node);
    if (node < 0)
        return mistake_note_name(reader->flow->ret_mistake, place, name);

    *ret_node = node;
    return 0;
}

static int read_nodes(struct test_reader *reader, const char *key, size_t max,
                      int *ret_nodes, size_t *ret_count)
{
    const struct json_t *list = NULL;
    int rc = find_list(reader, key, max, &list);

    for (size_t i = 0; rc == 0 && i < value_count(list); i++) {
        rc = put_place_before(
            reader, key, i,
            read_node(reader, "", value_at(list, i), &ret_nodes[i]));
        *ret_count += rc == 0;
    }
    return rc;
}

/* Lookups: what each answers, by its node's name; a word of what came of it, or
   the values that were found. */

static int read_stub_value(void *arg, const char *key,
                           const struct json_t *value)
{
    struct test_reader *reader = arg;
    struct flow_stub *stub = &reader->test->stubs[reader->test->stub_count];
    const char *text = value_as_text(value);
    struct name variable = { "" };

    if (!text)
        return refuse(reader, MISTAKE_WRONG_TYPE, key);
    if (strlen(key) >= sizeof(variable.text))
        return refuse(reader, MISTAKE_TOO_LONG, key);

    memcpy(variable.text, key, strlen(key));
    return lookup_line_add(&stub->values, &variable, text)
               ? 0
               : refuse(reader, MISTAKE_TOO_LONG, key);
}

static int read_stub_outcome(struct test_reader *reader, const char *key,
                             const struct json_t *value)
{
    struct flow_stub *stub = &reader->test->stubs[reader->test->stub_count];
    const char *text = value_as_text(value);
    int outcome =
        text ? word_find(&word_list_lookup_outcome, text) : (int)LOOKUP_FOUND;

    if (!text && !value_is_object(value))
        return refuse(reader, MISTAKE_WRONG_TYPE, key);
    if (outcome < 0)
        return refuse(reader, MISTAKE_UNKNOWN_WORD, key);

    stub->outcome = (enum lookup_outcome)outcome;
    return text ? 0 : value_each(value, read_stub_value, reader);
}

static int read_stub(void *arg, const char *key, const struct json_t *value)
{
    struct test_reader *reader = arg;
    struct flow_stub *stub = &reader->test->stubs[reader->test->stub_count];
    struct json_t *name = value_text(key);
    int rc = name ? read_node(reader, key, name, &stub->node) : -ENOMEM;

    value_free(name);
    if (rc == 0 && !reader->flow->is_draft &&
        reader->flow->program->nodes[stub->node].type != NODE_LOOKUP)
        rc = mistake_note_name(reader->flow->ret_mistake, key, key);
    if (rc == 0)
        rc = read_stub_outcome(reader, key, value);

    reader->test->stub_count += rc == 0;
    return rc;
}

static int read_stubs(struct test_reader *reader)
{
    const struct json_t *object = value_get(reader->object, "lookups");
    int rc;

    if (!object)
        return 0;
    if (!value_is_object(object))
        return refuse(reader, MISTAKE_WRONG_TYPE, "lookups");
    if (value_count(object) > FLOW_TEST_MAX_STUBS)
        return mistake_note_range(reader->flow->ret_mistake, MISTAKE_TOO_MANY,
                                  "lookups", 0, FLOW_TEST_MAX_STUBS);

    rc = value_each(object, read_stub, reader);
    if (rc == -EBADMSG)
        mistake_put_before(reader->flow->ret_mistake, "lookups");
    return rc;
}

static int note_unknown(void *arg, const char *key, const struct json_t *value)
{
    static const char *const known[] = {
        "name",   "caller",      "called",        "language",   "at",
        "keys",   "broken",      "busy",          "unanswered", "lookups",
        "agents", "lost_trunks", "last_language", "expect"
    };
    const struct test_reader *reader = arg;

    (void)value;
    for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
        if (strcmp(known[i], key) == 0)
            return 0;

    return refuse(reader, MISTAKE_UNKNOWN_FIELD, key);
}

static bool is_name_taken(const struct test_reader *reader)
{
    const struct flow_tests *tests = reader->flow->tests;

    for (size_t i = 0; i < tests->count; i++)
        if (strcmp(tests->tests[i].name.text, reader->test->name.text) == 0)
            return true;

    return false;
}

static int read_test(struct flow_reader *flow, const struct json_t *object,
                     struct flow_test *test)
{
    struct test_reader reader = { flow, object, test };
    int rc = 0;

    if (!value_is_object(object))
        return refuse(&reader, MISTAKE_WRONG_TYPE, "");

    rc = flow_read_name(flow, "name", value_get(object, "name"), &test->name);
    if (rc == 0 && is_name_taken(&reader))
        rc = refuse(&reader, MISTAKE_NAME_TWICE, "name");
    if (rc == 0)
        rc = read_texts(&reader);
    if (rc == 0)
        rc = read_language(&reader);
    if (rc == 0)
        rc = read_last_language(&reader);
    if (rc == 0)
        rc = read_inputs(&reader);
    if (rc == 0)
        rc = read_nodes(&reader, "broken", FLOW_TEST_MAX_BROKEN, test->broken,
                        &test->broken_count);
    if (rc == 0)
        rc = read_nodes(&reader, "busy", FLOW_TEST_MAX_BROKEN, test->busy,
                        &test->busy_count);
    if (rc == 0)
        rc = read_nodes(&reader, "unanswered", FLOW_TEST_MAX_BROKEN,
                        test->unanswered, &test->unanswered_count);
    if (rc == 0)
        rc = read_stubs(&reader);
    if (rc == 0)
        rc = flow_read_house(flow, object, test);
    if (rc == 0)
        rc = read_nodes(&reader, "expect", FLOW_TEST_MAX_PATH, test->path,
                        &test->path_count);
    if (rc == 0)
        rc = value_each(object, note_unknown, &reader);

    return rc;
}

int flow_read_tests(struct flow_reader *flow, const struct json_t *list)
{
    struct flow_tests *tests = flow->tests;
    int rc = 0;

    if (list && !value_is_list(list))
        return mistake_note(flow->ret_mistake, MISTAKE_WRONG_TYPE, "tests");
    if (value_count(list) > FLOW_MAX_TESTS)
        return mistake_note_range(flow->ret_mistake, MISTAKE_TOO_MANY, "tests",
                                  0, FLOW_MAX_TESTS);

    for (size_t i = 0; rc == 0 && i < value_count(list); i++) {
        struct test_reader reader = { flow, NULL, NULL };

        rc = put_place_before(
            &reader, "tests", i,
            read_test(flow, value_at(list, i), &tests->tests[tests->count]));
        tests->count += rc == 0;
    }
    return rc;
}
