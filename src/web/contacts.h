/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Contacts: live ones from the floor, ended ones from the store. */

#ifndef WEB_CONTACTS_H
#define WEB_CONTACTS_H

#include "web/exchange.h"
#include "wire/shape.h"

void contacts_list(struct exchange *exchange);
void contacts_read(struct exchange *exchange);
void contacts_command(struct exchange *exchange); /* end, move ... */

/** Fills what is known of a live contact. */
void contact_fill_live(const struct exchange *exchange,
                       const struct contact_row *contact,
                       struct shape_contact *ret_contact);

/** Fills the names of its queue, its agent and its rule, as far as the asker may
 *  know them: see web/known.h. */
void contact_fill_names(const struct exchange *exchange,
                        struct shape_contact *contact);

/** Whether the asker may do what needs a permission with it, as see it: an
 *  agent, with those that were its own. */
bool contact_may(const struct exchange *exchange, enum permission permission,
                 const struct shape_contact *contact);

/** The same of the permission that the route needs. */
bool contact_may_see(const struct exchange *exchange,
                     const struct shape_contact *contact);

#endif
