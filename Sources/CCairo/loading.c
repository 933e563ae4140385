// Finds libcairo and the functions that are used of it.
#include "internal.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

struct ccairo_functions ccairo;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static bool loaded = false;

// Names with a version: what they stand for is what the header describes.
static const char *const libraries[] = {
  "libcairo.so.2", "libcairo.2.dylib", "/opt/homebrew/lib/libcairo.2.dylib", "/usr/local/lib/libcairo.2.dylib", NULL,
};

static void load(void) {
  void *library = NULL;
  for (int i = 0; libraries[i] && !library; i++) library = dlopen(libraries[i], RTLD_NOW | RTLD_LOCAL);
  if (!library) return;
  loaded = true;
#define FIND(name) \
  ccairo.name = (__typeof__(ccairo.name))dlsym(library, "cairo_" #name); \
  if (!ccairo.name) loaded = false;
  CCAIRO_FUNCTIONS(FIND)
#undef FIND
}

bool ccairo_load(void) {
  pthread_once(&once, load);
  return loaded;
}
