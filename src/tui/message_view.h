/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that was said, with its time. */

#ifndef TUI_MESSAGE_VIEW_H
#define TUI_MESSAGE_VIEW_H

#include "tui/ui.h"

/** Opens the list. Returns 0, -ENOMEM or -ENOSPC. */
int message_view_push(struct ui *ui);

#endif
