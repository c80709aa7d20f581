/* SPDX-License-Identifier: GPL-3.0-or-later */
/* O_EXCL, fsync, and unlink when it failed. */

#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum exit_code output_open(struct cli *cli, const char *path,
                           struct output *output)
{
    output->path = path;
    if (strcmp(path, "-") == 0) {
        fflush(cli->out);
        output->path = "";
        output->fd = fileno(cli->out);
        return EXIT_DONE;
    }

    output->fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (output->fd < 0)
        return cli_fail(cli, EXIT_HERE, "%s: %s", path, strerror(errno));

    return EXIT_DONE;
}

enum exit_code output_write(struct cli *cli, const struct output *output,
                            const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t written = write(output->fd, bytes, length);

        if (written < 0 && errno != EINTR)
            return cli_fail(cli, EXIT_HERE, "%s: %s", output->path,
                            strerror(errno));
        if (written > 0) {
            bytes += written;
            length -= (size_t)written;
        }
    }

    return EXIT_DONE;
}

enum exit_code output_close(struct cli *cli, struct output *output,
                            enum exit_code code)
{
    if (!*output->path)
        return code;

    bool failed = fsync(output->fd) != 0;

    failed |= close(output->fd) != 0;
    if (!code && failed)
        code =
            cli_fail(cli, EXIT_HERE, "%s: %s", output->path, strerror(errno));
    if (code)
        (void)unlink(output->path);
    else if (cli->format == FORMAT_TABLE)
        cli_say(cli, "%s", output->path);
    return code;
}
