/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Prompts of the library to choose from, and to hear, for a node's form. */

#ifndef CONSOLE_FLOW_PROMPTS_H
#define CONSOLE_FLOW_PROMPTS_H

#include "console/document_fields.h"

/* A name that comes with the server is in no list, and can be typed. */
struct flow_prompts {
    struct program *program;
    struct document_fields *fields;
    const struct field *setting; /* that is chosen for */
};

/** Whether a setting is the name of a prompt. NULL: it is not. */
bool flow_prompts_name(const struct field *setting);

/** Opens the list for the setting that has the focus: Enter types a name; Space
 *  lets one's phone ring and plays it, and the list stays. Another setting says
 *  so. */
void flow_prompts_open(struct flow_prompts *prompts);

/** Lets one's phone ring, to record what the prompt says whose name is typed
 *  there. */
void flow_prompts_record(struct flow_prompts *prompts);

#endif
