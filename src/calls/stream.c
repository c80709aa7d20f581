/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A party's sound: opened, described, connected, and what it tells. */

#include <arpa/inet.h>
#include <assert.h>
#include <netinet/in.h>

#include "calls/inside.h"

enum {
    EVENT_PAYLOAD_TYPE = 101, /* what we propose for digits (RFC 4733) */
    PTIME_MS = 20,
};

/* A command's tag says which effect its answer is for; 0: for nobody. */
enum { NOBODY = 0 };

int stream_open(struct calls *calls, struct party *party,
                const struct party *near)
{
    assert(!party->has_stream);

    struct media_stream_id none = { 0 };
    int rc =
        media_open(calls->media, near && near->has_stream ? near->stream : none,
                   &party->stream, &party->port);
    if (rc < 0)
        return rc;

    party->has_stream = true;
    calls->party_of_stream[party->stream.slot] = party->id;
    return 0;
}

static void add_traffic(const struct calls *calls, const struct party *party,
                        struct calls_traffic *traffic)
{
    struct media_stats stats;

    if (!party->has_stream ||
        media_stats(calls->media, party->stream, &stats) < 0)
        return;

    traffic->received += stats.packets_received;
    traffic->sent += stats.packets_sent;
    traffic->lost += stats.packets_lost;
    for (size_t i = 0; i < MEDIA_DROP_COUNT; i++)
        traffic->dropped += stats.dropped[i];
    traffic->forged += stats.dropped[MEDIA_DROP_FORGED];
    traffic->replayed += stats.dropped[MEDIA_DROP_REPLAYED];
}

void calls_traffic(const struct calls *calls, struct calls_traffic *ret_traffic)
{
    assert(calls && ret_traffic);

    size_t left = calls->parties.count;

    *ret_traffic = calls->closed;
    for (size_t i = 0; left > 0 && i < calls->parties.room; i++) {
        const struct party *party = party_at(&calls->parties, i);

        if (!party)
            continue;
        add_traffic(calls, party, ret_traffic);
        left--;
    }
}

void stream_close(struct calls *calls, struct party *party)
{
    if (!party->has_stream)
        return;

    add_traffic(calls, party, &calls->closed);
    media_close(calls->media, party->stream, NOBODY);
    calls->party_of_stream[party->stream.slot] = 0;
    party->has_stream = false;
    party->is_connected = false;
}

enum media_srtp srtp_of(enum sound_secrecy secrecy)
{
    static const enum media_srtp all[] = {
        [SOUND_PLAIN] = MEDIA_SRTP_NO,
        [SOUND_MAY_BE_SECRET] = MEDIA_SRTP_OPTIONAL,
        [SOUND_MUST_BE_SECRET] = MEDIA_SRTP_REQUIRED,
    };

    if (secrecy != SOUND_PLAIN)
        media_prepare_srtp();
    return all[secrecy];
}

static void set_port(struct sockaddr_storage *address, uint16_t port)
{
    if (address->ss_family == AF_INET6)
        ((struct sockaddr_in6 *)address)->sin6_port = htons(port);
    else
        ((struct sockaddr_in *)address)->sin_port = htons(port);
}

void stream_describe(const struct party *party,
                     const struct sockaddr_storage *address,
                     struct media_description *ret_local)
{
    *ret_local = (struct media_description){
        .rtp = *address,
        .formats = { { MEDIA_PCMU, 0 }, { MEDIA_PCMA, 8 } },
        .format_count = 2,
        .event_type = EVENT_PAYLOAD_TYPE,
        .event_clock_hz = 8000,
        .ptime_ms = PTIME_MS,
        .direction = MEDIA_BOTH_WAYS,
    };
    set_port(&ret_local->rtp, party->port);
}

