/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a contact's flows keep: values under names. */

#ifndef CORE_VARIABLE_H
#define CORE_VARIABLE_H

#include "core/write.h"

enum { VARIABLES_MAX = 16 }; /* of a contact */

/*
 * caller, called and language are there without being set, and cannot be. A
 * masked variable's value is in the vault (vault.h); where the answer could
 * get into an event it counts as not known.
 */

/** Whether a name is one of those that are there already. */
bool variable_is_given(const char *name);

/**
 * Finds a value, to decide by: of a masked variable, too.
 *
 * @return whether it is known; else the value is ""
 */
bool variable_get(const struct turn *turn, const struct contact_row *contact,
                  const char *name, struct label *ret_value);

/** The value of a variable that is set and not masked, borrowed from the state;
 *  else NULL. */
const char *variable_text(const struct turn *turn, uint64_t contact_id,
                          const char *name);

/** Whether a variable is set, and masked: then not even what it equals may be
 *  told. */
bool variable_is_masked(const struct turn *turn, uint64_t contact_id,
                        const char *name);

/* What a part of a text is. */
enum variable_part {
    VARIABLE_NONE,   /* its own */
    VARIABLE_VALUE,  /* of one of its {{names}} */
    VARIABLE_MASKED, /* the same, and masked */
};

/* Takes a part; false ends the walk. */
typedef bool variable_add_h(void *arg, const char *part, size_t length,
                            enum variable_part kind);

/**
 * Walks a text: its own parts, and the values of its {{names}}; one that is not
 * known is "".
 *
 * @return whether all braces are closed, and add took everything
 */
bool variable_expand(const struct turn *turn, const struct contact_row *contact,
                     const char *text, variable_add_h *add, void *arg);

/**
 * Puts values for the {{names}} of a text; one that is not known is "".
 *
 * @param ret_masked  whether a masked one is in it; NULL: there must be none
 *
 * @return whether the text fits, all braces are closed, and nothing is in it
 *         that must not
 */
bool variable_fill(const struct turn *turn, const struct contact_row *contact,
                   const char *text, struct label *ret_text, bool *ret_masked);

/**
 * Gives a variable a value, by an event; at most once in a decision.
 *
 * @param masked  then the value is kept in the vault alone
 *
 * @return whether there was room, and the name may be set
 */
bool write_variable(struct turn *turn, const struct contact_row *contact,
                    const struct name *name, const char *value, bool masked);

/**
 * The same, several times in a decision, with another name each.
 *
 * @param added  how many new ones the decision has made so far; 0 at first
 */
bool write_next_variable(struct turn *turn, const struct contact_row *contact,
                         const struct name *name, const char *value,
                         bool masked, int64_t *added);

#endif
