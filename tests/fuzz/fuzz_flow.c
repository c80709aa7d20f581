/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flow as somebody wrote it; what is let through can be run, and is: a caller
   presses a thousand keys in it, and waits, and goes. */

#include <stdlib.h>
#include <string.h>

#include "core/condition.h"
#include "core/core.h"
#include "core/flow_condition.h"
#include "core/flow.h"
#include "core/flow_claim.h"
#include "tests/fuzz/fuzz.h"
#include "wire/flow_text.h"
#include "wire/setting.h"

static uint64_t find_id(void *arg, enum document_kind kind, const char *name)
{
    (void)arg;
    return kind != DOCUMENT_PROMPT && strcmp(name, "sales") == 0 ? 1 : 0;
}

static const char *find_name(void *arg, enum document_kind kind, uint64_t id)
{
    (void)arg;
    return kind != DOCUMENT_PROMPT && id == 1 ? "sales" : NULL;
}

static const struct flow_names names = { .find_id = find_id,
                                         .find_name = find_name };

static void read_again(char *text, const struct flow_names *known,
                       const struct flow_program *program)
{
    static struct flow_program again;
    struct mistake mistake;

    CLAIM(text);
    CLAIM(flow_text_parse(text, strlen(text), known, &again, NULL, &mistake) ==
          0);
    CLAIM(strcmp(again.digest.text, program->digest.text) == 0);
    CLAIM(again.node_count == program->node_count);
    free(text);
}

static void read_canonical(const char *data, size_t size,
                           const struct flow_program *program)
{
    static struct flow_text flow;

    CLAIM(flow_text_read(data, size, &names, false, &flow, NULL) == 0);
    read_again(flow_text_canonical(&flow.program, &flow.tests), NULL, program);
}

static void check_same_tests(const struct flow_tests *a,
                             const struct flow_tests *b)
{
    CLAIM(a->count == b->count && a->count <= FLOW_MAX_TESTS);
    for (size_t i = 0; i < a->count; i++) {
        const struct flow_test *x = &a->tests[i];
        const struct flow_test *y = &b->tests[i];

        CLAIM(strcmp(x->name.text, y->name.text) == 0);
        CLAIM(strcmp(x->caller.text, y->caller.text) == 0);
        CLAIM(strcmp(x->called.text, y->called.text) == 0);
        CLAIM(x->language == y->language && x->at_wall_us == y->at_wall_us);
        CLAIM(x->input_count == y->input_count);
        CLAIM(x->broken_count == y->broken_count);
        CLAIM(x->path_count == y->path_count);
    }
}

/* As people read it, with its tests.
   @return what flow_text_read says of the bytes */
static int read_as_text(const char *data, size_t size, bool is_draft)
{
    static struct flow_text flow, again;
    struct mistake mistake = { 0 };
    int rc = flow_text_read(data, size, &names, is_draft, &flow, &mistake);
    char *text;

    if (rc < 0) {
        CLAIM(mistake.code != MISTAKE_NONE);
        return rc;
    }

    text = flow_text_print(&flow, &names);
    CLAIM(text);
    CLAIM(flow_text_read(text, strlen(text), &names, is_draft, &again,
                         &mistake) == 0);
    CLAIM(strcmp(again.program.digest.text, flow.program.digest.text) == 0);
    check_same_tests(&again.tests, &flow.tests);
    free(text);
    return 0;
}

/* A flow may ask whatever a condition may, and not nothing. */
static void check_condition(const char *text)
{
    struct condition condition;

    CLAIM(condition_parse(text, &condition, NULL) == 0);
    CLAIM(condition.node_count > 0);
    CLAIM(flow_condition_can_be_answered(text));
}

static void check_program(const struct flow_program *program)
{
    size_t node;

    CLAIM(program->node_count > 0 && program->node_count <= FLOW_MAX_NODES);
    CLAIM(!flow_broken_claim(program, &node));
    for (size_t i = 0; i < program->node_count; i++)
        if (program->nodes[i].type == NODE_IF)
            check_condition(program->nodes[i].as.if_node.condition.text);
}

/* A walk through it. The house has the one queue, and the one lookup, that there
   can be; whatever else a node names is gone. */

