/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One program for whoever tests it. */

#include "tests/tui/sample_fixture.h"

#include <string.h>

#include "tests/tui/picture.h"

struct sample sample;

int sample_begin(void **state)
{
    (void)state;
    sample_init(&sample, 24, 80,
                (struct style){ GLYPH_TIER_FULL, LANGUAGE_EN });
    return 0;
}

int sample_end(void **state)
{
    (void)state;
    sample_done(&sample);
    return 0;
}

const char *sample_row(int row)
{
    return picture_row(ui_draw(sample.ui), row);
}

bool sample_shows(const char *text)
{
    return strstr(picture_of(ui_draw(sample.ui)), text) != NULL;
}
