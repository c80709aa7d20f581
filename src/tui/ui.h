/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The interface: a stack of views, the key table, frames. */

#ifndef TUI_UI_H
#define TUI_UI_H

#include <stdbool.h>
#include <stdint.h>

#include "tui/action.h"
#include "tui/header.h"
#include "tui/keep.h"
#include "tui/message.h"
#include "tui/speech.h"
#include "tui/view.h"

/*
 * Line 0 is the header, the last line the keys, the one above it the message;
 * the rest is the top screen's. The interface knows no terminal: inputs go in
 * at ui_input(), pictures come out of ui_draw(). tui/loop.h joins it to one.
 *
 * An input goes, in this order, to: the phone's keys (SCOPE_PHONE, everywhere
 * and under popups); the filter bar; the text field of the top view; the top
 * view's scopes; the top view; the scope EVERYWHERE. Popups swallow the rest.
 */

struct ui_setup {
    int rows, columns;
    struct style style;
    struct action_table actions;
    struct action_table own; /* the toolkit's, with other keys; without any
                                actions: action_own() */

    /** Fills what the header shows beside the trail. */
    void (*header)(void *arg, struct header *ret_header);

    /**
     * Carries out what no view did.
     *
     * @return whether it knows the action
     */
    bool (*run)(void *arg, struct ui *ui, int action);

    /**
     * Carries out a line of the palette that is no action's command alone,
     * such as "lang cs" or "queue pause sales". NULL: there are none.
     *
     * @return whether it was understood
     */
    bool (*command)(void *arg, struct ui *ui, const char *line);

    /**
     * What an action is called as things are now, such as "resume" in place of
     * "hold": a msgid. NULL, or NULL returned: as its row says.
     */
    const char *(*name)(const void *arg, const struct action *action);

    /**
     * Whether who sits here may do it at all, whatever the moment: what they may
     * not is told neither in the footer nor in the help. NULL: they may.
     *
     * @param ret_reason  why not, in the language of the screen
     */
    bool (*may)(const void *arg, const struct action *action,
                struct safe_text *ret_reason);

    /** What changes something is refused, and says so. */
    bool is_read_only;

    int64_t (*now_us)(void *arg);  /* goes only forward */
    int64_t (*wall_us)(void *arg); /* since 1970 */
    void *arg;
};

/**
 * Makes an interface.
 *
 * @param setup   copied; its actions must outlive it
 * @param ret_ui  release with ui_free()
 *
 * @return 0, or -ENOMEM
 */
int ui_new(const struct ui_setup *setup, struct ui **ret_ui);

/** Releases it with its views; NULL is fine. Returns NULL. */
struct ui *ui_free(struct ui *ui);

enum { UI_VIEWS = 16 }; /* deep at most */

/**
 * Puts a view on top; the interface then owns the state.
 *
 * @return 0, or -ENOSPC: the stack is full, and the state has been freed
 */
int ui_push(struct ui *ui, const struct view_kind *kind, void *state);

/** Takes everything off the stack and puts this one on it. */
int ui_replace(struct ui *ui, const struct view_kind *kind, void *state);

/** Closes the view with this state, and all above it. */
void ui_close(struct ui *ui, const void *state);

/** Closes all above the view with this state, which stays. */
void ui_uncover(struct ui *ui, const void *state);

/** The state of the top view, or NULL; of a kind: NULL for another on top. What
 *  is about the view below it (help, palette) does not count. */
void *ui_top(const struct ui *ui, const struct view_kind *kind);

/** The state of the nth view of a kind, covered or not, from the bottom; NULL:
 *  there are no more. */
void *ui_nth(const struct ui *ui, const struct view_kind *kind, size_t n);

/** The table that has the keys, of the top view; NULL: it has none. */
struct table *ui_table(const struct ui *ui);

/** The style in force; language and tier may change at any time. */
const struct style *ui_style(const struct ui *ui);
void ui_style_set(struct ui *ui, struct style style);

/** What the message line says of the focused thing when it has nothing else
 *  to say; off at first. */
void ui_announce_set(struct ui *ui, enum announce announce);
enum announce ui_announce(const struct ui *ui);

/** Reduced motion: what time alone moves is drawn anew only every ten seconds,
 *  and clocks show no seconds. Off at first. */
