/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what a command line names. */

#include "cli/input.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lang/failure.h"
#include "base/file.h"

static int read_stream(FILE *in, size_t max_bytes, char **ret_text,
                       size_t *ret_length)
{
    char *text = malloc(max_bytes + 1);
    if (!text)
        return -ENOMEM;

    size_t length = fread(text, 1, max_bytes + 1, in);
    int rc = ferror(in) ? -EIO : length > max_bytes ? -EFBIG : 0;

    if (rc) {
        free(text);
        return rc;
    }

    text[length] = '\0';
    *ret_text = text;
    *ret_length = length;
    return 0;
}

enum exit_code input_read(struct cli *cli, const char *path, size_t max_bytes,
                          char **ret_text, size_t *ret_length)
{
    int rc = strcmp(path, "-") == 0
                 ? read_stream(cli->in, max_bytes, ret_text, ret_length)
                 : file_read(path, max_bytes, ret_text, ret_length);

    switch (rc) {
    case 0:
        return EXIT_DONE;
    case -ENOMEM:
        return cli_no_memory(cli);
    case -ENOENT:
        return cli_fail(cli, EXIT_USAGE, _("%s: there is no such file."), path);
    case -EFBIG:
        return cli_fail(cli, EXIT_USAGE,
                        _("%s: the file is too large; %zu bytes are the most."),
                        path, max_bytes);
    default:
        return cli_fail(cli, EXIT_HERE, "%s: %s", path,
                        failure_text(lang_own(), -rc));
    }
}
