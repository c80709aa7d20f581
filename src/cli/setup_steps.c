/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doing requests in a row, and undoing them. */

#include "cli/setup_steps.h"

#include <assert.h>
#include <string.h>

#include "cli/ask.h"
#include "cli/body.h"

enum exit_code setup_steps_add(struct cli *cli, struct setup_steps *steps,
                               enum route_id route, enum route_id undo,
                               const char *name,
                               const struct setting_text *texts)
{
    const struct record *record = content_record(route_get(route)->body);
    struct json_t *body = value_object();
    enum exit_code code = body ? EXIT_DONE : cli_no_memory(cli);

    assert(steps->count < SETUP_MAX_STEPS);

    for (; texts->field && !code; texts++)
        code = body_put(cli, body, record_field(record, texts->field),
                        texts->field, texts->text);

    steps->list[steps->count++] =
        (struct setup_step){ route, undo, name, body, false };
    return code;
}

static enum exit_code take(struct cli *cli, struct setup_step *step)
{
    const struct route *route = route_get(step->route);
    bool names_it = strchr(route->path, '{') != NULL;
    struct ask request = {
        .route = route,
        .parameters = { names_it ? step->name : NULL },
        .body = step->body,
    };
    struct answer answer = { 0 };
    enum exit_code code = ask(cli, &request, &answer);

    step->done = !code;
    answer_done(&answer);
    return code;
}

static enum exit_code undo(struct cli *cli, const struct setup_step *step)
{
    const struct route *route = route_get(step->undo);
    struct ask reading = { .route = ask_reading_route(route),
                           .parameters = { step->name } };
    struct answer before = { 0 }, after = { 0 };
    enum exit_code code = ask_quietly(cli, &reading, &before);
    struct ask removing = { .route = route,
                            .parameters = { step->name },
                            .match = before.reply.etag };

    if (!code)
        code = ask_quietly(cli, &removing, &after);

    answer_done(&after);
    answer_done(&before);
    return code;
}

enum exit_code setup_steps_take(struct cli *cli, struct setup_steps *steps)
{
    enum exit_code code = EXIT_DONE;

    for (size_t i = 0; i < steps->count && !code; i++)
        code = take(cli, &steps->list[i]);
    if (!code)
        return EXIT_DONE;

    for (size_t i = steps->count; i-- > 0;) {
        const struct setup_step *step = &steps->list[i];

        if (step->done && step->undo != ROUTE_COUNT && undo(cli, step))
            cli_fail(cli, code, _("%s stays: remove it yourself"), step->name);
    }

    return cli_fail(cli, code,
                    _("setup stopped, and took back what it had made"));
}

void setup_steps_done(struct setup_steps *steps)
{
    for (size_t i = 0; i < steps->count; i++)
        value_free(steps->list[i].body);

    *steps = (struct setup_steps){ 0 };
}
