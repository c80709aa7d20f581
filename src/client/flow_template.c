/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where templates of flows lie, and which there are. */

#include "client/flow_template.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/record.h"

enum { ROOM_OF_NAME = 80 };

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

int flow_template_path(const char *name, char ret_path[FLOW_TEMPLATE_PATH_SIZE])
{
    assert(name && ret_path);

    if (!is_name(name))
        return -ENOENT;
    (void)snprintf(ret_path, FLOW_TEMPLATE_PATH_SIZE, "%.*s/flows/%s%s",
                   FLOW_TEMPLATE_PATH_SIZE - ROOM_OF_NAME, share_directory(),
                   name, ending);
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

void flow_template_names(char *ret_names, size_t size)
{
    assert(ret_names && size > 0);
    char path[FLOW_TEMPLATE_PATH_SIZE];
    struct dirent **entries;
    size_t length = 0;

    ret_names[0] = '\0';
    (void)snprintf(path, sizeof(path), "%.*s/flows",
                   FLOW_TEMPLATE_PATH_SIZE - ROOM_OF_NAME, share_directory());
    int count = scandir(path, &entries, is_template, alphasort);
    if (count < 0)
        return;
    for (int i = 0; i < count; i++) {
        struct name name = { "" };

        if (take_name(entries[i]->d_name, &name) &&
            length + strlen(name.text) + strlen(", ") < size)
            length +=
                (size_t)snprintf(ret_names + length, size - length, "%s%s",
                                 length > 0 ? ", " : "", name.text);
        free(entries[i]);
    }
    free(entries);
}
