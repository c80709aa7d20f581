/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said to be wrong with a trunk. */

#include "server/trunk_watch.h"

#include <errno.h>

#include "tests/test.h"

static const struct reason_row {
    const char *says;
    struct trunk_status status;
    unsigned troubles;
    enum trunk_reason reason;
} reason_rows[] = {
    { "nothing of one that is up", { .up = true }, 0, TRUNK_WELL },
    { "OPTIONS that nobody answers", { .asked = true }, 0, TRUNK_SILENT },
    { "OPTIONS answered with a failure",
      { .asked = true, .last_code = 503 },
      0,
      TRUNK_FAILING },
    { "calls that failed, whatever OPTIONS said before",
      { .asked = true, .last_code = 200, .is_suspect = true },
      0,
      TRUNK_CALLS_FAIL },
    { "a name that is just being looked up",
      { .named = TRUNK_NOT_FOUND },
      0,
      TRUNK_WELL },
    { "a name that there is not",
      { .named = TRUNK_NOT_FOUND, .name_error = -ENOENT },
      0,
      TRUNK_NAMELESS },
    { "a name server that says nothing",
      { .named = TRUNK_NOT_FOUND, .name_error = -ETIMEDOUT },
      TRUNK_TROUBLE_NOT_FOUND,
      TRUNK_UNNAMED },
    { "a name that is gone while its addresses still serve",
      { .up = true, .named = TRUNK_NOT_FOUND, .name_error = -ENOENT },
      TRUNK_TROUBLE_NOT_FOUND,
      TRUNK_NAMELESS },
    { "a certificate, before the silence that follows",
      { .asked = true, .certificate_fault = 18 },
      TRUNK_TROUBLE_CERTIFICATE,
      TRUNK_DISBELIEVED },
    { "a registrar that refuses, though OPTIONS are answered",
      { .up = true, .registered = TRUNK_NOT_REGISTERED, .register_code = 403 },
      TRUNK_TROUBLE_UNREGISTERED,
      TRUNK_DENIED },
    { "a registrar that says nothing",
      { .up = true, .registered = TRUNK_NOT_REGISTERED },
      TRUNK_TROUBLE_UNREGISTERED,
      TRUNK_UNHEARD },
    { "one that is about to register is well",
      { .up = true, .registered = TRUNK_NOT_REGISTERED },
      0,
      TRUNK_WELL },
};

static void tells_the_reason(void **state)
{
    const struct reason_row *row = *state;

    assert_int_equal(trunk_watch_reason(&row->status, row->troubles),
                     row->reason);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, tells_the_reason, reason_rows);
    return _cmocka_run_group_tests("trunk_watch", list.tests, list.count, NULL,
                                   NULL);
}
