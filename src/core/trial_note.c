/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the second core has decided, as steps of the way. */

#include "core/trial_inside.h"

#include <stdio.h>
#include <string.h>

static void note_began(struct trial_run *run, const struct event *event)
{
    const struct event_step_began *began = &event->as.step_began;

    if (run->trial->count == TRIAL_MAX_STEPS)
        return;

    run->trial->steps[run->trial->count++] = (struct trial_step){
        .flow_id = run->at_flow_id,
        .node = (int)began->node,
        .name = began->node_name,
        .type = began->node_type,
        .after_us = event->at_us - run->began_us,
    };
}

static void note_ended(struct trial_run *run,
                       const struct event_step_ended *ended)
{
    struct trial_step *step;

    if (run->trial->count == 0)
        return;

    step = &run->trial->steps[run->trial->count - 1];
    step->is_over = true;
    step->exit = ended->exit;
    step->reason = ended->reason;
    if (ended->choice && step->flow_id == run->flow_id)
        memcpy(step->key,
               run->program->nodes[step->node].choices[ended->choice - 1].key,
               sizeof(step->key));
}

static struct trial_step *last_step(struct trial_run *run)
{
    size_t count = run->trial->count;

    return count ? &run->trial->steps[count - 1] : NULL;
}

static const char hidden[] = "\xe2\x80\xa2\xe2\x80\xa2\xe2\x80\xa2"; /* dots */

static void note_variable(struct trial_step *step,
                          const struct event_variable_set *set)
{
    char line[sizeof(set->name) + sizeof(set->value) + 2];
    size_t length = strlen(step->set.text);

    (void)snprintf(line, sizeof(line), "%s=%s\n", set->name.text,
                   set->masked ? hidden : set->value.text);
    if (length + strlen(line) < sizeof(step->set.text))
        memcpy(step->set.text + length, line, strlen(line) + 1);
}

static void note_event(struct trial_run *run, const struct event *event)
{
    struct trial_step *step = last_step(run);

    switch (event->type) {
    case EVENT_CONTACT_ARRIVED:
        run->at_flow_id = event->as.contact_arrived.flow_id;
        break;
    case EVENT_FLOW_ENTERED:
        run->at_flow_id = event->as.flow_entered.flow_id;
        break;
    case EVENT_SUB_FLOW_BEGAN:
        run->at_flow_id = event->as.sub_flow_began.flow_id;
        break;
    case EVENT_SUB_FLOW_ENDED:
        run->at_flow_id = event->as.sub_flow_ended.flow_id;
        break;
    case EVENT_STEP_BEGAN:
        note_began(run, event);
        break;
    case EVENT_STEP_ENDED:
        note_ended(run, &event->as.step_ended);
        break;
    case EVENT_VARIABLE_SET:
        if (step)
            note_variable(step, &event->as.variable_set);
        break;
    case EVENT_DIGITS_COLLECTED:
        if (step)
            step->is_masked |= event->as.digits_collected.masked;
        break;
    case EVENT_CONTACT_QUEUED:
        run->trial->candidates = event->as.contact_queued.candidates;
        break;
    case EVENT_CONTACT_ENDED:
        run->trial->cause = event->as.contact_ended.cause;
        break;
    default:
        break;
    }
}

static void note_recording(struct trial_run *run, const struct effect *effect)
{
    if (effect->type == EFFECT_RECORD) {
        run->records = effect->recording_id;
        run->is_said = false;
    } else if (effect->type == EFFECT_STOP_RECORDING) {
        run->is_said = true;
    }
}

static void note_heard(struct trial_run *run, const struct effect *effect)
{
    struct trial_step *step = last_step(run);

    run->play = effect->serial;
    if (!step)
        return;
    step->language = effect->language;
    if (effect->type == EFFECT_SAY)
        step->says = effect->text;
    else
        step->plays = (struct flow_prompt){ effect->prompt, effect->prompt_id };
}

static void note_effects(struct trial_run *run)
{
    for (size_t i = 0; i < run->outbox.effect_count; i++) {
        const struct effect *effect = &run->outbox.effects[i];

        if (effect->type == EFFECT_PLAY || effect->type == EFFECT_SAY)
            note_heard(run, effect);
        else if (effect->type == EFFECT_ANSWER)
            run->answer = effect->serial;
        else if (effect->type == EFFECT_LOOK_UP)
            run->look_up = effect->serial;
        else if (effect->type == EFFECT_BEEP)
            run->beep = effect->serial;
        else if (effect->type == EFFECT_DIAL)
            run->dial = effect->serial;
        else if (effect->type == EFFECT_BRIDGE)
            run->bridge = effect->serial;
        else
            note_recording(run, effect);
    }
}

void trial_take_note(struct trial_run *run)
{
    for (size_t i = 0; i < run->outbox.event_count; i++)
        note_event(run, &run->outbox.events[i]);
    note_effects(run);
    outbox_clear(&run->outbox);
}
