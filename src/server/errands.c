/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A job and a backup, whose ends come back through one descriptor. */

#include "server/errands.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "server/bell.h"
#include "store/sounds.h"
#include "store/verify.h"

enum { PATH_SIZE = 1024, RUNS = 1 };

struct verify_job {
    struct job job; /* first */
    struct web_slot slot;
    const char *directory;
    struct verify_report report;
    struct store_problem problem;
    int rc;
};

/* After the database, its recordings. */
struct sounds_job {
    struct job job; /* first */
    const char *directory;
    const char *backup;
    int rc;
};

struct errands {
    struct errands_settings settings;
    struct job_box *box;
    struct verify_job verify;
    bool verify_runs;
    struct sounds_job sounds;
    struct web_slot backup_slot;
    bool backup_runs;
    char backup_path[PATH_SIZE];
    atomic_int backup_rc; /* RUNS until the store's thread says else */
    struct bell bell;
};

static void work(struct job *job, void *hands)
{
    struct verify_job *verify = (struct verify_job *)job;

    (void)hands;
    verify->rc =
        store_verify(verify->directory, &verify->report, &verify->problem);
}

/* The first difference is named; `cclited verify` lists them all. */
static void note_difference(void *arg, enum verify_difference kind,
                            uint64_t seq, const char *what)
{
    struct verify_job *verify = arg;

    if (verify->problem.detail[0] == '\0')
        snprintf(verify->problem.detail, sizeof(verify->problem.detail),
                 "%s %" PRIu64 " %s", verify_spell(kind), seq, what);
}

static void answer_verify(struct errands *errands)
{
    const struct verify_job *verify = &errands->verify;
    const struct verify_report *report = &verify->report;
    struct web_reply reply = {
        .ok = verify->rc == 0 && report->differences == 0,
        .problem = verify->rc < 0 || verify->job.dropped ? PROBLEM_INTERNAL
                                                         : PROBLEM_NONE,
    };

    snprintf(reply.detail.text, sizeof(reply.detail.text),
             "events=%" PRIu64 " private_texts=%" PRIu64 " erased=%" PRIu64
             " rows=%" PRIu64 " snapshots=%" PRIu64 " differences=%" PRIu64
             " chain=%s%s%s",
             report->events, report->private_texts, report->erased_texts,
             report->rows, report->snapshots, report->differences,
             report->chain, verify->problem.detail[0] ? " first: " : "",
             verify->problem.detail);
    errands->verify_runs = false;
    web_reply(errands->settings.web, verify->slot, &reply);
}

static void answer_backup(struct errands *errands, int rc)
{
    struct web_reply reply = {
        .ok = rc == 0,
        .problem = rc == 0         ? PROBLEM_NONE
                   : rc == -ENOSPC ? PROBLEM_STORAGE_FULL
                   : rc == -EEXIST ? PROBLEM_FILE_EXISTS
                                   : PROBLEM_INTERNAL,
    };

    snprintf(reply.detail.text, sizeof(reply.detail.text), "%.500s",
             rc == 0 ? errands->backup_path : strerror(-rc));
    errands->backup_runs = false;
    web_reply(errands->settings.web, errands->backup_slot, &reply);
}

static void work_sounds(struct job *job, void *hands)
{
    struct sounds_job *sounds = (struct sounds_job *)job;

    (void)hands;
    sounds->rc = sounds_backup(sounds->directory, sounds->backup);
}

/* The database is copied, or could not be. */
static void go_on_with_backup(struct errands *errands)
{
    int rc = atomic_exchange(&errands->backup_rc, RUNS);

    errands->sounds = (struct sounds_job){
        .job.work = work_sounds,
        .directory = errands->settings.directory,
        .backup = errands->backup_path,
    };
    if (rc == 0)
        rc = jobs_submit(errands->settings.jobs, &errands->sounds.job,
                         errands->box);
    if (rc < 0)
        answer_backup(errands, rc);
}

static void take_job(struct errands *errands, const struct job *job)
{
    if (job == &errands->verify.job)
        answer_verify(errands);
    else
        answer_backup(errands, job->dropped ? -EINTR : errands->sounds.rc);
}

static void come_back(void *arg)
{
    struct errands *errands = arg;
    const struct job *job;

    while ((job = job_box_take(errands->box)))
        take_job(errands, job);
    if (errands->backup_runs && atomic_load(&errands->backup_rc) != RUNS)
        go_on_with_backup(errands);
}

int errands_new(const struct errands_settings *settings,
                struct errands **ret_errands)
{
    assert(settings && ret_errands);

    struct errands *errands = calloc(1, sizeof(*errands));
    if (!errands)
        return -ENOMEM;

    errands->settings = *settings;
    atomic_init(&errands->backup_rc, 0);
    int rc = bell_init(&errands->bell, settings->loop, come_back, errands);
    if (rc == 0)
        rc = job_box_new(bell_ring, &errands->bell, &errands->box);
    if (rc < 0) {
        errands_free(errands);
        return rc;
    }

    *ret_errands = errands;
    return 0;
}

struct errands *errands_free(struct errands *errands)
{
    if (!errands)
        return NULL;

    bell_done(&errands->bell);
    while (errands->box && job_box_take(errands->box))
        continue;
    job_box_free(errands->box);
    free(errands);
    return NULL;
}

static void refuse(struct errands *errands, struct web_slot slot)
{
    const struct web_reply busy = { .problem = PROBLEM_TRY_AGAIN };

    web_reply(errands->settings.web, slot, &busy);
}

void errands_verify(struct errands *errands, struct web_slot slot)
{
    struct verify_job *verify = &errands->verify;

    if (errands->verify_runs) {
        refuse(errands, slot);
        return;
    }

    *verify = (struct verify_job){
        .job.work = work,
        .slot = slot,
        .directory = errands->settings.directory,
        .report = { .tell = note_difference, .arg = verify },
    };
    errands->verify_runs =
        jobs_submit(errands->settings.jobs, &verify->job, errands->box) == 0;
    if (!errands->verify_runs)
        refuse(errands, slot);
}

static void backup_done(void *arg, int rc)
{
    struct errands *errands = arg;

    atomic_store(&errands->backup_rc, rc);
    bell_ring(&errands->bell);
}

/* The name has been checked by the API: letters, digits, dots, dashes. */
void errands_backup(struct errands *errands, struct web_slot slot,
                    const char *name)
{
    char *path = errands->backup_path;

    if (errands->backup_runs) {
        refuse(errands, slot);
        return;
    }

    snprintf(path, PATH_SIZE, "%s/backup", errands->settings.directory);
    mkdir(path, 0700); /* the copy itself tells when this failed */
    int length = snprintf(path, PATH_SIZE, "%s/backup/%s",
                          errands->settings.directory, name);
    errands->backup_slot = slot;
    atomic_store(&errands->backup_rc, RUNS);
    errands->backup_runs =
        length < PATH_SIZE &&
        store_backup(errands->settings.store, path, backup_done, errands) == 0;
    if (!errands->backup_runs)
        refuse(errands, slot);
}
