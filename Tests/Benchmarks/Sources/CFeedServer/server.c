#define _GNU_SOURCE 1 // strcasestr

#include "server.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

// One thread and no copies: what is measured are the clients, which share the processors with it.
enum { MOST = 8192, ROOM = 4096 };

struct connection {
  char request[ROOM];
  size_t received;
  char head[256];
  size_t head_count, head_sent;
  const uint8_t *body;
  size_t body_count, body_sent;
  int64_t due; // when the answer may go, in milliseconds; 0 while there is none
};

static struct pollfd polled[MOST];
static struct connection *open_ones[MOST];
static nfds_t open_count = 1; // the first is the listener
static size_t requests, accepted, most_open;
static int is_ending;

static int64_t now_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void drop(nfds_t index) {
  close(polled[index].fd);
  free(open_ones[index]);
  open_count--;
  polled[index] = polled[open_count];
  open_ones[index] = open_ones[open_count];
}

static void take_all(void) {
  for (;;) {
    int socket = accept(polled[0].fd, NULL, NULL);
    if (socket < 0) return;
    struct connection *one = open_count < MOST ? calloc(1, sizeof *one) : NULL;
    if (one == NULL) {
      close(socket);
      continue;
    }
    fcntl(socket, F_SETFL, O_NONBLOCK);
    int on = 1;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    polled[open_count] = (struct pollfd){.fd = socket, .events = POLLIN};
    open_ones[open_count++] = one;
    accepted++;
    if (open_count - 1 > most_open) most_open = open_count - 1;
  }
}

static void answer(struct connection *one, const struct feed *feeds, size_t count, int latency) {
  char *path = one->request + 4;
  one->body = NULL;
  one->body_count = 0;
  one->due = now_ms() + latency;
  if (strncmp(path, "/end", 4) == 0 || strncmp(path, "/figures", 8) == 0) {
    is_ending = path[1] == 'e';
    char figures[80];
    int length = snprintf(figures, sizeof figures, "%zu %zu %zu\n", requests, accepted, most_open);
    one->head_count = (size_t)snprintf(one->head, sizeof one->head,
        "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s", length, figures);
    requests = accepted = 0;
    most_open = open_count - 1;
    one->due = now_ms();
    return;
  }
  requests++;
  size_t number = strtoul(path + 1, NULL, 10);
  if (number >= count) {
    one->head_count = (size_t)snprintf(
        one->head, sizeof one->head, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
  } else if (strcasestr(one->request, "\r\nif-none-match:") != NULL) {
    one->head_count = (size_t)snprintf(
        one->head, sizeof one->head, "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n");
  } else {
    one->body = feeds[number].bytes;
    one->body_count = feeds[number].count;
    one->head_count = (size_t)snprintf(one->head, sizeof one->head,
        "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Encoding: gzip\r\n"
        "ETag: \"1\"\r\nContent-Length: %zu\r\n\r\n", one->body_count);
  }
}

/// Sends what the socket takes; returns 0 when the other side is gone.
static int send_some(nfds_t index) {
  struct connection *one = open_ones[index];
  while (one->head_sent + one->body_sent < one->head_count + one->body_count) {
    int is_head = one->head_sent < one->head_count;
    const void *from = is_head ? (const void *)(one->head + one->head_sent)
                               : (const void *)(one->body + one->body_sent);
    size_t left = is_head ? one->head_count - one->head_sent : one->body_count - one->body_sent;
    ssize_t sent = send(polled[index].fd, from, left, 0);
    if (sent < 0) {
      polled[index].events = POLLOUT;
      return errno == EAGAIN || errno == EINTR;
    }
    *(is_head ? &one->head_sent : &one->body_sent) += (size_t)sent;
  }
  one->head_sent = one->body_sent = one->received = 0;
  one->due = 0;
  polled[index].events = POLLIN;
  return 1;
}

/// Reads what came; returns 0 when the other side is gone.
static int receive(nfds_t index, const struct feed *feeds, size_t count, int latency) {
  struct connection *one = open_ones[index];
  ssize_t got =
      recv(polled[index].fd, one->request + one->received, ROOM - 1 - one->received, 0);
  if (got <= 0) return got < 0 && (errno == EAGAIN || errno == EINTR);
  one->received += (size_t)got;
  one->request[one->received] = 0;
  if (strstr(one->request, "\r\n\r\n") == NULL) return one->received < ROOM - 1;
  answer(one, feeds, count, latency);
  polled[index].events = 0;
  return one->due > now_ms() || send_some(index);
}

static int listen_anywhere(void) {
  int listener = socket(AF_INET, SOCK_STREAM, 0);
  struct sockaddr_in name = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_ANY)};
  socklen_t size = sizeof name;
  if (listener < 0 || bind(listener, (struct sockaddr *)&name, size) != 0 ||
      listen(listener, 1024) != 0 || getsockname(listener, (struct sockaddr *)&name, &size) != 0)
    return -1;
  fcntl(listener, F_SETFL, O_NONBLOCK);
  printf("%d\n", ntohs(name.sin_port));
  fflush(stdout);
  return listener;
}

int feed_server_run(const struct feed *feeds, size_t count, int latency) {
  signal(SIGPIPE, SIG_IGN);
  polled[0] = (struct pollfd){.fd = listen_anywhere(), .events = POLLIN};
  if (polled[0].fd < 0) return errno;
  while (!is_ending) {
    int64_t now = now_ms(), next = now + 1000;
    for (nfds_t index = 1; index < open_count; index++) {
      struct connection *one = open_ones[index];
      if (one->due == 0 || polled[index].events != 0) continue;
      if (one->due > now) {
        if (one->due < next) next = one->due;
      } else if (!send_some(index)) {
        drop(index--);
      }
    }
    if (poll(polled, open_count, (int)(next - now)) < 0 && errno != EINTR) return errno;
    for (nfds_t index = open_count - 1; index > 0; index--) {
      if (polled[index].revents == 0) continue;
      int stays = polled[index].revents & POLLOUT ? send_some(index)
                                                  : receive(index, feeds, count, latency);
      if (!stays) drop(index);
    }
    if (polled[0].revents != 0) take_all();
  }
  return 0;
}
