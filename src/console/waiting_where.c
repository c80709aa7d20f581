/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Menus of where somebody who waits may go, and of who may take it. */

#include <stdlib.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/waiting_inside.h"
#include "console/word.h"
#include "tui/menu.h"
#include "wire/value.h"

static bool is_elsewhere(const struct waiting *waiting,
                         const struct topic_targets *target)
{
    return target->to != TO_QUEUE || target->to_id != waiting->queue_id;
}

static void add(struct waiting *waiting, enum destination to, uint64_t row_id)
{
    waiting->targets[waiting->target_count++] =
        (struct waiting_target){ to, row_id };
}

static void gather_kind(struct waiting *waiting, enum destination to)
{
    const struct replica *rows = program_rows(waiting->program);
    size_t count = replica_count(rows, TOPIC_TARGETS);

    for (size_t i = 0; i < count; i++) {
        const struct replica_row *row = replica_at(rows, TOPIC_TARGETS, i);
        const struct topic_targets *target = row->fields;

        if (target->to == to && is_elsewhere(waiting, target))
            add(waiting, to, row->id);
    }
}

static void gather_boxes(struct waiting *waiting)
{
    const struct replica *rows = program_rows(waiting->program);
    size_t count = document_rows(waiting->program, TOPIC_BOXES);

    for (size_t i = 0; i < count; i++)
        add(waiting, TO_VOICEMAIL, replica_at(rows, TOPIC_BOXES, i)->id);
}

/* Room for all there may be. @return whether there is */
static bool gather_begins(struct waiting *waiting,
                          const struct topic_contacts *contact, bool is_giving)
{
    size_t targets =
        replica_count(program_rows(waiting->program), TOPIC_TARGETS);
    size_t boxes = document_rows(waiting->program, TOPIC_BOXES);

    waiting->subject_id = contact->contact_id;
    waiting->is_giving = is_giving;
    free(waiting->targets);
    waiting->targets = calloc(targets + boxes + 1, sizeof(waiting->targets[0]));
    waiting->target_count = 0;
    return waiting->targets != NULL;
}

static const struct topic_targets *target_at(const struct waiting *waiting,
                                             int n)
{
    const struct replica_row *row =
        replica_find(program_rows(waiting->program), TOPIC_TARGETS,
                     waiting->targets[n].row_id);

    return row ? row->fields : NULL;
}

static int count_targets(const void *arg)
{
    return (int)((const struct waiting *)arg)->target_count;
}

static const char *kind_of(enum destination to)
{
    return to == TO_QUEUE       ? N_("queue")
           : to == TO_AGENT     ? N_("agent")
           : to == TO_VOICEMAIL ? N_("voicemail")
                                : N_("flow");
}

/* Why not; "": why not? */
static void find_reason(const struct waiting *waiting,
                        const struct topic_targets *target,
                        const struct style *style, struct safe_text *ret_reason)
{
    bool is_ready = target->state == AGENT_AVAILABLE;

    safe_text_copy(ret_reason, "");
    if (target->to == TO_QUEUE && target->closed)
        safe_text_copy(ret_reason, lang_text(style->language, N_("closed")));
    if (target->to == TO_AGENT &&
        (waiting->is_giving ? !is_ready : target->state == AGENT_OFFLINE))
        word_state(target->state, style->language, ret_reason);
}

static void fill_target(const void *arg, int n, const struct style *style,
                        struct menu_item *ret_item)
{
    const struct waiting *waiting = arg;
    const struct waiting_target *at = &waiting->targets[n];
    const struct topic_targets *target = target_at(waiting, n);

    *ret_item = (struct menu_item){ .letter = '\0' };
    if (at->to == TO_NUMBER) {
        safe_text_copy(&ret_item->label,
                       lang_text(style->language, N_("An outside number...")));
        return;
    }
    safe_text_copy(&ret_item->note,
                   lang_text(style->language, kind_of(at->to)));
    if (at->to == TO_VOICEMAIL) {
        document_name(waiting->program, DOCUMENT_BOX, at->row_id,
                      &ret_item->label);
        return;
    }
    if (!target)
        return;
    word_name(&(struct word_names){ &target->name, &target->label,
                                    &target->label_es, &target->label_cs },
              style->language, &ret_item->label);
    find_reason(waiting, target, style, &ret_item->reason);
}

static void choose_target(void *arg, int n, uint32_t stroke)
{
    struct waiting *waiting = arg;
    const struct waiting_target at = waiting->targets[n];
    const struct topic_targets *target = target_at(waiting, n);
    uint64_t to_id = at.to == TO_VOICEMAIL ? at.row_id
                     : target              ? target->to_id
                                           : 0;
    struct json_t *body;

    (void)stroke;
    if (at.to == TO_NUMBER)
        (void)waiting_ask_number(waiting);
    if (!to_id)
        return;
    body = value_object();
    (void)value_set_text(body, "target",
                         word_spell(&word_list_destination, (int)at.to));
    (void)value_set_integer(body, "target_id", (int64_t)to_id);
    waiting_send(waiting, ROUTE_CONTACT_WITHDRAW, waiting->subject_id, body);
}

/* It keeps its priority. */
static void choose_queue(void *arg, int n, uint32_t stroke)
{
    struct waiting *waiting = arg;
    const struct topic_targets *target = target_at(waiting, n);
    const struct replica_row *row = replica_find(
        program_rows(waiting->program), TOPIC_CONTACTS, waiting->subject_id);
    const struct topic_contacts *contact = row ? row->fields : NULL;
    struct json_t *body;

    (void)stroke;
    if (!target || !contact)
        return;
    body = value_object();
    (void)value_set_integer(body, "queue_id", (int64_t)target->to_id);
    (void)value_set_integer(body, "priority", contact->priority);
    waiting_send(waiting, ROUTE_CONTACT_MOVE, waiting->subject_id, body);
}

static void choose_agent(void *arg, int n, uint32_t stroke)
{
    struct waiting *waiting = arg;
    const struct topic_targets *target = target_at(waiting, n);
    struct json_t *body;

    (void)stroke;
    if (!target)
        return;
    body = value_object();
    (void)value_set_integer(body, "agent_id", (int64_t)target->to_id);
    waiting_send(waiting, ROUTE_CONTACT_PULL, waiting->subject_id, body);
}

static void ask(struct waiting *waiting, const char *title,
                void (*choose)(void *arg, int n, uint32_t stroke))
{
    (void)menu_push(waiting->program->ui, &(struct menu){
                                              .title = title,
                                              .count = count_targets,
                                              .item = fill_target,
                                              .choose = choose,
                                              .arg = waiting,
                                          });
}

void waiting_ask_queue(struct waiting *waiting,
                       const struct topic_contacts *contact)
{
    if (!gather_begins(waiting, contact, false))
        return;
    gather_kind(waiting, TO_QUEUE);
    ask(waiting, N_("Move to which queue"), choose_queue);
}

void waiting_ask_where(struct waiting *waiting,
                       const struct topic_contacts *contact)
{
    if (!gather_begins(waiting, contact, false))
        return;
    gather_kind(waiting, TO_QUEUE);
    gather_kind(waiting, TO_AGENT);
    gather_kind(waiting, TO_FLOW);
    gather_boxes(waiting);
    add(waiting, TO_NUMBER, 0);
    ask(waiting, N_("Withdraw to where"), choose_target);
}

void waiting_ask_agent(struct waiting *waiting,
                       const struct topic_contacts *contact)
{
    if (!gather_begins(waiting, contact, true))
        return;
    gather_kind(waiting, TO_AGENT);
    ask(waiting, N_("Pull for whom"), choose_agent);
}
