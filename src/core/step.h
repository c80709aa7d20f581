/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One step of a contact's way through a flow: for the files that decide it. */

#ifndef CORE_STEP_H
#define CORE_STEP_H

#include "core/write.h"

/* The node of that number in the flow that the contact is in; NULL: none. */
const struct flow_node *step_node(const struct turn *turn,
                                  const struct contact_row *contact,
                                  int64_t node);

/* ... and the one where it is. */
const struct flow_node *step_node_now(const struct turn *turn,
                                      const struct contact_row *contact);

/* Since when the contact is in flows, which a number that was not reached is no
   way out of. */
int64_t in_flows_since_us(const struct turn *turn,
                          const struct contact_row *contact);

/* The contact's next node begins. due_us: 0 without anything to wait for.
   tries: of a node that asks for keys, this one included; else 0. */
void write_step_began(struct turn *turn, const struct contact_row *contact,
                      const struct flow_node *node, int64_t due_us,
                      int64_t tries);

/* How a step ended: what is not given stays 0. */
struct step_end {
    enum step_exit exit;
    int64_t choice;      /* 1, 2, 3, ... of the node's choices; else 0 */
    int64_t draw;        /* what was drawn for it, 0 to 99; else 0 */
    bool is_again;       /* the node begins once more, whatever the exit */
    enum refusal reason; /* of an error; REFUSED_NOT: none is told */
    bool is_masked;      /* the choice's key is what a masked variable holds */
};

/* The step that runs, or began in this very decision (is_new), is over; the
   flow goes on, or hangs up. */
void write_step_over(struct turn *turn, const struct contact_row *contact,
                     const struct flow_node *node, bool is_new,
                     const struct step_end *end);

/* A node that is done with as soon as it begins. */
void write_step_passed(struct turn *turn, const struct contact_row *contact,
                       const struct flow_node *node, enum step_exit exit);

/* ... and one that the flow is left by; the caller writes where to. */
void write_last_step(struct turn *turn, const struct contact_row *contact,
                     const struct flow_node *node, enum step_exit exit);

void write_flow_over(struct turn *turn, const struct contact_row *contact,
                     enum end_cause cause);

/* decide_say.c: what was wrong with the last try has been heard: the node asks
   again. @return false: it cannot, as its text cannot be told */
bool write_question_repeated(struct turn *turn,
                             const struct contact_row *contact,
                             const struct flow_node *node);

/* ... and a part of what the node asks has been heard: the next one is. @return
   false: that was the last */
bool write_question_went_on(struct turn *turn,
                            const struct contact_row *contact,
                            const struct flow_node *node);

/* decide_trial.c: it is the call of somebody who tries a flow by phone. */
bool is_on_trial(const struct turn *turn, const struct contact_row *contact);

/* ... the node would lead the contact out of the flow, to somebody.
   @return whether it is on trial, and is told that this is the end */
bool write_trial_over(struct turn *turn, const struct contact_row *contact,
                      const struct flow_node *node);

/* decide_input.c: behind an event; nothing, when none is played. */
void ask_prompt_stopped(struct turn *turn, const struct contact_row *contact);

/* decide_lookup.c: until when a lookup that is asked now is waited for; another
   machine is asked about the contact: its step, or the routing rules, wait for
   it. Then: it did not answer in time. */
int64_t lookup_due_us(const struct turn *turn,
                      const struct event_lookup_set *lookup);
void write_lookup_asked(struct turn *turn, uint64_t contact_id,
                        const struct event_lookup_set *lookup);
void write_lookup_timeout(struct turn *turn, const struct contact_row *contact);

/* decide_language.c: whether the contact waits until it is known in which
   language it was served last; and it is known, or KEEP: it never was, or
   nobody has found out in time. */
bool waits_for_language(const struct turn *turn,
                        const struct contact_row *contact);
void write_language_recalled(struct turn *turn,
                             const struct contact_row *contact,
                             enum rule_language past);

/* decide_utterance.c: what a node records. A key, or the end of a time, while
   the caller speaks; the tone is over, and there is a file, or ""; the caller
   has been silent for long enough. */
enum refusal decide_utterance_key(struct turn *turn,
                                  const struct contact_row *contact,
                                  const struct flow_node *node, char key);
void write_utterance_due(struct turn *turn, const struct contact_row *contact,
                         const struct flow_node *node);
void write_utterance_begun(struct turn *turn, const struct contact_row *contact,
                           const struct name *object);
void write_utterance_over(struct turn *turn, const struct contact_row *contact);

/* ... and its file is whole, or there is nothing of it. */
void write_utterance_recorded(struct turn *turn,
                              const struct contact_row *contact,
                              const struct command_recorded *c);

/* ... and the contact ends meanwhile: behind an event. */
void ask_utterance_stopped(struct turn *turn,
                           const struct contact_row *contact);

/* Made from the table, so a type whose beginning nobody decides does not link:
   the contact, connected where the type wants it, has come to the node. */
#define NODE(CODE, name, traits, choices, doc)                                 \
    void begin_##name(struct turn *turn, const struct contact_row *contact,    \
                      const struct flow_node *node);
#include "core/node.def"

/* decide_collect.c: a key, or none in time, for a node that takes several; and
   for one that takes an answer. */
void write_key_collected(struct turn *turn, const struct contact_row *contact,
                         const struct flow_node *node, char key);
void write_collect_timeout(struct turn *turn, const struct contact_row *contact,
                           const struct flow_node *node);
void write_survey_key(struct turn *turn, const struct contact_row *contact,
                      const struct flow_node *node, char key);
void write_survey_timeout(struct turn *turn, const struct contact_row *contact,
                          const struct flow_node *node);

/* ... and for one that takes a language. */
void write_language_key(struct turn *turn, const struct contact_row *contact,
                        const struct flow_node *node, char key);
void write_language_timeout(struct turn *turn,
                            const struct contact_row *contact,
                            const struct flow_node *node);

#endif
