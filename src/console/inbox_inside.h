/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the inbox share. Nobody else includes it. */

#ifndef CONSOLE_INBOX_INSIDE_H
#define CONSOLE_INBOX_INSIDE_H

#include "console/inbox.h"
#include "console/outline.h"
#include "console/recordings_shelf.h"
#include "tui/table.h"

/* What is shown, in the order of the tabs. */
enum inbox_tab {
    INBOX_OPEN, /* all with which something is left to do */
    INBOX_NEW,
    INBOX_MINE,
    INBOX_URGENT,
    INBOX_SAVED,
    INBOX_DONE,
    INBOX_ERASED,
    INBOX_TABS,
};

/* Messages to be marked, one after the other, and how they were before. */
struct inbox_work {
    struct inbox_mark {
        uint64_t id;
        enum message_state before;
    } * marks; /* owned; NULL: none */
    size_t count, next, done;
    enum message_state state; /* that they get */
    bool is_undo;             /* ... each the one it had before */
};

struct inbox {
    struct program *program;
    struct shelf *shelf;
    struct table *table;
    enum inbox_tab tab;
    char words[FILTER_MAX_LENGTH + 1];  /* of the filter bar */
    char filter[FILTER_MAX_LENGTH + 1]; /* with what the tab asks for before */
    size_t before;                      /* bytes of it that the tab asks for */
    struct inbox_work work;             /* on its way */
    struct inbox_work undo; /* what u takes back: work that is over */
    uint64_t seen_rev;      /* of the boxes, when it was read last */
};

extern const struct view_kind inbox_kind;

/** Makes the table over the shelf's rows. @return 0 or -ENOMEM */
int inbox_table_new(struct inbox *inbox);

/** The selected message; NULL: there is none. */
const struct shape_message *inbox_selected(const struct inbox *inbox);

/** A message's outline, which borrows from it. */
struct outline inbox_outline(const struct shape_message *message);

/** Draws all of it, as the size allows. */
void inbox_draw(void *inbox, const struct surface *surface);

/** Marks what is marked in the list, else the selected one; or takes the last
 *  of that back. What fails is told, and passed over. */
void inbox_mark(struct inbox *inbox, enum message_state state);
void inbox_take_back(struct inbox *inbox);

/** Forgets what is on its way, and what could be taken back. */
void inbox_work_done(struct inbox_work *work);

/** Asks for an agent to care for it, or for a box with a note, and sends that.
 *  @return 0 or -ENOMEM */
int inbox_send_open(struct inbox *inbox, bool is_forward);

/* Words, each in its own type. */
void inbox_word_when(const struct inbox *inbox,
                     const struct shape_message *message,
                     struct safe_text *ret_text);
void inbox_word_box(const struct inbox *inbox,
                    const struct shape_message *message,
                    struct safe_text *ret_text);
void inbox_word_agent(const struct inbox *inbox,
                      const struct shape_message *message,
                      struct safe_text *ret_text);
void inbox_word_state(const struct inbox *inbox,
                      const struct shape_message *message,
                      struct safe_text *ret_text);

/** The caller's name in quotes, for the network says it; else the number. */
void inbox_word_caller(const struct inbox *inbox, const struct shelf_row *row,
                       struct safe_text *ret_text);
void inbox_word_number(const struct inbox *inbox, const struct shelf_row *row,
                       struct safe_text *ret_text);

#endif