void stream_connect(struct calls *calls, struct party *party,
                    const struct media_description *remote)
{
    struct sockaddr_storage address = { 0 };
    struct media_description local, told;

    if (!party->has_stream)
        return;

    if (party->leg)
        leg_media_address(party->leg, &address);
    stream_describe(party, &address, &local);
    if (party->leg && leg_local(party->leg, &told) == 0)
        local.crypto = told.crypto;
    if (media_connect(calls->media, party->stream, NOBODY, remote, &local) < 0)
        return;

    party->is_connected = true;
    secrecy_agreed(calls, party, &local, remote);
}

static void take_digit(struct calls *calls, const struct party *party,
                       char digit)
{
    struct command command = { .type = COMMAND_PRESS_DIGIT };

    if ((party->kind != PARTY_CALLER && party->kind != PARTY_VISITOR) ||
        party->contact_id == 0)
        return;

    command.as.press_digit.contact_id = party->contact_id;
    command.as.press_digit.digit.text[0] = digit;
    queue_command(calls, &command);
}

/* Nothing was heard for too long: the core ends what needs ending. */
static void take_timeout(struct calls *calls, const struct party *party)
{
    struct command command = { .type = COMMAND_LEG_HUNG_UP };

    if (!party->is_answered || party->end_serial || party->is_held ||
        party->kind == PARTY_LISTENER || line_stands(party))
        return;

    if (party->kind == PARTY_CALLER || party->kind == PARTY_VISITOR) {
        if (party->contact_id == 0)
            return;
        line_lost(calls, party);
        command.type = COMMAND_CALLER_HUNG_UP;
        command.as.caller_hung_up.contact_id = party->contact_id;
        command.as.caller_hung_up.media_lost = true;
    } else {
        line_lost(calls, party);
        command.as.leg_hung_up.serial = party->serial;
        command.as.leg_hung_up.media_lost = true;
    }
    queue_command(calls, &command);
}

/* Whoever stops or replaces a prompt no longer waits for its end: an end that
   is still waited for and is not the sound's own means that it did not play. */
static void take_play_ended(struct calls *calls, struct party *party,
                            const struct media_event *event)
{
    struct command command = { .type = COMMAND_PROMPT_ENDED };

    if (party->kind == PARTY_LISTENER) {
        listener_heard_all(calls, party);
        return;
    }
    if (event->play_id == NOBODY || party->playing != event->play_id)
        return;

    if (party->beeps) {
        message_beeped(calls, party, event->ending != MEDIA_PLAY_FINISHED);
        return;
    }

    party->playing = 0;
    command.as.prompt_ended.serial = event->play_id;
    command.as.prompt_ended.failed = event->ending != MEDIA_PLAY_FINISHED;
    queue_command(calls, &command);
}

/* Only BRIDGE has an answer that somebody waits for. */
static void take_answer(struct calls *calls, const struct media_event *event)
{
    if (event->tag == NOBODY || event->tag == TAG_OF_DIGIT)
        return;

    if (event->result == 0)
        queue_bridged(calls, event->tag);
    else
        queue_failed(calls, event->tag, OFFER_FAILED);
}

static void take_event(struct calls *calls, const struct media_event *event)
{
    struct party *party =
        party_find(&calls->parties, calls->party_of_stream[event->stream.slot]);

    if (event->type == MEDIA_ANSWER)
        take_answer(calls, event);

    if (!party || !party->has_stream ||
        party->stream.generation != event->stream.generation)
        return;

    switch (event->type) {
    case MEDIA_DIGIT:
        take_digit(calls, party, event->digit);
        break;
    case MEDIA_TIMEOUT:
        take_timeout(calls, party);
        break;
    case MEDIA_QUIET:
        message_quiet(calls, party);
        break;
    case MEDIA_PLAY_ENDED:
        take_play_ended(calls, party, event);
        break;
    case MEDIA_ANSWER:
        if (event->tag == TAG_OF_DIGIT)
            digit_answered(calls, party, event->result);
        break;
    case MEDIA_DETACHED:
        break;
    }
}

void stream_take_events(struct calls *calls)
{
    struct media_event event;

    while (media_next_event(calls->media, &event))
        take_event(calls, &event);
}
