// The way out that needs no ncurses: a string computed in advance and the saved modes, so that a crash leaves a usable
// terminal. Everything called here is async-signal-safe.
#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1
#include "internal.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static char restore_bytes[1024];
static size_t restore_length;
static struct termios saved_modes;
static int terminal = -1;
static atomic_bool armed;

void restoring_write(int descriptor, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(descriptor, bytes, length);
    if (written > 0) {
      bytes += written;
      length -= (size_t)written;
    } else if (written < 0 && errno == EAGAIN) {
      // Somebody made the shared terminal non-blocking.
      struct pollfd room = {.fd = descriptor, .events = POLLOUT};
      if (poll(&room, 1, 1000) <= 0) return;
    } else if (written < 0 && errno != EINTR) {
      return;
    }
  }
}

void restoring_prepare(int descriptor, const struct termios *modes, const char *bytes, size_t length) {
  terminal = descriptor;
  saved_modes = *modes;
  restore_length = length < sizeof restore_bytes ? length : sizeof restore_bytes;
  memcpy(restore_bytes, bytes, restore_length);
}

void restoring_set_armed(bool value) { atomic_store(&armed, value); }

void restoring_run(void) {
  if (!atomic_exchange(&armed, false)) return;
  // Changing modes from the background would stop the process instead of letting it end.
  struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
  sigaction(SIGTTOU, &ignore, &before);
  restoring_write(terminal, restore_bytes, restore_length);
  tcsetattr(terminal, TCSANOW, &saved_modes);
  sigaction(SIGTTOU, &before, NULL);
}
