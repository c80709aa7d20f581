/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was said and done for a contact: as a ladder, and as packets. */

#include "cli/run.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/ask.h"
#include "cli/listing.h"
#include "console/ladder.h"

enum { COLUMNS = 80, MOST_COLUMNS = 160 };

static int columns_of(const struct cli *cli)
{
    struct winsize size;

    if (ioctl(fileno(cli->out), TIOCGWINSZ, &size) < 0 || size.ws_col == 0)
        return COLUMNS;

    return size.ws_col < LADDER_LEAST   ? LADDER_LEAST
           : size.ws_col > MOST_COLUMNS ? MOST_COLUMNS
                                        : size.ws_col;
}

static bool has_message(const struct json_t *items)
{
    for (size_t i = 0; i < value_count(items); i++) {
        const char *kind = value_get_text(value_at(items, i), "kind");

        if (kind && strcmp(kind, "message") == 0)
            return true;
    }
    return false;
}

static void print_ladder(struct cli *cli, const struct json_t *items)
{
    int columns = columns_of(cli);
    char text[LADDER_SIZE];

    ladder_write_head(lang_own(), columns, text);
    cli_say(cli, "%s", text);
    for (size_t i = 0; i < value_count(items); i++) {
        ladder_write(value_at(items, i), columns, text);
        cli_say(cli, "%s", text);
    }
    if (!has_message(items))
        cli_say(cli, "%s",
                _("Its SIP messages are not kept, or no longer: see trace.keep "
                  "in cclite.conf(5)."));
}

static enum exit_code list(struct cli *cli, const struct call *call)
{
    char own[24];
    struct ask request = { 0 };
    struct json_t *items = NULL;
    enum exit_code code = ask_aim(cli, call, &request, own);

    if (!code)
        code = ask_for_list(cli, &request, 0, &items);
    if (!code && (cli->format != FORMAT_TABLE || cli->columns))
        code = listing_print(cli, content_record(request.route->answer), items);
    else if (!code)
        print_ladder(cli, items);

    value_free(items);
    return code;
}

/* Packets. A file that is there is not written over. */

static enum exit_code fail_at(struct cli *cli, const char *path)
{
    return cli_fail(cli, EXIT_HERE, "%s: %s", path, strerror(errno));
}

static bool write_all(int fd, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(fd, bytes, length);

        if (written < 0 && errno != EINTR)
            return false;
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        }
    }

    return true;
}

static enum exit_code keep(struct cli *cli, const char *path,
                           const struct client_reply *reply)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

    if (fd < 0)
        return fail_at(cli, path);

    bool is_written =
        write_all(fd, reply->body, reply->length) && fsync(fd) == 0;
    enum exit_code code = is_written ? EXIT_DONE : fail_at(cli, path);

    if (close(fd) < 0 && !code)
        code = fail_at(cli, path);
    if (code)
        (void)unlink(path);
    return code;
}

static enum exit_code print_packets(struct cli *cli,
                                    const struct client_reply *reply)
{
    fflush(cli->out);
    return write_all(fileno(cli->out), reply->body, reply->length)
               ? EXIT_DONE
               : fail_at(cli, "-");
}

static enum exit_code get_packets(struct cli *cli, const struct call *call,
                                  const char *path)
{
    struct ask request = { .route = route_get(ROUTE_CONTACT_PCAP),
                           .parameters = { call_argument(call, "id") } };
    struct answer answer = { 0 };
    enum exit_code code = ask(cli, &request, &answer);

    if (!code && strcmp(path, "-") == 0)
        code = print_packets(cli, &answer.reply);
    else if (!code)
        code = keep(cli, path, &answer.reply);

    answer_done(&answer);
    return code;
}

enum exit_code run_trace(struct cli *cli, const struct call *call)
{
    const char *path = call_option(call, "pcap");

    return path ? get_packets(cli, call, path) : list(cli, call);
}
