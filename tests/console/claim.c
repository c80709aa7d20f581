/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps played, and what came of them compared with what was claimed. */

#include "tests/console/claim.h"

#include <stdio.h>
#include <string.h>

#include "tests/console/fake_session.h"
#include "tests/test.h"

static bool holds(const char *text, const char *claim)
{
    if (!claim)
        return true;
    return claim[0] == '!' ? !strstr(text, claim + 1)
                           : strstr(text, claim) != NULL;
}

void claim_check(const struct claim *claim, const char *fixture)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    stage_open(&stage, fixture);
    stage_play(&stage, claim->steps);
    const char *picture = stage_picture(&stage);
    bool is_asked = holds(fake_asked(), claim->asked);
    bool is_shown = holds(picture, claim->shows);

    if (!is_asked || !is_shown)
        fprintf(stderr, "# %s\n# asked:\n%s# shown:\n%s", claim->says,
                fake_asked(), picture);
    assert_true(is_asked);
    assert_true(is_shown);
    stage_close(&stage);
}

const char *claim_play(struct stage *stage, const char *before,
                       const char *steps)
{
    stage_play(stage, before);
    size_t length = strlen(fake_asked());
    stage_play(stage, steps);
    return fake_asked() + length;
}

void claim_end(struct stage *stage, const char *asked, bool is_asked,
               const char *shows)
{
    const char *picture = stage_picture(stage);
    bool is_shown = holds(picture, shows);

    if (!is_asked)
        print_error("asked: %s\n", asked);
    if (!is_shown)
        print_error("%s\n", picture);
    stage_close(stage);
    assert_true(is_asked && is_shown);
}

void key_claim_check(const struct key_claim *claim, const char *fixture)
{
    struct stage stage = { .style = { GLYPH_TIER_FULL, LANGUAGE_EN } };

    stage_open(&stage, fixture);
    const char *asked = claim_play(&stage, claim->before, claim->steps);
    bool is_asked =
        claim->asks ? strstr(asked, claim->asks) != NULL : asked[0] == '\0';
    claim_end(&stage, asked, is_asked, claim->shows);
}
