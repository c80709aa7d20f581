/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words for what a message has. */

#include "base/mark.h"
#include "console/inbox_inside.h"
#include "console/naming.h"
#include "console/word.h"
#include "wire/word_label.h"

void inbox_word_when(const struct inbox *inbox,
                     const struct shape_message *message,
                     struct safe_text *ret_text)
{
    shelf_word_when(inbox->program, message->left_wall_us, ret_text);
}

/* A label where we have the row; else the name that the message has. */
void inbox_word_box(const struct inbox *inbox,
                    const struct shape_message *message,
                    struct safe_text *ret_text)
{
    const struct replica_row *found = replica_find(
        program_rows(inbox->program), TOPIC_MAILBOXES, message->box_id);
    const struct topic_mailboxes *box = found ? found->fields : NULL;

    if (box)
        word_name(&(struct word_names){ &box->name, &box->label, &box->label_es,
                                        &box->label_cs },
                  program_language(inbox->program), ret_text);
    else
        safe_text_copy(ret_text, message->box.text);
}

void inbox_word_agent(const struct inbox *inbox,
                      const struct shape_message *message,
                      struct safe_text *ret_text)
{
    const struct topic_me *me = program_me(inbox->program);

    if (message->agent_id == 0)
        safe_text_copy(ret_text, "");
    else if (me && me->agent_id == message->agent_id)
        safe_text_copy(ret_text,
                       /* TRANSLATORS: a message that one cares for oneself */
                       program_text(inbox->program, N_("mine")));
    else
        naming_agent(inbox->program, message->agent_id, &message->agent,
                     ret_text);
}

void inbox_word_state(const struct inbox *inbox,
                      const struct shape_message *message,
                      struct safe_text *ret_text)
{
    const struct word_list *list = &word_list_message_state;
    const char *spelling = word_spell(list, (int)message->state);
    const char *word = program_text(inbox->program, word_label(list, spelling));

    if (message->urgent)
        safe_text_format(ret_text, "%s, %s", word,
                         program_text(inbox->program, N_("urgent")));
    else
        safe_text_copy(ret_text, word);
}

void inbox_word_number(const struct inbox *inbox, const struct shelf_row *row,
                       struct safe_text *ret_text)
{
    shelf_word_number(inbox->program, &row->message.caller, row->is_masked,
                      ret_text);
}

void inbox_word_caller(const struct inbox *inbox, const struct shelf_row *row,
                       struct safe_text *ret_text)
{
    const char *name = row->message.caller_name.text;

    if (name[0])
        safe_text_format(ret_text, "\"%s\"", name);
    else
        inbox_word_number(inbox, row, ret_text);
}

struct outline inbox_outline(const struct shape_message *message)
{
    return (struct outline){
        .id = message->message_id,
        .length_us = message->length_us,
        .peaks = { &message->peaks },
        .names = { N_("caller") },
    };
}
