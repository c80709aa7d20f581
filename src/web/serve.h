/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The thread that serves: sockets, doorbells, and a tick each second. */

#ifndef WEB_SERVE_H
#define WEB_SERVE_H

struct web;

/** Listens. @return 0 or negative errno */
int serve_open(struct web *web);

/** Runs until web->is_ending; the body of the thread. */
void *serve_run(void *web);

/** Closes all connections. */
void serve_close(struct web *web);

#endif
