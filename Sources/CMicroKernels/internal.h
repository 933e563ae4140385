// What the files of the target share; never seen outside.
#ifndef CMK_INTERNAL_H
#define CMK_INTERNAL_H

#include "CMicroKernels.h"

// Null where the target architecture has no such kernels; whether this processor runs them is not asked here.
const CMKKernels *_Nullable cmk_avx512(void);
const CMKKernels *_Nullable cmk_avx2(void);
const CMKKernels *_Nonnull cmk_plain(void);

#endif
