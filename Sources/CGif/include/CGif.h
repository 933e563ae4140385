// The fence around giflib: an animation of indexed pictures that goes to a sink as it is made.
//
// Like cairo, the library is loaded when the first animation is asked for. No giflib header is visible from here.
#ifndef CGIF_H
#define CGIF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct cgif_animation cgif_animation;

// Takes the bytes of the file as they are made. Returns false when there is no room for more.
typedef bool (*cgif_sink)(void *context, const unsigned char *bytes, size_t count);

// Loads the library unless it is there already; false when it cannot be found. Safe from any thread.
bool cgif_load(void);

// Begins an animation that repeats for ever, with a palette of 256 colours of three bytes, red, green and blue.
// NULL when there is no memory, no library, or the sink takes nothing. Ended by cgif_end alone, whatever fails.
cgif_animation *cgif_begin(int width, int height, const uint8_t *palette, cgif_sink sink, void *context);

// Adds a picture that covers a part of the ones before it, shown for so many hundredths of a second. Where an index is
// `transparent` what was there stays; -1 for nowhere.
bool cgif_frame(
  cgif_animation *animation, int x, int y, int width, int height, const uint8_t *indices, int delay, int transparent);

// Ends the file and frees the animation. False when the sink took not everything.
bool cgif_end(cgif_animation *animation);

#endif
