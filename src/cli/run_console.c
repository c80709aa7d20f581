/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens the console. */

#include <errno.h>
#include <string.h>
#include <time.h>

#include "cli/cli.h"
#include "cli/console_begin.h"
#include "cli/run.h"
#include "console/console_run.h"
#include "lang/failure.h"

/* Of this machine's zone: 2026-11-22T14:32:07. */
static bool read_moment(const char *text, int64_t *ret_wall_us)
{
    struct tm local = { .tm_isdst = -1 };
    const char *end = strptime(text, "%Y-%m-%dT%H:%M:%S", &local);
    time_t seconds = end && *end == '\0' ? mktime(&local) : (time_t)-1;

    if (seconds <= 0)
        return false;
    *ret_wall_us = (int64_t)seconds * 1000000;
    return true;
}

static enum exit_code complain(struct cli *cli, int rc)
{
    switch (rc) {
    case 0:
        return EXIT_DONE;
    case -ENOENT:
        return cli_fail(cli, EXIT_USAGE,
                        _("there is no such screen; see man cclite"));
    case -EDOM:
        return cli_fail(cli, EXIT_USAGE,
                        _("--theme: choose auto, dark, light, contrast or "
                          "mono"));
    case -ERANGE:
        return cli_fail(cli, EXIT_USAGE,
                        _("--glyphs: choose full, wgl or ascii"));
    case -ENXIO: /* no terminal at all, as under cron */
    case -ENOTTY:
        return cli_fail(cli, EXIT_HERE,
                        _("the console needs a terminal that can address its "
                          "cursor. All else works without: cclite --help"));
    default:
        return cli_fail(cli, EXIT_HERE, "%s", failure_text(lang_own(), rc));
    }
}

enum exit_code console_begin(struct cli *cli,
                             const struct console_wishes *wishes)
{
    struct console_wishes all = *wishes;

    all.endpoint = cli->settings.endpoint;
    all.ca_file = cli->settings.ca_file;
    all.timeout_ms = cli->settings.timeout_ms;
    all.language = lang_own();
    return complain(cli, console_run(&all));
}

enum exit_code run_console(struct cli *cli, const struct call *call)
{
    struct console_wishes wishes = {
        .screen = call_argument(call, "screen"),
        .theme = call_option(call, "theme"),
        .glyphs = call_option(call, "glyphs"),
    };
    const char *now = call_option(call, "now");

    if (now && !read_moment(now, &wishes.now_wall_us))
        return cli_fail(cli, EXIT_USAGE,
                        _("--now: write it as 2026-11-22T14:32:07"));
    return console_begin(cli, &wishes);
}
