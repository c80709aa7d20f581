/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's own keys and colours: a file is taken whole, and can be read again
   as it is printed, or is refused with its line. */

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "console/key_file.h"
#include "console/theme_file.h"
#include "tests/fuzz/fuzz.h"
#include "tui/contrast.h"

enum { PATH_SIZE_OF_FD = 64 };

/* A file without a place on a disk. @return its descriptor */
static int make_file(const void *bytes, size_t size,
                     char ret_path[PATH_SIZE_OF_FD])
{
    int fd = memfd_create("settings", MFD_CLOEXEC);

    CLAIM(fd >= 0 && fchmod(fd, 0600) == 0);
    CLAIM(write(fd, bytes, size) == (ssize_t)size);
    snprintf(ret_path, PATH_SIZE_OF_FD, "/proc/self/fd/%d", fd);
    return fd;
}

static void look_at_fault(const struct config_fault *fault, size_t size)
{
    char line[1024], again[1024];

    CLAIM(fault->line <= size + 1);
    CLAIM(fault->line > 0 || fault->name[0]);
    CLAIM(fault->problem && fault->problem[0]);
    config_fault_write(fault, "file", fault->problem, line, sizeof(line));
    text_safe(line, strlen(line), again, sizeof(again));
    CLAIM(strcmp(line, again) == 0);
}

static char *print(const struct key_set *set)
{
    char *text = NULL;
    size_t length = 0;
    FILE *file = open_memstream(&text, &length);

    CLAIM(file && key_set_print(set, LANGUAGE_EN, file) == 0);
    fclose(file);
    CLAIM(text_is_utf8(text, strlen(text)));
    return text;
}

static void look_at_keys(const struct key_set *set)
{
    struct key_set *again = NULL;
    struct config_fault fault;
    char path[PATH_SIZE_OF_FD];
    char *first = print(set);
    int fd = make_file(first, strlen(first), path);

    CLAIM(key_set_read(path, &again, &fault) == 0);
    char *second = print(again);
    CLAIM(strcmp(first, second) == 0);
    key_set_free(again);
    free(first);
    free(second);
    close(fd);
}

static void read_keys(const char *path, size_t size)
{
    struct key_set *set = NULL;
    struct config_fault fault;
    int rc = key_set_read(path, &set, &fault);

    CLAIM(rc == 0 || rc == -EINVAL);
    if (rc == 0)
        look_at_keys(set);
    else
        look_at_fault(&fault, size);
    key_set_free(set);
}

static void look_at_theme(const struct theme_own *own)
{
    enum { FLAGS = LOOK_BOLD | LOOK_UNDERLINE | LOOK_REVERSE | LOOK_DIM };
    int role, ratio;

    CLAIM(theme_stands_out(own, &role, &ratio));
    CLAIM(own->focus >= CONTRAST_FIRST && own->focus <= CONTRAST_LAST);
    for (int i = 0; i < ROLE_COUNT; i++) {
        CLAIM(own->colours[i] == -1 || (own->colours[i] >= CONTRAST_FIRST &&
                                        own->colours[i] <= CONTRAST_LAST));
        CLAIM((own->flags[i] & ~FLAGS) == 0);
    }
}

static void read_theme(const char *path, size_t size)
{
    struct theme_own own;
    struct config_fault fault;
    int rc = theme_file_read(path, &own, &fault);

    CLAIM(rc == 0 || rc == -EINVAL);
    if (rc == 0)
        look_at_theme(&own);
    else
        look_at_fault(&fault, size);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bool is_theme = fuzz_choice(&data, &size) & 1;
    char path[PATH_SIZE_OF_FD];
    int fd = make_file(data, size, path);

    if (is_theme)
        read_theme(path, size);
    else
        read_keys(path, size);
    close(fd);
    return 0;
}
