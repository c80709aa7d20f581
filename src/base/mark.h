/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks a text for the translators where no language is known yet. */

#ifndef BASE_MARK_H
#define BASE_MARK_H

/* The text itself; whoever shows it asks lang for the translation. */
#define N_(text) text

#endif
