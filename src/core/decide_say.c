/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nodes that speak: a text in the caller's language, with values in it. */

#include <string.h>

#include "core/flow.h"
#include "core/step.h"
#include "core/variable.h"

/* The text being filled. */
struct speech_text {
    struct note text;
    size_t length;
};

/* What a caller keyed in may not begin another value. Nothing masked: whoever
   stands beside would hear it. */
static bool add_part(void *arg, const char *part, size_t length,
                     enum variable_part kind)
{
    struct speech_text *to = arg;

    if (kind == VARIABLE_MASKED || to->length + length >= sizeof(to->text.text))
        return false;

    for (size_t i = 0; i < length; i++) {
        bool is_brace = part[i] == '{' || part[i] == '}';

        to->text.text[to->length++] =
            kind == VARIABLE_VALUE && is_brace ? ' ' : part[i];
    }

    return true;
}

void begin_say(struct turn *turn, const struct contact_row *contact,
               const struct flow_node *node)
{
    struct speech_text text = { .length = 0 };
    int64_t due_us = answer_due_us(turn, EFFECT_SAY);

    if (!variable_expand(turn, contact,
                         flow_say_text(&node->as.say_node, contact->language),
                         add_part, &text)) {
        write_step_passed(turn, contact, node, STEP_ERROR);
        return;
    }

    write_step_began(turn, contact, node, due_us, 0);
    ASK(turn, { .type = EFFECT_SAY,
                .due_us = due_us,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .step = contact->step + 1,
                .language = contact->language,
                .text = text.text });
}
