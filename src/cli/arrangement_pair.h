/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Parts of an arrangement that are no documents: what one has to do with
   another. */

#ifndef CLI_ARRANGEMENT_PAIR_H
#define CLI_ARRANGEMENT_PAIR_H

#include "cli/arrangement.h"
#include "cli/changes.h"
#include "wire/mistake.h"
#include "wire/route.h"

/*
 * Who serves which queue, which team does, and how well an agent has a skill:
 * each is two names and one or two numbers, written as
 *
 *     {"queue": "sales", "agent": "ana", "priority": 1, "delay_ms": 5000}
 *
 * and kept under "sales/ana". What is so for a time only is written as it will
 * be then; what members do with their team is the team's.
 */
struct pair_number {
    const char *name; /* NULL: there is none */
    int64_t preset;   /* when it is not given */
    int64_t min, max;
    bool is_required;
    bool is_brief; /* the preset is not written */
};

struct pair_kind {
    int part;
    const char *first, *second; /* the first is named in the path of routes */
    enum document_kind first_kind, second_kind;
    enum route_id list, set, unset;
    struct pair_number numbers[2];
};

/** Those that there are, from part document_kind_count on. */
const struct pair_kind *pair_kind_of(int part);

/** Fetches those of one document of the first kind. */
enum exit_code pair_fetch(struct cli *cli, const struct pair_kind *kind,
                          const char *first, struct json_t *part);

/**
 * Reads one of a file, strictly.
 *
 * @return 0, -EBADMSG with the mistake, or -ENOMEM
 */
int pair_read(const struct pair_kind *kind, const struct json_t *item,
              char *ret_key, size_t size, struct json_t **ret_document,
              struct mistake *ret_mistake);

/** Asks the server for a change of one. */
enum exit_code pair_apply(struct cli *cli, const struct change *change);

#endif
