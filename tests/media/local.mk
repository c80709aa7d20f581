# SPDX-License-Identifier: GPL-3.0-or-later
MEDIA_PEER = tests/media/peer.c tests/media/peer.h

check_PROGRAMS += tests/media/test_media
tests_media_test_media_SOURCES = tests/media/test_media.c $(MEDIA_PEER)
tests_media_test_media_CFLAGS = $(TEST_CFLAGS)
tests_media_test_media_LDADD = libmedia.a libbase.a $(CMOCKA_LIBS) -lm
TESTS += tests/media/test_media
