/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows to begin with: which came with the program, or were put beside them. */

#ifndef CLIENT_FLOW_TEMPLATE_H
#define CLIENT_FLOW_TEMPLATE_H

#include <stddef.h>

/*
 * They lie where the client is installed, and the server need not be there:
 * what is sent is their text. A name is that of a file without .json, and never
 * a path.
 */

enum { FLOW_TEMPLATE_PATH_SIZE = 4096 };

/**
 * Tells where one lies: beneath $CCLITE_SHARE_DIR, or else where programs are
 * installed. Whether it can be read there is not looked at.
 *
 * @param ret_path  on success
 *
 * @return 0, or -ENOENT: it is no name
 */
int flow_template_path(const char *name,
                       char ret_path[FLOW_TEMPLATE_PATH_SIZE]);

/**
 * Names those there are, in order: "callback, identify, main".
 *
 * @param ret_names  cut behind a whole name; "": there are none, or where they
 *                   lie cannot be read
 */
void flow_template_names(char *ret_names, size_t size);

#endif
