/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for a flow, checked before it is ever run. */

#include "core/flow.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>

static const int64_t MAX_WAIT_MS = 600000;
static const int64_t MAX_PRIORITY = 100;

/* Every exit of a node, walked by number. */
static bool exit_at(const struct flow_node *node, size_t i, int *ret_next)
{
    const int plain[] = { node->next, node->on_timeout, node->on_invalid,
                          node->on_error };
    const size_t plain_count = sizeof(plain) / sizeof(plain[0]);

    if (i < plain_count)
        *ret_next = plain[i];
    else if (i < plain_count + node->choice_count)
        *ret_next = node->choices[i - plain_count].next;
    else
        return false;

    return true;
}

static bool exits_lead_somewhere(const struct flow_program *flow,
                                 const struct flow_node *node)
{
    int next;

    for (size_t i = 0; exit_at(node, i, &next); i++)
        if (next < FLOW_EXIT_NONE || next >= (int)flow->node_count)
            return false;

    return true;
}

static bool choices_differ(const struct flow_node *node)
{
    for (size_t i = 0; i < node->choice_count; i++) {
        char digit = node->choices[i].digit;

        if (digit == '\0' || !strchr("0123456789*#", digit))
            return false;
        for (size_t j = 0; j < i; j++)
            if (node->choices[j].digit == digit)
                return false;
    }

    return true;
}

static bool waits(const struct flow_node *node)
{
    return node->type == NODE_PLAY || node->type == NODE_MENU ||
           node->type == NODE_QUEUE || node->type == NODE_HANG_UP;
}

/*
 * A node that does not wait has one exit that counts. Following it from any
 * node must reach one that waits, or the end, within as many steps as there
 * are nodes.
 */
static bool comes_to_rest(const struct flow_program *flow, size_t start)
{
    int at = (int)start;

    for (size_t steps = 0; steps <= flow->node_count; steps++) {
        if (at == FLOW_EXIT_NONE || waits(&flow->nodes[at]))
            return true;
        at = flow->nodes[at].next;
    }

    return false;
}

static bool is_prompt_given(const struct flow_node *node)
{
    return (node->type != NODE_PLAY && node->type != NODE_MENU) ||
           (node->prompt.text[0] != '\0') != (node->prompt_id != 0);
}

static const char *broken_claim(const struct flow_program *flow,
                                const struct flow_node *node)
{
    bool is_menu = node->type == NODE_MENU;
    bool is_queue = node->type == NODE_QUEUE;
    const struct claim {
        bool holds;
        const char *says;
    } claims[] = {
        { (unsigned)node->type < node_type_count,
          N_("Give the node a type that there is.") },
        { node->choice_count <= FLOW_MAX_CHOICES,
          N_("Give a menu 12 choices at most.") },
        { node->choice_count <= FLOW_MAX_CHOICES && choices_differ(node),
          N_("Give each choice another key: 0 to 9, * or #.") },
        { node->choice_count <= FLOW_MAX_CHOICES &&
              exits_lead_somewhere(flow, node),
          N_("Let every exit lead to a node of the flow.") },
        { is_prompt_given(node), N_("Name the prompt to be played.") },
        { !is_menu || node->choice_count > 0,
          N_("Give the menu one choice at least.") },
        { !is_menu || (node->wait_ms > 0 && node->wait_ms <= MAX_WAIT_MS),
          N_("Wait for a key for more than 0 and at most 600 seconds.") },
        { !is_menu || (node->tries >= 1 && node->tries <= FLOW_MAX_TRIES),
          N_("Play the menu 1 to 10 times.") },
        { !is_queue || node->queue_id != 0,
          N_("Name the queue that the contact joins.") },
        { !is_queue || (node->priority >= 1 && node->priority <= MAX_PRIORITY),
          N_("Give a priority from 1, served first, to 100.") },
    };

    for (size_t i = 0; i < sizeof(claims) / sizeof(claims[0]); i++)
        if (!claims[i].holds)
            return claims[i].says;

    return NULL;
}

const char *flow_broken_claim(const struct flow_program *flow, size_t *ret_node)
{
    size_t unused;

    assert(flow);
    ret_node = ret_node ? ret_node : &unused;
    *ret_node = 0;
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
    for (size_t i = 0; i < flow->node_count; i++)
        if (!comes_to_rest(flow, i)) {
            *ret_node = i;
            return N_("Let the circle pass a node that waits for the caller.");
        }

    return NULL;
}
