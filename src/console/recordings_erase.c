/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Of whom the selected one is: erased, by its contact or by the number. */

#include <inttypes.h>
#include <string.h>

#include "base/mark.h"
#include "console/erasure.h"
#include "console/recordings_inside.h"
#include "tui/menu.h"

enum { OF_CONTACT, OF_NUMBER, WAYS };

static int count(const void *arg)
{
    (void)arg;
    return WAYS;
}

static void item(const void *arg, int n, const struct style *style,
                 struct menu_item *ret_item)
{
    const struct recordings *recordings = arg;
    const struct shape_recording *of = &recordings->erased;
    struct safe_text number;

    if (n == OF_CONTACT) {
        ret_item->letter = 'c';
        safe_text_format(&ret_item->label, "%s %" PRIu64,
                         lang_text(style->language, N_("contact")),
                         of->contact_id);
        return;
    }
    ret_item->letter = 'a';
    safe_text_number(&number, of->caller.text, strlen(of->caller.text));
    safe_text_format(&ret_item->label,
                     lang_text(style->language, N_("all ended contacts of %s")),
                     of->caller.text[0] ? number.text : "?");
    if (!of->caller.text[0])
        safe_text_copy(
            &ret_item->reason,
            lang_text(style->language, N_("the number is not known here")));
}

/* What is gone is gone from the list, too. */
static void reload(void *owner)
{
    shelf_reload(((struct recordings *)owner)->shelf);
}

static void choose(void *arg, int n, uint32_t stroke)
{
    struct recordings *recordings = arg;
    const struct shape_recording *of = &recordings->erased;

    (void)stroke;
    if (n == OF_CONTACT)
        erasure_ask_contact(recordings->program, of->contact_id, reload,
                            recordings);
    else
        erasure_ask_caller(recordings->program, of->caller.text, reload,
                           recordings);
}

void recordings_erase(struct recordings *recordings)
{
    recordings->erased = recordings_selected(recordings)->recording;
    (void)menu_push(recordings->program->ui,
                    &(struct menu){ .title = N_("Erase who called"),
                                    .cells = 56,
                                    .count = count,
                                    .item = item,
                                    .choose = choose,
                                    .arg = recordings });
}