enum {
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
    ACTS = 100, /* more inputs find more than more keys */
#else
    ACTS = 1000,
#endif
    MOST_WAKES = 20 * FLOW_MAX_STEPS,
};

/* Two hours, and the longest node: ten tries of ten minutes. */
static const int64_t LONGEST_US = INT64_C(4 * 3600) * 1000000;

struct walk {
    struct core *core;
    struct outbox outbox;
    int64_t now_us;
    uint64_t last[EFFECT_TYPE_COUNT]; /* serials of what was asked for */
    uint64_t random;
};

static void take_effects(struct walk *walk)
{
    for (size_t i = 0; i < walk->outbox.effect_count; i++)
        walk->last[walk->outbox.effects[i].type] =
            walk->outbox.effects[i].serial;
    outbox_clear(&walk->outbox);
}

static void give(struct walk *walk, const struct command *command)
{
    CLAIM(core_apply(walk->core, command, walk->now_us, &walk->outbox, NULL) >=
          0);
    take_effects(walk);
}

static void load(struct state *state, enum document_kind kind,
                 struct document_head *document)
{
    document->id = 1;
    document->version = 1;
    CLAIM(state_load_document(state, kind, document) == 0);
}

static void load_house(struct state *state, const struct flow_program *program)
{
    const struct tally_row tally = { .queue_id = 1 };
    struct event_queue_set queue = { .id = 0 };
    struct event_lookup_set lookup = { .id = 0 };
    struct event_flow_set flow = { .name = { "flow" },
                                   .digest = program->digest };
    struct event_entry_set entry = { .name = { "entry" },
                                     .number = { "*" },
                                     .flow_id = 1 };

    setting_presets(document_kind_info(DOCUMENT_QUEUE)->record, &queue);
    queue.name = (struct name){ "sales" };
    setting_presets(document_kind_info(DOCUMENT_LOOKUP)->record, &lookup);
    lookup.name = (struct name){ "sales" };
    lookup.url = (struct note){ "https://a.example/" };
    lookup.values = (struct note){ "a=a" };
    load(state, DOCUMENT_QUEUE, (void *)&queue);
    load(state, DOCUMENT_LOOKUP, (void *)&lookup);
    load(state, DOCUMENT_FLOW, (void *)&flow);
    load(state, DOCUMENT_ENTRY, (void *)&entry);
    CLAIM(state_load_row(state, ROW_TALLY, &tally) == 0);
    CLAIM(state_load_end(state) == 0);
}

static void begin(struct walk *walk, const struct flow_program *program)
{
    static const struct command start = {
        COMMAND_START, .as.start = { .release = { "fuzz" }, .alive_at_us = 1 }
    };
    static const struct command call = { COMMAND_CONTACT_ARRIVES,
                                         .as.contact_arrives = {
                                             .call = 1,
                                             .caller = { "+420777123123" },
                                             .called = { "0" } } };
    struct state *state = NULL;

    walk->now_us = 1;
    outbox_init(&walk->outbox);
    CLAIM(core_new(&walk->core) == 0 && state_new(&state) == 0);
    load_house(state, program);
    CLAIM(core_adopt(walk->core, state) == 0);
    CLAIM(core_add_program(walk->core, program) == 0);
    give(walk, &start);
    give(walk, &call);
}

/* xorshift: the same input is the same walk. */
static unsigned draw(struct walk *walk, unsigned below)
{
    walk->random ^= walk->random << 13;
    walk->random ^= walk->random >> 7;
    walk->random ^= walk->random << 17;
    return (unsigned)(walk->random >> 32) % below;
}

static void wait_for_time(struct walk *walk)
{
    int64_t due_us = core_next_wake(walk->core);

    CLAIM(due_us < INT64_MAX);
    walk->now_us = due_us > walk->now_us ? due_us : walk->now_us;
    CLAIM(core_wake(walk->core, walk->now_us, &walk->outbox) == 0);
    take_effects(walk);
}

static void press(struct walk *walk)
{
    struct command key = { COMMAND_PRESS_DIGIT,
                           .as.press_digit = { .contact_id = 1 } };

    key.as.press_digit.digit.text[0] = "0123456789*#ABCD"[draw(walk, 16)];
    give(walk, &key);
}

