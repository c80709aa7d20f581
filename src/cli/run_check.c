/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A queue as a monitoring plug-in sees it: one line and an exit code, after
 * the Monitoring Plugins Development Guidelines (text | perfdata; 0 to 3).
 */

#include "cli/run.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "cli/ask.h"
#include "core/record_table.h"
#include "wire/filter.h"

enum { MAX_CONDITIONS = 8, TEXT_SIZE = 512 };

/* What conditions are about; the order is that of the line. */
struct figures {
    int64_t waiting;
    int64_t oldest;    /* of those who wait: s */
    int64_t sla;       /* of the day: %; 100 while there is nothing to tell */
    int64_t ready;     /* agents */
    int64_t abandoned; /* of the day */
};

/* clang-format off */
RECORD_BEGIN(figures, "figures", "a queue's figures for monitoring")
    RECORD_FIELD(count, waiting,   PUBLIC)
    RECORD_FIELD(count, oldest,    PUBLIC)
    RECORD_FIELD(count, sla,       PUBLIC)
    RECORD_FIELD(count, ready,     PUBLIC)
    RECORD_FIELD(count, abandoned, PUBLIC)
RECORD_END
/* clang-format on */

/* Commas part conditions, each of which is enough. */
struct conditions {
    struct filter filters[MAX_CONDITIONS];
    size_t count;
};

static bool read_one(const char *from, size_t length,
                     struct conditions *conditions)
{
    char text[TEXT_SIZE];

    if (conditions->count == MAX_CONDITIONS || length >= sizeof(text))
        return false;

    memcpy(text, from, length);
    text[length] = '\0';

    struct filter *filter = &conditions->filters[conditions->count++];

    return filter_parse(text, figures_record(), filter, NULL) == 0 &&
           filter->term_count > 0;
}

static enum exit_code read_conditions(struct cli *cli, const struct call *call,
                                      const char *option,
                                      struct conditions *ret_conditions)
{
    const char *text = call_option(call, option);

    while (text) {
        size_t length = strcspn(text, ",");

        if (!read_one(text, length, ret_conditions))
            return cli_fail(cli, EXIT_USAGE,
                            _("--%s: write as: oldest>60, waiting>5 and "
                              "ready<2; of waiting, oldest (s), sla (%%), "
                              "ready, abandoned"),
                            option);
        text = text[length] ? text + length + 1 : NULL;
    }

    return EXIT_DONE;
}

static bool any_fits(const struct conditions *conditions,
                     const struct figures *figures)
{
    for (size_t i = 0; i < conditions->count; i++)
        if (filter_fits(&conditions->filters[i], figures))
            return true;

    return false;
}

struct check {
    struct conditions warn;
    struct conditions crit;
    struct figures figures;
    int64_t sla_permille; /* -1: nothing to tell */
    char name[64];
};

static void take_figures(const struct json_t *queue, struct check *check)
{
    const char *name = value_get_text(queue, "name");

    check->sla_permille =
        value_get_integer(queue, "service_level_permille", -1);
    check->figures = (struct figures){
        .waiting = value_get_integer(queue, "waiting", 0),
        .oldest = value_get_integer(queue, "longest_waiting_us", 0) / 1000000,
        .sla = check->sla_permille < 0 ? 100 : check->sla_permille / 10,
        .ready = value_get_integer(queue, "agents_available", 0),
        .abandoned = value_get_integer(queue, "abandoned", 0),
    };
    snprintf(check->name, sizeof(check->name), "%s", name ? name : "");
}

static enum exit_code ask_queue(struct cli *cli, const struct call *call,
                                struct check *check)
{
    struct ask request = { 0 };
    struct answer answer = { 0 };
    char own[24];
    enum exit_code code = read_conditions(cli, call, "warn", &check->warn);

    if (!code)
        code = read_conditions(cli, call, "crit", &check->crit);
    if (!code)
        code = ask_aim(cli, call, &request, own);
    if (!code)
        code = ask(cli, &request, &answer);
    if (!code)
        take_figures(answer.value, check);

    answer_done(&answer);
    return code;
}

static enum check_code judge(const struct check *check)
{
    if (any_fits(&check->crit, &check->figures))
        return CHECK_CRITICAL;

    return any_fits(&check->warn, &check->figures) ? CHECK_WARNING : CHECK_OK;
}

/* Programs read it: names and numbers are the same in every language. */
static void print_line(struct cli *cli, const struct check *check,
                       enum check_code code)
{
    static const char *const words[] = { "OK", "WARNING", "CRITICAL" };
    const struct figures *f = &check->figures;
    char sla[32] = "-", sla_data[32] = "U";

    if (check->sla_permille >= 0) {
        snprintf(sla, sizeof(sla), "%" PRId64 ".%" PRId64 "%%",
                 check->sla_permille / 10, check->sla_permille % 10);
        memcpy(sla_data, sla, sizeof(sla));
    }

    cli_say(
        cli,
        "QUEUE %s - %s: waiting %" PRId64 ", oldest %" PRId64
        "s, sla %s, ready %" PRId64 ", abandoned %" PRId64 " | waiting=%" PRId64
        " oldest=%" PRId64 "s sla=%s ready=%" PRId64 " abandoned=%" PRId64,
        words[code], check->name, f->waiting, f->oldest, sla, f->ready,
        f->abandoned, f->waiting, f->oldest, sla_data, f->ready, f->abandoned);
}

/* A plug-in speaks on its standard output only, also of what went wrong. */
static void print_unknown(struct cli *cli, const char *complaint)
{
    static const char prefix[] = "cclite: ";
    size_t skip =
        strncmp(complaint, prefix, strlen(prefix)) == 0 ? strlen(prefix) : 0;
    int length = (int)strcspn(complaint + skip, "\n");

    cli_say(cli, "QUEUE UNKNOWN - %.*s", length, complaint + skip);
}

enum exit_code run_check_queue(struct cli *cli, const struct call *call)
{
    struct check check = { .name = "" };
    FILE *err = cli->err;
    char *complaint = NULL;
    size_t size = 0;
    enum check_code told = CHECK_UNKNOWN;

    cli->err = open_memstream(&complaint, &size);
    if (!cli->err) {
        cli->err = err;
        return (enum exit_code)CHECK_UNKNOWN;
    }

    enum exit_code code = ask_queue(cli, call, &check);

    fclose(cli->err);
    cli->err = err;
    if (code) {
        print_unknown(cli, complaint ? complaint : "");
    } else {
        told = judge(&check);
        print_line(cli, &check, told);
    }

    free(complaint);
    return (enum exit_code)told;
}
