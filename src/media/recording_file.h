/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file of a recording: WAV of mu-law, whole at any moment. */

#ifndef MEDIA_RECORDING_FILE_H
#define MEDIA_RECORDING_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/object.h"
#include "base/sha256.h"
#include "media/peaks.h"

/*
 * "Multimedia Programming Interface and Data Specifications 1.0" (IBM and
 * Microsoft, 1991) and its revision of 1994 ("New Multimedia Data Types"):
 * WAVE_FORMAT_MULAW, a format chunk of 18 bytes, a fact chunk, the data.
 *
 * Talks have two channels. Whoever speaks alone, as to a box, has one, the left
 * one: a second would be silent, and twice as long to send. The head says which
 * it is; a head that does not say so is of two, as all files once were.
 *
 * Samples are appended and the lengths in the head are written after them, each
 * time: when the process dies, what the kernel has is a file that plays, short
 * by what was still in memory; repairing it is making the lengths say what is
 * there. A cut in the power may take what the kernel had not written yet; the
 * file is only synced when it is whole, because syncing each of hundreds of
 * files each second is what a disk can do least of all.
 */
enum {
    RECORDING_HEAD = 58,      /* bytes before the samples */
    RECORDING_FRAME = 2,      /* bytes of one sample of both channels */
    RECORDING_MONO = 1,       /* ... of the only one */
    RECORDING_MAX_S = 172800, /* two days: 2.8 GB, below what WAV can tell */
};

/* What a whole recording is like. */
struct recording_facts {
    int64_t samples; /* of each channel */
    int64_t bytes;   /* of the file */
    char digest[SHA256_TEXT_SIZE];
    char peaks[TAPE_CHANNELS][PEAKS_TEXT_SIZE];
};

/* All of these block on the disk, and return 0 or a negative errno. */

/** Makes the directory, below it "open", and opens it. @return a descriptor */
int recording_directory_open(const char *path);

/** Makes the file that an object is written into.
 *  @param frame  RECORDING_FRAME or RECORDING_MONO
 *  @return a descriptor; -EEXIST: there is one */
int recording_file_create(int directory, const char *object, int frame);

/** Opens one left behind: the open one, or the whole one. @return a
 *  descriptor; -ENOENT: there is none */
int recording_file_reopen(int directory, const char *object);

/** What a frame of it has: RECORDING_FRAME or RECORDING_MONO. */
int recording_file_frame(int fd);

/** How many samples of each channel are in it. */
int recording_file_length(int fd, int64_t *ret_samples);

/** Writes samples behind so many, and the head; of two channels left and right
 *  in turns. */
int recording_file_write(int fd, int64_t behind, const uint8_t *octets,
                         size_t count);

/** Makes the head say that there are so many, and cuts off what is behind. */
int recording_file_settle(int fd, int64_t samples);

/** Puts a file that is done on the disk for good, under its whole path. */
int recording_file_keep(int directory, int fd, const char *object);

/** Removes a recording; fine when there is none. */
int recording_file_remove(int directory, const char *object);

/**
 * Reads samples from a place on, and adds up what channels there are.
 *
 * @param buffer  room for 2 * count
 */
int recording_file_mix(int fd, int64_t from, uint8_t *buffer,
                       uint8_t *ret_octets, size_t count);

/* Reading a file once, piece by piece, for its facts. */
struct recording_scan {
    int64_t at; /* bytes read */
    int frame;  /* known from the first piece on */
    struct sha256 hash;
    struct peaks peaks;
};

void recording_scan_begin(struct recording_scan *scan);

/**
 * Reads the next 64 KiB.
 *
 * @param ret_facts  filled when the end is reached
 *
 * @return 1: go on; 0: the facts are there; or a negative errno
 */
int recording_scan_step(struct recording_scan *scan, int fd,
                        struct recording_facts *ret_facts);

#endif
