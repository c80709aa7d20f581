/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole configuration in one form, be it a server's or a file's. */

#ifndef CLI_ARRANGEMENT_H
#define CLI_ARRANGEMENT_H

#include <stddef.h>

#include "cli/cli.h"
#include "wire/value.h"

/*
 * Documents are called by their name, and so are those they refer to: ids and
 * versions are a server's own affair. Every setting is there, presets too, so
 * that two arrangements can be compared value by value. A flow's text is a
 * JSON object, as flow_text_print() writes it. Secrets are in none.
 *
 *     {"users": [{"name": "ana", ...}], ..., "flows": [{"name", "text"}],
 *      "assignments": [{"queue": "sales", "agent": "ana", "priority": 1}],
 *      "team_assignments": [{"team": "north", "queue": "sales", "priority": 2}],
 *      "levels": [{"agent": "ana", "skill": "es", "level": 70}],
 *      "sounds": {"9f86...": "UklGR..."}}
 *
 * Sounds are those that were uploaded for prompts, by their digest, as WAV in
 * base64. They are no part to be compared: the prompts name them.
 */
struct arrangement {
    /* by name, as objects; the last ones by two, as "queue/agent" */
    struct json_t *parts[document_kind_count + 3];
    struct json_t *sounds; /* NULL: none were fetched, or given */
};

enum {
    ARRANGEMENT_ASSIGNMENTS = document_kind_count,
    ARRANGEMENT_TEAM_ASSIGNMENTS,
    ARRANGEMENT_LEVELS,
    ARRANGEMENT_PARTS,
    ARRANGEMENT_MAX_BYTES = 64 * 1024 * 1024,
};

/** What a part is called in a file: "queues". */
const char *arrangement_key(int part);

/** Asks the server for all of it; release with arrangement_done(). */
enum exit_code arrangement_fetch(struct cli *cli,
                                 struct arrangement *ret_arrangement);

/** Fetches the sounds, too, that its prompts name. */
enum exit_code arrangement_fetch_sounds(struct cli *cli,
                                        struct arrangement *arrangement);

/**
 * Finds a sound.
 *
 * @param digest     NULL or "": none is named
 * @param ret_bytes  on success, to be freed
 *
 * @return 0, -ENOENT: it is not there, -EBADMSG: it is no base64, or -ENOMEM
 */
int arrangement_sound(const struct json_t *sounds, const char *digest,
                      char **ret_bytes, size_t *ret_length);

/** Reads it from a file, strictly; release with arrangement_done(). */
enum exit_code arrangement_read(struct cli *cli, const char *path,
                                struct arrangement *ret_arrangement);

/** Writes it as indented JSON, sorted by name: equal ones are equal bytes. */
enum exit_code arrangement_print(struct cli *cli,
                                 const struct arrangement *arrangement);

/** Releases it, and empties it. */
void arrangement_done(struct arrangement *arrangement);

/**
 * Lists the names in a part in the order of their bytes.
 *
 * @param ret_names  on success, to be freed; the names are the part's
 *
 * @return how many there are, or -ENOMEM
 */
int arrangement_names(const struct arrangement *arrangement, int part,
                      const char ***ret_names);

#endif
