/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions, and their answers put where they are drawn. */

#include "console/desk_fetch.h"

#include <string.h>

#include "console/unsent.h"
#include "wire/record_json.h"

/* Reads up to max records of a list; what cannot be read is left out. */
static int read_items(const struct outcome *outcome, enum shape_id shape,
                      void *ret_items, int max)
{
    const struct record *record = shape_record(shape);
    const struct json_t *items = value_get(outcome->value, "items");
    int count = 0;

    for (size_t i = 0; i < value_count(items) && count < max; i++) {
        void *item = (char *)ret_items + (size_t)count * record->size;

        memset(item, 0, record->size);
        if (record_from_json(record, value_at(items, i), MISSING_KEPT, item,
                             NULL) == 0)
            count++;
    }
    return count;
}

static void take_previous(void *owner, const struct outcome *outcome)
{
    struct desk *desk = owner;

    desk->previous_count =
        outcome->is_done
            ? read_items(outcome, SHAPE_PREVIOUS, desk->previous, DESK_PREVIOUS)
            : 0;
}

/* "main: menu 1 > sales": flows once, nodes with the key pressed. */
static void take_path(void *owner, const struct outcome *outcome)
{
    struct desk *desk = owner;
    enum { STEPS = 12 };
    struct shape_step steps[STEPS];
    const char *crumb =
        glyph_text(ui_style(desk->program->ui)->tier, GLYPH_CRUMB);
    char text[STEPS * 96] = "";
    size_t length = 0;
    int count =
        outcome->is_done ? read_items(outcome, SHAPE_STEP, steps, STEPS) : 0;

    for (int i = 0; i < count; i++) {
        const char *key = steps[i].digit.text;

        length += (size_t)snprintf(
            text + length, sizeof(text) - length, "%s%s%s%s%s", i ? " " : "",
            i ? crumb : "", i ? " " : "", steps[i].node.text, *key ? " " : "");
        if (*key)
            length += (size_t)snprintf(text + length, sizeof(text) - length,
                                       "[%s]", key);
    }
    safe_text_copy(&desk->path, text);
}

/* What somebody has typed already is newer. */
static void take_note(void *owner, const struct outcome *outcome)
{
    struct desk *desk = owner;
    const char *note = value_get_text(outcome->value, "note");

    if (outcome->is_done && note && *note && !desk->is_unsaved &&
        notes_text(desk->notes)[0] == '\0')
        notes_set(desk->notes, note);
}

static void ask(struct desk *desk, enum route_id route, uint64_t id,
                const char *query,
                void (*done)(void *owner, const struct outcome *outcome))
{
    program_send(desk->program, &(struct errand){
                                    .route = route,
                                    .id = id,
                                    .query = query,
                                    .done = done,
                                    .owner = desk,
                                    .is_quiet = true,
                                });
}

void desk_fetch_path(struct desk *desk)
{
    ask(desk, ROUTE_CONTACT_PATH, desk->contact_id, NULL, take_path);
}

void desk_fetch_contact(struct desk *desk)
{
    desk->previous_count = -1;
    safe_text_copy(&desk->path, "");
    ask(desk, ROUTE_CONTACT_PREVIOUS, desk->contact_id, NULL, take_previous);
    desk_fetch_path(desk);
    ask(desk, ROUTE_AGENT_NOTE, program_me(desk->program)->agent_id, NULL,
        take_note);
}

/* With somebody else, or on the way there; an end that the store has not heard
   of yet looks like the talk that it was. */
static bool is_handed_on(const struct desk *desk,
                         const struct shape_contact *contact)
{
    const struct topic_me *me = program_me(desk->program);

    return (me && contact->agent_id != me->agent_id) ||
           (contact->place != PLACE_TALK && contact->place != PLACE_ENDED);
}

static void take_end(void *owner, const struct outcome *outcome)
{
    struct desk *desk = owner;
    struct shape_contact contact = { 0 };

    if (!outcome->is_done ||
        record_from_json(shape_record(SHAPE_CONTACT), outcome->value,
                         MISSING_KEPT, &contact, NULL) < 0)
        return;
    if (contact.live) { /* at first the store may lag behind */
        desk->is_end_told = desk->end_asks > 1 && is_handed_on(desk, &contact);
        desk->end = END_TRANSFERRED;
        return;
    }
    desk->is_end_told = contact.ended_wall_us != 0;
    desk->end = contact.cause;
}

void desk_fetch_end(struct desk *desk)
{
    ask(desk, ROUTE_CONTACT_READ, desk->contact_id, NULL, take_end);
}

static void take_recent(void *owner, const struct outcome *outcome)
{
    struct desk *desk = owner;

    if (outcome->is_done)
        desk->recent_count =
            read_items(outcome, SHAPE_CONTACT, desk->recent, DESK_RECENT);
}

void desk_fetch_recent(struct desk *desk)
{
    ask(desk, ROUTE_CONTACT_LIST, 0, "limit=6&filter=live%20%3D%20no",
        take_recent);
}

static void take_kept(void *owner, const struct outcome *outcome)
{
    struct desk *desk = owner;

    if (outcome->is_done)
        desk->saved_us = program_now_us(desk->program);
    else
        desk->is_unsaved = true; /* tried again with the next key */
}

static struct json_t *note_body(const struct desk *desk)
{
    struct json_t *body = value_object();

    value_set_text(body, "note", notes_text(desk->notes));
    value_set_integer(body, "contact_id", (int64_t)desk->contact_id);
    return body;
}

void desk_keep_late(struct desk *desk)
{
    struct safe_text words, number;

    if (!desk->is_unsaved || desk->contact_id == 0)
        return;
    desk->is_unsaved = false;
    safe_text_number(&number, desk->caller.number.text,
                     strlen(desk->caller.number.text));
    safe_text_format(&words, "%s \"%s\"", number.text, notes_text(desk->notes));
    unsent_wish(desk->program, &(struct unsent_wish){
                                   .kind = UNSENT_NOTE,
                                   .route = ROUTE_AGENT_KEEP_NOTE,
                                   .contact_id = desk->contact_id,
                                   .body = note_body(desk),
                                   .words = words.text,
                               });
}

void desk_keep_note(struct desk *desk)
{
    const struct topic_agents *agent = desk_agent(desk);

    if (!desk->is_unsaved || !agent || agent->contact_id != desk->contact_id ||
        agent->state == AGENT_OFFERED)
        return;
    if (!program_is_live(desk->program)) {
        desk_keep_late(desk);
        return;
    }
    desk->is_unsaved = false;
    program_send(desk->program, &(struct errand){
                                    .route = ROUTE_AGENT_KEEP_NOTE,
                                    .id = program_me(desk->program)->agent_id,
                                    .body = note_body(desk),
                                    .done = take_kept,
                                    .owner = desk,
                                    .is_quiet = true,
                                });
}
