/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages are marked, and marked back. */

#include <assert.h>

#include "console/inbox_inside.h"

void inbox_mark(struct inbox *inbox, enum message_state state)
{
    inbox_work_begin(
        inbox, &(struct inbox_work){ .task = INBOX_MARK, .state = state });
}

/* Among erased ones u is about those, whoever erased them: they come back as
   heard, for what they were nobody here knows. */
static void bring_back(struct inbox *inbox)
{
    inbox_mark(inbox, MESSAGE_HEARD);
}

void inbox_take_back(struct inbox *inbox)
{
    assert(inbox && !inbox->work.marks);

    if (!inbox->undo.marks) {
        bring_back(inbox);
        return;
    }
    inbox->work = inbox->undo;
    inbox->work.next = inbox->work.done = 0;
    inbox->work.task = INBOX_UNDO;
    inbox->undo = (struct inbox_work){ .marks = NULL };
    inbox_work_go(inbox);
}
