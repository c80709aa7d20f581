/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recordings: listed, read, downloaded, deleted. */

#ifndef WEB_RECORDINGS_H
#define WEB_RECORDINGS_H

struct exchange;

void recordings_list(struct exchange *exchange);
void recordings_read(struct exchange *exchange);
void recordings_download(struct exchange *exchange);
void recordings_delete(struct exchange *exchange);

#endif
