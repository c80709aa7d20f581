/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where templates of flows lie, and which there are. */

#include "client/flow_template.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/home.h"

enum { ROOM_OF_NAME = 96, FILE_SIZE = 80 };

static const char ending[] = ".json";

static const char *share_directory(void)
{
    const char *share = getenv("CCLITE_SHARE_DIR");

    return share ? share : SHARE_DIR;
}

/* The rule of names knows no separator, and no dot in front. */
static bool is_name(const char *text)
{
    static const struct field rule = { .name = "name",
                                       .kind = FIELD_NAME,
                                       .size = sizeof(struct name) };
    struct name name = { "" };

    return *text && field_set_text(&rule, &name, text) == 0 &&
           field_is_valid(&rule, &name);
}

static const char own_directory[] = "cclite/flows";

static void share_path(const char *rest, char ret_path[FLOW_TEMPLATE_PATH_SIZE])
{
    (void)snprintf(ret_path, FLOW_TEMPLATE_PATH_SIZE, "%.*s/flows%s",
                   FLOW_TEMPLATE_PATH_SIZE - ROOM_OF_NAME, share_directory(),
                   rest);
}

int flow_template_path(const char *name, char ret_path[FLOW_TEMPLATE_PATH_SIZE])
{
    char file[FILE_SIZE], own[sizeof(own_directory) + FILE_SIZE];

    assert(name && ret_path);

    if (!is_name(name))
        return -ENOENT;
    (void)snprintf(file, sizeof(file), "/%s%s", name, ending);
    (void)snprintf(own, sizeof(own), "%s%s", own_directory, file);
    if (home_path(HOME_CONFIG, own, ret_path) < 0 || access(ret_path, R_OK) < 0)
        share_path(file, ret_path);
    return 0;
}

/* The name that a file's is, without its ending. */
static bool take_name(const char *file, struct name *ret_name)
{
    size_t length = strlen(file);
    size_t end = strlen(ending);

    if (length <= end || length - end >= sizeof(ret_name->text) ||
        strcmp(file + length - end, ending) != 0)
        return false;
    (void)snprintf(ret_name->text, sizeof(ret_name->text), "%.*s",
                   (int)(length - end), file);
    return is_name(ret_name->text);
}

static int is_template(const struct dirent *entry)
{
    struct name name;

    return take_name(entry->d_name, &name);
}

static bool is_listed(const struct flow_template *list, size_t count,
                      const struct name *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i].name.text, name->text) == 0)
            return true;

    return false;
}

/* Those of a directory, behind the others. */
static size_t add_directory(const char *path, bool is_own,
                            struct flow_template list[FLOW_TEMPLATES],
                            size_t count)
{
    struct dirent **entries;
    int found = scandir(path, &entries, is_template, alphasort);

    if (found < 0)
        return count;
    for (int i = 0; i < found; i++) {
        struct name name = { "" };

        if (take_name(entries[i]->d_name, &name) && count < FLOW_TEMPLATES &&
            !is_listed(list, count, &name))
            list[count++] = (struct flow_template){ name, is_own };
        free(entries[i]);
    }
    free(entries);
    return count;
}

static int compare(const void *a, const void *b)
{
    const struct flow_template *left = a;
    const struct flow_template *right = b;

    return strcmp(left->name.text, right->name.text);
}

size_t flow_template_list(struct flow_template ret_list[FLOW_TEMPLATES])
{
    assert(ret_list);
    char path[FLOW_TEMPLATE_PATH_SIZE];
    size_t count = 0;

    if (home_path(HOME_CONFIG, own_directory, path) == 0)
        count = add_directory(path, true, ret_list, count);
    share_path("", path);
    count = add_directory(path, false, ret_list, count);
    qsort(ret_list, count, sizeof(ret_list[0]), compare);
    return count;
}

void flow_template_names(char *ret_names, size_t size)
{
    assert(ret_names && size > 0);
    struct flow_template list[FLOW_TEMPLATES];
    size_t count = flow_template_list(list);
    size_t length = 0;

    ret_names[0] = '\0';
    for (size_t i = 0; i < count; i++)
        if (length + strlen(list[i].name.text) + strlen(", ") < size)
            length +=
                (size_t)snprintf(ret_names + length, size - length, "%s%s",
                                 length > 0 ? ", " : "", list[i].name.text);
}
