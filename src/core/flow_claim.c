/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for a flow, checked before it is ever run. */

#include "core/flow_claim.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

#include "core/flow_circle.h"
#include "core/flow_condition.h"
#include "core/flow_heard.h"
#include "core/flow_type.h"
#include "core/language_question.h"

static bool exits_lead_somewhere(const struct flow_program *flow,
                                 const struct flow_node *node)
{
    int next;

    for (size_t i = 0; flow_exit_at(node, i, &next); i++)
        if (next < FLOW_EXIT_NONE || next >= (int)flow->node_count)
            return false;

    return true;
}

static bool is_key(const char *key)
{
    return key[0] != '\0' && key[1] == '\0' && strchr("0123456789*#", key[0]);
}

static bool is_terminated(const struct flow_choice *choice)
{
    return choice->key[0] != '\0' &&
           memchr(choice->key, '\0', sizeof(choice->key)) != NULL;
}

static bool choices_differ(const struct flow_node *node)
{
    bool are_keys = node_rule(node->type)->choices == CHOICES_KEYS;

    for (size_t i = 0; i < node->choice_count; i++) {
        const struct flow_choice *choice = &node->choices[i];

        if (!is_terminated(choice) || (are_keys && !is_key(choice->key)))
            return false;
        for (size_t j = 0; j < i; j++)
            if (strcmp(node->choices[j].key, choice->key) == 0)
                return false;
    }

    return true;
}

static bool has_its_choices(const struct flow_node *node)
{
    return (node->choice_count > 0) ==
           (node_rule(node->type)->choices != NO_CHOICES);
}

/* What must be given, and nothing out of its range. */
static bool is_set_rightly(const struct flow_node *node)
{
    const struct record *record = node_rule(node->type)->record;

    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];

        if (!field_is_valid(field, &node->as))
            return false;
        if (field->kind == FIELD_ID && field->is_required &&
            field_get_integer(field, &node->as) == 0)
            return false;
    }

    return true;
}

/* The longest and the shortest of two settings are in order. */
static bool is_ordered(const struct flow_node *node)
{
    if (node->type == NODE_COLLECT)
        return node->as.collect_node.min <= node->as.collect_node.max;
    if (node->type == NODE_SURVEY)
        return node->as.survey_node.lowest <= node->as.survey_node.highest;
    if (node->type == NODE_RECORD)
        return node->as.record_node.min_ms <= node->as.record_node.max_ms;

    return true;
}

static bool is_condition_given(const struct flow_node *node)
{
    return node->type != NODE_IF ||
           flow_condition_can_be_answered(node->as.if_node.condition.text);
}

static bool is_text_given(const struct flow_node *node)
{
    return node->type != NODE_SAY || flow_node_text(node, SPEAKS_EN)[0] != '\0';
}

static bool is_target_given(const struct flow_node *node)
{
    const struct node_transfer *transfer = &node->as.transfer_node;

    return node->type != NODE_TRANSFER ||
           (transfer->agent_id != 0) != (transfer->number.text[0] != '\0');
}

/* Every brace of a variable is closed. */
static bool is_closed(const char *text)
{
    for (text = strstr(text, "{{"); text; text = strstr(text, "{{")) {
        text = strstr(text, "}}");
        if (!text)
            return false;
    }

    return true;
}

static bool is_number_given(const struct flow_node *node)
{
    const char *number = node->as.transfer_node.number.text;
    struct phone_number unused;

    if (node->type != NODE_TRANSFER || !number[0])
        return true;

    return flow_number_varies(number) ? is_closed(number)
                                      : flow_number_read(number, &unused);
}

/* Only a flow that a queue asks by knows which one it is. */
static bool is_queue_given(const struct flow_program *flow,
                           const struct flow_node *node)
{
    return node->type != NODE_CALLBACK || flow->type == FLOW_TYPE_CALLBACK ||
           node->as.callback_node.queue_id != 0;
}

static bool is_choice_given(const struct flow_node *node)
{
    return node->type != NODE_ASK_LANGUAGE ||
           language_question_is_one(&node->as.ask_language_node);
}

/* A name, a number or a text, and only one of them; or none, where the node has
   words of its own. */
