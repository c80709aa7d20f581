/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shortest way into each situation. */

#include "tests/core/situation.h"

#include "tests/test.h"

enum { MAX_STEPS = 12 };

/* Each begins with another and goes on from there. */
static const struct way {
    enum situation from; /* itself: from the house */
    size_t count;
    struct command steps[MAX_STEPS];
} ways[SITUATION_COUNT] = {
    [NOBODY_THERE] = { NOBODY_THERE, 0, { STOP } },
    [ANN_PAUSED] = { ANN_PAUSED, 1, { LOG_IN(ANN) } },
    [ANN_FREE] = { ANN_PAUSED, 1, { AVAILABLE(ANN) } },
    [BOB_FREE] = { BOB_FREE, 2, { LOG_IN(BOB), AVAILABLE(BOB) } },
    [BOTH_FREE] = { ANN_FREE, 2, { LOG_IN(BOB), AVAILABLE(BOB) } },
    [WAITING] = { WAITING, 2, { ARRIVES(1, "+42021"), CONNECTED } },
    [RINGING] = { ANN_FREE, 2, { ARRIVES(1, "+42021"), CONNECTED } },
    [TOLD_RINGING] = { TOLD_RINGING,
                       5,
                       { { COMMAND_SET_DEVICE,
                           .as.set_device = { .id = 1,
                                              .version = 1,
                                              .name = { "p1" },
                                              .mode = PHONE_TOLD } },
                         LOG_IN(ANN),
                         AVAILABLE(ANN),
                         ARRIVES(1, "+42021"),
                         CONNECTED } },
    [OFFERED] = { BOB_FREE, 2, { ARRIVES(1, "+42021"), CONNECTED } },
    [ACCEPTED] = { OFFERED, 1, { ACCEPT(BOB) } },
    [BRIDGING] = { RINGING, 1, { ANSWERED(EFFECT_RING) } },
    [TALKING] = { BRIDGING, 1, { BRIDGED } },
    [HOLDING] = { TALKING, 1, { HOLD(ANN) } },
    [MUTED] = { TALKING, 1, { MUTE(ANN) } },
    [PAUSE_NEXT] = { TALKING, 1, { PAUSE(ANN, LUNCH) } },
    [WRAPPING_UP] = { TALKING, 1, { CALLER_HANGS_UP(1) } },
    [SILENT_AFTER] = { WRAPPING_UP, 1, { GONE(EFFECT_RELEASE) } },
    [CALLER_LET_GO] = { TALKING, 1, { HANG_UP(ANN) } },
    [REJECTED] = { RINGING, 1, { REJECT(ANN) } },
    [DIALLING] = { TALKING,
                   2,
                   { TRANSFER(ANN, TO_NUMBER, 0, "+420123"),
                     GONE(EFFECT_RELEASE) } },
    [REACHED] = { DIALLING, 1, { ANSWERED(EFFECT_DIAL) } },
    [OUTSIDE] = { REACHED, 1, { BRIDGED } },
    [FOR_BOB] = { FOR_BOB_PAUSED, 1, { AVAILABLE(BOB) } },
    [FOR_BOB_PAUSED] = { TALKING,
                         2,
                         { LOG_IN(BOB), TRANSFER(ANN, TO_AGENT, BOB, "") } },
    [IN_ANSWER] = { IN_ANSWER, 1, { ARRIVES(1, "+4201") } },
    [IN_PROMPT] = { IN_ANSWER, 1, { CONNECTED } },
    [IN_MENU] = { IN_PROMPT, 1, { PROMPT_ENDS(false) } },
    [IN_INPUT] = { IN_MENU, 1, { PROMPT_ENDS(false) } },
    [UNREACHABLE] = { ANN_FREE, 1, { DEVICE_LOST(1) } },
    [AT_CONSOLE] = { ANN_FREE, 1, { CONSOLE(ANN, CONSOLE_ATTACHED) } },
    [UNATTENDED] = { AT_CONSOLE, 1, { CONSOLE(ANN, CONSOLE_NONE) } },
    [STALLED] = { AT_CONSOLE, 1, { CONSOLE(ANN, CONSOLE_STALLED) } },
    [HELP_FULL] = { IN_MENU,
                    9,
                    { PRESS(1, "3"), ARRIVES(2, "+4201"), CONNECTED,
                      PROMPT_ENDS(false), PRESS(2, "3"), ARRIVES(3, "+4201"),
                      CONNECTED, PROMPT_ENDS(false), PRESS(3, "2") } },
    [STOPPED] = { STOPPED, 1, { STOP } },
    [RECORDING] = { BRIDGING, 1, { BRIDGED_DRAWN(49) } },
    [RECORD_PAUSED] = { RECORDING, 1, { PAUSE_RECORDING(ANN, "card") } },
    [RECORD_ENDING] = { RECORDING, 1, { CALLER_HANGS_UP(1) } },
    [RECORD_LATE] = { RECORD_ENDING, 1, { DISPOSE(ANN, SOLD, "") } },
    [RECORD_KEPT] = { RECORD_ENDING, 1, { RECORDED(1, 5 * SECOND_US) } },
    [RECORD_KEPT_FREE] = { RECORD_KEPT,
                           2,
                           { GONE(EFFECT_RELEASE), DISPOSE(ANN, SOLD, "") } },
    [LISTENING] = { RECORD_KEPT_FREE, 1, { LISTEN(1) } },
    [CALLING] = { ANN_FREE, 1, { DIAL(ANN, "+420555", 0) } },
    [CALLED_OUT] = { CALLING, 1, { ANSWERED(EFFECT_RING) } },
    [CALL_ANSWERED] = { CALLED_OUT, 1, { DIALLED_ANSWERS(50) } },
    [CALL_TALKING] = { CALL_ANSWERED, 1, { BRIDGED } },
    [BOB_TALKING] = { TALKING,
                      7,
                      { LOG_IN(BOB), AVAILABLE(BOB), ARRIVES(2, "+42021"),
                        CONNECTED, ACCEPT(BOB), ANSWERED(EFFECT_RING),
                        BRIDGED } },
    [ASKING] = { TALKING,
                 3,
                 { LOG_IN(BOB), AVAILABLE(BOB),
                   CONSULT(ANN, TO_AGENT, BOB, "") } },
    [ASKED] = { ASKING, 1, { ANSWERED(EFFECT_RING) } },
    [ASIDE] = { ASKED, 1, { RESUME(ANN) } },
    [ASIDE_EARLY] = { ASKING, 1, { RESUME(ANN) } },
    [COMPLETED] = { ASKED, 1, { COMPLETE(ANN) } },
    [COMPLETED_OUT] = { ASKED_OUT, 1, { COMPLETE(ANN) } },
    [ASKING_OUT] = { TALKING, 1, { CONSULT(ANN, TO_NUMBER, 0, "+420555") } },
    [ASKED_OUT] = { ASKING_OUT, 1, { ANSWERED(EFFECT_DIAL) } },
    [PHONING] = { TALKING, 1, { PHONE_CALLS(8, 1, "+420555") } },
    [PHONED] = { PHONING, 1, { ANSWERED(EFFECT_DIAL) } },
    [DIALLED_BY_PHONE] = { ANN_FREE, 1, { PHONE_CALLS(7, 1, "+420555") } },
    [CALLS_BOB] = { BOTH_FREE, 1, { PHONE_CALLS(7, 1, "302") } },
    [BOB_OFFERED] = { CALLS_BOB, 1, { CONNECTED } },
    [BOB_TALKS] = { BOB_OFFERED,
                    3,
                    { ACCEPT(BOB), ANSWERED(EFFECT_RING), BRIDGED } },
    [FEATURE_DONE_BY_PHONE] = { ANN_FREE, 1, { PHONE_CALLS(7, 1, "*43") } },
    [BOB_RINGS_ANN_FREE] = { OFFERED, 2, { LOG_IN(ANN), AVAILABLE(ANN) } },
    [PICKED_UP] = { BOB_RINGS_ANN_FREE, 1, { PHONE_CALLS(7, 1, "*8") } },
    [TALKING_BOB_FREE] = { TALKING, 2, { LOG_IN(BOB), AVAILABLE(BOB) } },
    [EMERGENCY] = { EMERGENCY, 1, { PHONE_CALLS(7, 1, "112") } },
    [RECORD_DELETED] = { RECORD_KEPT, 1, { DELETE_RECORDING(1) } },
};

static void walk(struct story *story, enum situation situation)
{
    const struct way *way = &ways[situation];

    if (way->from != situation)
        walk(story, way->from);
    story_lead(story, way->steps, way->count);
}

void story_begin_in(struct story *story, enum situation situation)
{
    story_begin(story);
    walk(story, situation);
}
