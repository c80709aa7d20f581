/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The prompt library: made, spoken, uploaded, fetched, listened to. */

#ifndef WEB_PROMPTS_H
#define WEB_PROMPTS_H

struct event_prompt_set;
struct exchange;
struct web_request;

/*
 * A prompt is a document like others, but for its sound, which is made by a
 * worker before the document is set: so whoever is told that it was done can
 * hear it, and whoever is refused has changed nothing.
 */
void prompts_create(struct exchange *exchange);
void prompts_change(struct exchange *exchange);
void prompts_upload(struct exchange *exchange);

/** Has a prompt's text spoken, and then asks for a command that keeps it; or
 *  answers why it cannot be spoken. */
void prompts_say(struct exchange *exchange,
                 const struct event_prompt_set *prompt,
                 const struct web_request *request);

/** Has the WAV file that came checked and converted, and then asks for a command
 *  that keeps its sound: COMMAND_SET_PROMPT, of this prompt; or
 *  COMMAND_SET_GREETING. Or answers what is wrong with the file. */
void prompts_take(struct exchange *exchange,
                  const struct event_prompt_set *prompt,
                  const struct web_request *request);

/** Answers with the sound of a prompt as it was once: a text is spoken anew where
 *  that is not kept. 404: it had none, or the file is gone. */
void prompts_send_sound(struct exchange *exchange,
                        const struct event_prompt_set *prompt);

/** Has one's own phone play the sound of a prompt as it was once; refused as
 *  above, or as it has none. */
void prompts_play_sound(struct exchange *exchange,
                        const struct event_prompt_set *prompt);

/* What a prompt was: who changed what when; one version is read by
   document_versions_read(). */
void prompts_versions(struct exchange *exchange);
void prompts_version_sound(struct exchange *exchange);
void prompts_version_listen(struct exchange *exchange);

void prompts_download(struct exchange *exchange);
void prompts_uses(struct exchange *exchange);

/** Removes a prompt that no draft of a flow plays, which only the store knows;
 *  what else uses it the core looks at. */
void prompts_remove(struct exchange *exchange);
void prompts_listen(struct exchange *exchange);
void prompts_record(struct exchange *exchange);

#endif
