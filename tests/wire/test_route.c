/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for the tables of routes, permissions and problems. */

#include "wire/route.h"

#include <errno.h>
#include <string.h>

#include "tests/test.h"
#include "wire/openapi.h"
#include "wire/problem.h"
#include "wire/topic.h"

static void each_route_is_one(void **state)
{
    (void)state;
    for (int a = 0; a < ROUTE_COUNT; a++)
        for (int b = 0; b < a; b++) {
            const struct route *one = route_get((enum route_id)a);
            const struct route *other = route_get((enum route_id)b);

            assert_string_not_equal(one->name, other->name);
            if (one->method == other->method)
                assert_string_not_equal(one->path, other->path);
        }
}

static void each_route_is_found_by_its_path(void **state)
{
    (void)state;
    for (int id = 0; id < ROUTE_COUNT; id++) {
        const struct route *route = route_get((enum route_id)id);
        struct route_match match;
        char path[128] = "";
        size_t length = 0;

        for (const char *c = route->path; *c; c++) {
            if (*c == '{') {
                path[length++] = '7';
                c = strchr(c, '}');
            } else {
                path[length++] = *c;
            }
        }
        assert_int_equal(route_find(route->method, path, &match), 0);
        assert_ptr_equal(match.route, route);
        if (strchr(route->path, '{'))
            assert_string_equal(match.parameters[0].text, "7");
    }
}

struct path_row {
    const char *says;
    enum method method;
    const char *path;
    int rc;
    bool has_route;
};

static const struct path_row path_rows[] = {
    { "an unknown path is none", METHOD_GET, "/api/unknown", -ENOENT, false },
    { "nothing is none", METHOD_GET, "", -ENOENT, false },
    { "the root is none", METHOD_GET, "/", -ENOENT, false },
    { "a longer path is another", METHOD_GET, "/api/me/x", -ENOENT, false },
    { "a slash at the end makes another", METHOD_GET, "/api/me/", -ENOENT,
      false },
    { "an empty name is none", METHOD_GET, "/api/queues//stats", -ENOENT,
      false },
    { "dots do not climb", METHOD_GET, "/api/queues/../me", -ENOENT, false },
    { "a name with a dot is one", METHOD_GET, "/api/queues/a.b", 0, true },
    { "a path as it is written goes before one with a name in it", METHOD_GET,
      "/api/voicemail/boxes", 0, true },
    { "... for every method", METHOD_DELETE, "/api/voicemail/boxes", 0, false },
    { "another method is told apart", METHOD_DELETE, "/api/me", 0, false },
};

static void finds_path(void **state)
{
    const struct path_row *row = *state;
    struct route_match match;

    assert_int_equal(route_find(row->method, row->path, &match), row->rc);
    if (row->rc == 0) {
        assert_int_equal(match.route != NULL, row->has_route);
        assert_int_equal(match.methods & (1U << METHOD_GET), 1);
    }
}

static void a_long_name_is_none(void **state)
{
    char path[128] = "/api/queues/";
    size_t begin = strlen(path);
    struct route_match match;

    (void)state;
    memset(path + begin, 'a', 64);
    assert_int_equal(route_find(METHOD_GET, path, &match), -ENOENT);
    path[begin + 63] = '\0';
    assert_int_equal(route_find(METHOD_GET, path, &match), 0);
}

static void a_command_has_the_field_that_its_path_gives(void **state)
{
    (void)state;
    for (int id = 0; id < ROUTE_COUNT; id++) {
        const struct route *route = route_get((enum route_id)id);
        const char *field = route_path_field(route);

        if (route->body.kind != CONTENT_COMMAND)
            continue;
        if (!field) { /* it is about nothing that there is yet */
            assert_null(strchr(route->path, '{'));
            continue;
        }
        assert_non_null(record_field(content_record(route->body), field));
    }
}

