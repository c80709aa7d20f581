/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The prompt library: made, spoken, uploaded, fetched, listened to. */

#ifndef WEB_PROMPTS_H
#define WEB_PROMPTS_H

struct exchange;

/*
 * A prompt is a document like others, but for its sound, which is made by a
 * worker before the document is set: so whoever is told that it was done can
 * hear it, and whoever is refused has changed nothing.
 */
void prompts_create(struct exchange *exchange);
void prompts_change(struct exchange *exchange);
void prompts_upload(struct exchange *exchange);

void prompts_download(struct exchange *exchange);
void prompts_uses(struct exchange *exchange);
void prompts_listen(struct exchange *exchange);
void prompts_record(struct exchange *exchange);

#endif
