import CMicroKernels

/// The pause of a thread that looks again and again at what another one is about to write.
enum SpinPause {
  @inline(__always) static func take() { cmk_pause() }
}
