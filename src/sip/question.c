/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A datagram out, a datagram back. */

#include "sip/question.h"

#include <arpa/inet.h>
#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

enum { DATAGRAM_MAX = 4096 };

struct question {
    struct loop *loop;
    struct question_servers servers;
    char name[QUESTION_NAME_MAX + 1];
    uint16_t type;
    uint16_t number;
    unsigned tries;
    int fd;    /* of this try; -1: none */
    int worst; /* why it has not been answered yet */
    struct wheel_timer patience;
    question_answered_h *answered;
    void *arg;
};

static void try_next(void *arg);

int question_find_servers(struct question_servers *ret_servers)
{
    assert(ret_servers);

    char domain[256];
    uint32_t count = QUESTION_MAX_SERVERS;

    if (dns_srv_get(domain, sizeof(domain), ret_servers->addresses, &count) ||
        count == 0)
        return -ENOENT;

    ret_servers->count = count;
    return 0;
}

static void hang_up(struct question *question)
{
    loop_stop_timer(question->loop, &question->patience);
    if (question->fd < 0)
        return;

    loop_unwatch_fd(question->loop, question->fd);
    close(question->fd);
    question->fd = -1;
}

struct question *question_free(struct question *question)
{
    if (!question)
        return NULL;

    hang_up(question);
    free(question);
    return NULL;
}

static void end(struct question *question, int rc, struct list *answers)
{
    question_answered_h *answered = question->answered;
    void *arg = question->arg;

    question_free(question);
    answered(rc, answers, arg);
}

static void fail(struct question *question, int rc)
{
    struct list none = LIST_INIT;

    end(question, rc, &none);
}

/* Not from inside of whoever reads: the descriptor goes. */
static void next_try_now(struct question *question)
{
    loop_start_timer(question->loop, &question->patience, 0, try_next,
                     question);
}

/* It must ask what we asked. */
static bool is_ours(const struct question *question, struct mbuf *mb,
                    struct dnshdr *ret_header)
{
    char *name = NULL;

    if (dns_hdr_decode(mb, ret_header) || !ret_header->qr ||
        ret_header->opcode != DNS_OPCODE_QUERY || ret_header->nq != 1 ||
        ret_header->id != question->number || dns_dname_decode(mb, &name, 0))
        return false;

    bool is_same = strcasecmp(name, question->name) == 0 &&
                   mbuf_get_left(mb) >= 4 &&
                   ntohs(mbuf_read_u16(mb)) == question->type &&
                   ntohs(mbuf_read_u16(mb)) == DNS_CLASS_IN;

    mem_deref(name);
    return is_same;
}

/* What is cut off, or broken, ends the list: the others are good. */
static void read_records(struct mbuf *mb, unsigned count, struct list *answers)
{
    struct dnsrr *record;

    if (count > QUESTION_MAX_RECORDS)
        count = QUESTION_MAX_RECORDS;
    while (count-- > 0 && dns_rr_decode(mb, &record, 0) == 0)
        list_append(answers, &record->le, record);
}

static void read_answer(struct question *question, struct mbuf *mb)
{
    struct list answers = LIST_INIT;
    struct dnshdr header;

    if (!is_ours(question, mb, &header))
        return; /* the right one may yet come */

    if (header.rcode == DNS_RCODE_OK) {
        read_records(mb, header.nans, &answers);
        end(question, 0, &answers);
        list_flush(&answers);
    } else if (header.rcode == DNS_RCODE_NAME_ERR) {
        fail(question, -ENOENT);
    } else {
        question->worst = -EPROTO;
        next_try_now(question);
    }
}

static void receive(int fd, unsigned events, void *arg)
{
    struct question *question = arg;
    struct mbuf *mb = mbuf_alloc(DATAGRAM_MAX);

    (void)events;
    if (!mb)
        return;

    ssize_t n = recv(fd, mb->buf, mb->size, MSG_DONTWAIT);
    if (n > 0) {
        mb->end = (size_t)n;
        read_answer(question, mb);
    } else if (n < 0 && errno != EAGAIN && errno != EINTR) {
        next_try_now(question); /* nobody is there */
    }
    mem_deref(mb);
}

static int write_question(const struct question *question, struct mbuf *mb)
{
    const struct dnshdr header = {
        .id = question->number,
        .opcode = DNS_OPCODE_QUERY,
        .rd = true,
        .nq = 1,
    };
    int err = dns_hdr_encode(mb, &header);

    if (!err)
        err = dns_dname_encode(mb, question->name, NULL, 0, false);
    if (!err)
        err = mbuf_write_u16(mb, htons(question->type));
    if (!err)
        err = mbuf_write_u16(mb, htons(DNS_CLASS_IN));
    return err;
}

static int send_to(struct question *question, const struct sa *server)
{
    struct mbuf *mb = mbuf_alloc(512);
    int err = ENOMEM;

    question->number = rand_u16();
    question->fd =
        socket(sa_af(server), SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (mb && question->fd >= 0)
        err = write_question(question, mb);
    if (!err && (connect(question->fd, &server->u.sa, server->len) < 0 ||
                 send(question->fd, mb->buf, mb->end, 0) < 0))
        err = errno;
    mem_deref(mb);
    return err ? -err
               : loop_watch_fd(question->loop, question->fd, LOOP_READ, receive,
                               question);
}

static void try_next(void *arg)
{
    struct question *question = arg;
    const struct question_servers *servers = &question->servers;

    hang_up(question);
    if (question->tries == QUESTION_TRIES) {
        fail(question, question->worst);
        return;
    }

    int rc = send_to(question,
                     &servers->addresses[question->tries++ % servers->count]);
    loop_start_timer(question->loop, &question->patience,
                     rc < 0 ? 0 : QUESTION_TRY_MS * 1000, try_next, question);
}

int question_ask(struct loop *loop, const struct question_servers *servers,
                 const char *name, uint16_t type, question_answered_h *answered,
                 void *arg, struct question **ret_question)
{
    assert(loop && servers && name && answered && ret_question);

    if (servers->count == 0 || servers->count > QUESTION_MAX_SERVERS ||
        !*name || strlen(name) > QUESTION_NAME_MAX)
        return -EINVAL;

    struct question *question = calloc(1, sizeof(*question));
    if (!question)
        return -ENOMEM;

    question->loop = loop;
    question->servers = *servers;
    memcpy(question->name, name, strlen(name));
    question->type = type;
    question->fd = -1;
    question->worst = -ETIMEDOUT;
    question->answered = answered;
    question->arg = arg;
    next_try_now(question);
    *ret_question = question;
    return 0;
}
