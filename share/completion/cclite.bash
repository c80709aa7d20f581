# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of cclite for bash: the program itself knows what may follow.

# Puts into words what is typed up to the cursor, and into where which server
# that names. bash parts words at = and :, too: what has no blank before it
# belongs to the word before.
_cclite_words()
{
    local line=$COMP_LINE word i

    words=() where=()
    for ((i = 0; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ $i -gt 0 && $line != [[:blank:]]* ]]; then
            words[${#words[@]} - 1]+=$word
        else
            words+=("$word")
            line=${line#"${line%%[![:blank:]]*}"}
        fi
        line=${line#"$word"}
    done

    for ((i = 1; i < ${#words[@]} - 1; i++)); do
        case ${words[i]} in
            --server=* | --socket=* | --ca-file=*) where+=("${words[i]}") ;;
            --server | --socket | --ca-file)
                [[ $i -ge ${#words[@]}-2 ]] ||
                    where+=("${words[i]}=${words[i + 1]}") ;;
        esac
    done
}

_cclite()
{
    local word words where offered cur part=${COMP_WORDS[COMP_CWORD]}
    COMPREPLY=()
    _cclite_words
    offered=$("${words[0]}" completion words --timeout 150ms "${where[@]}" -- \
        "${words[@]:1}" 2>/dev/null) || return 0

    # Of --option=value the value is completed. bash puts the answer in place
    # of the part behind the last sign it parts words at.
    cur=${words[${#words[@]} - 1]}
    [[ $cur == --*=* ]] && cur=${cur#*=}
    [[ $part == [=:] ]] && part=

    if [[ $offered == '<file>' ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$cur")
        return 0
    fi

    while IFS= read -r word; do
        [[ -n $word && $word == "$cur"* ]] &&
            COMPREPLY+=("$(printf %q "${word:${#cur} - ${#part}}")")
    done <<<"$offered"
    return 0
}
complete -F _cclite cclite
