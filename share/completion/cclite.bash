# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of cclite for bash: the program itself knows what may follow.

_cclite()
{
    local word words
    COMPREPLY=()
    words=$("${COMP_WORDS[0]}" completion words --timeout 150ms -- \
        "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null) || return 0

    if [[ $words == '<file>' ]]; then
        compopt -o filenames
        mapfile -t COMPREPLY < <(compgen -f -- "${COMP_WORDS[COMP_CWORD]}")
        return 0
    fi

    while IFS= read -r word; do
        [[ $word == "${COMP_WORDS[COMP_CWORD]}"* ]] &&
            COMPREPLY+=("$(printf %q "$word")")
    done <<<"$words"
    return 0
}
complete -F _cclite cclite
