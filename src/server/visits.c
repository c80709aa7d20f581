/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A job for each PIN and each take, and the command that answers it. */

#include "server/visits.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "lang/failure.h"
#include "server/bell.h"
#include "server/server.h"
#include "server/take.h"
#include "web/secrets.h"

enum { MAX_CHECKS = 100 };

struct visits {
    struct server *server;
    struct secrets *pins; /* their hashes, by box */
    char nobodys_hash[PASSWORD_HASH_SIZE];
    struct jobs *checkers;
    struct job_box *box;
    struct bell bell;
};

enum visit_work { CHECK, KEEP, REFUSE };

struct visit_job {
    struct job job; /* first */
    uint64_t serial;
    enum visit_work kind;

    /* of a check */
    struct digits keys;
    char hash[PASSWORD_HASH_SIZE];
    bool is_right;

    /* of a take */
    const struct prompt_shop *shop;
    const char *recording_dir;
    struct name object;
    struct digest sound;
    uint64_t user_id;
    uint64_t bytes; /* of the sound */
    int rc;         /* not 0: there is none, or is not to be */
};

static void come_back(void *arg)
{
    server_want_pump(((struct visits *)arg)->server);
}

/* PINs. */

/* Without memory nobody gets in. */
void visits_set_pin(struct visits *visits, uint64_t box_id, const char *hash,
                    size_t length)
{
    char whole[PASSWORD_HASH_SIZE] = "";

    assert(visits && hash);
    if (length >= sizeof(whole))
        return;
    memcpy(whole, hash, length);
    if (secrets_set(visits->pins, box_id, whole) < 0)
        secrets_remove(visits->pins, box_id);
}

void visits_forget_pin(struct visits *visits, uint64_t box_id)
{
    assert(visits);

    secrets_remove(visits->pins, box_id);
}

static void work_check(struct job *job, void *hands)
{
    struct visit_job *work = (struct visit_job *)job;

    (void)hands;
    work->is_right = password_is_right(work->keys.text, work->hash);
    password_wipe(&work->keys, sizeof(work->keys));
}

static void forget(struct visit_job *work)
{
    password_wipe(work, sizeof(*work));
    free(work);
}

void visits_check_pin(struct visits *visits, const struct effect *effect)
{
    assert(visits && effect);
    struct visit_job *work = calloc(1, sizeof(*work));

    if (!work)
        return;

    const char *hash = secrets_get(visits->pins, effect->box_id);

    work->job.work = work_check;
    work->serial = effect->serial;
    work->kind = CHECK;
    memcpy(work->hash, hash ? hash : visits->nobodys_hash, sizeof(work->hash));
    if (core_visit_keys(visits->server->core, effect->contact_id, &work->keys) <
            0 ||
        jobs_submit(visits->checkers, &work->job, visits->box) < 0)
        forget(work);
}

/* Takes. */

static void work_keep(struct job *job, void *hands)
{
    struct visit_job *work = (struct visit_job *)job;

    (void)hands;
    if (work->rc == 0)
        work->rc = take_keep(work->recording_dir, work->object.text, work->shop,
                             &work->sound, &work->bytes);
}

static uint64_t user_of(const struct visits *visits,
                        const struct effect *effect)
{
    const struct visit_row *visit =
        state_visit(core_state(visits->server->core), effect->contact_id);

    return visit ? visit->user_id : 0;
}

static bool is_too_much(const struct visits *visits, uint64_t user_id)
{
    return web_sound_wait_s(visits->server->web, user_id) > 0;
}

void visits_keep_take(struct visits *visits, const struct effect *effect)
{
    assert(visits && effect);
    struct server *server = visits->server;
    struct visit_job *work = calloc(1, sizeof(*work));

    if (!work)
        return;

    work->job.work = work_keep;
    work->kind = KEEP;
    work->serial = effect->serial;
    work->user_id = user_of(visits, effect);
    work->rc = is_too_much(visits, work->user_id) ? -EDQUOT : 0;
    work->shop = &server->prompt_shop;
    work->recording_dir = server->settings->recording_dir;
    work->object = effect->object;
    if (jobs_submit(server->makers, &work->job, visits->box) < 0)
        forget(work);
}

