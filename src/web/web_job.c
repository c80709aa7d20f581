/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting what is on its way: the end waits for it. */

#include "web/web_job.h"

#include <assert.h>
#include <errno.h>

#include "web/inside.h"

static int submit(struct web *web, struct jobs *jobs, struct web_job *job)
{
    assert(job && job->hear);

    int rc = jobs_submit(jobs, &job->job, web->box);
    if (rc == 0)
        web->works++;
    return rc;
}

int web_submit(struct web *web, struct web_job *job)
{
    assert(web);

    return submit(web, web->settings.jobs, job);
}

int web_submit_to_makers(struct web *web, struct web_job *job)
{
    assert(web);

    return web->settings.makers ? submit(web, web->settings.makers, job)
                                : -ENOTSUP;
}

void web_hear_job(struct web *web, struct job *job)
{
    struct web_job *done = (struct web_job *)job;

    assert(web && job);

    web->works--;
    done->hear(web, done);
}
