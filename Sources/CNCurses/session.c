// Opening and closing the screen. ncurses draws; keys are read and decoded by us, because ncurses replays unknown
// sequences as single keys and loses a UTF-8 character that arrives in two pieces.
#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>
#include <term.h>

#include "internal.h"

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static FILE *output_stream, *input_stream;
static int input_descriptor = -1, output_descriptor = -1;
static int color_count;
static struct termios modes_before;

// Switches that terminfo doesn't describe.
static char switches_on[64], switches_off[64];

int session_input(void) { return input_descriptor; }

static bool asks_for_utf8(void) {
  const char *names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int i = 0; i < 3; i++) {
    const char *value = getenv(names[i]);
    if (value == NULL || *value == 0) continue;
    const char *charset = strrchr(value, '.');
    return charset != NULL && (strncasecmp(charset, ".utf-8", 6) == 0 || strncasecmp(charset, ".utf8", 5) == 0);
  }
  return false;
}

bool cnc_adopt_locale(void) {
  // Only the character set: a locale's decimal comma has no business in number formats read by other libraries.
  if (setlocale(LC_CTYPE, "") == NULL && asks_for_utf8() && setlocale(LC_CTYPE, "C.UTF-8") == NULL)
    setlocale(LC_CTYPE, "en_US.UTF-8");
  return strcasecmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int cnc_escape_delay(void) {
  const char *value = getenv("ESCDELAY");
  int delay = value == NULL ? 25 : atoi(value);
  return delay < 1 ? 1 : delay > 5000 ? 5000 : delay;
}

int cnc_width(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

static char collected[1024];
static size_t collected_length;

static int collect(int byte) {
  if (collected_length < sizeof collected) collected[collected_length++] = (char)byte;
  return byte;
}

static void collect_capability(const char *name) {
  const char *value = cnc_string(name);
  if (value != NULL) tputs(value, 1, collect);
}

const char *cnc_string(const char *capability) {
  const char *value = tigetstr((char *)capability);
  return value == (char *)-1 ? NULL : value;
}

void cnc_copy(const char *base64) {
  if (screen == NULL || *switches_on == 0) return;
  fprintf(output_stream, "\033]52;c;%s\a", base64);
  fflush(output_stream);
}

static void prepare_switches(bool mouse) {
  *switches_on = *switches_off = 0;
  // A terminal that reports a mouse is of the xterm kind and ignores private modes that it doesn't know.
  if (cnc_string("kmous") == NULL && cnc_string("BE") == NULL) return;
  strcat(switches_on, "\033[?2004h");
  strcat(switches_off, "\033[?2004l");
  if (!mouse || cnc_string("kmous") == NULL) return;
  strcat(switches_on, "\033[?1002h\033[?1006h");
  strcat(switches_off, "\033[?1006l\033[?1002l");
}

static void arm_restoring(void) {
  collected_length = strlen(switches_off);
  memcpy(collected, switches_off, collected_length);
  const char *capabilities[] = {"rmkx", "sgr0", "op", "cnorm", "rmcup"};
  for (int i = 0; i < 5; i++) collect_capability(capabilities[i]);
  if (cnc_string("rmcup") == NULL) collect('\r'), collect('\n');
  restoring_prepare(output_descriptor, &modes_before, collected, collected_length);
}

static void close_streams(void) {
  if (input_stream != NULL) fclose(input_stream);
  if (output_stream != NULL) fclose(output_stream);
  input_stream = output_stream = NULL;
  input_descriptor = output_descriptor = -1;
}

static int check_type(const char *type, int output) {
  if (type == NULL) type = getenv("TERM");
  if (type == NULL || *type == 0) return CNC_UNKNOWN_TYPE;
  // Asked first and alone: it reports errors instead of exiting, and writes nothing.
  int status = 0;
  if (setupterm((char *)type, output, &status) != OK) return CNC_UNKNOWN_TYPE;
  int result = cnc_string("cup") == NULL || cnc_string("clear") == NULL ? CNC_TYPE_TOO_SIMPLE : CNC_OPENED;
  del_curterm(cur_term);
  return result;
}

cnc_findings cnc_probe(int output) {
  cnc_findings found = {.type = check_type(NULL, output), .output_is_terminal = isatty(output) != 0};
  struct winsize size;
  if (found.output_is_terminal && ioctl(output, TIOCGWINSZ, &size) == 0) {
    found.height = size.ws_row;
    found.width = size.ws_col;
  }
  if (found.type != CNC_OPENED || screen != NULL) return found;
  int status = 0;
  if (setupterm(NULL, output, &status) != OK) return found;
  int colors = tigetnum("colors");
  found.colors = colors < 0 ? 0 : colors;
  del_curterm(cur_term);
  return found;
}

int cnc_open(int input, int output, const char *type, bool color, bool mouse) {
  if (screen != NULL) return CNC_ALREADY_OPEN;
  if (!isatty(output) || tcgetattr(output, &modes_before) != 0) return CNC_OUTPUT_NOT_A_TERMINAL;
  if (!isatty(input)) return CNC_INPUT_NOT_A_TERMINAL;
  int checked = check_type(type, output);
  if (checked != CNC_OPENED) return checked;
  if (!signals_prepare()) return CNC_SYSTEM_ERROR;

  // Copies, so that closing the streams leaves the caller's descriptors open.
  input_descriptor = fcntl(input, F_DUPFD_CLOEXEC, 3);
  output_descriptor = fcntl(output, F_DUPFD_CLOEXEC, 3);
  input_stream = input_descriptor < 0 ? NULL : fdopen(input_descriptor, "r");
  output_stream = output_descriptor < 0 ? NULL : fdopen(output_descriptor, "w");
  // They would freeze the size: ncurses believes them more than the terminal.
  unsetenv("LINES");
  unsetenv("COLUMNS");
  if (input_stream != NULL && output_stream != NULL) screen = newterm((char *)type, output_stream, input_stream);
  if (screen == NULL) {
    close_streams();
    return CNC_SYSTEM_ERROR;
  }
  signals_install();
  prepare_switches(mouse);
  arm_restoring();
  restoring_set_armed(true);

  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE); // makes it send the switch to application keys
  typeahead(-1);        // drawing never looks at the keyboard
  leaveok(stdscr, TRUE);
  curs_set(0);
  color_count = 0;
  if (color && has_colors() && tigetnum("colors") >= 8 && start_color() == OK) {
    color_count = tigetnum("colors");
    // Where the terminal has no notion of its own colours, white on black is what -1 means.
    if (use_default_colors() != OK) assume_default_colors(COLOR_WHITE, COLOR_BLACK);
  }
  restoring_write(output_descriptor, switches_on, strlen(switches_on));
  clearok(curscr, TRUE);
  return CNC_OPENED;
}

const char *cnc_type(void) {
  const char *type = getenv("TERM");
  return type == NULL ? "" : type;
}

int cnc_open_controlling_terminal(void) { return open("/dev/tty", O_RDONLY | O_CLOEXEC | O_NOCTTY); }

void cnc_close_descriptor(int descriptor) { close(descriptor); }

void cnc_close(void) {
  if (screen == NULL) return;
  if (!isendwin()) {
    // From the background this would stop the program instead of ending it.
    struct sigaction ignore = {.sa_handler = SIG_IGN}, before;
    sigaction(SIGTTOU, &ignore, &before);
    cnc_leave();
    tcsetattr(output_descriptor, TCSANOW, &modes_before);
    sigaction(SIGTTOU, &before, NULL);
  }
  restoring_set_armed(false);
  delscreen(screen);
  screen = NULL;
  close_streams();
  signals_uninstall();
}

void cnc_leave(void) {
  if (screen == NULL || isendwin()) return;
  restoring_write(output_descriptor, switches_off, strlen(switches_off));
  endwin();
  // From here on the screen belongs to the shell: a crash mustn't write to it.
  restoring_set_armed(false);
}

void cnc_return(void) {
  if (screen == NULL) return;
  // Also after a stop that came without warning (SIGSTOP), where the shell has put back its own modes.
  reset_prog_mode();
  restoring_set_armed(true);
  restoring_write(output_descriptor, switches_on, strlen(switches_on));
  curs_set(0);
  cnc_adopt_size();
  cnc_repaint();
}

void cnc_adopt_size(void) {
  struct winsize size;
  if (screen == NULL || ioctl(output_descriptor, TIOCGWINSZ, &size) != 0) return;
  if (size.ws_row == 0 || size.ws_col == 0) return;
  if (size.ws_row != LINES || size.ws_col != COLS) resize_term(size.ws_row, size.ws_col);
}

int cnc_rows(void) { return screen == NULL ? 0 : LINES; }
int cnc_columns(void) { return screen == NULL ? 0 : COLS; }
int cnc_colors(void) { return screen == NULL ? 0 : color_count; }
int cnc_color_pairs(void) { return screen == NULL || color_count == 0 ? 0 : COLOR_PAIRS; }
