/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Work of the web thread's for a worker, and who hears of it then. */

#ifndef WEB_WEB_JOB_H
#define WEB_WEB_JOB_H

#include "jobs/pool.h"

struct web;

/* The first member of whoever's own struct. */
struct web_job {
    struct job job;
    /** Told in the web thread, once, whatever became of it; releases it. */
    void (*hear)(struct web *web, struct web_job *job);
};

/** Gives it to a worker. @return 0, -EAGAIN or -ESHUTDOWN: it is not taken */
int web_submit(struct web *web, struct web_job *job);

/** The same to those that make sounds. -ENOTSUP: there are none */
int web_submit_to_makers(struct web *web, struct web_job *job);

/** Hands what a worker has done to whoever waits for it. */
void web_hear_job(struct web *web, struct job *job);

#endif