static void only_watchers_need_no_sign_in(void **state)
{
    static const enum route_id open[] = { ROUTE_SESSION_OPEN, ROUTE_OPENAPI,
                                          ROUTE_METRICS, ROUTE_HEALTH,
                                          ROUTE_READINESS };

    (void)state;
    for (int id = 0; id < ROUTE_COUNT; id++) {
        bool is_open = false;

        for (size_t i = 0; i < ARRAY_LEN(open); i++)
            is_open |= open[i] == (enum route_id)id;
        assert_int_equal(route_get((enum route_id)id)->permission ==
                             PERMISSION_ANYONE,
                         is_open);
    }
}

static void an_admin_may_all_and_nobody_more(void **state)
{
    (void)state;
    for (int id = 0; id < PERMISSION_COUNT; id++)
        assert_int_equal(permission_may((enum permission)id, ROLE_ADMIN), MAY);
}

static void each_permission_guards_something(void **state)
{
    (void)state;
    for (int permission = 0; permission < PERMISSION_COUNT; permission++) {
        /* of a part of what a route does */
        bool is_used = permission == PERMISSION_NUMBER_SEE ||
                       permission == PERMISSION_CALLBACK_OVERRIDE;

        for (int id = 0; id < ROUTE_COUNT; id++)
            is_used |=
                (int)route_get((enum route_id)id)->permission == permission;
        for (int topic = 0; topic < TOPIC_COUNT; topic++)
            is_used |=
                (int)topic_info((enum topic)topic)->permission == permission;
        assert_true(is_used);
    }
}

static void each_problem_says_what_to_do(void **state)
{
    (void)state;
    for (int id = PROBLEM_NONE + 1; id < PROBLEM_COUNT; id++) {
        const struct problem_info *info = problem_info((enum problem)id);

        assert_in_range(info->status, 400, 507);
        assert_true(strlen(info->title) > 5 && strlen(info->fix) > 10);
    }
}

static void every_route_is_described(void **state)
{
    struct json_t *value = openapi_value();

    (void)state;
    assert_non_null(value);
    for (int id = 0; id < ROUTE_COUNT; id++) {
        const struct route *route = route_get((enum route_id)id);
        struct json_t *path = value_get(value_get(value, "paths"), route->path);

        assert_true(value_is_object(path));
    }
    value_free(value);
}

/* A program finds out there what it can filter a list by. */
static void a_list_names_what_it_is_filtered_by(void **state)
{
    struct json_t *value = openapi_value();
    const struct json_t *parameters = value_get(
        value_get(value_get(value_get(value, "paths"), "/api/recordings"),
                  "get"),
        "parameters");
    const char *says = NULL;

    (void)state;
    for (size_t i = 0; i < value_count(parameters); i++) {
        const struct json_t *one = value_at(parameters, i);

        if (strcmp(value_get_text(one, "name"), "filter") == 0)
            says = value_get_text(one, "description");
    }
    assert_non_null(says);
    assert_non_null(
        strstr(says, ", state (running, ending, kept, lost, deleted), "));
    assert_non_null(strstr(says, ", called, "));
    assert_non_null(strstr(says, ", peaks_right"));
    value_free(value);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, each_route_is_one);
    TEST_LIST_ADD(&list, each_route_is_found_by_its_path);
    TEST_LIST_ADD_ROWS(&list, finds_path, path_rows);
    TEST_LIST_ADD(&list, a_long_name_is_none);
    TEST_LIST_ADD(&list, a_command_has_the_field_that_its_path_gives);
    TEST_LIST_ADD(&list, only_watchers_need_no_sign_in);
    TEST_LIST_ADD(&list, an_admin_may_all_and_nobody_more);
    TEST_LIST_ADD(&list, each_permission_guards_something);
    TEST_LIST_ADD(&list, each_problem_says_what_to_do);
    TEST_LIST_ADD(&list, every_route_is_described);
    TEST_LIST_ADD(&list, a_list_names_what_it_is_filtered_by);
    return test_list_run(&list);
}
