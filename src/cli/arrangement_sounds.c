/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sounds of prompts, as text between servers. */

#include "cli/arrangement.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/base64.h"
#include "cli/ask.h"

static enum exit_code keep(struct cli *cli, struct json_t *sounds,
                           const char *digest, const struct client_reply *reply)
{
    char *text = malloc(BASE64_SIZE(reply->length));

    if (!text)
        return cli_no_memory(cli);

    base64_write(reply->body, reply->length, text);

    int rc = value_set_text(sounds, digest, text);

    free(text);
    return rc ? cli_no_memory(cli) : EXIT_DONE;
}

static enum exit_code fetch(struct cli *cli, struct json_t *sounds,
                            const char *name, const char *digest)
{
    struct ask request = { .route = route_get(ROUTE_PROMPT_DOWNLOAD),
                           .parameters = { name } };
    struct answer answer = { 0 };
    enum exit_code code = ask(cli, &request, &answer);

    if (!code)
        code = keep(cli, sounds, digest, &answer.reply);

    answer_done(&answer);
    return code;
}

enum exit_code arrangement_fetch_sounds(struct cli *cli,
                                        struct arrangement *arrangement)
{
    const struct json_t *prompts = arrangement->parts[DOCUMENT_PROMPT];
    const char **names = NULL;
    int count = arrangement_names(arrangement, DOCUMENT_PROMPT, &names);
    enum exit_code code = count < 0 ? cli_no_memory(cli) : EXIT_DONE;

    arrangement->sounds = value_object();
    if (!arrangement->sounds)
        code = cli_no_memory(cli);
    for (int i = 0; i < count && !code; i++) {
        const char *digest =
            value_get_text(value_get(prompts, names[i]), "sound");

        if (digest && *digest && !value_get(arrangement->sounds, digest))
            code = fetch(cli, arrangement->sounds, names[i], digest);
    }

    free(names);
    return code;
}

int arrangement_sound(const struct json_t *sounds, const char *digest,
                      char **ret_bytes, size_t *ret_length)
{
    const char *text =
        digest && *digest ? value_get_text(sounds, digest) : NULL;

    if (!text)
        return -ENOENT;

    char *bytes = malloc(strlen(text) / 4 * 3 + 1);
    if (!bytes)
        return -ENOMEM;

    int rc = base64_read(text, bytes, ret_length);
    if (rc < 0)
        free(bytes);
    else
        *ret_bytes = bytes;
    return rc;
}
