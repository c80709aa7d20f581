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

/* What is done to messages. */
enum inbox_task {
    INBOX_MARK,
    INBOX_UNDO, /* each is marked as it was before */
    INBOX_ASSIGN,
    INBOX_FORWARD,
};

/* Messages that it is done to, one after the other, and how they were before. */
struct inbox_work {
    struct inbox_mark {
        uint64_t id;
        enum message_state before;
    } * marks; /* owned; NULL: none */
    size_t count, next, done;
    size_t gone; /* marked ones that the list has not (any more) */
    enum inbox_task task;
    enum message_state state; /* that they get, marked */
    uint64_t to_id;           /* agent who cares, 0: nobody; or other box */
    struct note note;         /* forwarded with it */
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

/** Does something to what is marked in the list, else to the selected one; what
 *  is so already is left out. What fails is told, and passed over; in the end
 *  how many there were of each. Nothing is on its way.
 *  @param work  what is done, without marks; copied */
void inbox_work_begin(struct inbox *inbox, const struct inbox_work *work);

/** Goes on with inbox->work, which has been filled in. */
void inbox_work_go(struct inbox *inbox);

/** Forgets what is on its way, or what could be taken back. */
void inbox_work_done(struct inbox_work *work);

/** Says how many were done, and how many were not. */
void inbox_work_say(const struct inbox *inbox, const struct inbox_work *work);

/** Marks them so; or takes the last of that back. */
void inbox_mark(struct inbox *inbox, enum message_state state);
void inbox_take_back(struct inbox *inbox);

/** Asks for an agent to care for them, or for a box with a note, and does that
 *  to what is marked in the list, else to the selected one.
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
