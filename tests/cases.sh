# SPDX-License-Identifier: GPL-3.0-or-later
# Tables of cases and the claims that hold them; sourced after tests/tap.sh.
#
#   CASE RESULT  what happens -> what comes of it
#       FILE CLAIM
#       FILE CLAIM (MARK)
#
# RESULT is passed, refused (by design, the text says so), open, or absent: it
# is about what there is not. CLAIM is a function that runs as a test, or a
# sentence in quotes that a test prints. MARK says that it does not run in every
# check: torture or soak, which are made by themselves, or may skip, where the
# machine or the build lacks what it needs. tests/cases_run.py demands it, by the
# lists of the makefiles, and no other one.

# cases_look TABLE LAST: what is wrong with it, one finding a line. Cases 1 to
# LAST must be there; one that passed has a claim, one that is absent has none.
cases_look()
{
    rm -f "$scratch/claims"
    touch "$scratch/claims"
    "${AWK:-awk}" -v last="$2" -v claims_file="$scratch/claims" '
    function settle() {
        if (now && result == "passed" && !claims)
            print now ": no claim"
        if (now && result == "absent" && claims)
            print now ": absent, and yet claimed"
    }
    /^#/ || /^$/ { next }
    /^[^ ]/ {
        settle()
        if ($1 in seen)
            print $1 ": twice"
        now = $1; result = $2; claims = 0; seen[now] = 1
        if (result !~ /^(passed|refused|open|absent)$/)
            print now ": " result " is no result"
        next
    }
    {
        claims++
        claim = $0
        sub(/^ *[^ ]+ /, "", claim)
        sub(/ \([a-z, ]+\)$/, "", claim)
        print now, $1, claim > claims_file
    }
    END {
        settle()
        for (i = 1; i <= last; i++)
            if (!(i in seen))
                print i ": missing"
    }' "$1"
    while read -r case file claim; do
        cases_runs "$file" "$claim" || echo "$case: $file has no claim $claim"
    done <"$scratch/claims"
    cases_lists
    "${PYTHON3:-python3}" tests/cases_run.py "$1" <"$scratch/lists"
}

# cases_lists: what runs when, by the makefiles, whatever this make was told.
cases_lists()
{
    [ -s "$scratch/lists" ] || (
        unset MAKEFLAGS MFLAGS MAKELEVEL MAKEOVERRIDES
        ${MAKE:-make} -s -C "$top_builddir" list-runs
    ) >"$scratch/lists"
}

# cases_runs FILE CLAIM: whether it is there and runs. A function runs when it
# is decorated in tests/sip, or named a second time; what stands in quotes is
# looked for as it is.
cases_runs()
{
    case $2 in
    \"*\") grep -qF "$2" "$1" 2>/dev/null; return ;;
    esac
    case $1 in
    *.c) defined="^static void $2(" ;;
    *) defined="^def $2()" ;;
    esac
    times=$(grep -cw "$2" "$1" 2>/dev/null)
    grep -q "$defined" "$1" 2>/dev/null &&
        { [ "${times:-0}" -ge 2 ] || grep -B1 "$defined" "$1" | grep -q '^@test'; }
}

# cases_plant TABLE LAST SENTENCE SCRIPT WORDS: a mistake that sed plants in
# the table is found.
cases_plant()
{
    sed "$4" "$1" >"$scratch/planted"
    cases_look "$scratch/planted" "$2" | grep -qF "$5"
    tap "$3"
}
