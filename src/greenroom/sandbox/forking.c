/* Forks a warm Node.js for each case. Loaded by the driver, in the jail, before any code of a candidate is read.

   serve(socket) waits for orders of level 1, one packet each. It forks for each, tells level 1 the child's number, waits
   for its end and tells how it ended. In the child it puts the descriptors in their places, cuts every other tie to the
   process above, runs the steps of the order (system calls as numbers, so that there is one list of them, in Python),
   and returns the order's text to JavaScript. Plain C and the stable Node-API; no header of Node.js is needed. */

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct napi_env__ *napi_env;
typedef struct napi_value__ *napi_value;
typedef struct napi_callback_info__ *napi_callback_info;
typedef int napi_status;
typedef napi_value (*napi_callback)(napi_env, napi_callback_info);
extern napi_status napi_create_function(napi_env, const char *, size_t, napi_callback, void *, napi_value *);
extern napi_status napi_get_cb_info(napi_env, napi_callback_info, size_t *, napi_value *, napi_value *, void **);
extern napi_status napi_get_value_int32(napi_env, napi_value, int32_t *);
extern napi_status napi_create_string_utf8(napi_env, const char *, size_t, napi_value *);
extern napi_status napi_set_named_property(napi_env, napi_value, const char *, napi_value);
extern napi_status napi_get_uv_event_loop(napi_env, void **);
extern int uv_loop_fork(void *);
extern void uv_update_time(void *);

enum { STREAMS = 6, HIGHEST = 256, LONGEST = 60000 };
static char packet[LONGEST + 1] __attribute__((aligned(16)));

/* A step is one system call. A word is a number, a place in the memory that follows the steps, or an earlier answer.
   Number -1 keeps an answer in that memory (32 bits), number -2 an address. */
struct step {
  int64_t number, word[6];
  uint8_t kind[6], mild, unused;
  int32_t keeps, unused_too;
};
enum { NUMBER, PLACE, ANSWER, ANSWERS = 8 };

/* Receive one packet with the six descriptors of a case; return its length, 0 when level 1 has gone. */
static ssize_t received(int end, int *streams) {
  char room[CMSG_SPACE(sizeof(int) * STREAMS)];
  struct iovec part = {packet, LONGEST};
  struct msghdr message = {.msg_iov = &part, .msg_iovlen = 1, .msg_control = room, .msg_controllen = sizeof room};
  ssize_t length;
  do length = recvmsg(end, &message, MSG_CMSG_CLOEXEC);
  while (length < 0 && errno == EINTR);
  struct cmsghdr *control = length > 0 ? CMSG_FIRSTHDR(&message) : NULL;
  if (control == NULL || control->cmsg_type != SCM_RIGHTS || control->cmsg_len != CMSG_LEN(sizeof(int) * STREAMS))
    return 0;
  memcpy(streams, CMSG_DATA(control), sizeof(int) * STREAMS);
  packet[length] = 0;
  return length;
}

/* V8 asks the kernel to leave its memory out of forked processes. This library is loaded first (LD_PRELOAD), so that the
   wish ends here. */
int madvise(void *from, size_t length, int advice) {
  return advice == MADV_DONTFORK ? 0 : (int)syscall(SYS_madvise, from, length, advice);
}

static void told(int end, const char *text) {
  if (send(end, text, strlen(text), MSG_NOSIGNAL) < 0) _exit(1);
}

/* Mark every descriptor that is open now: what the event loop opens anew in a child has the mark again. */
static void marked(void) {
  for (int fd = STREAMS; fd < HIGHEST; fd++) {
    int flags = fcntl(fd, F_GETFD);
    if (flags >= 0) fcntl(fd, F_SETFD, flags & ~FD_CLOEXEC);
  }
}

/* Put something of this process's own in the place of every descriptor that is shared with the one above. */
static int cut(int end) {
  for (int fd = STREAMS; fd < HIGHEST; fd++) {
    int flags = fcntl(fd, F_GETFD);
    if (flags < 0 || (flags & FD_CLOEXEC)) continue;
    if (fd == end) {
      close(fd);
      continue;
    }
    int own = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    if (own < 0 || dup3(own, fd, O_CLOEXEC) < 0) return -1;
    close(own);
  }
  return 0;
}

