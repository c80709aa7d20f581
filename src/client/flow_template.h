/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows to begin with: which came with the program, were put beside them, or are
 * one's own. */

#ifndef CLIENT_FLOW_TEMPLATE_H
#define CLIENT_FLOW_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/record.h"

/*
 * They lie where the client is installed, and the server need not be there:
 * what is sent is their text. A name is that of a file without .json, and never
 * a path.
 */

enum { FLOW_TEMPLATE_PATH_SIZE = 4096, FLOW_TEMPLATES = 64 };

struct flow_template {
    struct name name;
    bool is_own; /* whatever the program's of that name is like */
};

/**
 * Tells where one lies: one's own, in ~/.config/cclite/flows (base/home.h), goes
 * before that of the same name beneath $CCLITE_SHARE_DIR, or else where programs
 * are installed. Whether it can be read there is not looked at.
 *
 * @param ret_path  on success
 *
 * @return 0, or -ENOENT: it is no name
 */
int flow_template_path(const char *name,
                       char ret_path[FLOW_TEMPLATE_PATH_SIZE]);

/** Lists those there are, by name. @return how many; those above FLOW_TEMPLATES
 *  are left out */
size_t flow_template_list(struct flow_template ret_list[FLOW_TEMPLATES]);

/**
 * Names those there are, in order: "callback, identify, main".
 *
 * @param ret_names  cut behind a whole name; "": there are none, or where they
 *                   lie cannot be read
 */
void flow_template_names(char *ret_names, size_t size);

#endif
