/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of a flow, in which it is changed. */

#ifndef CONSOLE_FLOW_EDITOR_H
#define CONSOLE_FLOW_EDITOR_H

#include "console/program.h"

/*
 * Boxes and arrows on a plane, moved through by arrows, Tab or mouse. What is
 * changed is a draft of this console until it is saved; every change can be
 * taken back. What is sent carries the version it was made from: whoever has
 * saved meanwhile is not overwritten unasked.
 */

/**
 * Opens a flow over the list.
 *
 * @param id  of a row of TOPIC_FLOWS
 *
 * @return 0, -ENOENT, -ENOMEM or that of ui_push()
 */
int flow_editor_open(struct program *program, uint64_t id);

/** The reason function of its rows in key.def. */
bool flow_editor_may(const void *program, int action,
                     struct safe_text *ret_reason);

/** Whether a flow is open, on top or below other screens, that is stored nowhere
 *  as it is now, or a node of it that is. */
bool flow_editor_is_dirty(const struct program *program);

#endif
