/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a caller hears: prompts, music, another party, or its keys. */

#include "calls/inside.h"

enum {
    NOBODY = 0,
    DIGIT_MS = 120, /* RFC 4733, 2.5.1.1: 50 ms at least; some want 100 */
};

static struct party *caller_of(struct calls *calls, const struct effect *effect)
{
    struct party *party = party_find(&calls->parties, effect->call);

    return party && party->has_stream ? party : NULL;
}

static struct party *callee_of(struct calls *calls, const struct effect *effect)
{
    struct party *party = party_by_serial(&calls->parties, effect->granted_by);

    return party && party->has_stream ? party : NULL;
}

static int play(struct calls *calls, struct party *party, struct sound *sound,
                uint64_t play_id, bool loop)
{
    const struct media_play how = {
        .sound = sound,
        .play_id = play_id,
        .loop = loop,
    };

    party->playing = 0; /* what played before is no longer waited for */
    party->beeps = false;
    party->loading = 0;
    return media_play(calls->media, party->stream, NOBODY, &how);
}

int play_once(struct calls *calls, struct party *party, struct sound *sound,
              uint64_t play_id)
{
    int rc = play(calls, party, sound, play_id, false);

    if (rc == 0)
        party->playing = play_id;
    return rc;
}

/* What people made goes before what came with the server. */
static struct sound *find_prompt(const struct calls *calls,
                                 const struct effect *effect)
{
    struct sound *sound =
        prompt_library_find(calls->prompt_library, effect->prompt_id,
                            effect->prompt.text, effect->language);

    return sound ? sound
                 : prompts_find(calls->prompts, effect->language,
                                effect->prompt.text);
}

void do_play(struct calls *calls, const struct effect *effect)
{
    struct command failed = {
        .type = COMMAND_PROMPT_ENDED,
        .as.prompt_ended = { .serial = effect->serial, .failed = true },
    };
    struct party *party = caller_of(calls, effect);
    struct sound *sound = find_prompt(calls, effect);

    if (!party || !sound || play_once(calls, party, sound, effect->serial) < 0)
        queue_command(calls, &failed);
}

/* Somebody waits: without the prompt it is the generated piece. */
static void play_music(struct calls *calls, struct party *party,
                       const struct effect *effect)
{
    struct sound *sound = find_prompt(calls, effect);

    if (!sound)
        sound = prompts_music(calls->prompts, effect->language,
                              effect->prompt.text);
    play(calls, party, sound, NOBODY, true);
}

void do_play_over(struct calls *calls, const struct effect *effect)
{
    struct party *party = caller_of(calls, effect);

    if (party)
        play_music(calls, party, effect);
}

/* Without a caller it is the agent who called, and waits. */
void do_ring_back(struct calls *calls, const struct effect *effect)
{
    struct party *party =
        effect->call ? caller_of(calls, effect) : callee_of(calls, effect);

    if (!party)
        return;

    play(calls, party, prompts_ring_back(calls->prompts), NOBODY, true);
    party->hears_sound = party->kind == PARTY_AGENT;
}

void do_stop_play(struct calls *calls, const struct effect *effect)
{
    struct party *party =
        effect->call ? caller_of(calls, effect) : callee_of(calls, effect);

    if (!party)
        return;

    party->playing = 0;
    party->beeps = false;
    party->loading = 0;
    party->hears_sound = false;
    media_stop_play(calls->media, party->stream, NOBODY);
}

static void silence(struct calls *calls, struct party *party)
{
    if (party->hears_sound || party->kind == PARTY_CALLER ||
        party->kind == PARTY_VISITOR) /* who calls a colleague back */
        media_stop_play(calls->media, party->stream, NOBODY);
    party->hears_sound = false;
}

int join_parties(struct calls *calls, struct party *one, struct party *other,
                 uint64_t tag)
{
    int rc = media_bridge(calls->media, one->stream, other->stream, tag);

    one->playing = 0;
    if (rc == 0) {
        silence(calls, one);
        silence(calls, other);
    }
    return rc;
}

void do_bridge(struct calls *calls, const struct effect *effect)
{
    struct party *caller = caller_of(calls, effect);
    struct party *callee = callee_of(calls, effect);

    if (!caller || !callee ||
        join_parties(calls, caller, callee, effect->serial) < 0) {
        queue_failed(calls, effect->serial, OFFER_FAILED);
        return;
    }

    secrecy_joined(calls, caller, callee);
}

void do_hold(struct calls *calls, const struct effect *effect)
{
    struct party *caller = caller_of(calls, effect);

    if (!caller)
        return;

    media_unbridge(calls->media, caller->stream, NOBODY);
    do_play_over(calls, effect);
}

void do_resume(struct calls *calls, const struct effect *effect)
{
    struct party *caller = caller_of(calls, effect);
    struct party *callee = callee_of(calls, effect);

    if (caller && callee)
        join_parties(calls, caller, callee, NOBODY);
}

void do_join_legs(struct calls *calls, const struct effect *effect)
{
    struct party *one = callee_of(calls, effect);
    struct party *other = party_by_serial(&calls->parties, effect->other);

    if (one && other && other->has_stream)
        join_parties(calls, one, other, NOBODY);
}

void do_park_leg(struct calls *calls, const struct effect *effect)
{
    struct party *party = callee_of(calls, effect);

    if (!party)
        return;

    media_unbridge(calls->media, party->stream, NOBODY);
    play_music(calls, party, effect);
    party->hears_sound = true;
}

void do_mute(struct calls *calls, const struct effect *effect)
{
    struct party *callee = callee_of(calls, effect);

    if (callee)
        media_mute(calls->media, callee->stream, NOBODY,
                   effect->type == EFFECT_MUTE);
}

static void lose_digits(struct calls *calls, uint64_t contact_id, size_t count)
{
    const struct command command = {
        .type = COMMAND_DIGITS_LOST,
        .as.digits_lost = { contact_id, (int64_t)count },
    };

    queue_command(calls, &command);
}

void do_send_digits(struct calls *calls, const struct effect *effect)
{
    struct party *caller = caller_of(calls, effect);
    size_t lost = 0;

    for (const char *digit = effect->digits.text; *digit; digit++)
        if (!caller || media_send_digit(calls->media, caller->stream,
                                        TAG_OF_DIGIT, *digit, DIGIT_MS) < 0)
            lost++;

    if (lost > 0)
        lose_digits(calls, effect->contact_id, lost);
}

void digit_answered(struct calls *calls, const struct party *party, int result)
{
    if (result < 0)
        lose_digits(calls, party->contact_id, 1);
}
