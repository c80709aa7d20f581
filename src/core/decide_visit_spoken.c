/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said to those who call a box: how many messages, and whose. */

#include "core/visit.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "core/state_inside.h"

/* A longer name would not be spoken as the value of a sentence. */
enum { NAME_MAX_LENGTH = 63 };

void begin_visit_speech(struct turn *turn, const struct contact_row *contact,
                        const struct visit_row *visit, enum visit_stage stage,
                        const struct note *text)
{
    int64_t due_us = answer_due_us(turn, EFFECT_SAY);
    struct visit_row next = *visit;

    if (is_visit_spent(turn, visit)) {
        begin_visit_goodbye(turn, contact, visit);
        return;
    }

    next.stage = stage;
    write_visit(turn, &next, true, due_us);
    ASK(turn, { .type = EFFECT_SAY,
                .due_us = due_us,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .language = visit->language,
                .text = *text });
}

const struct event_user_set *visit_user(const struct turn *turn,
                                        const struct visit_row *visit)
{
    const struct event_agent_set *agent =
        state_agent(turn->state, visit->agent_id);

    return state_user(turn->state, visit->user_id ? visit->user_id
                                   : agent        ? agent->user_id
                                                  : 0);
}

void stamp_visit(struct turn *turn, const struct visit_row *visit)
{
    const struct event_user_set *user = visit_user(turn, visit);

    turn->outbox->stamp.by = user ? user->id : 0;
}

/* From outside nobody is known: to have the PIN is to be whose box it is. */
bool may_visit_change(const struct turn *turn, const struct visit_row *visit)
{
    const struct event_user_set *user = visit_user(turn, visit);

    return !user || user->role != ROLE_ANALYST;
}

/* Whoever may not see numbers is not told them, either; also not by a PIN that
   several know. From outside nobody is known: to have the PIN is to hear all. */
static bool sees_callers(const struct turn *turn, const struct visit_row *visit)
{
    const struct event_user_set *user = visit_user(turn, visit);

    return !user || user->role != ROLE_ANALYST;
}

void begin_visit_counts(struct turn *turn, const struct contact_row *contact,
                        const struct visit_row *visit)
{
    const struct mailbox_row *holds = state_mailbox(turn->state, visit->box_id);
    struct note text = { "" };

    (void)snprintf(text.text, sizeof(text.text),
                   "{mailbox:%" PRId64 " %" PRId64 " %" PRId64 "}",
                   holds->fresh, holds->fresh_urgent, holds->old);
    begin_visit_speech(turn, contact, visit, VISIT_COUNTS, &text);
}

/* A name that people gave, as the value of a sentence, which braces end. */
static struct label spoken_name(const struct label *label,
                                const struct name *name)
{
    bool is_fit = label->text[0] && strlen(label->text) <= NAME_MAX_LENGTH;
    struct label spoken = { "" };

    (void)snprintf(spoken.text, sizeof(spoken.text), "%s",
                   is_fit ? label->text : name->text);
    for (char *at = spoken.text; (at = strpbrk(at, "{}"));)
        *at = ' ';

    return spoken;
}

/* As on screens names are for the own team, and for those who see all. From
   outside nobody's team is known. */
static bool knows_names_of(const struct turn *turn,
                           const struct visit_row *visit, uint64_t team_id)
{
    const struct event_user_set *user = visit_user(turn, visit);
    const struct event_agent_set *agent =
        state_agent(turn->state, visit->agent_id);
    uint64_t own_id = user ? user->team_id : agent ? agent->team_id : 0;

    return (user || agent) && (own_id == 0 || own_id == team_id);
}

/* The colleague whose extension it is, else the number; "": withheld. */
static struct label caller_of(const struct turn *turn,
                              const struct visit_row *visit,
                              const struct message_row *message)
{
    struct label words = { "" };
    struct planned planned;

    if (message->device_id &&
        plan_message_caller(turn, message->device_id, message, &planned) ==
            REFUSED_NOT) {
        const struct event_agent_set *agent =
            state_agent(turn->state, planned.id);

        if (knows_names_of(turn, visit, agent->team_id))
            return spoken_name(&agent->label, &agent->name);
    }

    (void)snprintf(words.text, sizeof(words.text), "%s", message->caller.text);
    return words;
}

void begin_visit_envelope(struct turn *turn, const struct contact_row *contact,
                          const struct visit_row *visit,
                          const struct message_row *message)
{
    struct note text = { "" };

    if (!sees_callers(turn, visit)) {
        play_visit_message(turn, contact, visit);
        return;
    }

    (void)snprintf(text.text, sizeof(text.text), "{%s:%s}",
                   message->urgent ? "urgent_from" : "message_from",
                   caller_of(turn, visit, message).text);
    begin_visit_speech(turn, contact, visit, VISIT_ENVELOPE, &text);
}

/* By the name of whose box it is, else by its own; to whom may not know that,
   by the extension at which it was found. */
static struct label addressee(const struct turn *turn,
                              const struct visit_row *visit,
                              const struct event_box_set *box)
{
    const struct event_agent_set *agent =
        state_agent(turn->state, box->agent_id);
    const struct label *label = visit->language == SPEAKS_ES   ? &box->label_es
                                : visit->language == SPEAKS_CS ? &box->label_cs
                                                               : &box->label;

    if (!knows_names_of(turn, visit, agent ? agent->team_id : box->team_id)) {
        struct label number = { "" };

        (void)snprintf(number.text, sizeof(number.text), "%s",
                       box->extension.text[0] || !agent
                           ? box->extension.text
                           : agent->extension.text);
        return number;
    }
    if (agent)
        return spoken_name(&agent->label, &agent->name);

    return spoken_name(label->text[0] ? label : &box->label, &box->name);
}

void begin_visit_sure(struct turn *turn, const struct contact_row *contact,
                      const struct visit_row *visit,
                      const struct event_box_set *box)
{
    struct visit_row next = *visit;
    struct note text = { "" };

    next.to_id = box->id;
    (void)snprintf(text.text, sizeof(text.text), "{forward_to:%s}",
                   addressee(turn, visit, box).text);
    begin_visit_speech(turn, contact, &next, VISIT_SURE, &text);
}
