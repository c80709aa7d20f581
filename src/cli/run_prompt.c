/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prompts: their sounds go there and come back as files. */

#include "cli/run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/ask.h"
#include "cli/input.h"
#include "cli/listing.h"
#include "cli/output.h"
#include "lang/phrase.h"
#include "cli/upload.h"
#include "wire/worker_talk.h"

enum exit_code run_prompt_upload(struct cli *cli, const struct call *call)
{
    const struct upload upload = { .read = ROUTE_PROMPT_READ,
                                   .argument = "sound",
                                   .max_length = WORKER_MAX_FILE };

    return upload_file(cli, call, &upload);
}

enum { PART_SIZE = 80 };

/* No version is asked for: what the box greets with is replaced, whatever that
   is by now. */
enum exit_code run_greeting_upload(struct cli *cli, const struct call *call)
{
    char *bytes = NULL;
    size_t length = 0;
    const char *language = call_argument(call, "language");
    char part[PART_SIZE];
    struct answer answer = { 0 };
    struct ask request = { .route = call->verb->route,
                           .parameters = { call_argument(call, "id"), part } };

    (void)snprintf(part, sizeof(part), "%s%s%s",
                   call_argument(call, "greeting"), language ? "-" : "",
                   language ? language : "");

    enum exit_code code = input_read(cli, call_argument(call, "sound"),
                                     WORKER_MAX_FILE, &bytes, &length);

    request.sound = bytes;
    request.sound_length = length;
    if (!code)
        code = ask(cli, &request, &answer);
    if (!code)
        code = listing_print_done(cli, request.route, answer.value);

    answer_done(&answer);
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
    const char *version = call_argument(call, "version");
    struct ask request = {
        .route =
            version ? route_get(ROUTE_PROMPT_VERSION_SOUND) : call->verb->route,
        .parameters = { call_argument(call, "id"), version }
    };
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

enum exit_code run_prompt_listen(struct cli *cli, const struct call *call)
{
    const char *version = call_argument(call, "version");
    const struct ask request = {
        .route = version ? route_get(ROUTE_PROMPT_VERSION_LISTEN)
                         : call->verb->route,
        .parameters = { call_argument(call, "id"), version },
    };
    struct answer answer = { 0 };
    enum exit_code code = ask(cli, &request, &answer);

    if (!code)
        code = listing_print_done(cli, request.route, answer.value);

    answer_done(&answer);
    return code;
}
