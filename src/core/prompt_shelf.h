/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The prompts that came with the server, and who is heard in which language. */

#ifndef CORE_PROMPT_SHELF_H
#define CORE_PROMPT_SHELF_H

#include <stdbool.h>

#include "core/flow.h"
#include "core/state.h"

/*
 * A prompt is one that people made, which the state has, or a file that came
 * with the server, which it has not: files are no facts of the journal. Whoever
 * reads them tells their names here, once, at the start; decisions look them
 * up, folds never do, so a journal is the same on a machine without the files.
 *
 * Where there is no shelf (NULL) nobody has told: any name may be a file's.
 */
struct prompt_shelf;

enum {
    PROMPT_SHELF_MAX = 2000, /* names */
};

int prompt_shelf_new(struct prompt_shelf **ret_shelf); /* 0 or -ENOMEM */
struct prompt_shelf *prompt_shelf_free(struct prompt_shelf *shelf);

/**
 * Puts a file there; twice is once. O(n).
 *
 * @return 0, -ENOMEM, or -ENOSPC above PROMPT_SHELF_MAX
 */
int prompt_shelf_add(struct prompt_shelf *shelf, const char *name,
                     enum speech language);

/** Tells whether a file of that name is there in a language. O(log n). */
bool prompt_shelf_has(const struct prompt_shelf *shelf, const char *name,
                      enum speech language);

/**
 * Tells whether callers of a language hear a prompt in it, and not in another
 * one: what people made goes before what came with the server. O(prompts).
 */
bool prompt_is_heard_in(const struct state *state,
                        const struct prompt_shelf *shelf,
                        const struct flow_prompt *prompt, enum speech language);

/** Tells whether there is anything to be heard. O(prompts). */
bool prompt_is_heard(const struct state *state,
                     const struct prompt_shelf *shelf,
                     const struct flow_prompt *prompt);

#endif
