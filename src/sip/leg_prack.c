/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PRACK for the 18x of a peer that wants one (RFC 3262, 4). */

#include "sip/leg_inside.h"

#include <stdio.h>

static struct leg_branch *branch_of(struct leg *leg, const struct pl *tag)
{
    uint32_t key = hash_joaat_pl(tag);

    for (size_t i = 0; i < LEG_BRANCHES; i++)
        if (leg->branches[i].number && leg->branches[i].tag_key == key)
            return &leg->branches[i];

    return NULL;
}

/* In order and once; of a branch not heard of before any number will do. */
static bool is_next(struct leg *leg, const struct sip_msg *msg, uint32_t number)
{
    struct leg_branch *branch = branch_of(leg, &msg->to.tag);

    if (branch && number != branch->number + 1)
        return false;
    if (!branch) {
        branch = &leg->branches[leg->branch_count++ % LEG_BRANCHES];
        branch->tag_key = hash_joaat_pl(&msg->to.tag);
    }

    branch->number = number;
    return true;
}

static void send_prack(struct leg *leg, const struct sip_msg *msg,
                       uint32_t number)
{
    char headers[64];
    struct leg_left early;
    struct signal_request prack = { .method = "PRACK", .headers = headers };

    snprintf(headers, sizeof(headers), "RAck: %u %u INVITE\r\n", number,
             msg->cseq.num);
    leg_other_dialog(leg, msg, &early);
    (void)leg_send_in(leg->signalling, &early, ++leg->dialog.cseq, &prack, NULL,
                      NULL, NULL);
}

bool leg_prack(struct leg *leg, const struct sip_msg *msg)
{
    const struct sip_hdr *header = sip_msg_hdr(msg, SIP_HDR_RSEQ);

    if (!header || !sip_msg_hdr_has_value(msg, SIP_HDR_REQUIRE, "100rel"))
        return true;

    uint64_t number = header->val.l <= 10 ? pl_u64(&header->val) : 0;

    if (number == 0 || number > INT32_MAX || !pl_isset(&msg->to.tag) ||
        !is_next(leg, msg, (uint32_t)number))
        return false;

    send_prack(leg, msg, (uint32_t)number);
    return true;
}
