#include "CNCurses.h"
int convoscope_placeholder(void) { return 0; }
