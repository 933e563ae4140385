// The functions of cairo that are used, each with the type that its header gives it.
#ifndef CCAIRO_INTERNAL_H
#define CCAIRO_INTERNAL_H

#if __has_include(<cairo/cairo.h>)
#include <cairo/cairo.h>
#include <cairo/cairo-pdf.h>
#include <cairo/cairo-svg.h>
#else
#include <cairo.h>
#include <cairo-pdf.h>
#include <cairo-svg.h>
#endif

#include "CCairo.h"

#define CCAIRO_FUNCTIONS(X) \
  X(image_surface_create) X(image_surface_get_data) X(image_surface_get_width) X(image_surface_get_height) \
  X(image_surface_get_stride) X(surface_flush) X(surface_finish) X(surface_status) X(surface_destroy) \
  X(surface_write_to_png_stream) X(svg_surface_create_for_stream) X(pdf_surface_create_for_stream) \
  X(pdf_surface_set_metadata) X(create) X(destroy) X(status) X(scale) X(set_source_rgb) X(rectangle) X(new_sub_path) \
  X(arc) X(close_path) X(fill) X(stroke) X(set_line_width) X(set_dash) X(select_font_face) X(set_font_size) \
  X(get_scaled_font) X(scaled_font_text_to_glyphs) X(glyph_free) X(text_extents) X(move_to) X(show_text)

struct ccairo_functions {
#define DECLARE(name) __typeof__(&cairo_##name) name;
  CCAIRO_FUNCTIONS(DECLARE)
#undef DECLARE
};

extern struct ccairo_functions ccairo;

#endif
