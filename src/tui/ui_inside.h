/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the interface share; for them alone. */

#ifndef TUI_UI_INSIDE_H
#define TUI_UI_INSIDE_H

#include "tui/edit.h"
#include "tui/footer.h"
#include "tui/ui.h"

struct layer {
    const struct view_kind *kind;
    void *state;
    char filter[SAFE_TEXT_SIZE]; /* words in force, or "" */
};

enum { UI_RECENT = 5 };

struct ui {
    struct ui_setup setup;
    struct grid *grid;
    struct message_log *messages;

    struct layer layers[UI_VIEWS];
    int count;
    struct layer closed[UI_VIEWS]; /* until the call that closed them ends */
    int closed_count;
    int depth; /* of calls into views */

    struct edit filter; /* the bar, while it is open */
    bool is_filtering;

    bool is_leading; /* g was pressed */
    int64_t lead_us; /* then */

    int64_t escaped_us;   /* the last Esc; INT64_MIN: long ago */
    bool escaped_field;   /* it left a text field */
    int64_t cancelled_us; /* the last Ctrl-C */
    int64_t pressed_us;   /* the last key; INT64_MIN: none yet */
    int64_t began_us;

    struct hint hints[FOOTER_HINTS]; /* as drawn last */
    size_t hint_count;

    int recent[UI_RECENT]; /* chosen in the palette, the last one first */
    int recent_count;

    struct keep keep;
    char *copied; /* for the clipboard, or NULL */

    struct ui_editing editing; /* wished for; text NULL: nothing */

    enum announce announce;
    struct spoken heard; /* as drawn last */
    struct spoken said;  /* as announced */
    const void *said_of; /* the state of its view */
    bool is_calm;

    bool is_touched, is_hurried, is_over, is_plain;
    bool wants_mouse, wants_repaint, wants_suspension;
};

enum { UI_LEAD_SHOWN_US = 400000, UI_BARE_US = 10000000 };

/* The top layer, or NULL. */
struct layer *ui_layer(struct ui *ui);

/* Whether the screen is shown without header, message line and keys. */
bool ui_is_bare(const struct ui *ui);

/* Brackets around calls into views: closed states live until the last ends. */
void ui_enter(struct ui *ui);
void ui_leave(struct ui *ui);

/* Draws the keys that act here into the last row, and keeps where they are. */
void ui_footer_draw(struct ui *ui, const struct surface *screen);

/* Says that a key does nothing here. */
void ui_complain_unknown(struct ui *ui, uint32_t stroke);

/* The toolkit's own actions; false: it is none of them. */
bool ui_run_own(struct ui *ui, int action);

/* The text of all views' names: "Queues › Edit". */
void ui_trail(const struct ui *ui, struct safe_text *ret_trail);

/* The bar: opens; takes an input, true when it was for it. */
/* The scopes of a view, narrowest first. @return how many */
int ui_layer_scopes(const struct layer *layer, int scopes[VIEW_SCOPES + 1]);

void ui_filter_open(struct ui *ui);
bool ui_filter_input(struct ui *ui, const struct input *input);

/* g and a letter: takes the second key; draws what letters there are. */
bool ui_lead_input(struct ui *ui, const struct input *input);
void ui_lead_draw(struct ui *ui, const struct surface *screen);

#endif