/* What the world answers, asked or not, right or wrong. */
static void answer(struct walk *walk)
{
    const uint64_t *last = walk->last;
    bool is_bad = draw(walk, 4) == 0;
    const struct name object = { { is_bad ? '\0' : 'o' } };
    const struct command answers[] = {
        { COMMAND_CALLER_CONNECTED,
          .as.caller_connected = { last[EFFECT_ANSWER] } },
        { COMMAND_PROMPT_ENDED,
          .as.prompt_ended = { last[EFFECT_PLAY], is_bad } },
        { COMMAND_PROMPT_ENDED,
          .as.prompt_ended = { last[EFFECT_SAY], is_bad } },
        { COMMAND_LOOKUP_ANSWERED,
          .as.lookup_answered = { .serial = last[EFFECT_LOOK_UP],
                                  .outcome = (enum lookup_outcome)draw(
                                      walk, lookup_outcome_count),
                                  .values = { "a=1" } } },
        { COMMAND_BEEPED, .as.beeped = { last[EFFECT_BEEP], object } },
        { COMMAND_RECORDED, .as.recorded = { .recording_id = 1,
                                             .length_us = is_bad ? 0 : 3000000,
                                             .bytes = 3,
                                             .peaks = { "zz 00" } } },
        { COMMAND_RECALL_CALLER,
          .as.recall_caller = { .contact_id = 1,
                                .calls = true,
                                .language = RULE_LANGUAGE_CS } },
    };

    give(walk, &answers[draw(walk, sizeof(answers) / sizeof(answers[0]))]);
}

/* @return whether the caller is still in it: at a node that ends some time,
   and not for ever */
static bool is_in_it(const struct walk *walk)
{
    const struct contact_row *contact =
        state_contact(core_state(walk->core), 1);

    if (!contact || contact->place != PLACE_IVR)
        return false;

    CLAIM(contact->step <= FLOW_MAX_STEPS);
    CLAIM(contact->step_due_us > walk->now_us ||
          contact->asked_due_us > walk->now_us);
    CLAIM(walk->now_us - contact->place_since_us <= LONGEST_US);
    return true;
}

/* Calls are answered nearly always, and prompts end mostly before they are late:
   else nobody would come far. */
static void act(struct walk *walk)
{
    const struct contact_row *contact =
        state_contact(core_state(walk->core), 1);
    const struct command connected = { COMMAND_CALLER_CONNECTED,
                                       .as.caller_connected = {
                                           walk->last[EFFECT_ANSWER] } };
    unsigned what = draw(walk, 16);

    if (contact->asked && what > 0)
        give(walk, &connected);
    else if (what < 6)
        press(walk);
    else if (what < 12 || (contact->play && what < 15))
        answer(walk);
    else
        wait_for_time(walk);
}

static void go_through(const struct flow_program *program)
{
    static const struct command goes = { COMMAND_CALLER_HUNG_UP,
                                         .as.caller_hung_up = { 1, false } };
    struct walk walk = { .random = 88172645463325252 };

    for (size_t i = 0; i < sizeof(program->digest.text); i++)
        walk.random = walk.random * 31 + (uint8_t)program->digest.text[i];
    begin(&walk, program);
    for (int i = 0; i < ACTS && is_in_it(&walk); i++)
        act(&walk);
    for (int i = 0; is_in_it(&walk); i++) {
        CLAIM(i < MOST_WAKES);
        wait_for_time(&walk);
    }

    give(&walk, &goes);
    CLAIM(!is_in_it(&walk));
    core_free(walk.core);
    outbox_done(&walk.outbox);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct flow_program program;
    struct mistake mistake = { 0 };
    struct name name;
    int rc = flow_text_parse((const char *)data, size, &names, &program, &name,
                             &mistake);

    /* every flow is a draft, and not every draft a flow; one that is stored
       may have left out what is not forgotten any more when it is set */
    bool may_be_set = read_as_text((const char *)data, size, false) == 0;
    if (may_be_set)
        CLAIM(rc == 0);
    if (read_as_text((const char *)data, size, true) < 0)
        CLAIM(rc < 0);
    if (rc < 0) {
        CLAIM(mistake.code != MISTAKE_NONE);
        return 0;
    }

    check_program(&program);
    go_through(&program);
    if (may_be_set)
        read_canonical((const char *)data, size, &program);
    return 0;
}
