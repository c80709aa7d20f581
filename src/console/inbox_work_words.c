/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done to messages, in words. */

#include "base/mark.h"
#include "console/inbox_inside.h"

static void word_marked(enum language language, enum message_state state,
                        size_t n, struct safe_text *ret_text)
{
    int count = (int)n;

    if (state == MESSAGE_SAVED)
        safe_text_format(
            ret_text,
            P_(language, "%d message is kept until somebody erases it.",
               "%d messages are kept until somebody erases them.", n),
            count);
    else if (state == MESSAGE_DONE)
        safe_text_format(
            ret_text,
            P_(language, "%d message is done.", "%d messages are done.", n),
            count);
    else if (state == MESSAGE_DELETED)
        safe_text_format(ret_text,
                         P_(language, "%d message is erased. u brings it back.",
                            "%d messages are erased. u brings them back.", n),
                         count);
    else if (state == MESSAGE_NEW)
        safe_text_format(ret_text,
                         P_(language, "%d message is new again.",
                            "%d messages are new again.", n),
                         count);
    else
        safe_text_format(
            ret_text,
            P_(language, "%d message is back.", "%d messages are back.", n),
            count);
}

static void word_done(enum language language, const struct inbox_work *work,
                      struct safe_text *ret_text)
{
    size_t n = work->done;
    int count = (int)n;

    if (work->task == INBOX_UNDO)
        safe_text_format(ret_text,
                         P_(language, "%d message is as it was.",
                            "%d messages are as they were.", n),
                         count);
    else if (work->task == INBOX_FORWARD)
        safe_text_format(ret_text,
                         P_(language, "%d message is in the other box.",
                            "%d messages are in the other box.", n),
                         count);
    else if (work->task == INBOX_ASSIGN && work->to_id)
        safe_text_format(ret_text,
                         P_(language, "%d message is given to the agent.",
                            "%d messages are given to the agent.", n),
                         count);
    else if (work->task == INBOX_ASSIGN)
        safe_text_format(ret_text,
                         P_(language, "%d message is nobody's in particular.",
                            "%d messages are nobody's in particular.", n),
                         count);
    else
        word_marked(language, work->state, n, ret_text);
}

void inbox_work_say(const struct inbox *inbox, const struct inbox_work *work)
{
    enum language language = program_language(inbox->program);
    size_t failed = work->count - work->done + work->gone;
    struct safe_text done;

    word_done(language, work, &done);
    if (work->done > 0)
        ui_say(inbox->program->ui, SEVERITY_INFO, "%s", done.text);
    if (failed > 0)
        ui_say(inbox->program->ui, SEVERITY_WARNING,
               P_(language, "%d message stayed as it was. M tells why.",
                  "%d messages stayed as they were. M tells why.", failed),
               (int)failed);
}
