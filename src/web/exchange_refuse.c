/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a request is not answered as it was asked. */

#include "base/mark.h"
#include "web/exchange.h"

enum { BUSY_RETRY_S = 1 };

/*
 * What is not allowed is so for one of two reasons, and an administrator needs
 * to know which: the role has not the right of the route at all, or it has, and
 * the thing is somebody else's.
 */
static void tell_reason(const struct exchange *exchange,
                        struct answer_matter *matter)
{
    const struct asker *asker = &exchange->asker;
    enum permission permission = exchange->match.route->permission;
    enum may scope = asker_scope(asker, permission);

    if (scope == MAY_NOT)
        matter->right = permission_info(permission)->name;
    else if (scope == MAY_OWN)
        matter->reason = N_("you may do this only with what is your own");
    else if (asker->team_id)
        matter->reason = N_("you may do this only with what is your team's");
}

void exchange_refuse(struct exchange *exchange, enum problem problem)
{
    exchange_refuse_field(exchange, problem, NULL);
}

void exchange_refuse_field(struct exchange *exchange, enum problem problem,
                           const char *field)
{
    struct answer_matter matter = { .field = field };

    if (problem_info(problem)->status == 503)
        exchange->answer.retry_after_s = BUSY_RETRY_S;
    if (problem == PROBLEM_FORBIDDEN)
        tell_reason(exchange, &matter);
    answer_with_matter(&exchange->answer, exchange->language, problem, &matter);
}

void exchange_refuse_right(struct exchange *exchange, const char *field,
                           enum permission permission)
{
    answer_with_matter(
        &exchange->answer, exchange->language, PROBLEM_FORBIDDEN,
        &(struct answer_matter){ .field = field,
                                 .right = permission_info(permission)->name });
}
