/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What belongs to a queue and is no setting of it, as tabs behind its form's. */

#ifndef CONSOLE_DOCUMENT_PAGES_H
#define CONSOLE_DOCUMENT_PAGES_H

#include "console/program.h"

struct document_form;

/*
 * Each is a screen of its own over the form, which goes on holding what is
 * typed; the same screens open from the list of queues, then without tabs and
 * with no form. They share SCOPE_QUEUE_TAB there.
 */
enum document_page {
    DOCUMENT_PAGE_NONE = -1, /* the form itself */
    DOCUMENT_PAGE_WAYS,
    DOCUMENT_PAGE_HOURS,
    DOCUMENT_PAGE_MEMBERS,
    DOCUMENT_PAGE_HISTORY,
    DOCUMENT_PAGES,
};

/** The names of the pages of a form, msgids; @return how many: 0 of a form that
 *  has none, as that of a new queue. */
int document_pages_of(const struct document_form *form,
                      const char *ret_names[DOCUMENT_PAGES]);

/** Opens one over its form. */
void document_pages_open(struct document_form *form, enum document_page page);

/** Draws the tabs above a page. @return rows used: 0 without a form */
int document_pages_draw(const struct document_form *form,
                        enum document_page page, const struct surface *surface);

/** From a page, whose state is given, to the tab beside it. @return whether the
 *  action is one that turns tabs, and there is a form */
bool document_pages_run(struct document_form *form, enum document_page page,
                        const void *state, int action);

/** Leaves a page for a setting of the form, which gets the focus. */
void document_pages_focus(struct document_form *form, const void *state,
                          const char *setting);

/** Leaves a page, whose state is given, for its form, and saves that as its own
 *  key does: what is wrong, or refused, stands at a field there. */
void document_pages_save(struct document_form *form, const void *state);

/** Told when a version was gone back to: what the queue is now becomes the
 *  form's, unless something is typed there already. */
void document_pages_take(struct document_form *form, const void *queue,
                         const char *etag);

/** A setting of the form as it is typed now; 0: it is none of a number. */
int64_t document_pages_integer(const struct document_form *form,
                               const char *setting);

/** ... and any, as people read it. */
void document_pages_show(const struct document_form *form, const char *setting,
                         struct safe_text *ret_text);

#endif
