/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Those whom we call: agents' phones and outside numbers. */

#include <string.h>

#include "calls/inside.h"
#include "core/dialling.h"

/* SIP statuses that say more than "it did not work". */
enum {
    REQUEST_TIMEOUT = 408,
    UNAVAILABLE_NOW = 480,
    BUSY_HERE = 486,
    CANCELLED = 487,
    BUSY_EVERYWHERE = 600,
    DECLINED = 603,
};

static enum offer_result result_of(const struct leg_end *end)
{
    switch (end->code) {
    case BUSY_HERE:
    case BUSY_EVERYWHERE:
        return OFFER_BUSY;
    case DECLINED:
        return OFFER_REJECTED;
    case UNAVAILABLE_NOW:
    case CANCELLED:
        return OFFER_NO_ANSWER;
    default:
        return OFFER_FAILED;
    }
}

/* Another trunk may do better when this one, not the called party, failed. Of
   an emergency call every end counts as the trunk's: also "forbidden" or "no
   such number" by one that does not know where it stands, and "busy", which
   carriers say of lines of their own, too, and the centre of its lines by that
   carrier. To ask in vain costs a moment; to stop costs the call. */
static bool is_trunks_fault(const struct party *party,
                            const struct leg_end *end)
{
    return party->is_emergency || end->cause == LEG_SILENT ||
           end->code == REQUEST_TIMEOUT ||
           (end->code >= 500 && end->code < 600);
}

int callee_dial(struct calls *calls, struct party *party,
                const struct leg_target *target, const struct leg_call *how)
{
    struct sockaddr_storage address;
    struct media_description local;
    struct leg_call call = *how;

    leg_target_media_address(calls->signalling, target, &address);
    stream_describe(party, &address, &local);
    call.id = party->id;
    call.target = target;
    call.local = &local;
    int rc = leg_dial(calls->signalling, &call, &party->leg);
    if (rc == 0)
        tracing_party(calls, party);
    return rc;
}

struct party *callee_add(struct calls *calls, enum party_kind kind,
                         const struct effect *effect)
{
    struct party *party = party_add(&calls->parties, kind, effect->serial);
    if (!party)
        return NULL;

    party->contact_id = effect->contact_id;
    party->call = effect->call;
    if (stream_open(calls, party, party_find(&calls->parties, effect->call)) ==
        0)
        return party;

    party_remove(&calls->parties, party);
    return NULL;
}

/* It never came to be: only its failure is told. */
static void give_up(struct calls *calls, struct party *party,
                    enum offer_result result)
{
    queue_failed(calls, party->serial, result);
    party->told_gone = true;
    party_gone(calls, party);
}

void callee_ring(struct calls *calls, struct party *party, uint64_t device_id,
                 const struct leg_call *how)
{
    struct leg_target target;

    if (leg_target_device(calls->signalling, device_id, &target) < 0 ||
        callee_dial(calls, party, &target, how) < 0)
        give_up(calls, party, OFFER_FAILED);
}

void do_ring(struct calls *calls, const struct effect *effect)
{
    const struct leg_call how = {
        .caller = effect->number.text[0] ? effect->number.text : "anonymous",
        .caller_name = effect->label.text,
        .auto_answer = effect->auto_answer,
        .is_emergency = effect->is_help,
    };
    struct party *party = callee_add(calls, PARTY_AGENT, effect);

    if (party)
        callee_ring(calls, party, effect->device_id, &how);
    else
        queue_failed(calls, effect->serial, OFFER_FAILED);
}

/* A phone that does not know it rings on. */
void do_talk(struct calls *calls, const struct effect *effect)
{
    const struct party *party =
        party_by_serial(&calls->parties, effect->granted_by);

    if (party && party->leg)
        (void)leg_talk(party->leg);
}

static bool dial_over(struct calls *calls, struct party *party,
                      const struct event_trunk_set *trunk)
{
    const char *shown =
        party->shown.text[0] ? party->shown.text : trunk->caller_id.text;
    struct leg_target target;
    const struct leg_call how = {
        .caller = shown[0] ? shown : "anonymous",
        .caller_name = "",
        .is_emergency = party->is_emergency,
    };

    int rc = party->is_emergency
                 ? leg_target_help(calls->signalling, trunk->id,
                                   party->number.text, &target)
                 : leg_target_trunk(calls->signalling, trunk->id,
                                    party->number.text, &target);

    if (rc < 0 || callee_dial(calls, party, &target, &how) < 0)
        return false;

    party->trunk_id = trunk->id;
    return true;
}

static bool is_up(const struct calls *calls, uint64_t trunk_id)
{
    struct trunk_status status;

    return trunk_ask_status(calls->signalling, trunk_id, &status) == 0 &&
           status.up;
}

/* Those that are up, or those that are not, the preferred ones first. */
static size_t add_emergency_trunks(const struct calls *calls,
                                   struct party *party, size_t count, bool up)
{
    const struct line_out *line_out = &calls->line_out;

    for (size_t i = 0; i < line_out->count && count < PARTY_TRUNKS; i++) {
        const struct event_trunk_set *trunk = &line_out->trunks[i].document;

        if (dialling_is_emergency(trunk, party->number.text) &&
            is_up(calls, trunk->id) == up)
            party->trunk_ids[count++] = trunk->id;
    }

    return count;
}

/* All that dial the number: how they are says which is tried first, not
   whether one is. */
static void choose_emergency_trunks(const struct calls *calls,
                                    struct party *party)
{
    size_t count = add_emergency_trunks(calls, party, 0, true);

    add_emergency_trunks(calls, party, count, false);
}

