/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much sound users have put on the disk of late. */

#ifndef WEB_SOUND_BUDGET_H
#define WEB_SOUND_BUDGET_H

#include <pthread.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A sound that was replaced stays on the disk for some minutes, as it may be on
 * its way into a document (jobs/prompt_sounds.h). Whoever gives a prompt one
 * sound after the other would fill the disk meanwhile. So what was made within
 * SOUND_BUDGET_S is counted, of each user and of all together; a library of
 * hundreds of usual prompts fits, and recordings have the room that they need.
 * What a user makes at most is far from filling what is counted of all: nobody
 * keeps the others from making a sound.
 *
 * What is recorded by phone counts like what is uploaded. Who came by a PIN is
 * user 0, and all of them are one.
 *
 * Any thread may ask and count.
 */
enum {
    SOUND_BUDGET_S = 600,
    SOUND_BUDGET_USER_SOUNDS = 1000, /* as many as there can be prompts */
    SOUND_BUDGET_SOUNDS = 4096,      /* of all users */
};

extern const int64_t sound_budget_user_bytes;
extern const int64_t sound_budget_bytes; /* of all users */

struct sound_made {
    uint64_t user_id;
    int64_t bytes;
    int64_t at_us;
};

struct sound_budget {
    pthread_mutex_t lock;
    struct sound_made made[SOUND_BUDGET_SOUNDS]; /* the oldest at `next` */
    size_t next;
};

/** Makes one that has counted nothing. */
void sound_budget_init(struct sound_budget *budget);

void sound_budget_done(struct sound_budget *budget);

/**
 * Says how long a user has to wait before the next sound. O(sounds).
 *
 * @return seconds, 0: now
 */
int sound_budget_wait_s(struct sound_budget *budget, uint64_t user_id,
                        int64_t now_us);

/** Counts a sound that is on the disk now. */
void sound_budget_note(struct sound_budget *budget,
                       const struct sound_made *made);

#endif
