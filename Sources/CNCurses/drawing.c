// Cells to ncurses, ncurses to the terminal.
#define _GNU_SOURCE 1
#define _DARWIN_C_SOURCE 1
#define NCURSES_WIDECHAR 1
#define _XOPEN_SOURCE_EXTENDED 1
#include <curses.h>

#include "internal.h"

#include <wchar.h>

void cnc_define_pair(int pair, int foreground, int background) {
  init_extended_pair(pair, foreground, background);
}

void cnc_put(int row, int column, const uint32_t *scalars, int count, int attributes, int pair) {
  wchar_t text[CCHARW_MAX + 1];
  if (count > CCHARW_MAX) count = CCHARW_MAX;
  for (int i = 0; i < count; i++) text[i] = (wchar_t)scalars[i];
  text[count] = 0;
  attr_t look = WA_NORMAL;
  if (attributes & CNC_BOLD) look |= WA_BOLD;
  if (attributes & CNC_DIM) look |= WA_DIM;
  if (attributes & CNC_UNDERLINE) look |= WA_UNDERLINE;
  if (attributes & CNC_REVERSE) look |= WA_REVERSE;
  cchar_t cell;
  // The pair goes through the extended argument: the short one ends at 32767.
  if (setcchar(&cell, text, look, 0, &pair) != OK) return;
  mvadd_wch(row, column, &cell);
}

void cnc_repaint(void) { clearok(curscr, TRUE); }

void cnc_show(void) { refresh(); }
