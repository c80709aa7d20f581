/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nodes that are passed without a wait: they set, mark, and choose the way. */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/draw.h"
#include "core/flow_facts.h"
#include "core/step.h"
#include "core/variable.h"

/* The step began in this decision, too. */
static void write_passed_on(struct turn *turn,
                            const struct contact_row *contact,
                            const struct flow_node *node, enum step_exit exit)
{
    write_step_over(turn, contact, node, true,
                    &(struct step_end){ .exit = exit });
}

void begin_set(struct turn *turn, const struct contact_row *contact,
               const struct flow_node *node)
{
    const struct node_set *set = &node->as.set_node;
    struct label value;
    bool is_set;

    write_step_began(turn, contact, node, 0, 0);
    is_set = variable_fill(turn, contact, set->value.text, &value, NULL) &&
             write_variable(turn, contact, &set->variable, value.text, false);
    write_passed_on(turn, contact, node, is_set ? STEP_DONE : STEP_ERROR);
}

void begin_switch(struct turn *turn, const struct contact_row *contact,
                  const struct flow_node *node)
{
    const char *name = node->as.switch_node.variable.text;
    struct step_end end = { .exit = STEP_OTHER };
    struct label value;

    (void)variable_get(turn, contact, name, &value);
    for (size_t i = 0; i < node->choice_count; i++)
        if (strcmp(node->choices[i].key, value.text) == 0)
            end = (struct step_end){ .exit = STEP_MATCHED,
                                     .choice = (int64_t)i + 1,
                                     .is_masked = variable_is_masked(
                                         turn, contact->contact_id, name) };

    write_step_began(turn, contact, node, 0, 0);
    write_step_over(turn, contact, node, true, &end);
}

void begin_if(struct turn *turn, const struct contact_row *contact,
              const struct flow_node *node)
{
    const int64_t draw =
        draw_percent(contact->contact_id, contact->step, turn->now_us);
    bool holds =
        flow_facts_hold(turn, contact, node->as.if_node.condition.text, draw);

    write_step_began(turn, contact, node, 0, 0);
    write_step_over(turn, contact, node, true,
                    &(struct step_end){ .exit = holds ? STEP_DONE : STEP_OTHER,
                                        .draw = draw });
}

/* What counts may have been set to anything; then it begins with the first. */
static int64_t counted(const char *text)
{
    char *end;
    long count = strtol(text, &end, 10);

    return *end == '\0' && count > 0 && count < 1000 ? count : 0;
}

void begin_loop(struct turn *turn, const struct contact_row *contact,
                const struct flow_node *node)
{
    const struct node_loop *loop = &node->as.loop_node;
    struct label value;
    char text[24];

    (void)variable_get(turn, contact, loop->variable.text, &value);

    int64_t count = counted(value.text) + 1;
    bool is_over = count > loop->times;

    (void)snprintf(text, sizeof(text), "%" PRId64, is_over ? 0 : count);
    write_step_began(turn, contact, node, 0, 0);
    if (!write_variable(turn, contact, &loop->variable, text, false))
        write_passed_on(turn, contact, node, STEP_ERROR);
    else
        write_passed_on(turn, contact, node, is_over ? STEP_DONE : STEP_OTHER);
}

/* Marks. */

void begin_priority(struct turn *turn, const struct contact_row *contact,
                    const struct flow_node *node)
{
    write_step_began(turn, contact, node, 0, 0);
    WRITE(turn, PRIORITY_CHOSEN, priority_chosen,
          { .contact_id = contact->contact_id,
            .priority = node->as.priority_node.priority,
            .added_us = node->as.priority_node.added_ms * 1000 });
    write_passed_on(turn, contact, node, STEP_DONE);
}

void begin_recording(struct turn *turn, const struct contact_row *contact,
                     const struct flow_node *node)
{
    write_step_began(turn, contact, node, 0, 0);
    WRITE(turn, RECORDING_CHOSEN, recording_chosen,
          { .contact_id = contact->contact_id,
            .choice = node->as.recording_node.choice });
    write_passed_on(turn, contact, node, STEP_DONE);
}

static bool has_tag(const struct label *tags, const char *tag)
{
    size_t length = strlen(tag);
    const char *at = tags->text;

    while (*at) {
        size_t word = strcspn(at, " ");

        if (word == length && strncmp(at, tag, word) == 0)
            return true;
        at += word + strspn(at + word, " ");
    }

    return false;
}

bool write_tagged(struct turn *turn, const struct contact_row *contact,
                  const struct name *tag)
{
    const struct label *tags = state_tags(turn->state, contact->contact_id);

    if (has_tag(tags, tag->text))
        return true;
    if (strlen(tags->text) + 1 + strlen(tag->text) >= sizeof(tags->text))
        return false;

    WRITE(turn, CONTACT_TAGGED, contact_tagged,
          { .contact_id = contact->contact_id, .tag = *tag });
    return true;
}

void begin_tag(struct turn *turn, const struct contact_row *contact,
               const struct flow_node *node)
{
    write_step_began(turn, contact, node, 0, 0);
    bool is_tagged = write_tagged(turn, contact, &node->as.tag_node.tag);
    write_passed_on(turn, contact, node, is_tagged ? STEP_DONE : STEP_ERROR);
}

/* Keys for the other end. What is masked reaches it, and nothing else. */

static bool are_keys(const char *text)
{
    size_t length = strlen(text);

    return length > 0 && length < sizeof(struct digits) &&
           strspn(text, "0123456789*#ABCD") == length;
}

void begin_send_digits(struct turn *turn, const struct contact_row *contact,
                       const struct flow_node *node)
{
    struct label text = { "" };
    struct digits digits = { "" };
    bool is_masked = false;

    write_step_began(turn, contact, node, 0, 0);
    if (!variable_fill(turn, contact, node->as.send_digits_node.digits.text,
                       &text, &is_masked) ||
        !are_keys(text.text)) {
        write_passed_on(turn, contact, node, STEP_ERROR);
        return;
    }

    memcpy(digits.text, text.text, strlen(text.text));
    WRITE(turn, DIGITS_SENT, digits_sent,
          { .contact_id = contact->contact_id,
            .count = (int64_t)strlen(digits.text),
            .digits = is_masked ? (struct digits){ "" } : digits,
            .masked = is_masked });
    ASK(turn, { .type = EFFECT_SEND_DIGITS,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .digits = digits });
    write_passed_on(turn, contact, node, STEP_DONE);
}
