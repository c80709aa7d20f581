/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Setting the passwords of users and of phones, and the PINs of boxes. */

#ifndef WEB_PASSWORDS_H
#define WEB_PASSWORDS_H

struct exchange;

void passwords_of_user(struct exchange *exchange);
void passwords_of_device(struct exchange *exchange);
void passwords_of_trunk(struct exchange *exchange);
void passwords_of_lookup(struct exchange *exchange);
void passwords_of_box(struct exchange *exchange);

#endif
