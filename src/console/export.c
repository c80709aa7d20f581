/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new file, and what the table writes into it. */

#include "console/export.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "base/mark.h"
#include "lang/failure.h"
#include "tui/table.h"

enum { PATH_SIZE = 48 };

static void name_file(const struct program *program, char ret_path[PATH_SIZE])
{
    time_t now = (time_t)(program_wall_us(program) / 1000000);
    struct tm local = { .tm_mday = 1 };

    localtime_r(&now, &local);
    if (strftime(ret_path, PATH_SIZE, "cclite-%Y%m%d-%H%M%S.csv", &local) == 0)
        snprintf(ret_path, PATH_SIZE, "cclite.csv");
}

static FILE *open_new(const char *path)
{
    int fd =
        open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    FILE *file = fd < 0 ? NULL : fdopen(fd, "w");

    if (!file && fd >= 0)
        close(fd);
    return file;
}

static void complain(struct program *program, const char *path, int rc)
{
    ui_say(program->ui, SEVERITY_ERROR, "%s: %s", path,
           failure_text(program_language(program), rc));
}

/* Half a file is none. */
static void write_rows(struct program *program, struct table *table)
{
    enum language language = program_language(program);
    char path[PATH_SIZE];

    name_file(program, path);
    FILE *file = open_new(path);
    if (!file) {
        complain(program, path, -errno);
        return;
    }

    size_t count = table_print(table, language, file);
    bool has_failed = ferror(file) != 0;
    if (fclose(file) != 0 || has_failed) {
        (void)unlink(path);
        complain(program, path, -EIO);
        return;
    }
    ui_say(program->ui, SEVERITY_INFO,
           P_(language, "%zu row is written: %s", "%zu rows are written: %s",
              count),
           count, path);
}

bool export_run(struct program *program, int action)
{
    assert(program);
    struct table *table = ui_table(program->ui);

    if (action != ACTION_EXPORT)
        return false;
    if (table)
        write_rows(program, table);
    else
        ui_say(program->ui, SEVERITY_INFO, "%s",
               program_text(program, N_("There are no rows here.")));
    return true;
}
