/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people set for themselves: the PIN of their box, and their mail. */

#ifndef WEB_OWN_H
#define WEB_OWN_H

struct exchange;

/**
 * Sets the PIN of the box of whoever asks. The password is asked for it, and
 * wrong ones count as those of signing in do; who signs in without one, by the
 * local account, needs none.
 */
void own_pin(struct exchange *exchange);

/** Sets where mail to whoever asks goes, and its time zone. */
void own_mail(struct exchange *exchange);

#endif
