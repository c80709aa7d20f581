/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verdicts as sentences, and what of them is only counted. */

#include "console/candidate_words.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>

#include "console/document_value.h"
#include "console/naming.h"
#include "console/word.h"
#include "lang/phrase.h"
#include "wire/verdict_text.h"

/* " (es 30 < 50)" behind the sentence. */
static void add_skill(const struct program *program,
                      const struct candidate *candidate,
                      struct safe_text *ret_text)
{
    struct safe_text skill;

    if (!candidate->skill_id)
        return;
    document_name(program, DOCUMENT_SKILL, candidate->skill_id, &skill);
    safe_text_format(ret_text, "%s (%s %u < %u)", ret_text->text, skill.text,
                     (unsigned)candidate->level, (unsigned)candidate->needed);
}

void candidate_word(const struct program *program,
                    const struct candidate *candidate, int64_t for_us,
                    struct safe_text *ret_text)
{
    assert(program && candidate && ret_text);
    const char *with_time = verdict_text(candidate->verdict, true);
    bool has_time = for_us >= 0 && with_time;
    char time[WORD_TIME_SIZE], text[256];
    struct safe_text agent;

    naming_agent(program, candidate->agent_id, &(struct name){ "" }, &agent);
    word_duration(for_us, time);
    phrase_fill(
        program_text(program, has_time
                                  ? with_time
                                  : verdict_text(candidate->verdict, false)),
        agent.text, has_time ? time : NULL, text, sizeof(text));
    safe_text_copy(ret_text, text);
    add_skill(program, candidate, ret_text);
}

/* Those of a verdict who are not told one by one. */
static uint32_t rest_of(const struct candidates *candidates,
                        enum verdict verdict)
{
    uint32_t count = candidates->counts[verdict];

    for (uint32_t i = 0; i < candidates->row_count; i++)
        if (candidates->rows[i].verdict == verdict && count > 0)
            count--;
    return count;
}

void candidates_word_rest(const struct program *program,
                          const struct candidates *candidates,
                          struct safe_text *ret_text)
{
    assert(program && candidates && ret_text);
    char text[256] = "";
    size_t length = 0;

    for (int i = 0; i < verdict_count && length < sizeof(text) - 64; i++) {
        uint32_t rest = rest_of(candidates, (enum verdict)i);

        if (rest > 0)
            length += (size_t)snprintf(
                text + length, sizeof(text) - length, "%s%" PRIu32 " %s",
                length ? ", " : "", rest,
                program_text(program, verdict_rest((enum verdict)i)));
    }
    safe_text_copy(ret_text, text);
}