static bool is_prompt_given(const struct flow_node *node)
{
    const struct flow_prompt prompt = flow_node_prompt(node);
    int given = (prompt.name.text[0] != '\0') + (prompt.id != 0) +
                (flow_node_text(node, SPEAKS_EN)[0] != '\0');

    return !record_field(node_rule(node->type)->record, "prompt") ||
           given == 1 || (given == 0 && node_has_words(node->type));
}

/* Every way leads to a node, where the type wants that. */
static bool ends_as_its_type(const struct flow_program *flow,
                             const struct flow_node *node)
{
    const struct node_rule *rule = node_rule(node->type);
    int next;

    if (flow_type_may_hang_up(flow->type))
        return true;
    for (size_t i = 0; flow_exit_at(node, i, &next); i++)
        if (next == FLOW_EXIT_NONE &&
            !(i < rule->exit_count &&
              node_yields(node->type, rule->exits[i].exit)))
            return false;

    return true;
}

static const char *broken_claim(const struct flow_program *flow,
                                const struct flow_node *node)
{
    if ((unsigned)node->type >= node_type_count)
        return N_("Give the node a type that there is.");
    if (node->choice_count > FLOW_MAX_CHOICES)
        return N_("Give a node 12 choices at most.");
    if (!is_set_rightly(node))
        return N_("Give every setting of the node a value within its range.");

    const struct claim {
        bool holds;
        const char *says;
    } claims[] = {
        { choices_differ(node),
          N_("Give each choice another key: 0 to 9, * or #.") },
        { exits_lead_somewhere(flow, node),
          N_("Let every exit lead to a node of the flow.") },
        { flow_type_has(flow->type, node->type),
          N_("Take another node: flows of this type do not have it.") },
        { ends_as_its_type(flow, node),
          N_("Lead this exit somewhere: nobody is hung up on in flows of this "
             "type but by a node.") },
        { is_ordered(node),
          N_("Give the most and the highest no less than the least and the "
             "lowest.") },
        { is_condition_given(node),
          N_("Write a condition, as caller in vip and hour >= 8.") },
        { is_text_given(node), N_("Write what is to be said.") },
        { is_target_given(node),
          N_("Give an agent or a number, and not both.") },
        { is_number_given(node), N_("Give a number of + * # and 0 to 9, or a "
                                    "variable, as {{name}}.") },
        { is_queue_given(flow, node), N_("Say which queue calls back: only "
                                         "flows that queues ask by know.") },
        { is_choice_given(node), N_("Offer two languages at least, each by "
                                    "another key, 0 to 9.") },
        { is_prompt_given(node),
          N_("Name the prompt to be played, or write what is to be said, and "
             "not both.") },
        { has_its_choices(node),
          N_("Give the node choices only if it is a menu, and then one at "
             "least.") },
    };

    for (size_t i = 0; i < sizeof(claims) / sizeof(claims[0]); i++)
        if (!claims[i].holds)
            return claims[i].says;

    return NULL;
}

static bool are_limits_given(const struct flow_program *flow)
{
    return flow->max_steps >= 0 && flow->max_steps <= FLOW_MAX_STEPS &&
           flow->max_ms >= 0 && flow->max_ms <= FLOW_MAX_MS &&
           (flow->max_ms == 0 || flow->max_ms >= FLOW_LEAST_MS);
}

const char *flow_broken_claim(const struct flow_program *flow, size_t *ret_node)
{
    size_t unused;

    assert(flow);
    ret_node = ret_node ? ret_node : &unused;
    *ret_node = 0;
    if ((unsigned)flow->type >= flow_type_count)
        return N_("Give the flow a type that there is.");
    if (!are_limits_given(flow))
        return N_("Limit a flow to 1 to 500 steps, and to 10 s to 2 hours.");
    if (flow->node_count == 0 || flow->node_count > FLOW_MAX_NODES)
        return N_("Give the flow 1 to 200 nodes.");

    for (size_t i = 0; i < flow->node_count; i++) {
        const char *says = broken_claim(flow, &flow->nodes[i]);

        if (says) {
            *ret_node = i;
            return says;
        }
    }

    /* Only now are all exits known to be in range. */
    return flow_circle_claim(flow, false, ret_node);
}
