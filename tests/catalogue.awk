# SPDX-License-Identifier: GPL-3.0-or-later
# Reads a list of words that may stay English (one a line), then a merged
# catalogue, and names every text that is not finished.

function text(line) {
    sub(/^[^"]*"/, "", line)
    sub(/"$/, "", line)
    return line
}

function judge(    i, missing, same) {
    if (seen && id != "" && !obsolete) {
        missing = forms == 0
        for (i = 1; i <= forms; i++) {
            if (form[i] == "")
                missing = 1
            else if (form[i] == id && !(id in stays))
                same = 1
        }
        if (missing)
            print "missing: " id
        if (fuzzy)
            print "fuzzy: " id
        if (same)
            print "same as the English text: " id
    }
    if (seen && obsolete)
        print "no longer in the sources: " id
    seen = fuzzy = obsolete = forms = 0
    id = ""
}

NR == FNR        { stays[$0] = 1; next }
/^[ \t]*$/       { judge(); next }
/^#,.*fuzzy/     { fuzzy = 1 }
/^#~/            { obsolete = 1; sub(/^#~ */, "") }
/^#/             { next }
/^msgid "/       { if (seen) judge(); seen = 1; what = "id"; id = text($0); next }
/^msgid_plural / { what = "plural"; next }
/^msgstr/        { what = "form"; form[++forms] = text($0); next }
/^"/             { if (what == "id") id = id text($0)
                   else if (what == "form") form[forms] = form[forms] text($0) }
END              { judge() }
