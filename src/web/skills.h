/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What agents can do, and which queues teams serve. */

#ifndef WEB_SKILLS_H
#define WEB_SKILLS_H

#include "web/exchange.h"

void skills_levels(struct exchange *exchange);   /* of all */
void skills_agents(struct exchange *exchange);   /* who has a skill */
void skills_of_agent(struct exchange *exchange); /* which an agent has */
void skills_command(struct exchange *exchange);  /* of an agent */

void skills_team_duties(struct exchange *exchange); /* of all */
void skills_team_queues(struct exchange *exchange);
void skills_team_command(struct exchange *exchange); /* assign, unassign */

#endif
