/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By what the login was told, or by the account's shell. */

#include "base/restricted.h"

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

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

bool restricted_session(const char *(*environment)(const char *variable))
{
    assert(environment);
    const char *told = environment("CCLITE_RESTRICTED");
    const char *shell = environment("SHELL");

    return (told && *told) || (shell && is_restricted_shell(shell));
}

static const char *here(const char *variable)
{
    return getenv(variable);
}

bool restricted_here(void)
{
    return restricted_session(here);
}
