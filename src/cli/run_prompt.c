/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prompts: their sounds go there and come back as files. */

#include "cli/run.h"

#include <stdlib.h>
#include <string.h>

#include "cli/ask.h"
#include "cli/input.h"
#include "cli/listing.h"
#include "cli/output.h"
#include "cli/phrase.h"
#include "wire/worker_talk.h"

static enum exit_code say_uploaded(struct cli *cli, const struct ask *request,
                                   const struct answer *answer)
{
    const char *name = value_get_text(answer->value, "name");
    char line[256];

    if (cli->format != FORMAT_TABLE)
        return listing_print_one(cli, content_record(request->route->answer),
                                 answer->value);

    phrase_fill(_("%s changed"), name ? name : "", NULL, line, sizeof(line));
    cli_say(cli, "%s", line);
    return EXIT_DONE;
}

enum exit_code run_prompt_upload(struct cli *cli, const struct call *call)
{
    struct ask reading = { .route = route_get(ROUTE_PROMPT_READ),
                           .parameters = { call_argument(call, "id") } };
    struct ask writing = { .route = call->verb->route,
                           .parameters = { call_argument(call, "id") } };
    struct answer before = { 0 }, after = { 0 };
    char *bytes = NULL;
    size_t length = 0;
    enum exit_code code = input_read(cli, call_argument(call, "sound"),
                                     WORKER_MAX_FILE, &bytes, &length);

    if (!code)
        code = ask(cli, &reading, &before);
    if (!code) {
        writing.match = before.reply.etag;
        writing.sound = bytes;
        writing.sound_length = length;
        code = ask(cli, &writing, &after);
    }
    if (!code)
        code = say_uploaded(cli, &writing, &after);

    answer_done(&after);
    answer_done(&before);
    free(bytes);
    return code;
}

/* The name is the server's, of letters, digits, dots and dashes. */
static void make_file_name(const struct answer *about, char ret_name[80])
{
    const char *name = value_get_text(about->value, "name");

    snprintf(ret_name, 80, "%.63s.wav", name && *name != '.' ? name : "prompt");
}

enum exit_code run_prompt_get(struct cli *cli, const struct call *call)
{
    struct ask look = { .route = route_get(ROUTE_PROMPT_READ),
                        .parameters = { call_argument(call, "id") } };
    struct ask request = { .route = call->verb->route,
                           .parameters = { call_argument(call, "id") } };
    struct answer about = { 0 }, sound = { 0 };
    struct output output = { .fd = -1 };
    const char *file = call_option(call, "output");
    char name[80] = "";
    enum exit_code code = ask(cli, &look, &about);

    if (!code)
        code = ask(cli, &request, &sound);
    make_file_name(&about, name);
    if (!code)
        code = output_open(cli, file ? file : name, &output);
    if (!code)
        code = output_write(cli, &output, sound.reply.body, sound.reply.length);
    if (output.fd >= 0)
        code = output_close(cli, &output, code);

    answer_done(&sound);
    answer_done(&about);
    return code;
}
