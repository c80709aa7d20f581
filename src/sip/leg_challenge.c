/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Credentials: of our account at the leg's own trunk, and to nobody else. */

#include "sip/leg_inside.h"

#include <assert.h>

#include "sip/trunk_table.h"

/*
 * Never to a phone that asks for them: it could hand the digest on. Nor for
 * another realm than the trunk's. And once for each request: whoever is not
 * content with that will not be with the next one (RFC 3261, 22.3).
 */

static int give_credentials(char **username, char **password, const char *realm,
                            void *arg)
{
    const struct leg *leg = arg;
    const struct trunk *trunk =
        trunk_find(leg->signalling->trunks, leg->trunk_id);

    return trunk ? trunk_give_credentials(trunk, realm, username, password)
                 : EAUTH;
}

/* One that called us may challenge what we say in its dialog, too. */
static bool may_prove(struct leg *leg)
{
    if (leg->trunk_id == 0)
        return false;

    return leg->auth ||
           sip_auth_alloc(&leg->auth, give_credentials, leg, false) == 0;
}

bool leg_prove(struct leg *leg, const struct sip_msg *challenge)
{
    assert(leg && challenge);

    if ((challenge->scode != 401 && challenge->scode != 407) ||
        challenge->cseq.num == leg->proved_cseq || !may_prove(leg))
        return false;

    sip_auth_reset(leg->auth); /* what it knows of the realm is spent */
    if (sip_auth_authenticate(leg->auth, challenge))
        return false;

    leg->proved_cseq = leg->dialog.cseq + 1;
    return true;
}
