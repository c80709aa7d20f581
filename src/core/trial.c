/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A second core, a caller made up, and answers to what is asked for. */

#include "core/trial.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "core/core.h"
#include "core/trial_inside.h"

enum {
    CALL = 1,
    MAX_ANSWERS = 4 * TRIAL_MAX_STEPS,
};

static const int64_t SECOND_US = 1000000;
static const int64_t PROMPT_US = 3 * INT64_C(1000000);
static const int64_t LONGEST_US = INT64_C(8 * 3600 * 1000000);

int trial_give(struct trial_run *run, const struct command *command)
{
    int rc = core_apply(run->core, command, run->now_us, &run->outbox, NULL);

    trial_take_note(run);
    return rc < 0 ? rc : 0;
}

static int pass_time(struct trial_run *run)
{
    int64_t due_us = core_next_wake(run->core);

    if (due_us > run->now_us)
        run->now_us = due_us;

    int rc = core_wake(run->core, run->now_us, &run->outbox);

    trial_take_note(run);
    return rc;
}

/* What the world answers. */

static bool has_node(const int *nodes, size_t count, int64_t node)
{
    for (size_t i = 0; i < count; i++)
        if (nodes[i] == (int)node)
            return true;

    return false;
}

static bool is_broken(const struct trial_run *run,
                      const struct contact_row *contact)
{
    return contact->flow_id == run->flow_id &&
           has_node(run->test->broken, run->test->broken_count, contact->node);
}

/* A number that a node dials; OFFER_ANSWERED: it is picked up. */
static enum offer_result result_of(const struct trial_run *run,
                                   const struct contact_row *contact)
{
    const struct flow_test *test = run->test;
    int64_t node =
        state_talk(core_state(run->core), contact->contact_id)->sent_node;

    if (contact->flow_id != run->flow_id)
        return OFFER_ANSWERED;
    if (has_node(test->broken, test->broken_count, node))
        return OFFER_FAILED;
    if (has_node(test->busy, test->busy_count, node))
        return OFFER_BUSY;

    return has_node(test->unanswered, test->unanswered_count, node)
               ? OFFER_NO_ANSWER
               : OFFER_ANSWERED;
}

static int end_dialling(struct trial_run *run,
                        const struct contact_row *contact)
{
    const enum offer_result result = result_of(run, contact);
    const struct command answered = { .type = COMMAND_LEG_ANSWERED,
                                      .as.leg_answered = { run->dial, 0, 0 } };
    const struct command failed = { .type = COMMAND_LEG_FAILED,
                                    .as.leg_failed = { run->dial, result } };

    run->dial = 0;
    run->now_us += SECOND_US;
    return trial_give(run, result == OFFER_ANSWERED ? &answered : &failed);
}

static int join_number(struct trial_run *run)
{
    const struct command bridged = { .type = COMMAND_BRIDGED,
                                     .as.bridged = { .serial = run->bridge } };

    run->bridge = 0;
    return trial_give(run, &bridged);
}

static int end_prompt(struct trial_run *run, const struct contact_row *contact)
{
    const struct command ended = { .type = COMMAND_PROMPT_ENDED,
                                   .as.prompt_ended = {
                                       run->play, is_broken(run, contact) } };

    run->play = 0;
    run->now_us += PROMPT_US;
    return trial_give(run, &ended);
}

static int connect(struct trial_run *run)
{
    const struct command connected = { .type = COMMAND_CALLER_CONNECTED,
                                       .as.caller_connected = { run->answer } };

    run->answer = 0;
    return trial_give(run, &connected);
}

