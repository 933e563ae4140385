// Animated GIFs by giflib.
#include "CGif.h"

#include <dlfcn.h>
#include <gif_lib.h>
#include <pthread.h>
#include <stdlib.h>

// MARK: Loading

#define CGIF_FUNCTIONS(X) \
  X(EGifOpen) X(EGifSetGifVersion) X(EGifPutScreenDesc) X(EGifPutExtensionLeader) X(EGifPutExtensionBlock) \
  X(EGifPutExtensionTrailer) X(EGifGCBToExtension) X(EGifPutExtension) X(EGifPutImageDesc) X(EGifPutLine) \
  X(EGifCloseFile) X(GifMakeMapObject) X(GifFreeMapObject)

static struct {
#define DECLARE(name) __typeof__(&name) name;
  CGIF_FUNCTIONS(DECLARE)
#undef DECLARE
} gif;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool loaded = false;

// Names with a version: what they stand for is what the header describes.
static const char *const libraries[] = {
  "libgif.so.7", "libgif.7.dylib", "/opt/homebrew/lib/libgif.dylib", "/usr/local/lib/libgif.dylib", NULL,
};

static void load(void) {
  void *library = NULL;
  for (int i = 0; libraries[i] && !library; i++) library = dlopen(libraries[i], RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  loaded = true;
#define FIND(name) \
  gif.name = (__typeof__(gif.name))dlsym(library, #name); \
  if (!gif.name) loaded = false;
  CGIF_FUNCTIONS(FIND)
#undef FIND
}

bool cgif_load(void) {
  pthread_once(&once, load);
  return loaded;
}

// MARK: Writing

struct cgif_animation {
  GifFileType *file;
  cgif_sink sink;
  void *context;
};

static int pass_on(GifFileType *file, const GifByteType *bytes, int count) {
  cgif_animation *animation = file->UserData;
  return animation->sink(animation->context, bytes, (size_t)count) ? count : 0;
}

// Netscape's block, which every reader knows: repeat, 0 times meaning for ever.
static bool put_loop(GifFileType *file) {
  const unsigned char body[] = {1, 0, 0};
  return gif.EGifPutExtensionLeader(file, APPLICATION_EXT_FUNC_CODE) == GIF_OK
    && gif.EGifPutExtensionBlock(file, 11, "NETSCAPE2.0") == GIF_OK
    && gif.EGifPutExtensionBlock(file, sizeof body, body) == GIF_OK && gif.EGifPutExtensionTrailer(file) == GIF_OK;
}

cgif_animation *cgif_begin(int width, int height, const uint8_t *palette, cgif_sink sink, void *context) {
  if (!cgif_load()) return NULL;
  cgif_animation *animation = calloc(1, sizeof *animation);
  if (!animation) return NULL;
  animation->sink = sink;
  animation->context = context;
  GifColorType colors[256];
  for (int i = 0; i < 256; i++) {
    colors[i] = (GifColorType){.Red = palette[3 * i], .Green = palette[3 * i + 1], .Blue = palette[3 * i + 2]};
  }
  ColorMapObject *map = gif.GifMakeMapObject(256, colors);
  int code = 0;
  animation->file = map ? gif.EGifOpen(animation, pass_on, &code) : NULL;
  bool begun = false;
  if (animation->file) {
    gif.EGifSetGifVersion(animation->file, true);
    begun = gif.EGifPutScreenDesc(animation->file, width, height, 8, 0, map) == GIF_OK && put_loop(animation->file);
  }
  if (map) gif.GifFreeMapObject(map);
  if (begun) return animation;
  cgif_end(animation);
  return NULL;
}

bool cgif_frame(
  cgif_animation *animation, int x, int y, int width, int height, const uint8_t *indices, int delay, int transparent) {
  GifFileType *file = animation->file;
  GraphicsControlBlock control = {
    .DisposalMode = DISPOSE_DO_NOT, .UserInputFlag = false, .DelayTime = delay, .TransparentColor = transparent};
  GifByteType extension[4];
  const size_t length = gif.EGifGCBToExtension(&control, extension);
  if (gif.EGifPutExtension(file, GRAPHICS_EXT_FUNC_CODE, (int)length, extension) != GIF_OK) return false;
  if (gif.EGifPutImageDesc(file, x, y, width, height, false, NULL) != GIF_OK) return false;
  for (int row = 0; row < height; row++) {
    // The library asks for bytes that it may change and leaves them as they are.
    if (gif.EGifPutLine(file, (GifPixelType *)indices + (size_t)row * (size_t)width, width) != GIF_OK) return false;
  }
  return true;
}

bool cgif_end(cgif_animation *animation) {
  int code = 0;
  bool is_whole = animation->file && gif.EGifCloseFile(animation->file, &code) == GIF_OK;
  free(animation);
  return is_whole;
}
