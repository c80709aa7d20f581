/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nodes that choose the language: by the caller's last call, or the number. */

#include <string.h>

#include "core/step.h"

/* So long a caller waits for what is known of earlier calls. */
static const int64_t RECALL_US = 500000;

static bool begins_with_one(const char *number, const char *prefixes)
{
    while (*prefixes) {
        size_t length = strcspn(prefixes, " ");

        if (length > 0 && strncmp(number, prefixes, length) == 0)
            return true;
        prefixes += length + strspn(prefixes + length, " ");
    }

    return false;
}

/* As rules name languages; KEEP: the number tells nothing. */
static enum rule_language language_of_number(const struct node_language *node,
                                             const char *number)
{
    if (begins_with_one(number, node->en.text))
        return RULE_LANGUAGE_EN;
    if (begins_with_one(number, node->es.text))
        return RULE_LANGUAGE_ES;

    return begins_with_one(number, node->cs.text) ? RULE_LANGUAGE_CS
                                                  : RULE_LANGUAGE_KEEP;
}

/* The step has begun; in this very decision (is_new), or it waited. */
static void write_chosen(struct turn *turn, const struct contact_row *contact,
                         const struct flow_node *node, bool is_new,
                         enum rule_language past)
{
    static const enum speech speeches[] = {
        [RULE_LANGUAGE_EN] = SPEAKS_EN,
        [RULE_LANGUAGE_ES] = SPEAKS_ES,
        [RULE_LANGUAGE_CS] = SPEAKS_CS,
    };
    const struct node_language *language = &node->as.language_node;
    enum rule_language chosen =
        language->by_history && past != RULE_LANGUAGE_KEEP
            ? past
            : language_of_number(language, contact->caller.text);
    bool is_known = chosen != RULE_LANGUAGE_KEEP;

    if (is_known)
        WRITE(turn, LANGUAGE_SET, language_set,
              { .contact_id = contact->contact_id,
                .language = speeches[chosen] });
    write_step_over(
        turn, contact, node, is_new,
        &(struct step_end){ .exit = is_known ? STEP_DONE : STEP_OTHER });
}

/* What is known of the caller is looked up when somebody wants it. */
void begin_language(struct turn *turn, const struct contact_row *contact,
                    const struct flow_node *node)
{
    bool waits = node->as.language_node.by_history && !contact->recalled &&
                 contact->caller.text[0] != '\0';

    write_step_began(turn, contact, node, waits ? turn->now_us + RECALL_US : 0,
                     0);
    if (!waits)
        write_chosen(turn, contact, node, true, contact->past_language);
}

bool waits_for_language(const struct turn *turn,
                        const struct contact_row *contact)
{
    const struct flow_node *node = step_node_now(turn, contact);

    return node && node->type == NODE_LANGUAGE;
}

void write_language_recalled(struct turn *turn,
                             const struct contact_row *contact,
                             enum rule_language past)
{
    write_chosen(turn, contact, step_node_now(turn, contact), false, past);
}
