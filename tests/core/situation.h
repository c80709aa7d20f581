/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far things have come in the house, for tables of what then happens. */

#ifndef TESTS_CORE_SITUATION_H
#define TESTS_CORE_SITUATION_H

#include "tests/core/story.h"

enum situation {
    NOBODY_THERE,
    ANN_PAUSED,
    ANN_FREE,
    BOB_FREE,
    BOTH_FREE,
    WAITING,      /* contact 1 in SALES, and no agent is there */
    RINGING,      /* ... Ann's phone rings for it */
    TOLD_RINGING, /* ... which can be told to pick up */
    OFFERED,      /* ... it is on offer to Bob */
    ACCEPTED,
    BRIDGING, /* Ann has picked up */
    TALKING,
    HOLDING,
    PAUSE_NEXT,  /* Ann talks, and wants to pause then */
    MUTED,       /* Ann is, while she talks */
    WRAPPING_UP, /* the caller hung up; RELEASE is not answered yet */
    SILENT_AFTER,
    CALLER_LET_GO, /* Ann hung up; HANG_UP and RELEASE are not answered yet */
    REJECTED,      /* by Ann; STOP_RINGING is not answered yet */
    DIALLING,      /* an outside number, for the caller whom Ann had */
    REACHED,       /* it has picked up */
    OUTSIDE,       /* both talk */
    FOR_BOB,       /* transferred to Bob, who is free */
    FOR_BOB_PAUSED,
    IN_ANSWER,   /* contact 1 in MAIN: the call is being answered */
    IN_PROMPT,   /* the welcome plays */
    IN_MENU,     /* the menu plays */
    IN_INPUT,    /* a digit is waited for */
    UNREACHABLE, /* Ann was free when her phone was lost */
    AT_CONSOLE,  /* Ann is free, and works at a console */
    UNATTENDED,  /* ... which has gone away */
    STALLED,     /* ... which takes nothing in */
    HELP_FULL,   /* contacts 1 and 2 wait in HELP, 3 is in the menu */
    STOPPED,
    RECORDING,        /* TALKING, and it is recording 1 */
    RECORD_PAUSED,    /* ... which is paused */
    RECORD_ENDING,    /* ... the talk is over, the file not whole yet */
    RECORD_LATE,      /* ... nor when Ann has wrapped up */
    RECORD_KEPT,      /* ... and now it is */
    RECORD_KEPT_FREE, /* ... and Ann is free again */
    RECORD_DELETED,   /* ... and it was deleted; the file is being removed */
    LISTENING,        /* ... that was kept: Ann's phone plays it */
    CALLING,          /* Ann calls +420555: her own phone rings, contact 1 */
    CALLED_OUT,       /* ... it is picked up, and the number dialled */
    CALL_ANSWERED,    /* ... which has answered as call 50; both are joined */
    CALL_TALKING,
    BOB_TALKING, /* TALKING, and Bob talks to contact 2 */
    ASKING,      /* TALKING, and Ann calls Bob, who is free; the caller waits */
    ASKED,       /* ... he has picked up */
    ASIDE,       /* ... and waits, while Ann is back at the caller */
    ASIDE_EARLY, /* ASKING, and Ann is back at the caller */
    COMPLETED,   /* ASKED, and both are being joined without her */
    ASKING_OUT,  /* TALKING, and Ann calls +420555; the caller waits */
    ASKED_OUT,   /* ... it has picked up */
    COMPLETED_OUT,    /* ... and both are being joined without her */
    PHONING,          /* TALKING, and Ann's phone calls +420555 by itself */
    PHONED,           /* ... it has picked up */
    DIALLED_BY_PHONE, /* Ann is free, and her phone calls +420555 */
    CALLS_BOB,   /* Ann's phone has called Bob, who is free; as contact 1 */
    BOB_OFFERED, /* ... is answered, and on offer to Bob */
    BOB_TALKS,   /* ... and both talk */
    FEATURE_DONE_BY_PHONE, /* Ann's phone has dialled *43, and is answered */
    BOB_RINGS_ANN_FREE,    /* contact 1 is on offer to Bob; Ann is free */
    PICKED_UP,             /* ... Ann's phone, call 7, takes it */
    TALKING_BOB_FREE,
    EMERGENCY, /* Ann's phone has called 112, and is being answered */
    SITUATION_COUNT,
};

/* Leads a new house to the situation, all at moment 0; clears the outbox. */
void story_begin_in(struct story *story, enum situation situation);

#endif
