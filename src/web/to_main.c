/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A locked list and an eventfd. */

#include "web/to_main.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "core/rule_set.h"
#include "jobs/erasure.h"
#include "web/password.h"

struct node {
    struct node *next;
    struct web_request request;
};

struct to_main {
    pthread_mutex_t lock;
    struct node *first;
    struct node **end;
    size_t count;
    int fd; /* readable while there is a first one */
};

int to_main_new(struct to_main **ret_to_main)
{
    assert(ret_to_main);

    struct to_main *to_main = calloc(1, sizeof(*to_main));
    if (!to_main)
        return -ENOMEM;

    to_main->fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (to_main->fd < 0) {
        int rc = -errno;
        free(to_main);
        return rc;
    }
    to_main->end = &to_main->first;
    pthread_mutex_init(&to_main->lock, NULL);
    *ret_to_main = to_main;
    return 0;
}

struct to_main *to_main_free(struct to_main *to_main)
{
    struct web_request request;

    if (!to_main)
        return NULL;
    while (to_main_take(to_main, &request))
        web_request_done(&request);
    close(to_main->fd);
    pthread_mutex_destroy(&to_main->lock);
    free(to_main);
    return NULL;
}

int to_main_fd(const struct to_main *to_main)
{
    assert(to_main);

    return to_main->fd;
}

static int put_node(struct to_main *to_main, struct node *node)
{
    int rc = 0;

    pthread_mutex_lock(&to_main->lock);
    if (to_main->count >= TO_MAIN_MAX) {
        rc = -EAGAIN;
    } else {
        if (!to_main->first)
            (void)eventfd_write(to_main->fd, 1);
        *to_main->end = node;
        to_main->end = &node->next;
        to_main->count++;
    }
    pthread_mutex_unlock(&to_main->lock);
    return rc;
}

int to_main_put(struct to_main *to_main, const struct web_request *request)
{
    int rc = -ENOMEM;

    assert(to_main && request);

    struct node *node = calloc(1, sizeof(*node));
    if (node) {
        node->request = *request;
        rc = put_node(to_main, node);
    }
    if (rc < 0) {
        struct web_request refused = *request;
        web_request_done(&refused);
        free(node);
    }
    return rc;
}

bool to_main_take(struct to_main *to_main, struct web_request *ret_request)
{
    eventfd_t count;

    assert(to_main && ret_request);

    pthread_mutex_lock(&to_main->lock);
    struct node *node = to_main->first;
    if (node) {
        to_main->first = node->next;
        to_main->count--;
    }
    if (node && !to_main->first) {
        to_main->end = &to_main->first;
        (void)eventfd_read(to_main->fd, &count);
    }
    pthread_mutex_unlock(&to_main->lock);

    if (!node)
        return false;
    *ret_request = node->request;
    free(node);
    return true;
}

void web_request_done(struct web_request *request)
{
    assert(request);

    for (size_t i = 0; i < request->side_count; i++) {
        char *value = request->sides[i].value;
        if (value)
            password_wipe(value, strlen(value));
        free(value);
    }
    free(request->program);
    free(request->list);
    free(request->zone);
    request->side_count = 0;
    request->program = NULL;
    request->list = NULL;
    request->zone = NULL;
    request->rules = rule_set_free(request->rules);
    request->erasure = erasure_free(request->erasure);
}
