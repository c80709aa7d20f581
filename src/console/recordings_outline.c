/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How loud both sides were, and where in it the phone is. */

#include <string.h>

#include "base/mark.h"
#include "console/recordings_inside.h"
#include "console/show.h"
#include "tui/chart.h"

enum { PEAKS = sizeof(struct note) }; /* at most */

/* Loudness comes as 0-9 a-z, 2 dB each; below 50 dB under full it is quiet. */
static uint8_t peak_of(char c)
{
    enum { QUIET = 10, STEPS = 36 };
    static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    const char *at = c ? strchr(digits, c) : NULL;
    int step = at ? (int)(at - digits) - QUIET : 0;

    return (uint8_t)(step < 0 ? 0 : step * 255 / (STEPS - 1 - QUIET));
}

static size_t read_peaks(const struct note *note, uint8_t ret_peaks[PEAKS])
{
    size_t count = strlen(note->text);

    for (size_t i = 0; i < count; i++)
        ret_peaks[i] = peak_of(note->text[i]);
    return count;
}

/* Where the phone is, as the server told last. */
static void mark_position(const struct recordings *recordings,
                          const struct shape_recording *recording,
                          struct wave *wave)
{
    const struct shape_listening *now = &recordings->program->player.now;

    if (now->recording_id != recording->recording_id || now->ringing ||
        recording->length_us <= 0 || wave->count == 0)
        return;
    int64_t at = now->at_us * (int64_t)wave->count / recording->length_us;
    wave->position = at < 0                       ? 0
                     : at >= (int64_t)wave->count ? wave->count - 1
                                                  : (size_t)at;
    wave->has_position = true;
    wave->mark_count = 1;
    wave->marks[0] =
        (struct wave_mark){ wave->position, GLYPH_CRIT, { .altered = false } };
    show_span(ui_style(recordings->program->ui), now->at_us,
              &wave->marks[0].text);
}

void recordings_draw_outline(const struct recordings *recordings,
                             const struct shelf_row *row,
                             const struct surface *surface)
{
    uint8_t peaks[2][PEAKS];
    size_t right = read_peaks(&row->recording.peaks_right, peaks[0]);
    size_t left = read_peaks(&row->recording.peaks_left, peaks[1]);
    struct wave wave = {
        .peaks = { peaks[0], peaks[1] },
        .names = { N_("agent"), N_("caller") },
        .count = left < right ? left : right,
    };

    mark_position(recordings, &row->recording, &wave);
    if (wave.count > 0)
        chart_wave(surface, &wave);
    else
        surface_label(surface, (struct place){ 1, 1, 0, false }, LOOK(DIM, 0),
                      N_("There is no outline: the sound is not whole, or is "
                         "gone."));
}
