/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Setting up a run, and saying what went wrong. */

#include "cli/cli.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>

#include "base/setting.h"
#include "base/text.h"

enum {
    LINE_SIZE = 4096,
    ABOUT_SIZE = 64, /* bytes of a name that are enough to know it by */
    DEFAULT_TIMEOUT_MS = 30000,
};

__attribute__((format(printf, 2, 0))) static void print_safe(FILE *file,
                                                             const char *format,
                                                             va_list arguments)
{
    char line[LINE_SIZE], safe[TEXT_SAFE_SIZE(LINE_SIZE)];
    int length = vsnprintf(line, sizeof(line), format, arguments);

    if (length < 0)
        return;
    if (length >= LINE_SIZE)
        length = (int)text_cut(line, LINE_SIZE - 1, LINE_SIZE - 1);

    text_safe(line, (size_t)length, safe, sizeof(safe));
    fprintf(file, "%s\n", safe);
}

static void print_about(const struct cli *cli)
{
    char safe[TEXT_SAFE_SIZE(ABOUT_SIZE)];

    text_safe(cli->about, text_cut(cli->about, strlen(cli->about), ABOUT_SIZE),
              safe, sizeof(safe));
    fprintf(cli->err, "%s: ", safe);
}

enum exit_code cli_fail(struct cli *cli, enum exit_code code,
                        const char *format, ...)
{
    va_list arguments;

    fputs("cclite: ", cli->err);
    if (cli->about)
        print_about(cli);
    va_start(arguments, format);
    print_safe(cli->err, format, arguments);
    va_end(arguments);
    return code;
}

enum exit_code cli_no_memory(struct cli *cli)
{
    return cli_fail(cli, EXIT_HERE, "%s", _("out of memory"));
}

void cli_say(struct cli *cli, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    print_safe(cli->out, format, arguments);
    va_end(arguments);
}

static enum exit_code choose_format(struct cli *cli, const struct call *call)
{
    static const struct format {
        const char *option;
        enum cli_format format;
    } formats[] = { { "json", FORMAT_JSON },
                    { "jsonl", FORMAT_JSONL },
                    { "csv", FORMAT_CSV },
                    { "tsv", FORMAT_TSV } };
    const char *chosen = NULL;

    for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
        if (!call_option(call, formats[i].option))
            continue;
        if (chosen)
            return cli_fail(cli, EXIT_USAGE,
                            _("--%s: not together with --%s. Choose one."),
                            formats[i].option, chosen);
        chosen = formats[i].option;
        cli->format = formats[i].format;
    }

    cli->columns = call_option(call, "columns");
    return EXIT_DONE;
}

/* One address, or several with commas between: the first is the one that
 * commands ask, a console tries the others too. */
static int read_addresses(struct cli *cli, const char *text)
{
    char one[ENDPOINT_URL_SIZE];
    int rc = 0;

    for (int n = 0; rc == 0 && text; n++) {
        const char *comma = strchr(text, ',');
        size_t length = comma ? (size_t)(comma - text) : strlen(text);

        if (length >= sizeof(one))
            return -ENAMETOOLONG;
        if (n > SESSION_MAX_OTHERS)
            return -E2BIG;
        memcpy(one, text, length);
        one[length] = '\0';
        rc = endpoint_address(one, n == 0 ? &cli->settings.endpoint
                                          : &cli->others[n - 1]);
        cli->other_count = n;
        text = comma ? comma + 1 : NULL;
    }
    return rc;
}

static enum exit_code choose_server(struct cli *cli, const struct call *call)
{
    const char *server = call_option(call, "server");
    const char *socket = call_option(call, "socket");
    struct endpoint *endpoint = &cli->settings.endpoint;

    if (server && socket)
        return cli_fail(cli, EXIT_USAGE,
                        _("--%s: not together with --%s. Choose one."),
                        "socket", "server");

    int rc = server ? read_addresses(cli, server)
                    : endpoint_socket(socket, endpoint);
    switch (rc) {
    case 0:
        return EXIT_DONE;
    case -EPROTO:
        return cli_fail(cli, EXIT_USAGE,
                        _("--server: passwords could be read on the way. Use "
                          "https://, or http:// on this machine only."));
    case -E2BIG:
        return cli_fail(cli, EXIT_USAGE,
                        _("--server: too many addresses. Give four at most."));
    case -ENAMETOOLONG:
        return cli_fail(cli, EXIT_USAGE, _("--%s: too long. Shorten it."),
                        server ? "server" : "socket");
    default:
        return cli_fail(cli, EXIT_USAGE,
                        _("--server: no address. Write https://HOST[:PORT]."));
    }
}

static enum exit_code choose_timeout(struct cli *cli, const struct call *call)
{
    static const struct setting setting = {
        .name = "timeout",
        .kind = SETTING_DURATION,
        .min = 1000,
        .max = INT64_C(24) * 60 * 60 * 1000000,
    };
    const char *text = call_option(call, "timeout");
    int64_t timeout_us = DEFAULT_TIMEOUT_MS * INT64_C(1000);
    const char *problem =
        text ? setting_read(&setting, text, &timeout_us) : NULL;

    if (problem)
        return cli_fail(cli, EXIT_USAGE, "--timeout: %s",
                        lang_own_text(problem));

    cli->settings.timeout_ms = (long)(timeout_us / 1000);
    return EXIT_DONE;
}

enum exit_code cli_init(struct cli *cli, const struct call *call)
{
    enum exit_code code = choose_format(cli, call);

    cli->settings.language = lang_code(lang_own());
    cli->settings.ca_file = call_option(call, "ca-file");
    if (!code)
        code = choose_server(cli, call);

    return code ? code : choose_timeout(cli, call);
}

void cli_done(struct cli *cli)
{
    cli->client = client_free(cli->client);
}
