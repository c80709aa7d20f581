/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The teams whose members serve a queue, which no topic has. */

#include <assert.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/queue_agents_inside.h"
#include "console/show.h"
#include "wire/record_json.h"

enum { MOST_TEAMS = 4 };

static void take(void *owner, const struct outcome *outcome)
{
    struct queue_agents *agents = owner;
    const struct json_t *items = value_get(outcome->value, "items");
    size_t count = outcome->is_done ? value_count(items) : 0;
    struct shape_team_duty *duties = calloc(count + 1, sizeof(*duties));
    size_t kept = 0;

    for (size_t i = 0; duties && i < count; i++)
        kept +=
            record_from_json(shape_record(SHAPE_TEAM_DUTY), value_at(items, i),
                             MISSING_KEPT, &duties[kept], NULL) == 0 &&
            duties[kept].queue_id == agents->queue_id;
    if (!duties)
        return;
    free(agents->duties);
    agents->duties = duties;
    agents->duty_count = kept;
}

void queue_agents_fetch_teams(struct queue_agents *agents)
{
    assert(agents);
    if (program_may(agents->program, route_get(ROUTE_TEAM_DUTIES)->permission))
        (void)program_send(agents->program,
                           &(struct errand){ .route = ROUTE_TEAM_DUTIES,
                                             .done = take,
                                             .owner = agents,
                                             .is_quiet = true });
}

int queue_agents_team_rows(const struct queue_agents *agents)
{
    assert(agents);
    size_t count = agents->duty_count;

    if (count == 0)
        return 0;
    return 1 + (count < MOST_TEAMS ? (int)count : MOST_TEAMS);
}

static void draw_team(const struct queue_agents *agents,
                      const struct surface *surface, int row,
                      const struct shape_team_duty *duty)
{
    struct safe_text name, span, text;

    document_name(agents->program, DOCUMENT_TEAM, duty->team_id, &name);
    show_span(surface->style, duty->delay_ms * 1000, &span);
    if (duty->delay_ms)
        safe_text_format(&text,
                         surface_say(surface, N_("%s: priority %d, after %s")),
                         name.text, (int)duty->priority, span.text);
    else
        safe_text_format(&text, surface_say(surface, N_("%s: priority %d")),
                         name.text, (int)duty->priority);
    surface_text(surface, (struct place){ row, 3, 0, false }, LOOK(TEXT, 0),
                 &text);
}

void queue_agents_draw_teams(const struct queue_agents *agents,
                             const struct surface *surface)
{
    assert(agents && surface);
    struct safe_text more = { .text = "" };

    if (agents->duty_count > MOST_TEAMS)
        safe_text_format(&more, surface_say(surface, N_("%d more")),
                         (int)(agents->duty_count - MOST_TEAMS));
    surface_rule(surface, 0, surface_say(surface, N_("Teams that serve it")),
                 more.text[0] ? more.text : NULL);
    for (size_t i = 0; i < agents->duty_count && i < MOST_TEAMS; i++)
        draw_team(agents, surface, 1 + (int)i, &agents->duties[i]);
}
