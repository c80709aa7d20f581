/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A configuration file, taken whole or refused with its line. */

#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/config.h"
#include "base/text.h"
#include "tests/fuzz/fuzz.h"

static const struct setting settings[] = {
    { "name", SETTING_TEXT, "house", 1, 20, "" },
    { "secret", SETTING_SECRET, NULL, 0, 0, "" },
    { "sip.count", SETTING_INTEGER, "4", -5, 1000, "" },
    { "sip.wait", SETTING_DURATION, "20s", 1, 7200000000, "" },
    { "sip.room", SETTING_SIZE, "64K", 1, 1 << 30, "" },
    { "sip.is_on", SETTING_BOOLEAN, "yes", 0, 0, "" },
    { "sip.address", SETTING_ADDRESS, "192.0.2.1", 0, 0, "" },
    { "sip.port", SETTING_PORT, "5060", 0, 0, "" },
};

enum { COUNT = sizeof(settings) / sizeof(settings[0]) };

static void look_at(const struct config *config)
{
    for (size_t i = 0; i < COUNT; i++) {
        const char *text = config_text(config, settings[i].name);
        int64_t number = config_number(config, settings[i].name);

        CLAIM(text && text_is_utf8(text, strlen(text)) && !strchr(text, '\n'));
        if (settings[i].kind >= SETTING_INTEGER &&
            settings[i].kind <= SETTING_SIZE)
            CLAIM(number >= settings[i].min && number <= settings[i].max);
    }
    CLAIM(config_number(config, "sip.port") >= 1 &&
          config_number(config, "sip.port") <= 65535);
    CLAIM(strlen(config_text(config, "name")) <= 20);
}

static void look_at_fault(const struct config_fault *fault, size_t size)
{
    char line[1024], again[1024];

    CLAIM(fault->line > 0 && fault->line <= size + 1);
    CLAIM(fault->problem && fault->problem[0]);
    config_fault_write(fault, "file", fault->problem, line, sizeof(line));
    text_safe(line, strlen(line), again, sizeof(again));
    CLAIM(strcmp(line, again) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int fd = memfd_create("config", MFD_CLOEXEC);
    struct config_fault fault;
    struct config *config;
    char path[64];

    CLAIM(fd >= 0 && fchmod(fd, 0600) == 0);
    CLAIM(write(fd, data, size) == (ssize_t)size);
    snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
    if (config_read(path, settings, COUNT, &config, &fault) == 0) {
        look_at(config);
        config_free(config);
    } else {
        look_at_fault(&fault, size);
    }
    close(fd);
    return 0;
}