static void work_nothing(struct job *job, void *hands)
{
    (void)job;
    (void)hands;
}

/* By way of the box, as whoever gives an effect is in a turn of the core. */
bool visits_refuse_take(struct visits *visits, const struct effect *effect)
{
    assert(visits && effect);
    const struct visit_row *visit =
        state_visit(core_state(visits->server->core), effect->contact_id);

    if (!visit || visit->stage != VISIT_TONE ||
        !is_too_much(visits, visit->user_id))
        return false;

    struct visit_job *work = calloc(1, sizeof(*work));

    if (!work)
        return false;
    work->job.work = work_nothing;
    work->kind = REFUSE;
    work->serial = effect->serial;
    if (jobs_submit(visits->checkers, &work->job, visits->box) == 0)
        return true;
    forget(work);
    return false;
}

/* Ends. */

static void say_why(const struct visit_job *work)
{
    log_say(LOG_LEVEL_WARNING, "server",
            "what was recorded by phone is no prompt: %s",
            failure_text(lang_own(), work->rc));
}

static void fill_kept(const struct visits *visits, const struct visit_job *work,
                      struct command *command)
{
    command->type = COMMAND_TAKE_KEPT;
    command->as.take_kept.serial = work->serial;
    if (work->rc < 0) {
        say_why(work);
        return;
    }

    command->as.take_kept.sound = work->sound;
    if (work->bytes > 0)
        web_note_sound(visits->server->web, work->user_id,
                       (int64_t)work->bytes);
}

static void tell(struct visits *visits, struct visit_job *work)
{
    struct command command = { .type = COMMAND_PIN_CHECKED };

    switch (work->kind) {
    case CHECK:
        command.as.pin_checked.serial = work->serial;
        command.as.pin_checked.right = work->is_right;
        break;
    case KEEP:
        fill_kept(visits, work, &command);
        break;
    case REFUSE:
        command.type = COMMAND_BEEPED;
        command.as.beeped.serial = work->serial;
        break;
    }
    forget(work);
    (void)server_turn(visits->server, &command);
}

void visits_go_on(struct visits *visits)
{
    struct visit_job *work;

    assert(visits);
    while (!visits->server->is_unwritten &&
           (work = (struct visit_job *)job_box_take(visits->box)))
        tell(visits, work);
}

/* Coming and going. */

int visits_new(struct server *server, struct visits **ret_visits)
{
    assert(server && ret_visits);

    const struct jobs_settings checkers = { .threads = 1,
                                            .max_waiting = MAX_CHECKS };
    struct visits *visits = calloc(1, sizeof(*visits));

    if (!visits)
        return -ENOMEM;

    visits->server = server;
    web_hash_of_nobody(server->web, visits->nobodys_hash);
    int rc = bell_init(&visits->bell, server->loop, come_back, visits);
    if (rc == 0)
        rc = secrets_new(&visits->pins);
    if (rc == 0)
        rc = job_box_new(bell_ring, &visits->bell, &visits->box);
    if (rc == 0)
        rc = jobs_new(&checkers, &visits->checkers);
    if (rc < 0) {
        visits_free(visits);
        return rc;
    }

    *ret_visits = visits;
    return 0;
}

struct visits *visits_free(struct visits *visits)
{
    struct visit_job *work;

    if (!visits)
        return NULL;

    visits->checkers = jobs_free(visits->checkers);
    while (visits->box &&
           (work = (struct visit_job *)job_box_take(visits->box)))
        forget(work);
    job_box_free(visits->box);
    secrets_free(visits->pins);
    bell_done(&visits->bell);
    free(visits);
    return NULL;
}
