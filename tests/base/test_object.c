/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of objects, and the paths that are made of them. */

#include "base/object.h"

#include <string.h>

#include "tests/test.h"

#define GOOD "0123456789abcdef0123456789abcdef"

struct row {
    const char *says;
    const char *text;
    bool is_name;
};

static const struct row rows[] = {
    { "32 digits are a name", GOOD, true },
    { "31 are none", "0123456789abcdef0123456789abcde", false },
    { "33 are none", GOOD "0", false },
    { "nothing is none", "", false },
    { "capitals are none", "0123456789ABCDEF0123456789abcdef", false },
    { "a way up is none", "../../../../../../../../etc/pass", false },
    { "an absolute path is none", "/123456789abcdef0123456789abcdef", false },
    { "a dot is none", "0123456789abcdef0123456789abcde.", false },
    { "a line feed is none", "0123456789abcdef0123456789abcde\n", false },
};

static void tells(void **state)
{
    const struct row *row = *state;

    assert_int_equal(object_is_name(row->text), row->is_name);
}

static void each_is_another(void **state)
{
    char one[OBJECT_NAME_SIZE], other[OBJECT_NAME_SIZE];

    (void)state;
    object_draw(one);
    object_draw(other);
    assert_true(object_is_name(one) && object_is_name(other));
    assert_string_not_equal(one, other);
}

static void paths_stay_beneath(void **state)
{
    char path[OBJECT_PATH_SIZE];

    (void)state;
    object_open_path(GOOD, path);
    assert_string_equal(path, "open/" GOOD ".wav");
    object_whole_path(GOOD, path);
    assert_string_equal(path, "01/" GOOD ".wav");
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, tells, rows);
    TEST_LIST_ADD(&list, each_is_another);
    TEST_LIST_ADD(&list, paths_stay_beneath);
    return test_list_run(&list);
}
