/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One word for each kind, on every screen and in every refusal. */

#include "core/document_kind_word.h"

#include "base/mark.h"

const char *document_kind_word(enum document_kind kind)
{
    switch (kind) {
    case DOCUMENT_FLOW:
        return N_("flow");
    case DOCUMENT_QUEUE:
        return N_("queue");
    case DOCUMENT_QUEUE_RULE:
        return N_("way out");
    case DOCUMENT_RULE:
        return N_("routing rule");
    case DOCUMENT_ENTRY:
        return N_("entry");
    case DOCUMENT_BOX:
        return N_("box");
    case DOCUMENT_PROMPT:
        return N_("prompt");
    case DOCUMENT_AGENT:
        return N_("agent");
    case DOCUMENT_USER:
        return N_("user");
    case DOCUMENT_CAP:
        return N_("cap");
    case DOCUMENT_ROUTE:
        return N_("route");
    default:
        return document_kind_info(kind)->name;
    }
}
