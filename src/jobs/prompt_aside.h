/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sounds that a sweep is about to remove. Inside src/jobs only. */

#ifndef JOBS_PROMPT_ASIDE_H
#define JOBS_PROMPT_ASIDE_H

/*
 * A file that nothing needs is renamed, and looked at once more, before it is
 * removed. Whoever wants it meanwhile renames it back: from then on the sweep
 * finds nothing to remove. So one that was looked at in time
 * (prompt_sound_look()) is never lost, and a crash leaves it under this ending.
 */
#define PROMPT_ASIDE ".gone"

#endif
