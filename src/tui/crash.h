/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a crash leaves behind: a small file that holds nothing private. */

#ifndef TUI_CRASH_H
#define TUI_CRASH_H

/*
 * The report says which program died of which signal, when, in what terminal,
 * what it did last, and where in its code it was. What it did last are names
 * from the key table and of screens, which live as long as the program: data,
 * texts and keys typed never get there, for there is no way to hand them in.
 * The file replaces the one before; it is at most some 8 kB.
 *
 * It is written from within the handler of the signal (tui/exit_guard.h), by
 * what signal-safety(7) allows on memory that was made ready before. The frames
 * come from backtrace(3), which allocates only at its first use: that one is
 * here, when the report is armed.
 */

enum {
    CRASH_NOTES = 16,
    CRASH_FRAMES = 48,
};

struct crash_setup {
    const char *program; /* name and version; lives for ever */
    const char *path;    /* copied; longer than 4,095 bytes: no report */
    const char *words;   /* told on the terminal after a report was written,
                            with the path in them; copied, cut at 511 bytes */
};

/** Makes the report ready; its directory must be there. May be called again. */
void crash_arm(const struct crash_setup *setup);

/** No report any more. */
void crash_disarm(void);

/**
 * Notes what is done; the newest CRASH_NOTES are kept.
 *
 * @param verb, name  both live for ever; name may be NULL: nothing is noted
 */
void crash_note(const char *verb, const char *name);

/**
 * Writes the report. For the handler of a signal.
 *
 * @param terminal  is told where it is; -1: nobody is
 */
void crash_report(int signal, int terminal);

#endif
