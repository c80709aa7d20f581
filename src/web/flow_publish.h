/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts on their way to callers: problems, publication, versions, nodes. */

#ifndef WEB_FLOW_PUBLISH_H
#define WEB_FLOW_PUBLISH_H

struct exchange;

void flow_publish_problems(struct exchange *exchange);
void flow_publish(struct exchange *exchange);
void flow_publish_discard(struct exchange *exchange);
void flow_publish_versions(struct exchange *exchange);
void flow_publish_version_text(struct exchange *exchange);
void flow_ways(struct exchange *exchange);
void flow_publish_add_node(struct exchange *exchange);

#endif
