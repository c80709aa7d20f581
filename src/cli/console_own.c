/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two files that may be missing, and may be wrong. */

#include "cli/console_own.h"

#include <errno.h>
#include <stdio.h>

#include "console/theme_file.h"
#include "lang/failure.h"

static const char keys_path[] = "~/.config/cclite/keys";

/* The message line has no room for the way there. */
static void write_fault(const struct config_fault *fault, int rc,
                        const char *path, char *ret_line, size_t size)
{
    if (rc == -EINVAL)
        config_fault_write(fault, path, lang_own_text(fault->problem), ret_line,
                           size);
    else
        snprintf(ret_line, size, "%s: %s", path, failure_text(lang_own(), rc));
}

static void read_keys(struct console_own *own, struct console_wishes *wishes)
{
    struct config_fault fault = { 0 };
    int rc = key_set_read(NULL, &own->keys, &fault);

    if (rc == 0) {
        wishes->keys = own->keys;
        return;
    }
    write_fault(&fault, rc, "keys", own->complaints[0], CONSOLE_OWN_LINE);
    wishes->complaints[0] = own->complaints[0];
}

static void read_theme(struct console_own *own, struct console_wishes *wishes)
{
    struct config_fault fault = { 0 };
    struct theme_own theme;
    int rc = theme_file_read(NULL, &theme, &fault);

    if (rc == 0)
        theme_own_set(&theme);
    if (rc == 0 || rc == -ENOENT)
        return;
    write_fault(&fault, rc, "theme", own->complaints[1], CONSOLE_OWN_LINE);
    wishes->complaints[1] = own->complaints[1];
}

void console_own_read(struct console_own *own, struct console_wishes *wishes)
{
    *own = (struct console_own){ .keys = NULL };
    read_keys(own, wishes);
    read_theme(own, wishes);
}

void console_own_done(struct console_own *own)
{
    own->keys = key_set_free(own->keys);
}

enum exit_code console_own_print(struct cli *cli)
{
    char line[CONSOLE_OWN_LINE];
    struct config_fault fault = { 0 };
    struct key_set *set;
    int rc = key_set_read(NULL, &set, &fault);

    if (rc < 0) {
        write_fault(&fault, rc, keys_path, line, sizeof(line));
        return cli_fail(cli, rc == -EINVAL ? EXIT_USAGE : EXIT_HERE, "%s",
                        line);
    }
    rc = key_set_print(set, lang_own(), stdout);
    key_set_free(set);
    return rc < 0 ? cli_fail(cli, EXIT_HERE, "%s", failure_text(lang_own(), rc))
                  : EXIT_DONE;
}
