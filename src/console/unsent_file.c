/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file for each server and agent. */

#include "console/unsent_file.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/home.h"
#include "base/mark.h"
#include "base/sha256.h"
#include "lang/failure.h"
#include "wire/value.h"

/* A server's name may have anything in it, a file's may not. */
static int file_path(const struct program *program,
                     char ret_path[HOME_PATH_SIZE])
{
    const char *server = endpoint_name(&program->setup.endpoint);
    unsigned char digest[SHA256_SIZE];
    char spelt[SHA256_TEXT_SIZE], name[SHA256_TEXT_SIZE + 64];
    struct sha256 hash;

    if (!program->token_file[0]) /* nothing is kept */
        return -ENOENT;
    sha256_init(&hash);
    sha256_add(&hash, server, strlen(server));
    sha256_end(&hash, digest);
    sha256_spell(digest, spelt);
    snprintf(name, sizeof(name), "cclite/outbox/%s-%" PRIu64 ".json", spelt,
             program->outbox_agent_id);
    return home_path(HOME_STATE, name, ret_path);
}

static struct outbox_moment moment_of(const struct program *program)
{
    return (struct outbox_moment){ program_now_us(program),
                                   program_wall_us(program) };
}

void unsent_file_read(struct program *program)
{
    assert(program);
    char path[HOME_PATH_SIZE], prefix[64];
    char *text = NULL;
    size_t length;

    if (file_path(program, path) == 0 &&
        file_read(path, VALUE_MAX_LENGTH, &text, &length) == 0) {
        snprintf(prefix, sizeof(prefix), "/api/agents/%" PRIu64 "/",
                 program->outbox_agent_id);
        (void)outbox_parse(program->outbox, text, prefix, moment_of(program));
        explicit_bzero(text, length);
    }
    free(text);
    program->outbox_kept = outbox_version(program->outbox);
    program->has_outbox_file = outbox_count(program->outbox) > 0;
}

static int keep(const struct program *program, const char *path)
{
    char *text;
    int rc = -ENOMEM;

    if (outbox_count(program->outbox) == 0)
        return unlink(path) < 0 && errno != ENOENT ? -errno : 0;
    text = outbox_print(program->outbox, moment_of(program));
    if (text) {
        rc = home_replace(path, text);
        explicit_bzero(text, strlen(text));
    }
    free(text);
    return rc;
}

void unsent_file_write(struct program *program)
{
    assert(program);
    char path[HOME_PATH_SIZE];

    if (program->outbox_agent_id == 0 ||
        program->outbox_kept == outbox_version(program->outbox) ||
        (program_is_live(program) && !program->has_outbox_file))
        return;
    program->outbox_kept = outbox_version(program->outbox);
    program->has_outbox_file = outbox_count(program->outbox) > 0;
    if (file_path(program, path) < 0)
        return;
    int rc = keep(program, path);
    if (rc < 0)
        ui_say(program->ui, SEVERITY_WARNING,
               program_text(program, N_("What waits is lost if this console "
                                        "ends: %s")),
               failure_text(program_language(program), rc));
}
