/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each event says about documents, drafts of rules among them. */

#include "store/projector_scene.h"

#include "store/journal.h"

/* Of events that name a document by their type. */
static void note_document(struct scene *scene)
{
    const struct event *event = scene->event;

    for (int i = 0; i < document_kind_count; i++) {
        enum document_kind kind = (enum document_kind)i;
        const struct document_kind_info *info = document_kind_info(kind);
        bool is_removal = event->type == info->removed_event;

        if (event->type != info->set_event && !is_removal)
            continue;

        struct document_projection *row =
            &scene_add(scene, CHANGE_DOCUMENT)->row.document;

        row->seq = event->seq;
        row->kind = kind;
        row->id = event_get_id(event, "id");
        row->removed = is_removal;
        if (is_removal)
            return;

        const void *name =
            field_get_text(record_field(info->record, "name"), &event->as);
        row->version = field_get_integer(record_field(info->record, "version"),
                                         &event->as);
        row->name = *(const struct name *)name;
        return;
    }
}

/* The draft of the rules is found with the rules. */
static void note_rule_draft(struct scene *scene)
{
    const struct event *event = scene->event;
    struct document_projection *row =
        &scene_add(scene, CHANGE_DOCUMENT)->row.document;

    row->seq = event->seq;
    row->kind = DOCUMENT_RULE;
    if (event->type == EVENT_RULE_DRAFTED) {
        row->id = event->as.rule_drafted.id;
        row->version = event->as.rule_drafted.version;
        row->name = event->as.rule_drafted.name;
        row->removed = event->as.rule_drafted.removed;
    }
    if (event->type == EVENT_RULE_DRAFT_DROPPED)
        row->id = event->as.rule_draft_dropped.id;
}

void scene_note_document(struct scene *scene)
{
    switch (scene->event->type) {
    case EVENT_RULE_DRAFTED:
    case EVENT_RULE_DRAFT_DROPPED:
    case EVENT_RULES_PUBLISHED:
        note_rule_draft(scene);
        break;
    default:
        note_document(scene);
        break;
    }
}
