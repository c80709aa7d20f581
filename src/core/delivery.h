/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages are sent on, by mail and to a webhook, as their boxes say. */

#ifndef CORE_DELIVERY_H
#define CORE_DELIVERY_H

#include "core/decide.h"

/*
 * What is to be sent on is a row of the state, so it outlives every crash: an
 * attempt that was under way is made once more by the next start, and whoever
 * receives twice can tell by the delivery's number, which stays. An attempt
 * that fails for now is made again after 1, 5, 15 minutes, 1, 4, 12 hours and
 * a day; then it is given up. What the other end refuses for good is not tried
 * again. Either is an alarm that stands for a day, as nobody would hear of it
 * else: whom the message is for waits for a mail that does not come.
 *
 * To those who hear a box, each gets a mail of their own. They are begun one
 * after the other, in the order of the agents' numbers: the next one as soon as
 * it is known how the first attempt for the last one came out. So no decision
 * writes to many, and one who cannot be reached holds up nobody. Whoever is
 * given a message by somebody else gets one as well, of a box whose people get
 * mail: also who does not hear that box, as that one hears this message.
 *
 * The core asks (DELIVER) and is told (delivered); how a mail or a request is
 * made is not its business.
 */
enum {
    DELIVERY_MAX_ATTEMPTS = 8,
    DELIVERY_MAX_ROWS = 10000, /* then nobody else who hears a box gets mail */
};

/** A delivery's number, where the box says to whom: that of the message, how
 *  often it was forwarded, and the way. Whoever gets it from two boxes can tell
 *  the two apart. */
uint64_t delivery_id_of(uint64_t message_id, int64_t forwards,
                        enum delivery_way way);

/* A message that is new in a box. */
struct arrived {
    uint64_t message_id, contact_id;
    const struct event_box_set *box;
    uint64_t agent_id; /* whose turn it is to care for it; 0: nobody's */
    int64_t forwards;  /* so often it was, with this time */
};

/** Begins what the box wants for it. */
void write_deliveries(struct turn *turn, const struct arrived *arrived);

/** Tells the agent that somebody else gives the message to. */
void write_given(struct turn *turn, const struct arrived *given);

/** Ends what has not been sent on, for the message goes; before it does. What
 *  waits for those who hear the box goes with the event of the message. */
void write_deliveries_void(struct turn *turn, uint64_t message_id);

/** An attempt took too long, or the next one is due. */
void write_delivery_due(struct turn *turn, uint64_t delivery_id);

/** Whether a text is a list of addresses that mail can be sent to, at most
 *  DELIVERY_MAX_ADDRESSES, and one of a webhook; "" is fine. */
enum { DELIVERY_MAX_ADDRESSES = 10 };
bool is_mail_list(const char *text);
bool is_mail_address(const char *text); /* one, or "" */
bool is_webhook(const char *text);

#endif
