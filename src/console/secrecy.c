/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Half of it is told as half: what is said passes both. */

#include "console/secrecy.h"

#include <stddef.h>

#include "base/mark.h"

const char *secrecy_of_talk(bool caller, bool agent)
{
    if (caller && agent)
        return N_("encrypted");
    if (caller)
        return N_("encrypted: the caller only");

    return agent ? N_("encrypted: your phone only") : NULL;
}

const char *secrecy_of_call(bool caller, bool agent)
{
    if (caller && agent)
        return N_("both sides");
    if (caller)
        return N_("the caller only");

    return agent ? N_("the other side only") : NULL;
}