/* Nobody is asked, so it takes no time: a figure would be made up. */
static int answer_lookup(struct trial_run *run,
                         const struct contact_row *contact)
{
    struct command answered = { .type = COMMAND_LOOKUP_ANSWERED,
                                .as.lookup_answered = {
                                    .serial = run->look_up,
                                    .outcome = LOOKUP_UNREACHABLE } };

    for (size_t i = 0; i < run->test->stub_count; i++) {
        const struct flow_stub *stub = &run->test->stubs[i];

        if (contact->flow_id != run->flow_id ||
            stub->node != (int)contact->node)
            continue;
        answered.as.lookup_answered.outcome = stub->outcome;
        answered.as.lookup_answered.values = stub->values;
    }

    run->look_up = 0;
    return trial_give(run, &answered);
}

static int recall(struct trial_run *run)
{
    const struct command known = {
        .type = COMMAND_RECALL_CALLER,
        .as.recall_caller = { .contact_id = 1,
                              .calls = run->test->last_language !=
                                       RULE_LANGUAGE_KEEP,
                              .language = run->test->last_language },
    };

    return trial_give(run, &known);
}

static struct trial_step *last_step(const struct trial_run *run)
{
    size_t count = run->trial->count;

    return count ? &run->trial->steps[count - 1] : NULL;
}

/* The input of the step that asks; it is begun when the step is another. */
static const char *keys_for(struct trial_run *run,
                            const struct contact_row *contact)
{
    struct trial_step *step = last_step(run);

    if (run->keys_step != contact->step) {
        bool is_there = run->input < run->test->input_count;

        run->keys_step = contact->step;
        run->keys = is_there ? run->test->inputs[run->input++].text : "";
        if (is_there && step)
            step->input = run->input;
    }

    if (*run->keys == '\0' && step)
        step->waits_on = true;
    return run->keys;
}

static int press(struct trial_run *run)
{
    struct trial_step *step = last_step(run);
    struct command key = { .type = COMMAND_PRESS_DIGIT,
                           .as.press_digit.contact_id = 1 };

    if (step)
        step->keys.text[strlen(step->keys.text)] = *run->keys;
    key.as.press_digit.digit.text[0] = *run->keys++;
    run->now_us += SECOND_US / 5;
    return trial_give(run, &key);
}

static enum node_type now_at(const struct trial_run *run)
{
    size_t count = run->trial->count;

    return count ? run->trial->steps[count - 1].type : NODE_START;
}

static bool asks_for_keys(const struct trial_run *run,
                          const struct contact_row *contact)
{
    if (contact->callback_stage)
        return true;

    return contact->node >= 0 &&
           record_field(node_rule(now_at(run))->record, "wait_ms") != NULL;
}

/* Who is asked to speak does, and then presses the keys; who presses none says
   nothing. */

static int begin_speaking(struct trial_run *run)
{
    const struct command beeped = { .type = COMMAND_BEEPED,
                                    .as.beeped = { run->beep, { "trial" } } };

    run->beep = 0;
    run->has_spoken = false;
    run->now_us += SECOND_US / 5;
    return trial_give(run, &beeped);
}

static int end_speech(struct trial_run *run)
{
    struct command recorded = { .type = COMMAND_RECORDED,
                                .as.recorded = { .recording_id = run->records,
                                                 .length_us = PROMPT_US,
                                                 .bytes = 1 } };

    if (run->has_spoken)
        recorded.as.recorded.peaks = (struct note){ "z z" };
    run->records = 0;
    return trial_give(run, &recorded);
}

static int speak(struct trial_run *run, const struct contact_row *contact)
{
    const char *keys = keys_for(run, contact);

    if (run->is_said)
        return end_speech(run);
    run->has_spoken |= *keys != '\0';
    if (*keys == '\0')
        return pass_time(run);

    run->now_us += PROMPT_US;
    return press(run);
}

