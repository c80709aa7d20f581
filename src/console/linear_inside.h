/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of linear mode share. Nobody else includes it. */

#ifndef CONSOLE_LINEAR_INSIDE_H
#define CONSOLE_LINEAR_INSIDE_H

#include "console/cockpit.h"
#include "console/linear.h"
#include "tui/speech.h"

enum { LINEAR_FOUND = 64, LINEAR_KNOWN = COCKPIT_ALERTS };

/* A list that is read in pages. */
struct linear_list {
    size_t (*count)(struct linear *linear);
    void (*line)(struct linear *linear, size_t n, struct spoken *ret_spoken);
};

struct linear {
    struct program *program;
    FILE *out;
    enum glyph_tier tier;
    bool is_prompting; /* the prompt stands on the last line */
    bool wants_leave;

    const struct linear_list *list; /* that "more" goes on with, or NULL */
    size_t said;                    /* of it */

    uint64_t found[LINEAR_FOUND]; /* dispositions that can be picked */
    size_t found_count;
    char note[LINEAR_LINE_SIZE];

    uint64_t messages; /* of the program, said so far */
    bool is_greeted;
    enum session_state link;
    bool has_state;
    enum agent_state state;
    uint64_t reason_id, contact_id;
    uint64_t consulting; /* the caller about whom somebody asks, as told */

    struct safe_text alerts[LINEAR_ALERTS]; /* that wait, oldest first */
    size_t alert_count;
    int64_t alerted_us;
    uint64_t known[LINEAR_KNOWN]; /* what is wrong and has been said */
    size_t known_count;
};

/* Says a line of its own; the prompt comes again by linear_prompt(). */
void linear_say(struct linear *linear, const char *words);
void linear_say_spoken(struct linear *linear, const struct spoken *spoken);

/* Translates. */
const char *linear_text(const struct linear *linear, const char *msgid)
    __attribute__((format_arg(2)));

/* The words of linear.def. */
#define SAY(NAME, word, rest, doc)                                             \
    void linear_say_##NAME(struct linear *linear, const char *rest_typed);
#include "console/linear.def"

/* Begins a list with its first page. */
void linear_list_begin(struct linear *linear, const struct linear_list *list,
                       const char *title);

/* Adds who calls: name, number, or that it is withheld. */
void linear_add_caller(struct linear *linear, struct spoken *spoken,
                       const struct label *name,
                       const struct phone_number *number);

/* The reason function of an action; says why not. */
bool linear_may(struct linear *linear, int action);

/** Does what a line of linear.def asks for; false: it is none. */
bool linear_take_word(struct linear *linear, const char *line);

/* Picks a disposition by its number in the list said last. */
void linear_pick(struct linear *linear, size_t number);

/* Says what has happened since it was called last. */
void linear_tell(struct linear *linear);

#endif
