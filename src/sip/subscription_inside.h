/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the subscriptions have in common, and nobody else uses. */

#ifndef SIP_SUBSCRIPTION_INSIDE_H
#define SIP_SUBSCRIPTION_INSIDE_H

#include "sip/registrar_table.h"
#include "sip/waiting.h"

enum { SUBSCRIPTION_TAG_SIZE = 64 };

struct subscription {
    struct le le;      /* of the device's, newest first */
    struct le by_call; /* of all, by Call-ID */
    struct device *device;
    char name[REGISTRAR_USERNAME_MAX + 1]; /* that it was asked of */
    uint64_t lamp_id;                      /* 0: the phone's own */
    struct phone_waiting waiting;          /* of that lamp, told last */
    char call_id[REGISTRAR_CALL_ID_MAX + 1];
    uint64_t tag; /* ours, as the answer has it */
    char local_tag[SUBSCRIPTION_TAG_SIZE];
    char remote_tag[SUBSCRIPTION_TAG_SIZE];
    char local_uri[REGISTRAR_CONTACT_MAX + 1];
    char remote_uri[REGISTRAR_CONTACT_MAX + 1];
    char target[REGISTRAR_CONTACT_MAX + 1];
    struct sa hop;
    enum signal_transport transport;
    uint32_t remote_cseq;
    uint32_t cseq;
    int64_t expires_us; /* of the loop's clock */
    struct wheel_timer expiry;
    struct signal_sent *telling; /* the NOTIFY under way */
    bool has_more;               /* to be told after it */
};

/** Sends how things are; after the NOTIFY under way, if there is one. It may be
 *  gone then: whom nothing can be sent to is told no more. */
void subscription_tell(struct subscription *one);

/** Tells how things are for the last time, and forgets it.
 *
 * @param reason  as of RFC 6665, 4.1.3 */
void subscription_end(struct subscription *one, const char *reason);

#endif
