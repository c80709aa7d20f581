/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words and numbers of SDP, letter by letter. */

#include "sip/media_sdp_word.h"

bool media_sdp_next_word(struct pl *line, struct pl *ret_word)
{
    while (line->l && *line->p == ' ')
        pl_advance(line, 1);

    ret_word->p = line->p;
    ret_word->l = 0;
    while (line->l && *line->p != ' ') {
        pl_advance(line, 1);
        ret_word->l++;
    }

    return ret_word->l > 0;
}

bool media_sdp_is_number(const struct pl *word, uint32_t max, uint32_t *ret)
{
    uint32_t number = 0;

    if (word->l == 0 || word->l > 9)
        return false;

    for (size_t i = 0; i < word->l; i++) {
        if (word->p[i] < '0' || word->p[i] > '9')
            return false;
        number = number * 10 + (uint32_t)(word->p[i] - '0');
    }

    *ret = number;
    return number <= max;
}
