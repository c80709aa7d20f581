/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Those who call us: from the INVITE to the end of their leg. */

#include <errno.h>
#include <string.h>

#include "base/entropy.h"
#include "base/text.h"
#include "calls/inside.h"

enum { BUSY_HERE = 486, UNAVAILABLE = 503, NOT_ACCEPTABLE = 488 };

enum { LOTS = 10000 }; /* the core draws nothing: see RULE_DRAWS */

/* Numbers are rebuilt from what a number may consist of; "" is withheld. */
static void read_number(const struct leg_text *text,
                        struct phone_number *ret_number)
{
    static const char allowed[] = "+*#0123456789";
    size_t length = 0;

    memset(ret_number, 0, sizeof(*ret_number));
    for (size_t i = 0; i < text->length; i++) {
        char c = text->bytes[i];

        if (c == '\0' || !strchr(allowed, c))
            continue;
        if (length == sizeof(ret_number->text) - 1)
            break;
        ret_number->text[length++] = c;
    }
}

static void queue_arrival(struct calls *calls, const struct party *party,
                          const struct leg_invite *invite)
{
    struct command command = { .type = COMMAND_CONTACT_ARRIVES };
    struct command_contact_arrives *arrives = &command.as.contact_arrives;
    uint64_t random;

    arrives->call = party->id;
    arrives->trunk_id = invite->trunk_id;
    arrives->device_id = invite->device_id;
    read_number(&invite->caller, &arrives->caller);
    read_number(&invite->called, &arrives->called);
    entropy_bytes(&random, sizeof(random));
    arrives->draw = (int64_t)(random % LOTS);
    text_safe(invite->caller_name.bytes, invite->caller_name.length,
              arrives->caller_name.text, sizeof(arrives->caller_name.text));
    queue_command(calls, &command);
}

/* Room for the agent's leg is wanted, too: half a call helps nobody. Emergency
   calls are let in by the stack so few at a time that they find room. */
static bool is_overloaded(const struct calls *calls)
{
    return fifo_count(&calls->commands) >= calls->max_waiting ||
           calls->parties.count + 2 > calls->parties.max;
}

void caller_arrives(struct calls *calls, struct leg *leg,
                    const struct leg_invite *invite)
{
    struct party *party = is_overloaded(calls) && !invite->is_emergency
                              ? NULL
                              : party_add(&calls->parties, PARTY_CALLER, 0);

    if (!party) {
        leg_reject(leg, UNAVAILABLE, NULL, "Retry-After: 5\r\n");
        return;
    }

    party->leg = leg;
    leg_set_id(leg, party->id);
    if (invite->offer) {
        party->offer = *invite->offer;
        party->has_offer = true;
    }
    if (stream_open(calls, party, NULL) < 0) {
        party->told_gone = true;
        leg_reject(leg, UNAVAILABLE, NULL, "Retry-After: 5\r\n");
        return;
    }

    queue_arrival(calls, party, invite);
}

/* A phone's display shows the reason phrase; "calls_capped" reads well enough
   as words. */
static void reject(struct leg *leg, const struct effect *effect)
{
    char reason[sizeof(effect->label.text)];
    size_t i = 0;

    for (; effect->label.text[i]; i++)
        reason[i] =
            (char)(effect->label.text[i] == '_' ? ' ' : effect->label.text[i]);
    reason[i] = '\0';
    leg_reject(leg, effect->code, reason[0] ? reason : NULL, NULL);
}

void do_reject(struct calls *calls, const struct effect *effect)
{
    struct party *party = party_find(&calls->parties, effect->call);
    if (!party)
        return;

    party->told_gone = true;
    if (party->leg)
        reject(party->leg, effect);
}

static void answer(struct calls *calls, struct party *party)
{
    struct media_description local;
    struct sockaddr_storage address;

    leg_media_address(party->leg, &address);
    stream_describe(party, &address, &local);

    int rc = leg_answer(party->leg, &local);
    if (rc < 0) {
        leg_reject(party->leg, rc == -EINVAL ? NOT_ACCEPTABLE : UNAVAILABLE,
                   NULL, NULL);
        return; /* its end says the rest */
    }

    party->is_answered = true;
    if (party->has_offer)
        stream_connect(calls, party, &party->offer);
}

void do_answer(struct calls *calls, const struct effect *effect)
{
    struct party *party = party_find(&calls->parties, effect->call);

    if (!party || !party->leg) {
        queue_failed(calls, effect->serial, OFFER_FAILED);
        return;
    }

    party->serial = effect->serial;
    answer(calls, party);
}

static void forget(struct calls *calls, struct party *party)
{
    party->told_gone = true;
    party_gone(calls, party);
}

/* Whoever called is the agent: the other end is still to be called. */
void do_take_call(struct calls *calls, const struct effect *effect)
{
    struct party *party = party_find(&calls->parties, effect->call);

    if (!party || !party->leg) {
        queue_failed(calls, effect->serial, OFFER_FAILED);
        if (party) /* which called to pick up, and was no contact's yet */
            forget(calls, party);
        return;
    }

    party->contact_id = effect->contact_id;
    tracing_party(calls, party);
    party_become_agent(&calls->parties, party, effect->serial);
    party->was_taken = true;
}

/* ... and has answered. For the core the phone is answered, too: whatever goes
   wrong with that ends an answered leg. */
void do_pick_up(struct calls *calls, const struct effect *effect)
{
    struct party *party = party_by_serial(&calls->parties, effect->granted_by);

    if (!party || !party->leg || !party->was_taken || party->is_answered)
        return;

    answer(calls, party);
    party->is_answered = true;
}

void caller_confirmed(struct calls *calls, struct party *party,
                      const struct media_description *remote)
{
    if (remote)
        stream_connect(calls, party, remote);
    if (party->kind == PARTY_AGENT) {
        queue_serial(calls, COMMAND_LEG_ANSWERED, party->serial);
    } else if (party->serial) {
        queue_serial(calls, COMMAND_CALLER_CONNECTED, party->serial);
        party->serial = 0;
    }
}

/* Whoever has never confirmed our answer is no caller who hung up. */
static void answer_failed(struct calls *calls, struct party *party)
{
    if (party->serial == 0 || party->end_serial != 0)
        return;

    party->told_gone = true;
    queue_failed(calls, party->serial, OFFER_NO_ANSWER);
}

void caller_ended(struct calls *calls, struct party *party,
                  const struct leg_end *end)
{
    party->leg = NULL;
    if (end->cause == LEG_NO_ACK)
        answer_failed(calls, party);
    party_gone(calls, party);
}

void do_hang_up(struct calls *calls, const struct effect *effect)
{
    struct party *party = party_find(&calls->parties, effect->call);

    if (!party) {
        queue_serial(calls, COMMAND_LEG_GONE, effect->serial);
        return;
    }

    if (party->line && party->leg) { /* lent: it stands on */
        line_give_back(calls, party);
        queue_serial(calls, COMMAND_LEG_GONE, effect->serial);
        return;
    }

    party->end_serial = effect->serial;
    if (party->leg)
        leg_hang_up(party->leg, LEG_WHY_NORMAL);
    else
        party_gone(calls, party);
}
