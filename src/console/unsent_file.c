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
static int file_path(const struct program *program, int place,
                     const char *ending, char ret_path[HOME_PATH_SIZE])
{
    const char *server = endpoint_name(&program->setup.endpoint);
    unsigned char digest[SHA256_SIZE];
    char spelt[SHA256_TEXT_SIZE], name[SHA256_TEXT_SIZE + 64];
    char number[16] = "";
    struct sha256 hash;

    if (!program->token_file[0]) /* nothing is kept */
        return -ENOENT;
    sha256_init(&hash);
    sha256_add(&hash, server, strlen(server));
    sha256_end(&hash, digest);
    sha256_spell(digest, spelt);
    if (place > 1)
        snprintf(number, sizeof(number), "-%d", place);
    snprintf(name, sizeof(name), "cclite/outbox/%s-%" PRIu64 "%s.%s", spelt,
             program->outbox_agent_id, number, ending);
    return home_path(HOME_STATE, name, ret_path);
}

static struct outbox_moment moment_of(const struct program *program)
{
    return (struct outbox_moment){ program_now_us(program),
                                   program_wall_us(program) };
}

/* @return a descriptor, or as home_lock() */
static int lock(const struct program *program, int place)
{
    char path[HOME_PATH_SIZE];
    int rc = file_path(program, place, "lock", path);

    return rc < 0 ? rc : home_lock(path);
}

static void unlock(const struct program *program, int place, int fd)
{
    char path[HOME_PATH_SIZE];

    if (file_path(program, place, "lock", path) == 0)
        home_unlock(path, fd);
    else
        close(fd);
}

/* What has no room stays where it is. @return whether something was added */
static bool take_over(struct program *program, int place)
{
    size_t before = outbox_count(program->outbox);
    char path[HOME_PATH_SIZE], prefix[64];
    char *text = NULL;
    size_t length;

    if (file_path(program, place, "json", path) == 0 &&
        file_read(path, VALUE_MAX_LENGTH, &text, &length) == 0) {
        snprintf(prefix, sizeof(prefix), "/api/agents/%" PRIu64 "/",
                 program->outbox_agent_id);
        (void)outbox_parse(program->outbox, text, prefix, moment_of(program));
        explicit_bzero(text, length);
    }
    free(text);
    return outbox_count(program->outbox) > before;
}

/* An empty outbox is no file. */
static int keep(const struct program *program)
{
    char path[HOME_PATH_SIZE], *text;
    int rc = file_path(program, program->outbox_place, "json", path);

    if (rc < 0)
        return rc;
    if (outbox_count(program->outbox) == 0)
        return unlink(path) < 0 && errno != ENOENT ? -errno : 0;
    rc = -ENOMEM;
    text = outbox_print(program->outbox, moment_of(program));
    if (text) {
        rc = home_replace(path, text);
        explicit_bzero(text, strlen(text));
    }
    free(text);
    return rc;
}

/* What a console left that has ended, and that nobody would send. It goes when
 * it is in our file: sent twice, it has the same key. */
static void take_over_others(struct program *program)
{
    char path[HOME_PATH_SIZE];

    for (int place = 1; place <= UNSENT_PLACES; place++) {
        int fd = place == program->outbox_place ? -EBUSY : lock(program, place);

        if (fd < 0)
            continue;
        if (take_over(program, place) && keep(program) == 0 &&
            file_path(program, place, "json", path) == 0)
            (void)unlink(path);
        unlock(program, place, fd);
    }
}

static void say_place(struct program *program)
{
    if (program->outbox_place == 0 && program->outbox_lock == -EBUSY)
        ui_say(program->ui, SEVERITY_WARNING, "%s",
               program_text(program, N_("Too many consoles of yours run here: "
                                        "what waits in this one is lost when "
                                        "it ends.")));
    else if (program->outbox_place > 1)
        ui_say(program->ui, SEVERITY_WARNING, "%s",
               program_text(program, N_("Another console of yours runs on this "
                                        "machine: each keeps what waits to be "
                                        "sent for itself.")));
}

/* The first one that is free. */
static void take_place(struct program *program)
{
    program->outbox_lock = -EBUSY;
    for (int place = 1; place <= UNSENT_PLACES; place++) {
        program->outbox_lock = lock(program, place);
        if (program->outbox_lock >= 0)
            program->outbox_place = place;
        if (program->outbox_lock != -EBUSY)
            return;
    }
}

void unsent_file_leave(struct program *program)
{
    assert(program);
    if (program->outbox_place > 0)
        unlock(program, program->outbox_place, program->outbox_lock);
    program->outbox_place = 0;
}

void unsent_file_read(struct program *program)
{
    assert(program);

    unsent_file_leave(program);
    take_place(program);
    say_place(program);
    if (program->outbox_place > 0) {
        (void)take_over(program, program->outbox_place);
        take_over_others(program);
    }
    program->outbox_kept = outbox_version(program->outbox);
    program->has_outbox_file = outbox_count(program->outbox) > 0;
}

void unsent_file_write(struct program *program)
{
    assert(program);
    int rc = program->outbox_lock;

    if (program->outbox_agent_id == 0 ||
        program->outbox_kept == outbox_version(program->outbox) ||
        (program_is_live(program) && !program->has_outbox_file))
        return;
    program->outbox_kept = outbox_version(program->outbox);
    program->has_outbox_file = outbox_count(program->outbox) > 0;
    if (!program->token_file[0]) /* nothing is kept */
        return;
    if (program->outbox_place > 0)
        rc = keep(program);
    if (rc < 0)
        ui_say(program->ui, SEVERITY_WARNING,
               program_text(program, N_("What waits is lost if this console "
                                        "ends: %s")),
               failure_text(program_language(program), rc));
}
