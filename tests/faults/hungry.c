/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Memory runs out: loaded before all libraries (LD_PRELOAD), it refuses every
 * N-th block that the program itself asks for, N being the number in the first
 * 8 bytes of the file CCLITE_HUNGER_FILE, at any moment; 0: none. Libraries
 * get what they want: this is about our own code. CCLITE_HUNGER_OF names one
 * that gets none instead of the program: "libre.so".
 */

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { EARLY_SIZE = 65536 };

static const volatile int64_t nothing;
static const volatile int64_t *every = &nothing;
static atomic_uint_fast64_t asked;
static uintptr_t first_code, last_code; /* of the program, or a library */

static void *(*real_malloc)(size_t size);
static void *(*real_calloc)(size_t count, size_t size);
static void *(*real_realloc)(void *block, size_t size);
static bool is_finding;
static char early[EARLY_SIZE]; /* what dlsym() asks for; never freed */
static size_t early_used;

/* The first one is the program. */
static int note_code(struct dl_phdr_info *info, size_t size, void *arg)
{
    const char *library = arg;

    (void)size;
    if (library && !strstr(info->dlpi_name, library))
        return 0;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &info->dlpi_phdr[i];

        if (part->p_type == PT_LOAD && part->p_flags & PF_X) {
            first_code = info->dlpi_addr + part->p_vaddr;
            last_code = first_code + part->p_memsz;
        }
    }
    return 1;
}

static void find_real(void)
{
    is_finding = true;
    *(void **)&real_calloc = dlsym(RTLD_NEXT, "calloc");
    *(void **)&real_realloc = dlsym(RTLD_NEXT, "realloc");
    *(void **)&real_malloc = dlsym(RTLD_NEXT, "malloc");
    is_finding = false;
}

__attribute__((constructor)) static void begin(void)
{
    const char *path = getenv("CCLITE_HUNGER_FILE");
    int fd = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    void *seen = fd < 0
                     ? MAP_FAILED
                     : mmap(NULL, sizeof(*every), PROT_READ, MAP_SHARED, fd, 0);

    dl_iterate_phdr(note_code, getenv("CCLITE_HUNGER_OF"));
    if (seen != MAP_FAILED)
        every = seen;
    if (fd >= 0)
        close(fd);
}

static bool is_refused(const void *asker)
{
    int64_t step = *every;
    uintptr_t at = (uintptr_t)asker;

    if (step <= 0 || at < first_code || at >= last_code ||
        atomic_fetch_add(&asked, 1) % (uint64_t)step != 0)
        return false;

    errno = ENOMEM;
    return true;
}

static void *take_early(size_t size)
{
    void *block = early + early_used;

    size = (size + 15) / 16 * 16;
    if (early_used + size > EARLY_SIZE)
        abort();
    early_used += size;
    return block;
}

void *malloc(size_t size)
{
    if (!real_malloc && is_finding)
        return take_early(size);
    if (!real_malloc)
        find_real();
    return is_refused(__builtin_return_address(0)) ? NULL : real_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    if (!real_calloc && is_finding)
        return take_early(count * size);
    if (!real_calloc)
        find_real();
    return is_refused(__builtin_return_address(0)) ? NULL
                                                   : real_calloc(count, size);
}

void *realloc(void *block, size_t size)
{
    if (!real_realloc)
        find_real();
    return is_refused(__builtin_return_address(0)) ? NULL
                                                   : real_realloc(block, size);
}
