/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages that callers left, as far as the asker may hear them. */

#ifndef WEB_VOICEMAIL_H
#define WEB_VOICEMAIL_H

#include "web/exchange.h"

void voicemail_list(struct exchange *exchange);
void voicemail_read(struct exchange *exchange);
void voicemail_history(struct exchange *exchange); /* voicemail_history.c */
void voicemail_download(struct exchange *exchange);
void voicemail_listen(struct exchange *exchange);
void voicemail_call_back(struct exchange *exchange); /* by the asker's phone */
void voicemail_mark(struct exchange *exchange);
void voicemail_command(struct exchange *exchange); /* assign, forward */
void voicemail_delete(struct exchange *exchange);
void voicemail_transcribe(struct exchange *exchange);
void voicemail_greetings(struct exchange *exchange);

/** ... by the asker's phone. */
void voicemail_record(struct exchange *exchange);

/* voicemail_lock.c: after too many wrong PINs. */
void voicemail_unlock_box(struct exchange *exchange);
void voicemail_unlock_device(struct exchange *exchange);
void voicemail_unlock_trunk(struct exchange *exchange);

#endif
