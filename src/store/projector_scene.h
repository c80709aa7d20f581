/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two halves of the projector, between themselves. */

#ifndef STORE_PROJECTOR_SCENE_H
#define STORE_PROJECTOR_SCENE_H

#include "store/projector.h"

/* An event, with the rows it concerns as they were and as they are. */
struct scene {
    const struct state *state;
    const struct event *event;
    struct change_list *list;
    struct contact_row contact_before; /* contact_id 0: there was none */
    struct desk_row desk_before;       /* agent_id 0: there was none */
    const struct contact_row *contact; /* NULL: there is none */
    const struct desk_row *desk;
};

/** Adds an empty change. */
struct change *scene_add(struct scene *scene, enum change_kind kind);

/** Wall time of a journal moment; not before 1970. */
int64_t scene_wall_us(const struct scene *scene, int64_t at_us);

/** Adds what the event itself says of contacts, offers and queues. */
void scene_note_event(struct scene *scene);

/** ... of documents: projector_document.c. */
void scene_note_document(struct scene *scene);

/** ... of recordings: projector_record.c. */
void scene_note_recording(struct scene *scene);

/** ... of messages: projector_message.c. */
void scene_note_message(struct scene *scene);

#endif
