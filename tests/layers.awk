# SPDX-License-Identifier: GPL-3.0-or-later
# Reads C sources, and says which include breaks the plan of the house.
#
# Layers: a folder of src includes itself and what its line names, downwards.
# Libraries: a library belongs to the folders its line names.
# Circles: two files may include each other, three not; nor may modules, which
# are headers with their .c.

function layer(name, below,    i, n, word) {
    known_layer[name] = 1
    n = split(below " " name, word, " ")
    for (i = 1; i <= n; i++)
        may_include[name, word[i]] = 1
}

# header: a name, or a prefix that ends in a star.
function library(header, folders,    i, n, word) {
    known_library[header] = 1
    n = split(folders, word, " ")
    for (i = 1; i <= n; i++)
        may_use[word[i], header] = 1
}

function standard(names,    i, n, word) {
    n = split(names, word, " ")
    for (i = 1; i <= n; i++)
        is_standard[word[i]] = 1
}

function pure(names,    i, n, word) {
    n = split(names, word, " ")
    for (i = 1; i <= n; i++)
        is_pure[word[i]] = 1
}

function wrong(what) {
    printf "%s:%d: %s\n", FILENAME, FNR, what
}

# The row of the library table a header belongs to, or "".
function library_of(header,    name) {
    if (header in known_library)
        return header
    for (name in known_library)
        if (name ~ /\*$/ &&
            index(header, substr(name, 1, length(name) - 1)) == 1)
            return name
    return ""
}

function angled(header,    name) {
    if (folder == "core" && !(header in is_pure)) {
        wrong("core is pure and must not use <" header ">")
        return
    }
    if (header in is_standard || header ~ /^(sys|netinet|arpa|linux|net)\//)
        return
    name = library_of(header)
    if (name == "")
        wrong("<" header "> stands in no line of the table of libraries")
    else if (!((folder, name) in may_use))
        wrong(folder " must not use <" header ">")
}

function quoted(header,    part) {
    if (header == "config.h")
        return
    if (split(header, part, "/") < 2)
        wrong("an include names its folder: \"" header "\"")
    else if (!((folder, part[1]) in may_include))
        wrong(folder " must not include " header)
    link("file", FILENAME, "src/" header)
    link("module", module(FILENAME), module("src/" header))
}

function module(file) {
    sub(/\.[a-z]*$/, "", file)
    return file
}

function link(kind, from, to) {
    knows[kind, from] = knows[kind, from] " " to
    nodes[kind, from] = nodes[kind, to] = 1
}

function visit(kind, from, at,    i, n, next_one) {
    n = split(knows[kind, at], next_one, " ")
    for (i = 1; i <= n; i++)
        if (!((kind, from, next_one[i]) in reaches)) {
            reaches[kind, from, next_one[i]] = 1
            visit(kind, from, next_one[i])
        }
}

function circles(kind, allowed,    a, b, part, other, size, names) {
    for (a in nodes) {
        split(a, part, SUBSEP)
        if (part[1] == kind)
            visit(kind, part[2], part[2])
    }
    for (a in nodes) {
        split(a, part, SUBSEP)
        if (part[1] != kind || (a in shown))
            continue
        size = 1
        names = " " part[2]
        for (b in nodes) {
            split(b, other, SUBSEP)
            if (other[1] == kind && b != a &&
                ((kind, part[2], other[2]) in reaches) &&
                ((kind, other[2], part[2]) in reaches)) {
                size++
                names = names " " other[2]
                shown[b] = 1
            }
        }
        if (size > allowed)
            printf "a circle of %d %ss:%s\n", size, kind, names
    }
}

BEGIN {
    # The house, from the ground up. A new layer is a new line here.
    layer("base",    "")
    layer("lang",    "base")
    layer("core",    "base")
    layer("wire",    "base core")
    layer("store",   "base core wire")
    layer("media",   "base")
    layer("sip",     "base media")
    layer("calls",   "base core sip media")
    layer("jobs",    "base lang core wire store")
    layer("worker",  "base lang core wire media")
    layer("web",     "base lang core wire jobs")
    layer("server",  "base lang core wire store media sip calls jobs web")
    layer("client",  "base core wire")
    layer("tui",     "base lang")
    layer("console", "base lang core wire client tui")
    layer("cli",     "base lang core wire client console")
    layer("robot",   "base media sip")

    library("unicode/*",       "lang")
    library("jansson.h",       "wire")
    library("sqlite3.h",       "store")
    library("libpq-fe.h",      "store")
    library("srtp2/*",         "media")
    library("opus/*",          "media")
    library("spandsp*",        "media")
    library("re.h",            "sip")
    library("re_*",            "sip")
    library("re/*",            "sip")
    library("openssl/*",       "sip")
    library("curl/*",          "jobs client")
    library("libwebsockets.h", "web client")
    library("sodium.h",        "web")
    library("cairo/*",         "worker")
    library("pango/*",         "worker")
    library("xlsxwriter.h",    "worker")
    library("espeak-ng/*",     "worker")
    library("speex/*",         "worker")
    library("seccomp.h",       "worker")
    library("ncurses*",        "tui")
    library("curses.h",        "tui")
    library("execinfo.h",      "tui")
    library("malloc.h",        "server")
    library("term.h",          "tui")

    pure("assert.h ctype.h errno.h inttypes.h limits.h stdalign.h stdarg.h")
    pure("math.h stdbool.h stddef.h stdint.h stdio.h stdlib.h string.h")
    standard("assert.h ctype.h errno.h fenv.h float.h inttypes.h limits.h")
    standard("locale.h math.h setjmp.h signal.h stdalign.h stdarg.h")
    standard("stdatomic.h stdbool.h stddef.h stdint.h stdio.h stdlib.h")
    standard("stdnoreturn.h string.h threads.h time.h uchar.h wchar.h")
    standard("dirent.h dlfcn.h endian.h fcntl.h fnmatch.h getopt.h glob.h")
    standard("grp.h ifaddrs.h langinfo.h libgen.h netdb.h poll.h pthread.h")
    standard("pwd.h sched.h semaphore.h spawn.h strings.h syslog.h")
    standard("termios.h unistd.h")
}

FNR == 1 {
    split(FILENAME, path, "/")
    folder = path[2]
    if (!(folder in known_layer))
        wrong("the folder " folder " is no layer of the house")
}

/^[ \t]*#[ \t]*include[ \t]*"/ {
    split($0, between, "\"")
    quoted(between[2])
}

/^[ \t]*#[ \t]*include[ \t]*</ {
    split($0, between, /[<>]/)
    angled(between[2])
}

END {
    circles("file", 2)
    circles("module", 2)
}
