// The fence around cairo: a canvas with rectangles, lines and texts, and the three kinds of file that it becomes.
//
// The library is loaded when the first canvas is asked for and not before: a program that draws no picture pays nothing
// for it, and one that runs where it is missing can say so. No cairo header is visible from here.
#ifndef CCAIRO_H
#define CCAIRO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ccairo_canvas ccairo_canvas;

// Takes the bytes of a file as they are made. Returns false when there is no room for more.
typedef bool (*ccairo_sink)(void *context, const unsigned char *bytes, size_t count);

// What a text hangs on its point with.
enum { CCAIRO_START = 0, CCAIRO_MIDDLE = 1, CCAIRO_END = 2 };

// Loads the library unless it is there already; false when it cannot be found. Safe from any thread.
bool ccairo_load(void);

// A canvas of so many units; NULL when there is no memory or no library. Each is ended by ccairo_end alone.
// A bitmap has `scale` pixels for each unit. The sink and its context have to live as long as the canvas.
ccairo_canvas *ccairo_bitmap(double width, double height, double scale);
ccairo_canvas *ccairo_svg(double width, double height, ccairo_sink sink, void *context);
ccairo_canvas *ccairo_pdf(double width, double height, const char *title, ccairo_sink sink, void *context);

// The colour of what is drawn from now on, each part 0...1.
void ccairo_color(ccairo_canvas *canvas, double red, double green, double blue);

// A rectangle with rounded corners, filled, or drawn with a line of this width. `dash` 0 draws it through.
void ccairo_fill(ccairo_canvas *canvas, double x, double y, double width, double height, double radius);
void ccairo_outline(
  ccairo_canvas *canvas, double x, double y, double width, double height, double radius, double line, double dash);

// A text in UTF-8 on a base line. Of the families the first is taken that has every sign of the text, else the last.
void ccairo_text(
  ccairo_canvas *canvas, const char *text, double x, double y, int anchor, const char *const *families, int count,
  bool bold, double size);

// The rows of a bitmap, `stride` bytes apart, four bytes a pixel: blue, green, red, unused. NULL of another canvas.
const unsigned char *ccairo_pixels(ccairo_canvas *canvas, int *width, int *height, int *stride);

// Hands a bitmap to the sink as a PNG.
bool ccairo_png(ccairo_canvas *canvas, ccairo_sink sink, void *context);

// Finishes the file, if it is one, and frees the canvas. False when anything on the way went wrong.
bool ccairo_end(ccairo_canvas *canvas);

#endif