/* The first trunk, from the next one on, that takes the call. */
static bool dial_outside(struct calls *calls, struct party *party)
{
    while (party->next_trunk < PARTY_TRUNKS &&
           party->trunk_ids[party->next_trunk]) {
        const struct event_trunk_set *trunk = line_out_find(
            &calls->line_out, party->trunk_ids[party->next_trunk++]);

        if (trunk && dial_over(calls, party, trunk))
            return true;
    }

    return false;
}

void do_dial(struct calls *calls, const struct effect *effect)
{
    struct party *party = callee_add(calls, PARTY_OUTSIDE, effect);

    if (!party) {
        queue_failed(calls, effect->serial, OFFER_FAILED);
        return;
    }

    party->number = effect->number;
    party->dialler = effect->other;
    party->shown = effect->shown;
    memcpy(party->trunk_ids, effect->trunk_ids, sizeof(effect->trunk_ids));
    party->is_emergency = effect->type == EFFECT_DIAL_EMERGENCY;
    if (party->is_emergency)
        choose_emergency_trunks(calls, party);
    if (!dial_outside(calls, party))
        give_up(calls, party, OFFER_FAILED);
}

/* Whom an agent has called takes the place that a caller has. */
static void outside_answered(struct calls *calls, struct party *party)
{
    struct command command = {
        .type = COMMAND_LEG_ANSWERED,
        .as.leg_answered = { .serial = party->serial,
                             .trunk_id = party->trunk_id },
    };

    if (party->call == 0) {
        command.as.leg_answered.call = party->id;
        party_become_caller(&calls->parties, party);
    }
    queue_command(calls, &command);
}

void callee_answered(struct calls *calls, struct party *party,
                     const struct media_description *remote)
{
    party->is_answered = true;
    stream_connect(calls, party, remote);
    if (party->kind == PARTY_LISTENER)
        listener_answered(calls, party);
    else if (party->kind == PARTY_VISITOR)
        visitor_answered(calls, party);
    else if (party->kind == PARTY_OUTSIDE)
        outside_answered(calls, party);
    else
        queue_serial(calls, COMMAND_LEG_ANSWERED, party->serial);
}

void callee_ended(struct calls *calls, struct party *party,
                  const struct leg_end *end)
{
    bool asked = party->end_serial != 0;

    party->leg = NULL;
    if (party->line && party->is_answered && !asked)
        line_ended(calls, party, end);
    if (party->kind == PARTY_LISTENER) {
        listener_ended(calls, party);
        return;
    }
    if (party->kind == PARTY_VISITOR) {
        visitor_ended(calls, party, result_of(end));
        return;
    }
    if (!party->is_answered)
        early_over(calls, party);
    if (!asked && !party->is_answered && party->kind == PARTY_OUTSIDE &&
        is_trunks_fault(party, end) && dial_outside(calls, party))
        return;

    if (!asked && !party->is_answered && end->redirect[0])
        queue_redirected(calls, party->serial, end->redirect);
    else if (!asked && !party->is_answered)
        queue_failed(calls, party->serial, result_of(end));
    else if (!asked && !line_stands(party))
        queue_serial(calls, COMMAND_LEG_HUNG_UP, party->serial);

    party_gone(calls, party);
}

/* The phone wants its two calls to be one without it. */
static void two_referred(struct calls *calls, struct party *party,
                         const struct leg_refer *refer)
{
    struct party *other = party_find(&calls->parties, refer->replaces_id);
    struct command command = { .type = COMMAND_LEG_REFERRED };

    if (party->kind != PARTY_AGENT || !other || other == party ||
        other->kind != PARTY_AGENT) {
        leg_refer_result(party->leg, DECLINED);
        return;
    }

    command.as.leg_referred.serial = party->serial;
    command.as.leg_referred.replaces = other->serial;
    party->was_referred = true;
    queue_command(calls, &command);
}

void callee_referred(struct calls *calls, struct party *party,
                     const struct leg_refer *refer)
{
    static const char allowed[] = "+*#0123456789";
    struct command command = { .type = COMMAND_LEG_REFERRED };
    struct phone_number *number = &command.as.leg_referred.number;
    const struct leg_text *target = &refer->target;
    size_t length = 0;

    if (refer->replaces_id) {
        two_referred(calls, party, refer);
        return;
    }
    while (length < target->length && target->bytes[length] != '\0' &&
           strchr(allowed, target->bytes[length]))
        length++;

    if (party->kind != PARTY_AGENT || length != target->length || length == 0 ||
        length >= sizeof(number->text)) {
        leg_refer_result(party->leg, DECLINED);
        return;
    }

    memcpy(number->text, target->bytes, length);
    command.as.leg_referred.serial = party->serial;
    party->was_referred = true;
    queue_command(calls, &command);
}

/* STOP_RINGING and RELEASE: whatever state the leg is in, it goes. */
void do_end_callee(struct calls *calls, const struct effect *effect)
{
    struct party *party = line_party(calls, effect->granted_by);

    if (!party) {
        queue_serial(calls, COMMAND_LEG_GONE, effect->serial);
        return;
    }
    if (line_is_lent_as(party, effect->granted_by)) {
        line_give_back(calls, party);
        queue_serial(calls, COMMAND_LEG_GONE, effect->serial);
        return;
    }

    party->end_serial = effect->serial;
    if (party->was_referred) {
        party->was_referred = false;
        leg_refer_result(party->leg, 200);
    }
    if (!party->leg)
        party_gone(calls, party);
    else if (party->was_taken && !party->is_answered && effect->code >= 400)
        leg_reject(party->leg, effect->code, NULL, NULL);
    else
        leg_hang_up(party->leg, effect->code == 200 ? LEG_WHY_ANSWERED_ELSEWHERE
                                                    : LEG_WHY_NORMAL);
}
