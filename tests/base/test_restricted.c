/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the account says is not undone by what its session is told. */

#include "base/restricted.h"

#include <pwd.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

#include "tests/test.h"

static const struct session_row {
    const char *says;
    const char *told, *shell; /* NULL: not set */
    const char *account;      /* its shell; NULL: there is no such account */
    bool is_restricted;
} session_rows[] = {
    { "an ordinary one is free", NULL, "/bin/bash", "/bin/bash", false },
    { "an account of the console is restricted with another SHELL", "",
      "/bin/sh", "/usr/local/bin/cclite", true },
    { "and with a restricted shell, too", "", "/bin/sh", "/bin/rbash", true },
    { "and without any SHELL", NULL, NULL, "/bin/rbash", true },
    { "SHELL restricts an account that is free", NULL, "/bin/rksh", "/bin/sh",
      true },
    { "and so does who is told so", "1", "/bin/sh", "/bin/sh", true },
    { "an account that is not known has no shell", NULL, "/bin/sh", NULL,
      false },
    { "but SHELL still counts", NULL, "/bin/rbash", NULL, true },
    { "an account without a shell has the usual one", NULL, NULL, "", false },
};

static struct passwd account;
static bool is_known;

/* In place of the library's: the accounts of this machine are not ours. */
struct passwd *getpwuid(uid_t uid)
{
    assert_int_equal(uid, getuid());
    return is_known ? &account : NULL;
}

static void set(const char *variable, const char *value)
{
    assert_int_equal(value ? setenv(variable, value, 1) : unsetenv(variable),
                     0);
}

static void a_session_is_restricted_or_not(void **state)
{
    const struct session_row *row = *state;

    set("CCLITE_RESTRICTED", row->told);
    set("SHELL", row->shell);
    is_known = row->account;
    account.pw_shell = (char *)row->account;
    assert_true(restricted_here() == row->is_restricted);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, a_session_is_restricted_or_not, session_rows);
    return test_list_run(&list);
}
