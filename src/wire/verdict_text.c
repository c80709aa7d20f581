/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One row for each verdict. */

#include "wire/verdict_text.h"

#include <assert.h>
#include <stddef.h>

#include "core/record.h"

/* clang-format off */
static const struct {
    const char *without;   /* %s: the agent */
    const char *with_time; /* %s: the agent, %s: how long; NULL: never */
    const char *rest;
} texts[] = {
    /* TRANSLATORS: %s is an agent's name, the second one a time such as 35 s */
    [VERDICT_CHOSEN] = { N_("%s is chosen"), N_("%s is chosen (idle for %s)"), N_("chosen") },
    [VERDICT_LESS_IDLE] = { N_("%s was idle for less time"), N_("%s was idle for less time (%s)"), N_("idle for less time") },
    [VERDICT_LATER_RING] = { N_("%s has this queue with a later priority"), NULL, N_("with a later priority") },
    [VERDICT_OFFLINE] = { N_("%s is offline"), NULL, N_("offline") },
    [VERDICT_PAUSED] = { N_("%s is paused"), NULL, N_("paused") },
    [VERDICT_BUSY] = { N_("%s has another contact"), NULL, N_("with another contact") },
    [VERDICT_ACW] = { N_("%s is in wrap-up"), N_("%s is in wrap-up (%s left)"), N_("wrap-up") },
    [VERDICT_COOL_DOWN] = { N_("%s rests after an offer not answered"), N_("%s rests after an offer not answered (%s left)"), N_("resting") },
    [VERDICT_UNREACHABLE] = { N_("the phone of %s cannot be reached"), NULL, N_("no phone") },
    [VERDICT_NOT_SEEN] = { N_("%s gave no sign of life since the server's start"), NULL, N_("not seen yet") },
    [VERDICT_NOT_WANTED] = { N_("%s is free, but another was asked for"), NULL, N_("not asked for") },
    [VERDICT_UNATTENDED] = { N_("nobody is at the console of %s"), NULL, N_("nobody at the console") },
    [VERDICT_NO_LINE] = { N_("the phone of %s is not connected (mode nailed_up)"), NULL, N_("no phone") },
    [VERDICT_DELAYED] = { N_("%s serves this queue later"), N_("%s serves this queue later (%s left)"), N_("serving the queue later") },
    [VERDICT_UNSKILLED] = { N_("%s lacks a skill"), N_("%s lacks a skill, for another %s"), N_("lacking a skill") },
    [VERDICT_OUTER_RING] = { N_("%s meets only a later step of the demand"), NULL, N_("for a later step of the demand") },
    [VERDICT_MORE_CONTACTS] = { N_("%s had more contacts today"), NULL, N_("with more contacts today") },
    [VERDICT_MORE_TALK] = { N_("%s talked for longer today"), NULL, N_("with more talk today") },
    [VERDICT_LESS_SKILLED] = { N_("%s has less skill"), NULL, N_("with less skill") },
    [VERDICT_LATER_TURN] = { N_("it is not yet the turn of %s"), NULL, N_("later by turn") },
    [VERDICT_NOT_DRAWN] = { N_("%s was not drawn"), NULL, N_("not drawn") },
    [VERDICT_TRANSFERRED] = { N_("%s transferred it"), NULL, N_("who transferred it") },
};
/* clang-format on */

static_assert(sizeof(texts) / sizeof(texts[0]) == verdict_count,
              "every verdict is told");

const char *verdict_text(enum verdict verdict, bool has_time)
{
    assert((int)verdict >= 0 && (int)verdict < (int)verdict_count);

    return has_time ? texts[verdict].with_time : texts[verdict].without;
}

const char *verdict_rest(enum verdict verdict)
{
    assert((int)verdict >= 0 && (int)verdict < (int)verdict_count);

    return texts[verdict].rest;
}
