/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a box's mail says of a message. */

#ifndef JOBS_MESSAGE_MAIL_H
#define JOBS_MESSAGE_MAIL_H

#include "core/event.h"
#include "jobs/mail.h"
#include "wire/shape.h"

/**
 * Writes subject and text in the box's language and time zone; the rest of the
 * mail stays as it is.
 *
 * @param message  with an agent: it was given to whoever gets the mail
 * @param zone  where the box has none; "" or unknown: UTC
 */
void message_mail_write(const struct event_box_set *box,
                        const struct shape_message *message, const char *zone,
                        struct mail *mail);

/**
 * Writes what a webhook is told, as one JSON text.
 *
 * @return 0, or -ENOSPC
 */
int message_hook_write(uint64_t delivery_id, const struct event_box_set *box,
                       const struct shape_message *message, char *ret_text,
                       size_t size);

#endif
