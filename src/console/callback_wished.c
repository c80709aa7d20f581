/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a wished callback when an answer is lost. */

#include "console/callback_wished.h"

#include <assert.h>

void callback_late_lose(struct callback_late *late)
{
    assert(late);
    late->may_be_there |= late->is_sent;
    late->is_sent = false;
}
