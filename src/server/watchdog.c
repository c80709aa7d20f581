/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Main looks at all other threads, and the web thread at main. */

#include "base/clock.h"
#include "base/log.h"
#include "base/pulse.h"
#include "server/server.h"
#include "server/service.h"

enum { TICKS_MAX_MS = 5000 }; /* main ticks each second */

static const char MAIN[] = "main";

/* The server goes on meanwhile, as far as it can: whoever started it decides,
   and calls that are heard are worth more than a start. */
static void tell(const char *name, bool is_still)
{
    if (is_still)
        log_say(LOG_LEVEL_ERROR, "server", "the thread %s stands still", name);
    else
        log_say(LOG_LEVEL_WARNING, "server", "the thread %s goes on", name);
}

void server_watch_begin(void)
{
    pulse_begin(MAIN, TICKS_MAX_MS);
}

void server_watch_end(struct server *server)
{
    pulse_end();
    /* Closing takes its time, which begins now. */
    service_tell(server->service_fd, "WATCHDOG=1");
}

void server_watch(struct server *server)
{
    pulse_beat();
    server->still_threads =
        pulse_look(&server->look, NULL, clock_boot_us(), tell);
    if (server->look.missed == 0)
        service_tell(server->service_fd, "WATCHDOG=1");
}

/* Not from a media thread, though those turn most surely: to tell of it takes
   the lock of the log, which may be held across a write to a disk that hangs,
   and by main, too; the sound is what is to outlive that. */
void server_watch_main(void *arg)
{
    struct server *server = arg;

    (void)pulse_look(&server->look_from_web, MAIN, clock_boot_us(), tell);
}
