/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting what is on its way: the end waits for it. */

#include "web/web_job.h"

#include <assert.h>

#include "web/inside.h"

int web_submit(struct web *web, struct web_job *job)
{
    assert(web && job && job->hear);

    int rc = jobs_submit(web->settings.jobs, &job->job, web->box);
    if (rc == 0)
        web->works++;
    return rc;
}

void web_hear_job(struct web *web, struct job *job)
{
    struct web_job *done = (struct web_job *)job;

    assert(web && job);

    web->works--;
    done->hear(web, done);
}