void ui_calm_set(struct ui *ui, bool is_calm);
bool ui_is_calm(const struct ui *ui);

/** What screens remember when they are gone, see tui/keep.h. */
void ui_keep(struct ui *ui, const char *name, int64_t value);
int64_t ui_kept(const struct ui *ui, const char *name, int64_t preset);

/** All of it, for a program that writes it down. */
struct keep *ui_keep_all(struct ui *ui);

/** The present, for durations. */
int64_t ui_now_us(const struct ui *ui);

/** For how long nobody has pressed a key. */
int64_t ui_idle_us(const struct ui *ui);

/** Shows a message. */
void ui_say(struct ui *ui, enum severity severity, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/** Takes what was said off the message line, as it is so no longer; it stays
 *  among what was said before. What was never said, as "", is none. */
void ui_unsay(struct ui *ui, const char *text);

/** Takes an input. */
void ui_input(struct ui *ui, const struct input *input);

/** Puts words into the filter of the top view, as if they had been typed; what
 *  is too long is cut. */
void ui_filter(struct ui *ui, const char *words);

/** Carries an action out as if its key had been pressed. */
void ui_run(struct ui *ui, int action);

/** Says that something shown has changed; costs nothing. */
void ui_touch(struct ui *ui);

/** The same, of what nobody is to wait for: a frame of data has its pace, this
 *  one is shown at once. For what is rare, such as a call that rings. */
void ui_hurry(struct ui *ui);

/** Whether a frame is wanted, and at once: for a key, or by ui_hurry(). */
bool ui_is_touched(const struct ui *ui);
bool ui_is_hurried(const struct ui *ui);

/** When time alone wants a frame: messages that go, popups that come. */
int64_t ui_wake_us(const struct ui *ui);

/** Builds the frame anew; the grid lives until the next call. */
const struct grid *ui_draw(struct ui *ui);

/** Ends the loop after this input. */
void ui_quit(struct ui *ui);
bool ui_is_over(const struct ui *ui);

/** Whether mouse reports are wanted; and a full repaint, once. */
bool ui_wants_mouse(const struct ui *ui);
void ui_mouse_set(struct ui *ui, bool is_on);
bool ui_takes_repaint(struct ui *ui);

/** What is to be put into the clipboard, once; NULL: nothing. The caller's. */
char *ui_takes_copy(struct ui *ui);

/** Whether the program is to be suspended, once. */
bool ui_takes_suspension(struct ui *ui);

/* A text that is to be edited outside, in the editor of somebody's choice. */
struct ui_editing {
    const void *state; /* of the view that asks */
    char *text;        /* owned */
    size_t max_bytes;

    /** Told what came of it, unless the view is gone by then. */
    void (*done)(void *arg, const char *text);
    void *arg;
};

/**
 * Wishes for the editor; the loop hands the terminal over after this input.
 * What stands against it, or fails, is a message.
 *
 * @param editing  copied, its text too
 */
void ui_edit_outside(struct ui *ui, const struct ui_editing *editing);

/** The wish, once; its text is to be freed. @return whether there is one */
bool ui_takes_editing(struct ui *ui, struct ui_editing *ret_editing);

/** What came of it: as editor_run(). The text stays the caller's. */
void ui_edited(struct ui *ui, const struct ui_editing *editing, int rc,
               const char *text);

/** What was said, for a view of it. */
const struct message_log *ui_messages(const struct ui *ui);

/** The keys that hold now, narrowest scope first; for footer and help. Those
 *  that may not be used are not among them. */
size_t ui_actions(const struct ui *ui, const struct action **ret_actions,
                  size_t max);

/** The program's key table, and the toolkit's. */
const struct action_table *ui_action_table(const struct ui *ui);
const struct action_table *ui_own_table(const struct ui *ui);

/** What it is called as things are now: a msgid. */
const char *ui_action_name(const struct ui *ui, const struct action *action);

/** Gives a line of the palette to the program; whether it was understood. */
bool ui_command(struct ui *ui, const char *line);

/** Asks the key table whether an action can be done. */
bool ui_is_possible(const struct ui *ui, const struct action *action,
                    struct safe_text *ret_reason);

#endif
