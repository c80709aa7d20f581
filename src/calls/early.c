/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is heard of the number called before it is picked up. */

#include "calls/inside.h"

enum { RINGING = 180, PROGRESS = 183, NOBODY = 0 };

/*
 * The network's own words ("the number has changed") come as early media, and
 * whoever called shall hear them: by the phone that called, which is not
 * answered for that, or by the phone that was rung first, instead of our tone.
 * Without them the phone that called makes its own tone (180). A caller who was
 * sent to the number hears them, too, and our tone again when that one ends.
 */

static bool waits(const struct party *phone)
{
    return phone->was_taken && !phone->is_answered;
}

/* Offered late, the phone can hear nothing before its ACK. */
static void pass_to_waiting(struct calls *calls, struct party *phone,
                            struct party *far)
{
    struct media_description local;
    struct sockaddr_storage address;

    leg_media_address(phone->leg, &address);
    stream_describe(phone, &address, &local);
    if (!phone->has_offer || leg_progress(phone->leg, PROGRESS, &local) < 0)
        return;

    phone->hears_early = true;
    stream_connect(calls, phone, &phone->offer);
    (void)join_parties(calls, phone, far, NOBODY);
}

static void tell_phone(struct calls *calls, struct party *phone,
                       struct party *far, int code, bool is_early)
{
    if (is_early && waits(phone) && !phone->hears_early)
        pass_to_waiting(calls, phone, far);
    else if (is_early && phone->hears_sound)
        (void)join_parties(calls, phone, far, NOBODY);
    else if (waits(phone) && !phone->hears_early)
        (void)leg_progress(phone->leg, code == PROGRESS ? PROGRESS : RINGING,
                           NULL);
}

static struct party *caller_of(const struct calls *calls,
                               const struct party *far)
{
    struct party *caller = party_find(&calls->parties, far->call);

    return caller && caller->has_stream ? caller : NULL;
}

static void tell_caller(struct calls *calls, struct party *far)
{
    struct party *caller = caller_of(calls, far);

    if (caller && join_parties(calls, caller, far, NOBODY) == 0)
        far->is_heard_early = true;
}

void callee_rings(struct calls *calls, struct party *party, int code,
                  const struct media_description *early)
{
    struct party *phone = party_by_serial(&calls->parties, party->dialler);

    if (party->kind != PARTY_OUTSIDE)
        return;
    if (party->dialler != 0 && (!phone || !phone->leg || !phone->has_stream))
        return;

    if (early)
        stream_connect(calls, party, early);
    if (party->dialler != 0)
        tell_phone(calls, phone, party, code, early);
    else if (early && !party->is_heard_early)
        tell_caller(calls, party);
}

void early_over(struct calls *calls, struct party *party)
{
    const struct effect ring = { .type = EFFECT_RING_BACK,
                                 .call = party->call };
    struct party *caller =
        party->is_heard_early ? caller_of(calls, party) : NULL;

    party->is_heard_early = false;
    if (!caller)
        return;

    media_unbridge(calls->media, caller->stream, NOBODY);
    do_ring_back(calls, &ring);
}
