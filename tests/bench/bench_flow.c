/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor of a flow with 200 nodes: from a key to its picture. */

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "lang/lang.h"
#include "tests/console/fake_session.h"
#include "tests/console/stage.h"
#include "tests/test.h"
#include "wire/value.h"

enum { NODES = 200, ROUNDS = 200 };

static double now_ms(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static struct json_t *node_of(int n)
{
    struct json_t *node = value_object(), *choices = value_object();
    char name[24], to[24];

    snprintf(name, sizeof(name), "n%d", n);
    value_set_text(node, "name", name);
    value_set_text(node, "type", "menu");
    for (int i = 1; i <= 3; i++) {
        char key[2] = { (char)('0' + i), '\0' };

        snprintf(to, sizeof(to), "n%d", (3 * n + i) % NODES);
        value_set_text(choices, key, to);
    }
    value_set(node, "choices", choices);
    return node;
}

static void open_flow(struct stage *stage)
{
    struct json_t *flow = value_object(), *nodes = value_list();

    for (int n = 0; n < NODES; n++)
        value_append(nodes, node_of(n));
    value_set(flow, "nodes", nodes);
    stage_open(stage, "office");
    stage_play(stage, "@flows");
    fake_reply("GET /api/ivr/flows/1/draft", flow);
    stage_play(stage, "g i ! Enter ! ! ! !");
}

static int compare(const void *a, const void *b)
{
    double one = *(const double *)a, two = *(const double *)b;

    return (one > two) - (one < two);
}

/* The key, and all pictures it asks for. */
static void measure(struct stage *stage, const char *says, const char *keys)
{
    double took[ROUNDS];

    for (int i = 0; i < ROUNDS; i++) {
        double began = now_ms();

        stage_play(stage, keys);
        (void)ui_draw(stage->program->ui);
        took[i] = now_ms() - began;
    }
    qsort(took, ROUNDS, sizeof(took[0]), compare);
    printf("%-28s median %6.2f ms, p99 %6.2f ms, longest %6.2f ms\n", says,
           took[ROUNDS / 2], took[ROUNDS * 99 / 100 - 1], took[ROUNDS - 1]);
}

int main(void)
{
    struct stage stage = { .rows = 43, .columns = 132 };

    setenv("TZ", "UTC", 1);
    if (lang_open(NULL) < 0)
        return EXIT_FAILURE;
    open_flow(&stage);
    printf("a flow of %d nodes and %d arrows, 132x43\n", NODES, 3 * NODES);
    measure(&stage, "to the next node", "Tab");
    measure(&stage, "to the node beside", "Right");
    stage_play(&stage, "m");
    measure(&stage, "a box one row down", "Down");
    stage_play(&stage, "Enter");
    measure(&stage, "one step back", "u");
    measure(&stage, "the overview, and back", "Z");
    measure(&stage, "all arranged anew", "A");
    stage_close(&stage);
    lang_close();
    return EXIT_SUCCESS;
}
