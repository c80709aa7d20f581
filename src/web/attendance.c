/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A command of the server's own, for nobody's exchange. */

#include "web/attendance.h"

#include <assert.h>

#include "web/inside.h"

void attendance_tell(struct web *web, uint64_t agent_id,
                     enum console_state console)
{
    assert(web);

    const struct desk_row *desk = state_desk(web->floor, agent_id);
    const struct web_request request = {
        .slot = { .index = UINT32_MAX },
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_SET_CONSOLE,
                     .as.set_console = { agent_id, console } },
    };

    if (desk && desk->console != console)
        (void)to_main_put(web->to_main, &request);
}
