/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who sent this? Asked by digest, and not for ever. */

#include "sip/stack.h"

#include <assert.h>
#include <string.h>

#include "sip/crowd.h"
#include "sip/help.h"
#include "sip/refusal.h"
#include "sip/registrar_table.h"

static uint64_t find_user(const struct pl *username,
                          uint8_t ret_ha1[REGISTRAR_HA1_SIZE], void *arg)
{
    const struct device *device = registrar_find_username(arg, username);

    if (!device)
        return 0;

    memcpy(ret_ha1, device->ha1, REGISTRAR_HA1_SIZE);
    return device->id;
}

static void challenge(struct signalling *signalling, const struct sip_msg *msg,
                      bool stale)
{
    char header[DIGEST_CHALLENGE_SIZE];

    signalling->stats.challenged++;
    if (signal_digest_challenge(signalling->digest, &msg->src,
                                loop_now_us(signalling->loop), stale,
                                header) < 0)
        signal_refuse(signalling, msg, 500, NULL, "");
    else
        signal_refuse(signalling, msg, 401, NULL, header);
}

static void note_failure(struct signalling *signalling,
                         const struct sip_msg *msg)
{
    int64_t now_us = loop_now_us(signalling->loop);

    signalling->stats.auth_failures++;
    if (signal_lockout_failed(signalling->lockout, &msg->src, now_us))
        signal_refusals_note(signalling->refusals, SIGNAL_REFUSED_LOCKED,
                             &msg->src, now_us);
}

static void note_refusal(struct signalling *signalling,
                         const struct sip_msg *msg, enum digest_verdict verdict)
{
    struct signal_refusals *refusals = signalling->refusals;
    int64_t now_us = loop_now_us(signalling->loop);

    if (verdict != DIGEST_MISSING)
        signal_refusals_heard(refusals, &msg->src);
    else if (pl_strcmp(&msg->met, "INVITE") == 0)
        signal_refusals_note(refusals, SIGNAL_REFUSED_STRANGER, &msg->src,
                             now_us);
    if (verdict == DIGEST_WRONG)
        signal_refusals_note(refusals, SIGNAL_REFUSED_PASSWORD, &msg->src,
                             now_us);
}

static void refuse_locked(struct signalling *signalling,
                          const struct sip_msg *msg)
{
    signalling->stats.locked_out++;
    signal_refuse_busy(signalling, msg);
}

/* Of a locked-out neighbour who may call for help: whatever is no proof of the
   phone that is there is answered alike. */
static bool is_guess(enum digest_verdict verdict, const uint64_t *device_id,
                     uint64_t helped_id)
{
    return verdict == DIGEST_WRONG || verdict == DIGEST_REPLAYED ||
           (verdict == DIGEST_PROVEN && *device_id != helped_id);
}

bool signal_authenticate(struct signalling *signalling,
                         const struct sip_msg *msg, uint64_t *ret_device_id)
{
    assert(signalling && msg && ret_device_id);

    int64_t now_us = loop_now_us(signalling->loop);

    bool is_locked =
        signal_lockout_holds(signalling->lockout, &msg->src, now_us);
    uint64_t helped_id = is_locked ? help_passes_lockout(signalling, msg) : 0;

    if (is_locked && helped_id == 0) {
        refuse_locked(signalling, msg);
        return false;
    }

    enum digest_verdict verdict =
        signal_digest_check(signalling->digest, msg, now_us, find_user,
                            signalling->registrar, ret_device_id);
    if (is_locked && is_guess(verdict, ret_device_id, helped_id)) {
        refuse_locked(signalling, msg);
        return false;
    }
    note_refusal(signalling, msg, verdict);
    if (verdict == DIGEST_PROVEN) {
        signal_crowd_know(signalling->crowd, msg);
        return true;
    }

    signalling->stats.refused_unknown++;
    if (verdict == DIGEST_REPLAYED)
        signalling->stats.replays++;
    if (verdict == DIGEST_WRONG || verdict == DIGEST_REPLAYED)
        note_failure(signalling, msg);

    challenge(signalling, msg, verdict == DIGEST_STALE);
    return false;
}
