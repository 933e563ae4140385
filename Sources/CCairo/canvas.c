// Canvases: what is drawn on them, and the files they become.
#include "internal.h"

#include <stdlib.h>
#include <string.h>

struct ccairo_canvas {
  cairo_surface_t *surface;
  cairo_t *context;
  ccairo_sink sink;
  void *sink_context;
  bool is_bitmap;
};

// MARK: Making and ending

static cairo_status_t pass_on(void *closure, const unsigned char *bytes, unsigned int count) {
  ccairo_canvas *canvas = closure;
  return canvas->sink(canvas->sink_context, bytes, count) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static ccairo_canvas *allocated(ccairo_sink sink, void *context) {
  if (!ccairo_load()) return NULL;
  ccairo_canvas *canvas = calloc(1, sizeof *canvas);
  if (!canvas) return NULL;
  canvas->sink = sink;
  canvas->sink_context = context;
  return canvas;
}

// Cairo hands out objects in an error state rather than NULL; the state is asked for here and at the end.
static ccairo_canvas *started(ccairo_canvas *canvas, double scale) {
  canvas->context = ccairo.create(canvas->surface);
  if (ccairo.status(canvas->context) != CAIRO_STATUS_SUCCESS) {
    ccairo_end(canvas);
    return NULL;
  }
  ccairo.scale(canvas->context, scale, scale);
  return canvas;
}

ccairo_canvas *ccairo_bitmap(double width, double height, double scale) {
  ccairo_canvas *canvas = allocated(NULL, NULL);
  if (!canvas) return NULL;
  canvas->is_bitmap = true;
  canvas->surface =
    ccairo.image_surface_create(CAIRO_FORMAT_RGB24, (int)(width * scale + 0.5), (int)(height * scale + 0.5));
  return started(canvas, scale);
}

ccairo_canvas *ccairo_svg(double width, double height, ccairo_sink sink, void *context) {
  ccairo_canvas *canvas = allocated(sink, context);
  if (!canvas) return NULL;
  canvas->surface = ccairo.svg_surface_create_for_stream(pass_on, canvas, width, height);
  return started(canvas, 1);
}

ccairo_canvas *ccairo_pdf(double width, double height, const char *title, ccairo_sink sink, void *context) {
  ccairo_canvas *canvas = allocated(sink, context);
  if (!canvas) return NULL;
  canvas->surface = ccairo.pdf_surface_create_for_stream(pass_on, canvas, width, height);
  ccairo.pdf_surface_set_metadata(canvas->surface, CAIRO_PDF_METADATA_TITLE, title);
  // The same picture is the same file whenever it is made.
  ccairo.pdf_surface_set_metadata(canvas->surface, CAIRO_PDF_METADATA_CREATE_DATE, "");
  return started(canvas, 1);
}

bool ccairo_end(ccairo_canvas *canvas) {
  bool is_whole = canvas->context && ccairo.status(canvas->context) == CAIRO_STATUS_SUCCESS;
  if (canvas->context) ccairo.destroy(canvas->context);
  ccairo.surface_finish(canvas->surface);
  is_whole = is_whole && ccairo.surface_status(canvas->surface) == CAIRO_STATUS_SUCCESS;
  ccairo.surface_destroy(canvas->surface);
  free(canvas);
  return is_whole;
}

// MARK: Bitmaps

const unsigned char *ccairo_pixels(ccairo_canvas *canvas, int *width, int *height, int *stride) {
  if (!canvas->is_bitmap) return NULL;
  ccairo.surface_flush(canvas->surface);
  *width = ccairo.image_surface_get_width(canvas->surface);
  *height = ccairo.image_surface_get_height(canvas->surface);
  *stride = ccairo.image_surface_get_stride(canvas->surface);
  return ccairo.image_surface_get_data(canvas->surface);
}

bool ccairo_png(ccairo_canvas *canvas, ccairo_sink sink, void *context) {
  canvas->sink = sink;
  canvas->sink_context = context;
  return ccairo.surface_write_to_png_stream(canvas->surface, pass_on, canvas) == CAIRO_STATUS_SUCCESS;
}

// MARK: Drawing

void ccairo_color(ccairo_canvas *canvas, double red, double green, double blue) {
  ccairo.set_source_rgb(canvas->context, red, green, blue);
}

static void trace(ccairo_canvas *canvas, double x, double y, double width, double height, double radius) {
  cairo_t *context = canvas->context;
  if (radius <= 0) {
    ccairo.rectangle(context, x, y, width, height);
    return;
  }
  const double quarter = 1.5707963267948966;
  ccairo.new_sub_path(context);
  ccairo.arc(context, x + width - radius, y + radius, radius, -quarter, 0);
  ccairo.arc(context, x + width - radius, y + height - radius, radius, 0, quarter);
  ccairo.arc(context, x + radius, y + height - radius, radius, quarter, 2 * quarter);
  ccairo.arc(context, x + radius, y + radius, radius, 2 * quarter, 3 * quarter);
  ccairo.close_path(context);
}

void ccairo_fill(ccairo_canvas *canvas, double x, double y, double width, double height, double radius) {
  trace(canvas, x, y, width, height, radius);
  ccairo.fill(canvas->context);
}

void ccairo_outline(
  ccairo_canvas *canvas, double x, double y, double width, double height, double radius, double line, double dash) {
  trace(canvas, x, y, width, height, radius);
  ccairo.set_line_width(canvas->context, line);
  ccairo.set_dash(canvas->context, &dash, dash > 0 ? 1 : 0, 0);
  ccairo.stroke(canvas->context);
}

// MARK: Text

// Whether the font that is chosen has a glyph for every sign; the glyph 0 stands for those it has not.
static bool has_all(cairo_t *context, const char *text) {
  cairo_glyph_t *glyphs = NULL;
  int count = 0;
  cairo_scaled_font_t *font = ccairo.get_scaled_font(context);
  if (ccairo.scaled_font_text_to_glyphs(font, 0, 0, text, -1, &glyphs, &count, NULL, NULL, NULL)
      != CAIRO_STATUS_SUCCESS) {
    return false;
  }
  bool has = true;
  for (int i = 0; i < count; i++) has = has && glyphs[i].index != 0;
  ccairo.glyph_free(glyphs);
  return has;
}

void ccairo_text(
  ccairo_canvas *canvas, const char *text, double x, double y, int anchor, const char *const *families, int count,
  bool bold, double size) {
  cairo_t *context = canvas->context;
  for (int i = 0; i < count; i++) {
    ccairo.select_font_face(
      context, families[i], CAIRO_FONT_SLANT_NORMAL, bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
    ccairo.set_font_size(context, size);
    if (has_all(context, text)) break;
  }
  double shift = 0;
  if (anchor != CCAIRO_START) {
    cairo_text_extents_t extents;
    ccairo.text_extents(context, text, &extents);
    shift = anchor == CCAIRO_END ? extents.x_advance : extents.x_advance / 2;
  }
  ccairo.move_to(context, x - shift, y);
  ccairo.show_text(context, text);
}
