/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be configured: what all documents have in common. */

#include "core/decide_document.h"

#include <stddef.h>
#include <string.h>

#include "core/rule_draft_use.h"
#include "core/write.h"

static enum refusal no_such(enum document_kind kind)
{
    static const enum refusal refusals[] = {
        [DOCUMENT_USER] = REFUSED_NO_USER,
        [DOCUMENT_DEVICE] = REFUSED_NO_DEVICE,
        [DOCUMENT_AGENT] = REFUSED_NO_AGENT,
        [DOCUMENT_QUEUE] = REFUSED_NO_QUEUE,
        [DOCUMENT_FLOW] = REFUSED_NO_FLOW,
        [DOCUMENT_TRUNK] = REFUSED_NO_TRUNK,
        [DOCUMENT_ENTRY] = REFUSED_NO_ENTRY,
        [DOCUMENT_PAUSE_REASON] = REFUSED_NO_PAUSE_REASON,
        [DOCUMENT_DISPOSITION] = REFUSED_NO_DISPOSITION,
        [DOCUMENT_TEAM] = REFUSED_NO_TEAM,
        [DOCUMENT_PROMPT] = REFUSED_NO_PROMPT,
        [DOCUMENT_ROUTE] = REFUSED_NO_ROUTE,
        [DOCUMENT_CAP] = REFUSED_NO_CAP,
        [DOCUMENT_SKILL] = REFUSED_NO_SKILL,
        [DOCUMENT_BOX] = REFUSED_NO_BOX,
        [DOCUMENT_RULE] = REFUSED_NO_RULE,
        [DOCUMENT_CALLER_LIST] = REFUSED_NO_CALLER_LIST,
        [DOCUMENT_CALENDAR] = REFUSED_NO_CALENDAR,
        [DOCUMENT_QUEUE_RULE] = REFUSED_NO_QUEUE_RULE,
        [DOCUMENT_LOOKUP] = REFUSED_NO_LOOKUP,
    };

    return refusals[kind];
}

static int64_t ids_given(const struct system_row *system,
                         enum document_kind kind)
{
    const int64_t counts[] = {
        [DOCUMENT_USER] = system->users,
        [DOCUMENT_DEVICE] = system->devices,
        [DOCUMENT_AGENT] = system->agents,
        [DOCUMENT_QUEUE] = system->queues,
        [DOCUMENT_FLOW] = system->flows,
        [DOCUMENT_TRUNK] = system->trunks,
        [DOCUMENT_ENTRY] = system->entries,
        [DOCUMENT_PAUSE_REASON] = system->pause_reasons,
        [DOCUMENT_DISPOSITION] = system->dispositions,
        [DOCUMENT_TEAM] = system->teams,
        [DOCUMENT_PROMPT] = system->prompts,
        [DOCUMENT_ROUTE] = system->routes,
        [DOCUMENT_CAP] = system->caps,
        [DOCUMENT_SKILL] = system->skills,
        [DOCUMENT_BOX] = system->boxes,
        [DOCUMENT_RULE] = system->rules,
        [DOCUMENT_CALLER_LIST] = system->caller_lists,
        [DOCUMENT_CALENDAR] = system->calendars,
        [DOCUMENT_QUEUE_RULE] = system->queue_rules,
        [DOCUMENT_LOOKUP] = system->lookups,
    };

    return counts[kind];
}

bool is_valid_document(enum document_kind kind, const void *document)
{
    const struct record *record = document_kind_info(kind)->record;

    for (size_t i = 0; i < record->field_count; i++)
        if (!field_is_valid(&record->fields[i], document))
            return false;

    return true;
}

/* A document is made from the version that its author has seen. */
static enum refusal check_version(const struct turn *turn,
                                  enum document_kind kind, uint64_t id,
                                  int64_t version)
{
    const struct document_head *is = state_document(turn->state, kind, id);

    if (id == 0 && version == 0)
        return REFUSED_NOT;
    if (!is)
        return no_such(kind);

    return is->version == version ? REFUSED_NOT : REFUSED_STALE_VERSION;
}

/* People, agents and queues belong to a team, or to none. */
static bool has_known_team(const struct turn *turn, enum document_kind kind,
                           const void *document)
{
    const struct field *field =
        record_field(document_kind_info(kind)->record, "team_id");
    uint64_t team_id = field ? (uint64_t)field_get_integer(field, document) : 0;

    return team_id == 0 || state_team(turn->state, team_id);
}

enum refusal check_document(const struct turn *turn, enum document_kind kind,
                            const void *document)
{
    const struct document_head *head = document;
    enum refusal refusal = check_version(turn, kind, head->id, head->version);

    if (refusal)
        return refusal;
    if (!is_valid_document(kind, document))
        return REFUSED_BAD_VALUE;

    const struct document_head *named =
        state_document_named(turn->state, kind, head->name.text);

    if (named && named->id != head->id)
        return REFUSED_NAME_TAKEN;
    if (!has_known_team(turn, kind, document))
        return REFUSED_NO_TEAM;
    if (head->id == 0 &&
        state_document_count(turn->state, kind) >= STATE_MAX_DOCUMENTS)
        return REFUSED_TOO_MANY;

    return REFUSED_NOT;
}

void write_document(struct turn *turn, enum document_kind kind,
                    const void *document)
{
    const struct document_kind_info *info = document_kind_info(kind);
    struct event event = { .type = info->set_event };
    struct document_head head;

    memcpy(&event.as, document, info->record->size);
    memcpy(&head, document, sizeof(head));

    if (head.id == 0)
        head.id = (uint64_t)ids_given(state_system(turn->state), kind) + 1;
    head.version++;

    memcpy(&event.as, &head, sizeof(head));
    turn->made_id = head.id;
    outbox_add_event(turn->outbox, &event);
}

enum refusal check_going(const struct turn *turn, enum document_kind kind,
                         uint64_t id, int64_t version)
{
    if (!state_document(turn->state, kind, id))
        return no_such(kind);

    return check_version(turn, kind, id, version);
}

enum refusal check_removal(const struct turn *turn, enum document_kind kind,
                           uint64_t id, int64_t version)
{
    enum refusal refusal = check_going(turn, kind, id, version);

    return !refusal && rule_draft_uses(turn->state, kind, id) ? REFUSED_IN_USE
                                                              : refusal;
}

void write_removal(struct turn *turn, enum document_kind kind, uint64_t id)
{
    struct event event = { .type = document_kind_info(kind)->removed_event };

    memcpy(&event.as, &id, sizeof(id)); /* the one field of all of them */
    outbox_add_event(turn->outbox, &event);
}
