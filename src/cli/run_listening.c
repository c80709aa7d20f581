/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with the recording that one's own phone plays. */

#include "cli/run.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/ask.h"
#include "cli/listing.h"

enum { LARGEST = 86400, SKIP_S = 10, MS_PER_S = 1000 };

/* How each verb is told to the server. */
static const struct control {
    const char *verb;
    const char *action;
    int64_t factor; /* of the number given; 0: it takes none */
} controls[] = {
    { "play", "play", 0 },         { "pause", "pause", 0 },
    { "seek", "seek", MS_PER_S },  { "forward", "skip", MS_PER_S },
    { "back", "skip", -MS_PER_S }, { "speed", "speed", 1 },
    { "stop", "stop", 0 },
};

static const struct control *find_control(const char *verb)
{
    size_t i = 0;

    while (strcmp(controls[i].verb, verb) != 0)
        i++;

    return &controls[i];
}

static enum exit_code read_value(struct cli *cli, const struct call *call,
                                 int64_t *ret_value)
{
    const char *text = call_argument(call, "value");
    char *end;

    *ret_value = SKIP_S;
    if (!text)
        return EXIT_DONE;

    errno = 0;
    long value = strtol(text, &end, 10);
    if (errno || *end || *text < '0' || *text > '9' || value > LARGEST)
        return cli_fail(cli, EXIT_USAGE, _("%s: no number."), text);

    *ret_value = value;
    return EXIT_DONE;
}

enum exit_code run_listening(struct cli *cli, const struct call *call)
{
    const struct control *control = find_control(call->verb->name);
    struct json_t *body = value_object();
    struct ask request = { .route = call->verb->route, .body = body };
    struct answer answer = { 0 };
    int64_t value = 0;
    enum exit_code code = read_value(cli, call, &value);

    if (!code &&
        (value_set_text(body, "action", control->action) < 0 ||
         value_set_integer(body, "value", value * control->factor) < 0))
        code = cli_no_memory(cli);
    if (!code)
        code = ask(cli, &request, &answer);
    if (!code)
        code = listing_print_one(cli, content_record(request.route->answer),
                                 answer.value);

    answer_done(&answer);
    value_free(body);
    return code;
}
