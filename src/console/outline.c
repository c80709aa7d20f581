/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Peaks become heights; the player's place is marked. */

#include "console/outline.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

#include "base/mark.h"
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
static void mark_position(const struct program *program,
                          const struct outline *outline, struct wave *wave)
{
    const struct shape_listening *now = &program->player.now;

    if (!outline->id || now->recording_id != outline->id || now->ringing ||
        outline->length_us <= 0 || wave->count == 0)
        return;
    int64_t at = now->at_us * (int64_t)wave->count / outline->length_us;
    wave->position = at < 0                       ? 0
                     : at >= (int64_t)wave->count ? wave->count - 1
                                                  : (size_t)at;
    wave->has_position = true;
    wave->mark_count = 1;
    wave->marks[0] =
        (struct wave_mark){ wave->position, GLYPH_CRIT, { .altered = false } };
    show_span(ui_style(program->ui), now->at_us, &wave->marks[0].text);
}

void outline_draw(const struct program *program, const struct outline *outline,
                  const struct surface *surface)
{
    assert(program && outline && surface);
    uint8_t peaks[2][PEAKS];
    struct wave wave = {
        .peaks = { peaks[0], peaks[1] },
        .names = { outline->names[0], outline->names[1] },
        .count = read_peaks(outline->peaks[0], peaks[0]),
    };

    if (outline->peaks[1]) {
        size_t other = read_peaks(outline->peaks[1], peaks[1]);

        wave.count = other < wave.count ? other : wave.count;
    }
    mark_position(program, outline, &wave);
    if (wave.count > 0)
        chart_wave(surface, &wave);
    else
        surface_label(surface, (struct place){ surface->rows > 2, 1, 0, false },
                      LOOK(DIM, 0),
                      N_("There is no outline: the sound is not whole, or is "
                         "gone."));
}

void outline_word_player(const struct program *program,
                         const struct outline *outline,
                         struct safe_text *ret_text)
{
    assert(program && outline && ret_text);
    const struct style *style = ui_style(program->ui);
    const struct shape_listening *now = &program->player.now;
    struct safe_text at, length;

    show_span(style, outline->length_us ? outline->length_us : -1, &length);
    if (now->recording_id != outline->id) {
        *ret_text = length;
        return;
    }
    if (now->ringing) {
        safe_text_format(ret_text, "%s %s", glyph_text(style->tier, GLYPH_CRIT),
                         show_say(style, N_("rings: pick up")));
        return;
    }
    show_span(style, now->at_us, &at);
    safe_text_format(
        ret_text, "%s %s  %s / %s  %" PRId64 " %%",
        glyph_text(style->tier, now->paused ? GLYPH_PAUSED : GLYPH_RUN),
        show_say(style, now->paused ? N_("paused") : N_("plays")), at.text,
        length.text, now->speed_percent);
}
