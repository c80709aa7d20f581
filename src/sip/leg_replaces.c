/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Replaces: one of our dialogs, named by whoever has the other half of it. */

#include "sip/leg_inside.h"

#include <assert.h>
#include <string.h>

/*
 * A Call-ID and two tags are known to all who see the messages, and may be
 * guessed: so nobody but the device that the dialog is with may name it. What
 * does not exist and what is another's are told apart, as RFC 3891, 3 wants;
 * neither can be found by guessing 64 random bits of ours.
 */
static bool is_text(const struct pl *pl, const char *text)
{
    return pl->l == strlen(text) && memcmp(pl->p, text, pl->l) == 0;
}

static struct leg *find(const struct signalling *signalling,
                        const struct pl *call_id, const struct pl *to_tag,
                        const struct pl *from_tag)
{
    struct leg *leg = leg_find(signalling, to_tag);

    if (!leg || leg->state != LEG_CONFIRMED ||
        !is_text(call_id, leg->dialog.call_id) ||
        !is_text(from_tag, leg->dialog.remote_tag))
        return NULL;

    return leg;
}

int leg_replaces(const struct signalling *signalling, const struct pl *value,
                 uint64_t owner, struct leg **ret_leg)
{
    assert(signalling && value && ret_leg);

    const char *end = pl_strchr(value, ';');
    struct pl call_id = *value, params, to_tag, from_tag, early;

    if (!end || end == value->p)
        return 400;

    call_id.l = (size_t)(end - value->p);
    params = (struct pl){ end, value->l - call_id.l };
    while (call_id.l && call_id.p[call_id.l - 1] == ' ')
        call_id.l--;
    if (msg_param_decode(&params, "to-tag", &to_tag) ||
        msg_param_decode(&params, "from-tag", &from_tag))
        return 400;

    struct leg *leg = find(signalling, &call_id, &to_tag, &from_tag);
    if (!leg)
        return 481;
    if (owner == 0 || leg->device_id != owner)
        return 403;
    if (msg_param_exists(&params, "early-only", &early) == 0)
        return 486;

    *ret_leg = leg;
    return 0;
}

/* "?Replaces=...&Require=replaces", in any order. */
static bool find_header(const struct pl *headers, const char *name,
                        struct pl *ret_value)
{
    struct pl rest = *headers;

    while (rest.l) {
        if (*rest.p == '?' || *rest.p == '&')
            pl_advance(&rest, 1);

        const char *end = pl_strchr(&rest, '&');
        struct pl one = { rest.p, end ? (size_t)(end - rest.p) : rest.l };
        const char *is = pl_strchr(&one, '=');
        struct pl key = { one.p, is ? (size_t)(is - one.p) : one.l };

        if (is && pl_strcasecmp(&key, name) == 0) {
            *ret_value = (struct pl){ is + 1, one.l - key.l - 1 };
            return true;
        }
        pl_advance(&rest, (ssize_t)one.l);
    }

    return false;
}

int leg_replaces_in_uri(const struct signalling *signalling,
                        const struct pl *headers, uint64_t owner,
                        struct leg **ret_leg)
{
    struct leg_text text = { NULL, 0 };
    struct pl escaped;

    if (!find_header(headers, "Replaces", &escaped))
        return 603;
    if (leg_unescape(&escaped, &text) < 0)
        return 500;

    const struct pl value = { text.bytes, text.length };
    int code = leg_replaces(signalling, &value, owner, ret_leg);

    leg_text_done(&text);
    return code;
}