/* Keys are pressed when the prompt is at its end. */
static int go_on(struct trial_run *run, const struct contact_row *contact)
{
    if (run->answer)
        return connect(run);
    if (run->dial)
        return end_dialling(run, contact);
    if (run->bridge)
        return join_number(run);
    if (contact->play && run->play)
        return end_prompt(run, contact);
    if (state_run(core_state(run->core), contact->contact_id)->lookup &&
        run->look_up)
        return answer_lookup(run, contact);
    if (contact->node >= 0 && !contact->recalled &&
        now_at(run) == NODE_LANGUAGE)
        return recall(run);
    if (contact->utterance == UTTERANCE_TONE && run->beep)
        return begin_speaking(run);
    if (contact->utterance != UTTERANCE_NONE && run->records)
        return speak(run, contact);
    if (asks_for_keys(run, contact) && *keys_for(run, contact))
        return press(run);

    return pass_time(run);
}

/* In a flow, or out of it by a number that may lead back. */
static bool goes_on(const struct trial_run *run,
                    const struct contact_row *contact)
{
    return contact->place == PLACE_IVR ||
           (contact->place == PLACE_TRANSFER && (run->dial || run->bridge));
}

static int live(struct trial_run *run)
{
    const struct contact_row *contact = state_contact(core_state(run->core), 1);
    int rc = 0;

    for (int i = 0;
         rc == 0 && i < MAX_ANSWERS && contact && goes_on(run, contact) &&
         run->now_us - run->began_us < LONGEST_US;
         i++) {
        rc = go_on(run, contact);
        contact = state_contact(core_state(run->core), 1);
    }

    run->trial->place = contact ? contact->place : PLACE_ENDED;
    run->trial->queue_id =
        contact && contact->place == PLACE_QUEUE ? contact->queue_id : 0;
    run->trial->took_us = run->now_us - run->began_us;
    return rc;
}

static int call(struct trial_run *run)
{
    const struct command start = { .type = COMMAND_START,
                                   .as.start = { .release = { "trial" },
                                                 .alive_at_us = 1,
                                                 .wall_us =
                                                     run->test->at_wall_us } };
    struct command arrives = { .type = COMMAND_CONTACT_ARRIVES,
                               .as.contact_arrives = {
                                   .call = CALL,
                                   .caller = run->test->caller,
                                   .called = run->test->called } };
    int rc;

    if (!arrives.as.contact_arrives.called.text[0])
        arrives.as.contact_arrives.called.text[0] = '0';
    run->now_us = 1;
    rc = trial_give(run, &start);
    run->now_us += SECOND_US;
    rc = rc ? rc : trial_staff_begin(run);
    run->began_us = run->now_us;
    return rc ? rc : trial_give(run, &arrives);
}

/* One that no flow of the floor has. */
static uint64_t unused_id(const struct state *floor)
{
    return (uint64_t)state_system(floor)->flows + 1;
}

int trial_run(const struct state *floor, uint64_t flow_id,
              const struct flow_program *program, const struct flow_test *test,
              const struct trial_programs *programs, struct trial *ret_trial)
{
    assert(floor && program && test && ret_trial);

    struct trial_run run = {
        .test = test,
        .program = program,
        .flow_id = flow_id ? flow_id : unused_id(floor),
        .keys = "",
        .trial = ret_trial,
    };
    int rc;

    const struct trial_house house = { floor, run.flow_id, program,
                                       test->language, programs };

    memset(ret_trial, 0, sizeof(*ret_trial));
    outbox_init(&run.outbox);
    rc = trial_house_build(&house, &run.core);
    if (rc == 0)
        rc = call(&run);
    if (rc == 0)
        rc = live(&run);

    outbox_done(&run.outbox);
    core_free(run.core);
    return rc;
}

bool trial_is_as_expected(const struct trial *trial, uint64_t flow_id,
                          const struct flow_test *test, size_t *ret_at)
{
    size_t at = 0;
    bool is_same = true;

    assert(trial && test);
    if (test->path_count == 0)
        return true;

    for (size_t i = 0; is_same && i < trial->count; i++) {
        if (flow_id && trial->steps[i].flow_id != flow_id)
            continue;
        is_same =
            at < test->path_count && test->path[at] == trial->steps[i].node;
        at += is_same;
    }
    if (ret_at)
        *ret_at = at;

    return is_same && at == test->path_count;
}
