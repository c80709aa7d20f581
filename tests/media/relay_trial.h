/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a relay carries so many calls. */

#ifndef TESTS_MEDIA_RELAY_TRIAL_H
#define TESTS_MEDIA_RELAY_TRIAL_H

/*
 * Calls are PCMU both ways, 20 ms; a number of them is carried when the relay
 * lost nothing, no sample of a recording either, and 99 of 100 packets left it
 * within 5 ms. Both relays have one thread, that of the recorder comes on top;
 * the phones are another process. What was seen is printed, a line a trial; the
 * process ends where nothing can be tried.
 */

enum { RELAY_TRIAL_CALLS = 2048 }; /* at most */

enum relay_verdict {
    RELAY_CARRIED,
    RELAY_TOO_MUCH,
    RELAY_PHONES_LATE, /* they did not send what was due, or half of it late */
};

/** By the plain relay. */
enum relay_verdict relay_trial_plain(int calls, int seconds);

/** By the media part, all calls recorded. */
enum relay_verdict relay_trial_recorded(int calls, int seconds);

#endif
