/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many agents come to serve many queues, or no longer do: all, or nothing. */

#include <string.h>

#include "core/decide_document.h"
#include "core/desk_slot.h"
#include "core/duty.h"
#include "core/write.h"

/* The numbers of a text; each once. */
struct numbers {
    uint64_t ids[DUTIES_MAX];
    size_t count;
};

static bool has(const struct numbers *numbers, uint64_t id)
{
    for (size_t i = 0; i < numbers->count; i++)
        if (numbers->ids[i] == id)
            return true;

    return false;
}

/* @return behind the number; NULL: there is none, or one that is too large */
static const char *read_number(const char *text, uint64_t *ret_number)
{
    static const size_t most_digits = 18;
    size_t digits = strspn(text, "0123456789");
    uint64_t number = 0;

    if (digits == 0 || digits > most_digits)
        return NULL;
    for (size_t i = 0; i < digits; i++)
        number = 10 * number + (uint64_t)(text[i] - '0');

    *ret_number = number;
    return text + digits;
}

static enum refusal read_numbers(const char *text, struct numbers *ret_numbers)
{
    uint64_t id;

    ret_numbers->count = 0;
    for (text += strspn(text, " "); *text; text += strspn(text, " ")) {
        text = read_number(text, &id);
        if (!text || (*text && *text != ' '))
            return REFUSED_BAD_VALUE;
        if (has(ret_numbers, id))
            continue;
        if (ret_numbers->count == DUTIES_MAX)
            return REFUSED_TOO_MANY_AT_ONCE;
        ret_numbers->ids[ret_numbers->count++] = id;
    }

    return ret_numbers->count ? REFUSED_NOT : REFUSED_BAD_VALUE;
}

/* Who and what is meant, all of which there is. */
struct duties {
    struct numbers agents;
    struct numbers queues;
};

static enum refusal check_all(const struct turn *turn,
                              const struct duties *duties)
{
    for (size_t i = 0; i < duties->agents.count; i++)
        if (!state_agent(turn->state, duties->agents.ids[i]))
            return REFUSED_NO_AGENT;
    for (size_t i = 0; i < duties->queues.count; i++)
        if (!state_queue(turn->state, duties->queues.ids[i]))
            return REFUSED_NO_QUEUE;

    return duties->agents.count * duties->queues.count <= DUTIES_MAX
               ? REFUSED_NOT
               : REFUSED_TOO_MANY_AT_ONCE;
}

static enum refusal read_duties(const struct turn *turn,
                                const struct note *agents,
                                const struct note *queues,
                                struct duties *ret_duties)
{
    enum refusal refusal = read_numbers(agents->text, &ret_duties->agents);

    if (!refusal)
        refusal = read_numbers(queues->text, &ret_duties->queues);

    return refusal ? refusal : check_all(turn, ret_duties);
}

/* One after the other: agent by agent, queue by queue. */
static size_t pairs(const struct duties *duties)
{
    return duties->agents.count * duties->queues.count;
}

static uint64_t agent_of(const struct duties *duties, size_t pair)
{
    return duties->agents.ids[pair / duties->queues.count];
}

static uint64_t queue_of(const struct duties *duties, size_t pair)
{
    return duties->queues.ids[pair % duties->queues.count];
}

static const struct assignment_row *find(const struct turn *turn,
                                         const struct duties *duties,
                                         size_t pair)
{
    const struct assignment_slot *a =
        table_find(&turn->state->assignments, agent_of(duties, pair),
                   queue_of(duties, pair));

    return a ? &a->row : NULL;
}

/* How many of them are not there, and how many are not as they shall be. */
struct change {
    size_t added;
    size_t changed;
};

static struct duty meant(const struct turn *turn, const struct duties *duties,
                         size_t pair, const struct duty *asked)
{
    return duty_asked(turn, agent_of(duties, pair), queue_of(duties, pair),
                      asked);
}

static enum refusal check_each(const struct turn *turn,
                               const struct duties *duties,
                               const struct duty *asked,
                               struct change *ret_change)
{
    *ret_change = (struct change){ 0, 0 };
    for (size_t i = 0; i < pairs(duties); i++) {
        const struct duty duty = meant(turn, duties, i, asked);
        enum refusal refusal = check_duty(turn, &duty);

        if (refusal)
            return refusal;
        ret_change->added += find(turn, duties, i) == NULL;
        ret_change->changed +=
            !serves_so(turn, agent_of(duties, i), queue_of(duties, i), &duty);
    }

    return ret_change->changed ? REFUSED_NOT : REFUSED_ALREADY_SO;
}

static void write_each(struct turn *turn, const struct duties *duties,
                       const struct duty *asked)
{
    for (size_t i = 0; i < pairs(duties); i++) {
        const struct duty duty = meant(turn, duties, i, asked);
        uint64_t agent_id = agent_of(duties, i);
        uint64_t queue_id = queue_of(duties, i);

        if (!serves_so(turn, agent_id, queue_id, &duty))
            write_duty(turn, agent_id, queue_id, &duty);
    }
}

enum refusal decide_assign_many(struct turn *turn,
                                const struct command_assign_many *c)
{
    const struct duty asked = { c->priority, c->delay_ms, c->until };
    struct duties duties;
    struct change change;
    enum refusal refusal = read_duties(turn, &c->agents, &c->queues, &duties);

    if (!refusal)
        refusal = check_each(turn, &duties, &asked, &change);
    if (refusal)
        return refusal;
    if (state_assignment_count(turn->state) + change.added >
        STATE_MAX_ASSIGNMENTS)
        return REFUSED_TOO_MANY;

    write_each(turn, &duties, &asked);
    return REFUSED_NOT;
}

/* Who serves it as a member of a team serves it with the team. */
static enum refusal check_none_by_team(const struct turn *turn,
                                       const struct duties *duties)
{
    bool is_any = false;

    for (size_t i = 0; i < pairs(duties); i++) {
        const struct assignment_row *is = find(turn, duties, i);

        if (is && is->by_team)
            return REFUSED_TEAM_SERVES;
        is_any |= is != NULL;
    }

    return is_any ? REFUSED_NOT : REFUSED_NOT_ASSIGNED;
}

enum refusal decide_unassign_many(struct turn *turn,
                                  const struct command_unassign_many *c)
{
    struct duties duties;
    enum refusal refusal = read_duties(turn, &c->agents, &c->queues, &duties);

    if (!refusal)
        refusal = check_none_by_team(turn, &duties);
    if (refusal)
        return refusal;

    for (size_t i = 0; i < pairs(&duties); i++)
        if (find(turn, &duties, i))
            WRITE(turn, QUEUE_UNASSIGNED, queue_unassigned,
                  { .agent_id = agent_of(&duties, i),
                    .queue_id = queue_of(&duties, i) });
    return REFUSED_NOT;
}
