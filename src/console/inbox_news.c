/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many messages are new, on every screen. */

#include <assert.h>
#include <string.h>

#include "base/mark.h"
#include "console/inbox.h"
#include "console/key.h"
#include "console/word.h"
#include "wire/value.h"

void inbox_figures(const struct program *program,
                   struct inbox_figures *ret_figures)
{
    assert(program && ret_figures);
    const struct replica *rows = program_rows(program);

    const struct topic_me *me = program_me(program);

    *ret_figures = (struct inbox_figures){
        .fresh = me ? me->messages_elsewhere : 0,
        .mine = me ? me->messages : 0,
    };
    for (size_t i = 0; rows && i < replica_count(rows, TOPIC_MAILBOXES); i++) {
        const struct topic_mailboxes *box =
            replica_at(rows, TOPIC_MAILBOXES, i)->fields;

        ret_figures->fresh += box->fresh;
        ret_figures->urgent += box->fresh_urgent;
    }
}

uint64_t inbox_rev(const struct program *program)
{
    const struct replica *rows = program_rows(program);
    const struct topic_me *me = program_me(program);
    uint64_t rev = 1;

    if (!rows || replica_state(rows, TOPIC_MAILBOXES) != REPLICA_LIVE)
        return 0;
    if (me)
        rev += (uint64_t)(me->messages + 5 * me->messages_elsewhere);
    for (size_t i = 0; i < replica_count(rows, TOPIC_MAILBOXES); i++) {
        const struct replica_row *row = replica_at(rows, TOPIC_MAILBOXES, i);
        const struct topic_mailboxes *box = row->fields;

        rev = 31 * rev + row->rev +
              (uint64_t)(box->fresh + 7 * box->old + 13 * box->held) + 1 +
              17 * box->newest;
    }
    return rev;
}

/* One that was not looked at yet holds no news.
   @return NULL: there is no room */
static struct inbox_known_box *known_of(struct inbox_known *known,
                                        const struct topic_mailboxes *row)
{
    struct inbox_known_box *box = &known->boxes[known->count];

    for (size_t i = 0; i < known->count; i++)
        if (known->boxes[i].id == row->box_id)
            return &known->boxes[i];
    if (known->count == INBOX_KNOWN)
        return NULL;

    *box = (struct inbox_known_box){ .id = row->box_id, .newest = row->newest };
    known->count++;
    return box;
}

/* "g v", or what somebody's own keys have in place of it. */
static void write_way(const struct program *program, struct safe_text *ret_way)
{
    const struct action *go =
        action_of_id(ui_action_table(program->ui), DO_GO_INBOX);

    if (go && go->go_to != '\0')
        safe_text_format(ret_way, "g %c", go->go_to);
    else
        safe_text_copy(ret_way, ":console voicemail");
}

/* Without the caller: others see the screen. */
static void say(struct program *program, const struct topic_mailboxes *box)
{
    struct safe_text name, way;

    word_name(&(struct word_names){ &box->name, &box->label, &box->label_es,
                                    &box->label_cs },
              program_language(program), &name);
    write_way(program, &way);
    ui_say(program->ui,
           box->fresh_urgent > 0 ? SEVERITY_WARNING : SEVERITY_INFO,
           box->fresh_urgent > 0
               /* TRANSLATORS: a voicemail box, and keys, as g v */
               ? program_text(program, N_("A new message in %s; urgent ones "
                                          "are there. %s shows them."))
               : program_text(program, N_("A new message in %s. %s shows it.")),
           name.text, way.text);
}

static void look_at_boxes(struct program *program, const struct replica *rows)
{
    for (size_t i = 0; i < replica_count(rows, TOPIC_MAILBOXES); i++) {
        const struct topic_mailboxes *box =
            replica_at(rows, TOPIC_MAILBOXES, i)->fields;
        struct inbox_known_box *known = known_of(&program->inbox, box);

        if (!known)
            return;
        if (ui_now_us(program->ui) < known->held_until_us)
            continue;
        if (box->newest <= known->newest)
            continue; /* or its row is behind one's own answer */
        if (box->fresh > 0)
            say(program, box);
        known->newest = box->newest;
    }
}

/* The row that tells of it may come behind the answer. */
enum { ON_ITS_WAY_US = 30000000, JUST_ANSWERED_US = 3000000 };

void inbox_own_sent(struct program *program)
{
    assert(program);
    program->inbox.own_until_us = ui_now_us(program->ui) + ON_ITS_WAY_US;
}

void inbox_own_answered(struct program *program)
{
    assert(program);
    program->inbox.own_until_us = ui_now_us(program->ui) + JUST_ANSWERED_US;
}

static struct inbox_known_box *box_with_id(struct inbox_known *known,
                                           uint64_t box_id)
{
    for (size_t i = 0; i < known->count; i++)
        if (known->boxes[i].id == box_id)
            return &known->boxes[i];
    return NULL;
}

void inbox_own_forward_sent(struct program *program, uint64_t box_id)
{
    inbox_own_sent(program);
    struct inbox_known_box *box = box_with_id(&program->inbox, box_id);

    if (box)
        box->held_until_us = program->inbox.own_until_us;
}

/* The event by which it came there is the answer's, or one before it. */
void inbox_own_forward_answered(struct program *program, uint64_t box_id,
                                const struct json_t *value)
{
    uint64_t seq = value ? (uint64_t)value_get_integer(value, "seq", 0) : 0;
    struct inbox_known_box *box = box_with_id(&program->inbox, box_id);

    inbox_own_answered(program);
    if (!box)
        return;
    box->held_until_us = 0;
    if (seq > box->newest)
        box->newest = seq;
    program->inbox.rev = 0; /* what came meanwhile was not looked at */
}

/* Without the box, as it may be one that one does not hear. */
static void look_at_mine(struct program *program)
{
    const struct topic_me *me = program_me(program);
    int64_t mine = me ? me->messages : 0;
    bool is_own = ui_now_us(program->ui) < program->inbox.own_until_us;
    struct safe_text way;

    write_way(program, &way);
    if (!is_own && program->inbox.mine > 0 && mine >= program->inbox.mine)
        ui_say(program->ui, SEVERITY_INFO,
               /* TRANSLATORS: keys, as g v; 3 is one, too */
               program_text(program, N_("A message is given to you to care "
                                        "for. %s 3 shows it.")),
               way.text);
    program->inbox.mine = mine + 1;
}

void inbox_look(struct program *program)
{
    assert(program);
    const struct replica *rows = program_rows(program);
    uint64_t rev = inbox_rev(program);

    if (rev == 0 || program->setup.board || program->is_locked)
        return;
    if (rev != program->inbox.rev)
        look_at_boxes(program, rows);
    program->inbox.rev = rev;
    look_at_mine(program);
}
