/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One document in the form that two configurations are compared in. */

#ifndef CLI_NORMAL_FORM_H
#define CLI_NORMAL_FORM_H

#include "cli/cli.h"
#include "core/record.h"
#include "wire/mistake.h"
#include "wire/value.h"

/*
 * Normal is: every setting of the document in the order of its table,
 * references as names, "" for none. See arrangement.h.
 */

/**
 * Makes it of what the server sent, whose references are numbers.
 *
 * @return the object, or NULL: out of memory
 */
struct json_t *normal_form_of_answer(struct cli *cli,
                                     const struct record *record,
                                     const struct json_t *answer);

/**
 * Makes it of what somebody wrote; what is left out gets its preset.
 *
 * @param ret_object  on success; release with value_free()
 *
 * @return 0, -ENOMEM, or -EBADMSG
 */
int normal_form_of_text(const struct record *record,
                        const struct json_t *written,
                        struct json_t **ret_object,
                        struct mistake *ret_mistake);

/**
 * Makes the normal text of a flow: queues by name, presets left out.
 *
 * @param ret_object  on success, a JSON object; release with value_free()
 *
 * @return 0, -ENOMEM, or -EBADMSG
 */
int normal_form_of_flow(const char *text, size_t length,
                        struct json_t **ret_object,
                        struct mistake *ret_mistake);

/** Tells whether a setting refers to another document. */
bool normal_form_refers(const struct field *field);

#endif
