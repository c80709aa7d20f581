/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writing the tests of a flow: what is not given is left out. */

#include <assert.h>

#include "core/lookup.h"
#include "wire/flow_reader.h"

static int set_text(struct json_t *object, const char *key, const char *text)
{
    return text[0] ? value_set_text(object, key, text) : 0;
}

/* What a test's numbers of nodes stand for. */
struct naming {
    const struct flow_program *program;
    const struct flow_tests *tests;
    const struct flow_names *names;
};

static const char *name_of(const struct naming *naming, int node)
{
    return flow_test_node(naming->program, naming->tests, node)->text;
}

static int set_nodes(const struct naming *naming, struct json_t *object,
                     const char *key, const int *nodes, size_t count)
{
    struct json_t *list = value_list();
    int rc = 0;

    for (size_t i = 0; i < count; i++)
        rc |= value_append(list, value_text(name_of(naming, nodes[i])));
    if (rc < 0 || count == 0) {
        value_free(list);
        return rc;
    }

    return value_set(object, key, list);
}

static int set_inputs(struct json_t *object, const struct flow_test *test)
{
    struct json_t *list = value_list();
    int rc = 0;

    for (size_t i = 0; i < test->input_count; i++)
        rc |= value_append(list, value_text(test->inputs[i].text));
    if (rc < 0 || test->input_count == 0) {
        value_free(list);
        return rc;
    }

    return value_set(object, "keys", list);
}

static struct json_t *stub_value(const struct flow_stub *stub)
{
    const char *text = stub->values.text;
    struct json_t *object;
    struct name variable;
    struct label value;
    int rc = 0;

    if (stub->outcome != LOOKUP_FOUND)
        return value_text(
            word_spell(&word_list_lookup_outcome, (int)stub->outcome));

    object = value_object();
    while (lookup_line_take(&text, &variable, &value))
        rc |= value_set_text(object, variable.text, value.text);
    return rc == 0 ? object : value_free(object);
}

static int set_stubs(const struct naming *naming, struct json_t *object,
                     const struct flow_test *test)
{
    struct json_t *stubs = value_object();
    int rc = 0;

    for (size_t i = 0; i < test->stub_count; i++)
        rc |= value_set(stubs, name_of(naming, test->stubs[i].node),
                        stub_value(&test->stubs[i]));
    if (rc < 0 || test->stub_count == 0) {
        value_free(stubs);
        return rc;
    }

    return value_set(object, "lookups", stubs);
}

static struct json_t *test_value(const struct naming *naming,
                                 const struct flow_test *test)
{
    struct json_t *object = value_object();
    int rc = value_set_text(object, "name", test->name.text);

    rc |= set_text(object, "caller", test->caller.text);
    rc |= set_text(object, "called", test->called.text);
    if (test->language != SPEAKS_EN)
        rc |=
            value_set_text(object, "language",
                           word_spell(&word_list_speech, (int)test->language));
    if (test->last_language != RULE_LANGUAGE_KEEP)
        rc |= value_set_text(
            object, "last_language",
            word_spell(&word_list_rule_language, (int)test->last_language));
    rc |= set_text(object, "at", test->at.text);
    rc |= set_inputs(object, test);
    rc |= set_nodes(naming, object, "broken", test->broken, test->broken_count);
    rc |= set_nodes(naming, object, "busy", test->busy, test->busy_count);
    rc |= set_nodes(naming, object, "unanswered", test->unanswered,
                    test->unanswered_count);
    rc |= set_stubs(naming, object, test);
    rc |= flow_house_set(naming->names, test, object);
    rc |= set_nodes(naming, object, "expect", test->path, test->path_count);
    return rc == 0 ? object : value_free(object);
}

struct json_t *flow_tests_value(const struct flow_program *program,
                                const struct flow_tests *tests,
                                const struct flow_names *names)
{
    const struct naming naming = { program, tests, names };
    struct json_t *list = value_list();
    int rc = 0;

    assert(program && tests);
    for (size_t i = 0; i < tests->count; i++)
        rc |= value_append(list, test_value(&naming, &tests->tests[i]));
    return rc == 0 ? list : value_free(list);
}
