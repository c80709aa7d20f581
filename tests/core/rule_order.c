/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rules there are, as tests read them. */

#include "tests/core/rule_order.h"

#include "core/core.h"
#include "core/rule.h"
#include "core/rule_walk.h"
#include "tests/test.h"

void rule_order(const struct story *story, bool of_draft, char *ret_text)
{
    struct rule_book *book = NULL;
    const struct state *state = core_state(story->core);
    const struct rule_call call = { .caller = "", .called = "" };

    assert_int_equal(rule_book_new(&book), 0);
    assert_int_equal(of_draft ? rule_book_refresh_draft(book, state)
                              : rule_book_refresh(book, state),
                     0);
    for (size_t i = 0; i < rule_book_count(book); i++) {
        struct rule_finding finding;

        rule_explain(book, state, &call, i, &finding);
        *ret_text++ = finding.rule->name.text[0];
    }
    *ret_text = '\0';
    rule_book_free(book);
}
