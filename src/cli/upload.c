/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file is read whole before anything is asked. */

#include "cli/upload.h"

#include <stdlib.h>

#include "cli/ask.h"
#include "cli/input.h"
#include "cli/listing.h"
#include "lang/phrase.h"

static enum exit_code say_changed(struct cli *cli, const struct ask *request,
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

enum exit_code upload_file(struct cli *cli, const struct call *call,
                           const struct upload *upload)
{
    struct ask reading = { .route = route_get(upload->read),
                           .parameters = { call_argument(call, "id") } };
    struct ask writing = { .route = call->verb->route,
                           .parameters = { call_argument(call, "id") } };
    struct answer before = { 0 }, after = { 0 };
    char *bytes = NULL;
    size_t length = 0;
    enum exit_code code = input_read(cli, call_argument(call, upload->argument),
                                     upload->max_length, &bytes, &length);

    if (!code)
        code = ask(cli, &reading, &before);
    if (!code) {
        writing.match = before.reply.etag;
        writing.sound = bytes;
        writing.sound_length = length;
        code = ask(cli, &writing, &after);
    }
    if (!code)
        code = say_changed(cli, &writing, &after);

    answer_done(&after);
    answer_done(&before);
    free(bytes);
    return code;
}
