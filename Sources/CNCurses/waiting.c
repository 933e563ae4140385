// The one place where the program sleeps: poll over keyboard, self-pipe and watched descriptors. Without a time limit
// nothing wakes it until something happens.
#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1
#include "internal.h"

#include <errno.h>
#include <poll.h>
#include <time.h>
#include <unistd.h>

int64_t cnc_milliseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

cnc_report cnc_wait(int milliseconds, const int *watched, int count) {
  cnc_report report = {0};
  struct pollfd polled[2 + CNC_WATCHED_LIMIT];
  if (count > CNC_WATCHED_LIMIT) count = CNC_WATCHED_LIMIT;
  polled[0] = (struct pollfd){.fd = session_input(), .events = POLLIN};
  polled[1] = (struct pollfd){.fd = signals_descriptor(), .events = POLLIN};
  for (int i = 0; i < count; i++) polled[2 + i] = (struct pollfd){.fd = watched[i], .events = POLLIN};

  int64_t deadline = cnc_milliseconds() + milliseconds;
  for (;;) {
    int left = milliseconds;
    if (milliseconds > 0) {
      int64_t rest = deadline - cnc_milliseconds();
      left = rest > 0 ? (int)rest : 0;
    }
    int ready = poll(polled, (nfds_t)(2 + count), left);
    if (ready > 0) break;
    if (ready == 0) return report;
    if (errno != EINTR) {
      report.input = true;
      return report;
    }
  }
  if (polled[1].revents != 0) report.pending = signals_take();
  report.input = polled[0].revents != 0;
  for (int i = 0; i < count; i++) {
    short seen = polled[2 + i].revents;
    if (seen & POLLIN) report.ready |= 1ull << i;
    if ((seen & POLLNVAL) || ((seen & (POLLHUP | POLLERR)) && !(seen & POLLIN))) report.lost |= 1ull << i;
  }
  return report;
}

int cnc_read(uint8_t *bytes, int capacity) {
  for (;;) {
    ssize_t length = read(session_input(), bytes, (size_t)capacity);
    if (length >= 0) return (int)length;
    if (errno == EAGAIN) return -1;
    if (errno != EINTR) return 0;
  }
}
