/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All figures for Prometheus, in its text format 0.0.4. */

#ifndef WEB_FIGURES_H
#define WEB_FIGURES_H

struct exchange;

void figures_print(struct exchange *exchange);

#endif
