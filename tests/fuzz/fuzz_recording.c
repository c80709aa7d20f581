/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A recording that a crash left behind is repaired, and read whole. */

#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "media/recording_file.h"
#include "tests/fuzz/fuzz.h"

static void look_at(int fd, int64_t samples)
{
    struct recording_facts facts;
    struct recording_scan scan;
    uint8_t head[RECORDING_HEAD];
    struct stat status;
    int rc;

    recording_scan_begin(&scan);
    do
        rc = recording_scan_step(&scan, fd, &facts);
    while (rc > 0);
    CLAIM(rc == 0 && fstat(fd, &status) == 0);
    CLAIM(facts.samples == samples && facts.bytes == status.st_size);
    CLAIM(strlen(facts.digest) == SHA256_TEXT_SIZE - 1);
    CLAIM(pread(fd, head, sizeof(head), 0) == (ssize_t)sizeof(head));
    CLAIM(memcmp(head, "RIFF", 4) == 0 && memcmp(head + 50, "data", 4) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t mixed[64], buffer[2 * sizeof(mixed)];
    int fd = memfd_create("recording", MFD_CLOEXEC);
    int64_t samples = -1, again = -1;

    CLAIM(fd >= 0 && write(fd, data, size) == (ssize_t)size);
    CLAIM(recording_file_length(fd, &samples) == 0);
    CLAIM(samples == 0 ||
          RECORDING_HEAD + samples * RECORDING_FRAME <= (int64_t)size);
    CLAIM(recording_file_settle(fd, samples) == 0);
    CLAIM(recording_file_length(fd, &again) == 0 && again == samples);
    look_at(fd, samples);
    if (samples > 0) {
        size_t count = samples < 64 ? (size_t)samples : sizeof(mixed);

        CLAIM(recording_file_mix(fd, samples - (int64_t)count, buffer, mixed,
                                 count) == 0);
    }
    close(fd);
    return 0;
}
