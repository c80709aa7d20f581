/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Route sets: learned, and written into requests (RFC 3261, 12.1 and 12.2). */

#include "sip/leg_inside.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

struct route {
    char *text;
    size_t size;
    bool overflow;
};

static bool append_route(const struct sip_hdr *header,
                         const struct sip_msg *msg, void *arg)
{
    (void)msg;
    struct route *route = arg;
    size_t used = strlen(route->text);

    int n = snprintf(route->text + used, route->size - used, "%s%.*s",
                     used ? ", " : "", (int)header->val.l, header->val.p);
    if (n < 0 || (size_t)n >= route->size - used ||
        memchr(header->val.p, '\n', header->val.l))
        route->overflow = true;

    return route->overflow;
}

void leg_learn_route(const struct leg *leg, const struct sip_msg *msg,
                     struct leg_left *dialog)
{
    struct route route = {
        .text = dialog->route,
        .size = sizeof(dialog->route),
    };

    route.text[0] = '\0';
    sip_msg_hdr_apply(msg, leg->in, SIP_HDR_RECORD_ROUTE, append_route, &route);
    if (route.overflow)
        route.text[0] = '\0';
}

/* Takes the first one off; *ret_rest is what is behind its comma. */
static bool take_first(const char *route, struct sip_addr *ret_first,
                       const char **ret_rest)
{
    struct pl first;

    pl_set_str(&first, route);
    const char *comma = pl_strchr(&first, ',');
    if (comma)
        first.l = (size_t)(comma - first.p);

    *ret_rest = comma ? comma + strspn(comma, ", ") : "";
    return first.l > 0 && sip_addr_decode(ret_first, &first) == 0;
}

bool leg_first_route(const char *route, struct uri *ret_uri)
{
    struct sip_addr first;
    const char *rest;

    if (!take_first(route, &first, &rest))
        return false;

    *ret_uri = first.uri;
    return true;
}

static bool is_strict(const struct sip_addr *first)
{
    struct pl none;

    return first->auri.l <= LEG_URI_MAX && !pl_isset(&first->uri.headers) &&
           msg_param_exists(&first->uri.params, "lr", &none) != 0;
}

int leg_find_way(const struct leg_left *dialog, struct leg_way *ret_way)
{
    struct sip_addr first;
    const char *rest;
    int err;

    if (!dialog->route[0] || !take_first(dialog->route, &first, &rest) ||
        !is_strict(&first)) {
        (void)snprintf(ret_way->uri, sizeof(ret_way->uri), "%s",
                       dialog->target);
        err = re_sdprintf(&ret_way->route, "%s%s%s",
                          dialog->route[0] ? "Route: " : "", dialog->route,
                          dialog->route[0] ? "\r\n" : "");
    } else {
        (void)pl_strcpy(&first.auri, ret_way->uri, sizeof(ret_way->uri));
        err = re_sdprintf(&ret_way->route, "Route: %s%s<%s>\r\n", rest,
                          *rest ? ", " : "", dialog->target);
    }

    return -err;
}
