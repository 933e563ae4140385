// What the files of the fence share; never seen outside.
#ifndef CNC_INTERNAL_H
#define CNC_INTERNAL_H

#include "CNCurses.h"

#include <stddef.h>
#include <termios.h>

// restoring.c: puts the terminal back without ncurses, also from a signal handler.
void restoring_prepare(int descriptor, const struct termios *modes, const char *bytes, size_t length);
void restoring_set_armed(bool armed);
void restoring_run(void);
void restoring_write(int descriptor, const char *bytes, size_t length);

// signals.c
bool signals_prepare(void);
void signals_install(void);
void signals_uninstall(void);
uint32_t signals_take(void);
int signals_descriptor(void);
void signals_forget(uint32_t bits);

// session.c
int session_input(void);

#endif
