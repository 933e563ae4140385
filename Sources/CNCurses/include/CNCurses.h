// The fence around ncurses: fixed-arity functions over plain integers. No curses header is visible from here, because
// its globals and variadic functions don't survive the import into Swift 6 and its structs differ between builds.
//
// One terminal at a time, used from one thread. Only cnc_wake may be called from other threads.
#ifndef CNCURSES_H
#define CNCURSES_H

#include <stdbool.h>
#include <stdint.h>

enum {
  CNC_OPENED = 0,
  CNC_ALREADY_OPEN = 1,
  CNC_INPUT_NOT_A_TERMINAL = 2,
  CNC_OUTPUT_NOT_A_TERMINAL = 3,
  CNC_UNKNOWN_TYPE = 4,   // no terminfo entry, or TERM isn't set
  CNC_TYPE_TOO_SIMPLE = 5, // the entry has no cursor addressing ("dumb")
  CNC_SYSTEM_ERROR = 6,
};

// Takes the character set of the environment's locale, C.UTF-8 or en_US.UTF-8 where a UTF-8 locale was asked for but
// isn't installed. Returns whether text may be UTF-8.
bool cnc_adopt_locale(void);

// wcwidth under the locale adopted: columns of a scalar, -1 when the C library can't draw it.
int cnc_width(uint32_t scalar);

// How long an escape byte waits for the rest of a sequence: $ESCDELAY in milliseconds, 25 where it isn't set.
int cnc_escape_delay(void);

// Opens the screen: own signal handlers, raw keys, alternate screen, cursor hidden, bracketed paste. `type` NULL means
// $TERM. Nothing is written and nothing changed unless CNC_OPENED is returned. The descriptors stay the caller's.
int cnc_open(int input, int output, const char *type, bool color, bool mouse);

// What a screen would find, with nothing opened, written or changed.
typedef struct {
  int type;   // CNC_OPENED, CNC_UNKNOWN_TYPE or CNC_TYPE_TOO_SIMPLE
  int colors; // of the type; 0 without colour
  int height, width; // in cells, as the kernel has them; 0 where the output is no terminal
  bool output_is_terminal;
} cnc_findings;
cnc_findings cnc_probe(int output);

// $TERM; empty when it isn't set.
const char *cnc_type(void);

// Opens the controlling terminal for reading; -1 when there is none.
int cnc_open_controlling_terminal(void);
void cnc_close_descriptor(int descriptor);

// Leaves the screen and puts back terminal modes and signal handlers; harmless when nothing is open.
void cnc_close(void);

// Ends the process by a signal with its default action.
_Noreturn void cnc_die_by_signal(int signal);

// Leaves the screen while the program is stopped; comes back with everything drawn anew.
void cnc_leave(void);
void cnc_return(void);

// Stops this process, or its whole process group as the terminal's own Ctrl-Z does, until it is continued.
void cnc_stop(bool whole_group);

// Size in cells as the kernel has it now, ncurses told of it.
void cnc_adopt_size(void);
int cnc_rows(void);
int cnc_columns(void);

// Colours of the terminal and how many colour pairs may be defined; 0 without colour.
int cnc_colors(void);
int cnc_color_pairs(void);

// A string of the terminfo entry by its short name; NULL when it has none.
const char *cnc_string(const char *capability);

enum { CNC_BOLD = 1, CNC_DIM = 2, CNC_UNDERLINE = 4, CNC_REVERSE = 8 };

// Defines a colour pair; -1 is the terminal's own colour.
void cnc_define_pair(int pair, int foreground, int background);
// Puts one spacing scalar with its marks (5 scalars at most).
void cnc_put(int row, int column, const uint32_t *scalars, int count, int attributes, int pair);
// Puts what stands in this base64 on the clipboard, if the terminal is of a kind that may have one.
void cnc_copy(const char *base64);
// Sends what changed to the terminal; everything after cnc_repaint.
void cnc_show(void);
void cnc_repaint(void);

// What may be pending, as bits.
enum {
  CNC_WAKE = 1,
  CNC_INTERRUPT = 2,
  CNC_TERMINATE = 4,
  CNC_HANGUP = 8,
  CNC_QUIT = 16,
  CNC_RESIZED = 32,
  CNC_STOP = 64,
  CNC_CONTINUED = 128,
};

// Wakes cnc_wait; safe from every thread at any time.
void cnc_wake(void);

// What cnc_wait saw.
typedef struct {
  uint32_t pending; // bits above
  bool input;       // there are bytes to read, or the terminal is gone
  uint64_t ready;   // bit i: watched[i] is readable
  uint64_t lost;    // bit i: watched[i] will never be readable again
} cnc_report;

enum { CNC_WATCHED_LIMIT = 16 };

// The bits that the next cnc_wait will report.
uint32_t cnc_pending(void);

// Waits for input, a signal, a wake or one of the watched descriptors (CNC_WATCHED_LIMIT at most); a negative time
// waits for ever. Everything in the report is 0 when the time ran out.
cnc_report cnc_wait(int milliseconds, const int *watched, int count);

// Reads what is there; 0 when the terminal is gone.
int cnc_read(uint8_t *bytes, int capacity);

// Monotonic clock.
int64_t cnc_milliseconds(void);

#endif