/* Run the steps; return 0, or the position of the one that failed, counted from 1. */
static int stepped(struct step *steps, int count, char *memory) {
  int64_t answers[ANSWERS] = {0};
  for (int at = 0; at < count; at++) {
    struct step *one = &steps[at];
    int64_t word[6];
    if (one->number == -1) {
      int32_t kept = (int32_t)answers[one->word[0]];
      memcpy(memory + one->word[1], &kept, sizeof kept);
      continue;
    }
    if (one->number == -2) {
      char *address = memory + one->word[1];
      memcpy(memory + one->word[0], &address, sizeof address);
      continue;
    }
    for (int n = 0; n < 6; n++)
      word[n] = one->kind[n] == PLACE    ? (int64_t)(intptr_t)(memory + one->word[n])
                : one->kind[n] == ANSWER ? answers[one->word[n]]
                                         : one->word[n];
    long answer = syscall(one->number, word[0], word[1], word[2], word[3], word[4], word[5]);
    if (answer < 0 && !one->mild) return at + 1;
    if (one->keeps >= 0) answers[one->keeps] = answer;
  }
  return 0;
}

/* The child: places, ties, then the steps. Whatever fails ends it with a word to level 1. */
static void entered(void *loop, int end, const int *streams, char *steps, int count) {
  char line[128];
  int failed = -1, trouble = fcntl(end, F_DUPFD_CLOEXEC, HIGHEST / 2);
  for (int place = 0; place < STREAMS; place++)
    if (dup2(streams[place], place) < 0) goto failed;
  for (int place = 0; place < STREAMS; place++) close(streams[place]);
  if (uv_loop_fork(loop) != 0 || cut(end) != 0) goto failed;
  uv_update_time(loop);
  failed = stepped((struct step *)steps, count, steps + count * (int)sizeof(struct step));
  if (failed) goto failed;
  close(trouble);
  return;
failed:
  snprintf(line, sizeof line, "{\"trouble\": \"step %d of a forked Node.js failed (%d)\"}", failed, errno);
  told(trouble, line);
  _exit(1);
}

/* Answer with the text of the packet, in the child only. A packet is: length of the text, count of steps (32 bits
   each), the steps, their memory, the text. */
static napi_value serve(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value given, text = NULL;
  void *loop = NULL;
  int32_t end = -1;
  if (napi_get_cb_info(env, info, &count, &given, NULL, NULL) || napi_get_value_int32(env, given, &end)) return NULL;
  if (napi_get_uv_event_loop(env, &loop)) return NULL;
  marked();
  told(end, "{\"ready\": true}");
  for (;;) {
    int streams[STREAMS], status = 0;
    struct rusage used;
    char line[256];
    ssize_t length = received(end, streams);
    if (length <= 8) _exit(0);
    int32_t head[2];
    memcpy(head, packet, sizeof head);
    pid_t child = fork();
    if (child == 0) {
      entered(loop, end, streams, packet + sizeof head, head[1]);
      napi_create_string_utf8(env, packet + length - head[0], head[0], &text);
      return text;
    }
    for (int place = 0; place < STREAMS; place++) close(streams[place]);
    snprintf(line, sizeof line, "{\"pid\": %d}", (int)child);
    told(end, line);
    if (child < 0) continue;
    if (recv(end, line, sizeof line, 0) <= 0) _exit(0);  /* level 1 holds the child's pidfd: now it may be waited for */
    while (wait4(child, &status, 0, &used) < 0 && errno == EINTR) continue;
    snprintf(line, sizeof line, "{\"status\": %d, \"cpu_s\": %.6f, \"memory_kb\": %ld}", status,
             used.ru_utime.tv_sec + used.ru_stime.tv_sec + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6,
             used.ru_maxrss);
    told(end, line);
  }
}

/* End at once: what Node.js would do on its way out waits for threads that only the process above has. */
static napi_value leave(napi_env env, napi_callback_info info) {
  size_t count = 1;
  napi_value given;
  int32_t code = 1;
  if (napi_get_cb_info(env, info, &count, &given, NULL, NULL) == 0) napi_get_value_int32(env, given, &code);
  _exit(code);
}

napi_value napi_register_module_v1(napi_env env, napi_value exports) {
  napi_value function;
  napi_create_function(env, "serve", 5, serve, NULL, &function);
  napi_set_named_property(env, exports, "serve", function);
  napi_create_function(env, "leave", 5, leave, NULL, &function);
  napi_set_named_property(env, exports, "leave", function);
  return exports;
}
