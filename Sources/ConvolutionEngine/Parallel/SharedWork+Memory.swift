extension SharedWork {
  /// What a piece of an operation on floats works with.
  struct Memory {
    /// The input's first cell, and the output's.
    let input: UnsafePointer<Float>
    let output: UnsafeMutablePointer<Float>
    /// What all workers read.
    let common: UnsafePointer<Float>
    /// The worker's own.
    let own: UnsafeMutablePointer<Float>
  }

  /// As `perform(count:workers:_:)`, for pieces that read one array, write disjoint cells of another, or the same values to the
  /// same cells, and have memory of their worker's own.
  ///
  /// - Parameters:
  ///   - scratch: `common` floats that nobody writes any more, and behind them `part` floats for each worker. With `input` and
  ///     `output` it has to live until this returns.
  static func perform(
    count: Int, workers: Workers, input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>,
    scratch: UnsafeMutableBufferPointer<Float>, common: Int = 0, part: Int,
    _ body: @Sendable (_ piece: Int, _ memory: Memory) -> Void
  ) {
    precondition(scratch.count >= common + part * workers.most, "too little memory for so many workers")
    let pointers = Pointers(input: input, output: output, scratch: scratch.baseAddress ?? output)
    perform(count: count, workers: workers) { piece, worker in
      body(
        piece,
        Memory(
          input: pointers.input, output: pointers.output, common: UnsafePointer(pointers.scratch),
          own: pointers.scratch + common + worker * part))
    }
  }

  /// Safety: pieces keep to their parts, as `perform` says, and everything outlives it.
  private struct Pointers: @unchecked Sendable {
    let input: UnsafePointer<Float>
    let output: UnsafeMutablePointer<Float>
    let scratch: UnsafeMutablePointer<Float>
  }
}
