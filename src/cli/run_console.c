/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens the console. */

#include <errno.h>
#include <string.h>
#include <time.h>

#include "cli/cli.h"
#include "cli/console_begin.h"
#include "cli/console_own.h"
#include "lang/phrase.h"
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
    case -EACCES: /* linear mode has said so */
        return EXIT_NOT_ALLOWED;
    case -ENXIO: /* no terminal at all, as under cron */
    case -ENOTTY:
        return cli_fail(cli, EXIT_HERE,
                        _("the console needs a terminal that can address its "
                          "cursor. All else works without: cclite --help"));
    default:
        return cli_fail(cli, EXIT_HERE, "%s", failure_text(lang_own(), rc));
    }
}

static enum exit_code read_preferences(struct cli *cli,
                                       struct preferences *ret_preferences)
{
    struct config_fault fault = { 0 };
    char line[1024];
    int rc = preferences_read(NULL, ret_preferences, &fault);

    if (rc == 0)
        return EXIT_DONE;
    if (rc != -EINVAL)
        return cli_fail(cli, EXIT_HERE, "~/.config/cclite/config: %s",
                        failure_text(lang_own(), rc));
    config_fault_write(&fault, "~/.config/cclite/config",
                       lang_own_text(fault.problem), line, sizeof(line));
    return cli_fail(cli, EXIT_USAGE, "%s", line);
}

/* What the line says, in place of what the file says. */
static enum exit_code prefer(struct cli *cli, const char *option,
                             const char *given, int preference,
                             const char **choice)
{
    if (!given)
        return EXIT_DONE;
    *choice = preference_choice(preference, given);
    if (*choice)
        return EXIT_DONE;

    char line[512];
    phrase_fill(_("--%s: choose one of these: %s"), option,
                preference_choices(preference), line, sizeof(line));
    return cli_fail(cli, EXIT_USAGE, "%s", line);
}

static enum exit_code prefer_all(struct cli *cli,
                                 const struct console_options *options,
                                 struct preferences *preferences)
{
    enum exit_code code = read_preferences(cli, preferences);

    if (code == EXIT_DONE)
        code = prefer(cli, "theme", options->theme, PREFERENCE_theme,
                      &preferences->theme);
    if (code == EXIT_DONE)
        code = prefer(cli, "glyphs", options->glyphs, PREFERENCE_glyphs,
                      &preferences->glyphs);
    if (code == EXIT_DONE)
        code = prefer(cli, "announce", options->announce, PREFERENCE_announce,
                      &preferences->announce);
    if (options->is_linear)
        preferences->linear = preference_choice(PREFERENCE_linear, "yes");
    if (options->is_calm)
        preferences->reduce_motion =
            preference_choice(PREFERENCE_reduce_motion, "yes");
    return code;
}

enum exit_code console_begin(struct cli *cli,
                             const struct console_wishes *wishes,
                             const struct console_options *options)
{
    struct console_wishes all = *wishes;
    struct console_own own;
    enum exit_code code = prefer_all(cli, options, &all.preferences);

    if (code)
        return code;
    all.endpoint = cli->settings.endpoint;
    all.others = cli->others;
    all.other_count = cli->other_count;
    all.ca_file = cli->settings.ca_file;
    all.timeout_ms = cli->settings.timeout_ms;
    all.language = lang_own();
    console_own_read(&own, &all);
    code = complain(cli, console_run(&all));
    console_own_done(&own);
    return code;
}

enum exit_code run_console(struct cli *cli, const struct call *call)
{
    struct console_wishes wishes = {
        .screen = call_argument(call, "screen"),
    };
    const struct console_options options = {
        .theme = call_option(call, "theme"),
        .glyphs = call_option(call, "glyphs"),
        .announce = call_option(call, "announce"),
        .is_linear = call_option(call, "linear") != NULL,
        .is_calm = call_option(call, "reduce-motion") != NULL,
    };
    const char *now = call_option(call, "now");

    if (call_option(call, "print-keys"))
        return console_own_print(cli);
    if (now && !read_moment(now, &wishes.now_wall_us))
        return cli_fail(cli, EXIT_USAGE,
                        _("--now: write it as 2026-11-22T14:32:07"));
    return console_begin(cli, &wishes, &options);
}
