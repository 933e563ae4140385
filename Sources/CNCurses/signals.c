// Signals become bits that the wait loop reads; the self-pipe only makes poll return. Handlers do nothing else, because
// neither ncurses nor Swift may run inside one.
#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1
#include "internal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <unistd.h>

static atomic_uint pending;
// Made once and never closed, so that a waker may outlive the terminal.
static int pipe_ends[2] = {-1, -1};

static const struct {
  int signal;
  uint32_t bit;
  bool stays_ignored; // nohup and background shells start us with it ignored, and mean it
} reported[] = {
    {SIGINT, CNC_INTERRUPT, true}, {SIGTERM, CNC_TERMINATE, false}, {SIGHUP, CNC_HANGUP, true},
    {SIGQUIT, CNC_QUIT, true},     {SIGWINCH, CNC_RESIZED, false},  {SIGTSTP, CNC_STOP, true},
    {SIGCONT, CNC_CONTINUED, false},
};
enum { REPORTED = sizeof reported / sizeof *reported };

static const int fatal[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE};
enum { FATAL = sizeof fatal / sizeof *fatal };

static struct sigaction before_reported[REPORTED];
static struct sigaction before_fatal[FATAL];
static const int refused[] = {SIGPIPE, SIGXFSZ};
enum { REFUSED = sizeof refused / sizeof *refused };
static struct sigaction before_refused[REFUSED];
static bool installed;

static void raise_bit(uint32_t bit) {
  int saved = errno;
  // Pipe full or not: whoever finds the bit already set knows that a byte is on its way.
  if ((atomic_fetch_or(&pending, bit) & bit) == 0) {
    ssize_t ignored = write(pipe_ends[1], "", 1);
    (void)ignored;
  }
  errno = saved;
}

static void on_reported(int signal) {
  for (int i = 0; i < REPORTED; i++)
    if (reported[i].signal == signal) raise_bit(reported[i].bit);
}

static void on_fatal(int number) {
  restoring_run();
  // Die by the same signal, so that the exit status tells the truth. Swift's own crash reporter is passed over: it
  // keeps the dead program in the terminal for many seconds.
  signal(number, SIG_DFL);
  raise(number);
}

bool signals_prepare(void) {
  if (pipe_ends[0] >= 0) {
    signals_take();
    return true;
  }
  int ends[2];
  if (pipe(ends) != 0) return false;
  for (int i = 0; i < 2; i++) {
    fcntl(ends[i], F_SETFD, FD_CLOEXEC);
    fcntl(ends[i], F_SETFL, O_NONBLOCK);
  }
  // A normal exit from anywhere restores the terminal too; after cnc_close this does nothing.
  atexit(restoring_run);
  pipe_ends[1] = ends[1];
  pipe_ends[0] = ends[0];
  return true;
}

void signals_install(void) {
  if (installed) return;
  // A stack overflow has no stack left to restore the terminal on.
  static char crash_stack[65536];
  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
  sigaltstack(&stack, NULL);

  struct sigaction action = {.sa_handler = on_reported, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < REPORTED; i++) {
    sigaction(reported[i].signal, NULL, &before_reported[i]);
    if (reported[i].stays_ignored && before_reported[i].sa_handler == SIG_IGN) continue;
    sigaction(reported[i].signal, &action, NULL);
  }
  // A pipe that nobody reads any more (standard error, say), or a file that may not grow, must not end the program in the
  // midst of its screen: the write fails, which is dealt with where it is made.
  struct sigaction ignore = {.sa_handler = SIG_IGN};
  for (int i = 0; i < REFUSED; i++) sigaction(refused[i], &ignore, &before_refused[i]);
  struct sigaction crash = {.sa_handler = on_fatal, .sa_flags = SA_ONSTACK | SA_NODEFER};
  sigemptyset(&crash.sa_mask);
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &crash, &before_fatal[i]);
  installed = true;
}

void signals_uninstall(void) {
  if (!installed) return;
  for (int i = 0; i < REPORTED; i++) sigaction(reported[i].signal, &before_reported[i], NULL);
  for (int i = 0; i < FATAL; i++) sigaction(fatal[i], &before_fatal[i], NULL);
  for (int i = 0; i < REFUSED; i++) sigaction(refused[i], &before_refused[i], NULL);
  installed = false;
}

int signals_descriptor(void) { return pipe_ends[0]; }

uint32_t signals_take(void) {
  // The pipe first: a bit set after the exchange then still has its byte.
  char drained[64];
  while (read(pipe_ends[0], drained, sizeof drained) > 0) {
  }
  return atomic_exchange(&pending, 0);
}

uint32_t cnc_pending(void) { return atomic_load(&pending); }

void signals_forget(uint32_t bits) { atomic_fetch_and(&pending, ~bits); }

void cnc_wake(void) {
  if (pipe_ends[1] >= 0) raise_bit(CNC_WAKE);
}

void cnc_die_by_signal(int number) {
  cnc_close();
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  signal(number, SIG_DFL);
  sigprocmask(SIG_UNBLOCK, &only, NULL);
  raise(number);
  _exit(128 + number);
}

void cnc_stop(bool whole_group) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, ours;
  sigaction(SIGTSTP, &standard, &ours);
  if (whole_group)
    kill(0, SIGTSTP);
  else
    raise(SIGTSTP);
  // Here the program has been continued (or the stop was refused, as in an orphaned process group).
  sigaction(SIGTSTP, &ours, NULL);
  signals_forget(CNC_CONTINUED | CNC_STOP);
}
