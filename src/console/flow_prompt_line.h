/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A prompt that a node plays: how long it is, and who hears it in which way. */

#ifndef CONSOLE_FLOW_PROMPT_LINE_H
#define CONSOLE_FLOW_PROMPT_LINE_H

#include "console/program.h"
#include "core/record.h"
#include "tui/surface.h"

/*
 * "0:04  en ● es ◊ cs ▲": with a sound of its own, by a text that the server
 * speaks, in no way at all. From the rows of prompts and console/prompt_sounds.h:
 * a prompt that comes with the server is in no library, and has no line.
 */

/** The prompt of the library that a setting names, by number or by name.
 *  @return its id; 0: none, or the setting is for something else */
uint64_t flow_prompt_named(const struct program *program,
                           const struct field *setting, const void *settings);

/** Its line. */
void flow_prompt_line(const struct program *program, const struct style *style,
                      uint64_t prompt_id, struct safe_text *ret_line);

/** What is to be thought of before callers hear it: languages that are missing,
 *  else those that the server speaks; "": nothing. */
void flow_prompt_warning(const struct program *program,
                         const struct style *style, uint64_t prompt_id,
                         struct safe_text *ret_words);

#endif
