/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By what the session was told, or by its shell, or by the account's. */

#include "base/restricted.h"

#include <assert.h>
#include <pwd.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool is_restricted_shell(const char *shell)
{
    static const char *const names[] = { "cclite", "rbash", "rksh", "rzsh" };
    const char *slash = strrchr(shell, '/');
    const char *name = slash ? slash + 1 : shell;

    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (strcmp(name, names[i]) == 0)
            return true;
    return false;
}

/* Whoever can start us can also set our variables, but not this. */
static bool is_account_restricted(void)
{
    const struct passwd *account = getpwuid(getuid());

    return account && account->pw_shell &&
           is_restricted_shell(account->pw_shell);
}

bool restricted_session(const char *(*environment)(const char *variable))
{
    assert(environment);
    const char *told = environment("CCLITE_RESTRICTED");
    const char *shell = environment("SHELL");

    return (told && *told) || (shell && is_restricted_shell(shell)) ||
           is_account_restricted();
}

static const char *here(const char *variable)
{
    return getenv(variable);
}

bool restricted_here(void)
{
    return restricted_session(here);
}
