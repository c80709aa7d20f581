/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules of a queue, sorted by their positions and put into words. */

#include "console/queue_way_words.h"

#include <assert.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/show.h"
#include "core/queue_rule.h"

enum { TOLD = 2 };

static bool is_tried_before(const struct event_queue_rule_set *a,
                            const struct event_queue_rule_set *b)
{
    return a->position != b->position ? a->position < b->position
                                      : a->id < b->id;
}

size_t queue_way_gather(const struct program *program, uint64_t queue_id,
                        const struct event_queue_rule_set **ret_ways,
                        size_t room)
{
    assert(program && ret_ways);
    const struct replica *rows = program_rows(program);
    size_t most = document_rows(program, TOPIC_QUEUE_RULES);
    size_t count = 0;

    for (size_t i = 0; i < most && count < room; i++) {
        const struct event_queue_rule_set *way =
            replica_at(rows, TOPIC_QUEUE_RULES, i)->fields;
        size_t at = count;

        if (way->queue_id != queue_id)
            continue;
        for (; at > 0 && is_tried_before(way, ret_ways[at - 1]); at--)
            ret_ways[at] = ret_ways[at - 1];
        ret_ways[at] = way;
        count++;
    }
    return count;
}

static void show(const struct program *program,
                 const struct event_queue_rule_set *way, const char *setting,
                 struct safe_text *ret_text)
{
    const struct record *record =
        document_kind_info(DOCUMENT_QUEUE_RULE)->record;

    document_show(program, record, record_field(record, setting), way,
                  ret_text);
}

/* Its name or number; "" where it has none. */
static void say_which(const struct program *program,
                      const struct event_queue_rule_set *way,
                      struct safe_text *ret_text)
{
    safe_text_copy(ret_text, "");
    if (way->target_id && way->target != TO_CALLBACK)
        show(program, way, "target_id", ret_text);
    else if (way->number.text[0])
        show(program, way, "number", ret_text);
}

void queue_way_say_target(const struct program *program,
                          const struct event_queue_rule_set *way,
                          struct safe_text *ret_text)
{
    assert(program && way && ret_text);
    struct safe_text to, which;

    show(program, way, "target", &to);
    say_which(program, way, &which);
    safe_text_format(ret_text, "%s%s%s", to.text, which.text[0] ? " " : "",
                     which.text);
}

/* There is room for a name alone. */
static void say_way(const struct program *program,
                    const struct event_queue_rule_set *way,
                    struct safe_text *ret_text)
{
    struct safe_text when, target;

    if (way->cause == RULE_KEY)
        safe_text_format(&when, program_text(program, N_("key %s")),
                         way->key.text);
    else
        show(program, way, "cause", &when);
    say_which(program, way, &target);
    if (!target.text[0])
        show(program, way, "target", &target);
    safe_text_format(ret_text, "%s: %s", when.text, target.text);
}

void queue_way_say_all(const struct program *program, uint64_t queue_id,
                       struct safe_text *ret_text)
{
    assert(program && ret_text);
    const struct event_queue_rule_set *ways[QUEUE_RULES_MAX];
    size_t count = queue_way_gather(program, queue_id, ways, QUEUE_RULES_MAX);
    struct safe_text told[TOLD] = { { .text = "" } };

    for (size_t i = 0; i < count && i < TOLD; i++)
        say_way(program, ways[i], &told[i]);
    if (count == 0)
        show_count(ui_style(program->ui), -1, ret_text);
    else if (count == 1)
        *ret_text = told[0];
    else if (count == TOLD)
        safe_text_format(ret_text, "%s; %s", told[0].text, told[1].text);
    else
        safe_text_format(ret_text, "%s; %s; +%zu", told[0].text, told[1].text,
                         count - TOLD);
}
