/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers, times and sizes within their ranges. */

#include "cli/wallboard_options.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/setting.h"

enum { ROWS = 24, COLUMNS = 80, LEAST = 20, PAGE_US = 15000000 };

/* One option by the rules of a setting; one that is not given keeps its
   preset. */
static enum exit_code read_one(struct cli *cli, const struct call *call,
                               const struct setting *setting,
                               int64_t *ret_number)
{
    const char *text = call_option(call, setting->name);
    const char *problem = text ? setting_read(setting, text, ret_number) : NULL;

    return problem ? cli_fail(cli, EXIT_USAGE, "--%s: %s", setting->name,
                              lang_own_text(problem))
                   : EXIT_DONE;
}

static bool read_size(const char *text, int *ret_columns, int *ret_rows)
{
    char rest;

    return sscanf(text, "%4dx%4d%c", ret_columns, ret_rows, &rest) == 2 &&
           *ret_columns >= LEAST && *ret_columns <= GRID_MAX &&
           *ret_rows >= 1 && *ret_rows <= GRID_MAX;
}

static enum exit_code read_picture(struct cli *cli, const struct call *call,
                                   struct wallboard_options *options)
{
    static const struct setting width = {
        .name = "width",
        .kind = SETTING_INTEGER,
        .min = LEAST,
        .max = GRID_MAX,
    };
    const char *size = call_option(call, "size");
    int64_t columns = COLUMNS;
    enum exit_code code = read_one(cli, call, &width, &columns);

    options->columns = (int)columns;
    options->rows = ROWS;
    if (code)
        return code;
    if (size && call_option(call, "width"))
        return cli_fail(cli, EXIT_USAGE,
                        _("--%s: not together with --%s. Choose one."), "width",
                        "size");
    if (size && !read_size(size, &options->columns, &options->rows))
        return cli_fail(cli, EXIT_USAGE,
                        _("--size: no size. Write 80x24, at least 20x1."));
    return EXIT_DONE;
}

enum exit_code wallboard_options_read(struct cli *cli, const struct call *call,
                                      struct wallboard_options *ret_options)
{
    static const struct setting settings[] = {
        { "max-waiting", SETTING_INTEGER, NULL, 1, 1000000, NULL },
        { "max-wait", SETTING_DURATION, NULL, 1000000, INT64_C(86400000000),
          NULL },
        { "level", SETTING_INTEGER, NULL, 1, 100, NULL },
        { "page", SETTING_DURATION, NULL, 0, INT64_C(86400000000), NULL },
    };
    struct limits *limits = &ret_options->limits;
    int64_t page_us = PAGE_US;
    int64_t *numbers[] = { &limits->waiting, &limits->oldest_us,
                           &limits->level_permille, &page_us };
    enum exit_code code = EXIT_DONE;

    *ret_options = (struct wallboard_options){ 0 };
    ret_options->is_once = call_option(call, "once") != NULL;
    for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]) && !code; i++)
        code = read_one(cli, call, &settings[i], numbers[i]);
    limits->level_permille *= 10;
    ret_options->page_s = (int)(page_us / 1000000);
    ret_options->is_read_only = call_option(call, "read-only") != NULL;
    for (size_t i = 0; i < call->word_count; i++)
        ret_options->queues[i] = call->words[i];
    return code ? code : read_picture(cli, call, ret_options);
}
