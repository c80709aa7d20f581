/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is pressed in a call that is made up: inputs of one key, or of several. */

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/mark.h"
#include "console/flow_run.h"

static struct digits *last_input(struct flow_run *run)
{
    return run->input_count > 0 ? &run->inputs[run->input_count - 1] : NULL;
}

/* The step that took the last input would have taken more of it: a number is
   being pressed. The server tells, who knows how long it may be. */
bool flow_run_goes_on(const struct flow_run *run)
{
    const struct digits *last =
        run->input_count > 0 ? &run->inputs[run->input_count - 1] : NULL;

    if (!last || !last->text[0] || run->is_ended ||
        strlen(last->text) + 1 >= sizeof(last->text))
        return false;
    for (size_t i = 0; i < value_count(run->steps); i++) {
        const struct json_t *step = value_at(run->steps, i);

        if (value_get_integer(step, "input", 0) == (int64_t)run->input_count)
            return value_get_flag(step, "waits_on");
    }
    return false;
}

static bool begin_input(struct flow_run *run)
{
    struct program *program = run->editor->program;

    if (run->input_count == FLOW_TEST_MAX_INPUTS) {
        ui_say(program->ui, SEVERITY_WARNING,
               program_text(program, N_("A call takes %d inputs at most.")),
               FLOW_TEST_MAX_INPUTS);
        run->ahead[0] = '\0';
        return false;
    }
    run->inputs[run->input_count++] = (struct digits){ "" };
    return true;
}

static void press(struct flow_run *run, char key)
{
    if (key == FLOW_RUN_END) {
        run->is_ended = true;
        return;
    }
    if ((key == FLOW_RUN_SILENCE || !flow_run_goes_on(run)) &&
        !begin_input(run))
        return;

    char *text = last_input(run)->text;

    if (key != FLOW_RUN_SILENCE)
        text[strlen(text)] = key;
    run->is_ended = false;
    flow_run_call(run);
}

/* Until the server has told where the call is now, what is pressed waits. */
void flow_run_press(struct flow_run *run, char key)
{
    size_t length = strlen(run->ahead);

    assert(key);
    if (!run->is_asked)
        press(run, key);
    else if (length + 1 < sizeof(run->ahead))
        memcpy(run->ahead + length, (const char[]){ key, '\0' }, 2);
}

void flow_run_press_on(struct flow_run *run)
{
    while (run->ahead[0] && !run->is_asked) {
        char key = run->ahead[0];

        memmove(run->ahead, run->ahead + 1, strlen(run->ahead));
        press(run, key);
    }
}

void flow_run_press_back(struct flow_run *run)
{
    struct digits *last = last_input(run);
    size_t length = last ? strlen(last->text) : 0;

    run->ahead[0] = '\0';
    run->is_ended = false;
    if (length > 0)
        last->text[length - 1] = '\0';
    if (last && length <= 1)
        run->input_count--;
}

void flow_run_press_none(struct flow_run *run)
{
    run->ahead[0] = '\0';
    run->is_ended = false;
    run->input_count = 0;
}

void flow_run_spell(const struct flow_run *run,
                    char ret_text[FLOW_RUN_KEYS_SIZE])
{
    size_t length = 0;

    ret_text[0] = '\0';
    for (size_t i = 0; i < run->input_count; i++)
        length += (size_t)snprintf(
            ret_text + length, FLOW_RUN_KEYS_SIZE - length, "%s%s",
            i > 0 ? " " : "",
            run->inputs[i].text[0] ? run->inputs[i].text : "-");
}

struct json_t *flow_run_keep_keys(const struct flow_run *run)
{
    struct json_t *list = value_list();
    int rc = 0;

    for (size_t i = 0; i < run->input_count; i++)
        rc |= value_append(list, value_text(run->inputs[i].text));
    return rc == 0 ? list : value_free(list);
}

void flow_run_take_keys(struct flow_run *run, const struct json_t *list)
{
    flow_run_press_none(run);
    for (size_t i = 0; i < value_count(list) && i < FLOW_TEST_MAX_INPUTS; i++) {
        const char *text = value_as_text(value_at(list, i));

        (void)snprintf(run->inputs[i].text, sizeof(run->inputs[i].text), "%s",
                       text ? text : "");
        run->input_count++;
    }
    run->is_ended = true;
}
