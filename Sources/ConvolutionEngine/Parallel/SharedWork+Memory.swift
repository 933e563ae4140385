extension SharedWork {
  /// The most floats that a worker should have of its own, 16 MiB. What asks for more has wide padding or dilation around a small
  /// picture, and is better done in another way: algorithms refuse it.
  static let mostOwn = 1 << 22

  /// The most floats of all workers, 256 MiB: fewer work where each needs much.
  private static let mostScratch = 1 << 26

  /// Those of some workers that memory of their own is there for, and pieces to do.
  static func crew(of workers: Workers, pieces: Int, own: Int) -> Workers {
    workers.atMost(pieces).atMost(max(1, mostScratch / max(1, own)))
  }

  /// What a piece of an operation on floats works with.
  struct Memory {
    /// The input's first cell, and the output's.
    let input: UnsafePointer<Float>
    let output: UnsafeMutablePointer<Float>
    /// As many zeros as were asked for, the same for all workers.
    let zeros: UnsafePointer<Float>
    /// The worker's own, at the beginning of a cache line.
    let own: UnsafeMutablePointer<Float>
  }

  /// As `perform(count:workers:_:)`, for pieces that read one array, write disjoint cells of another, or the same values to the
  /// same cells, and have memory of their worker's own.
  ///
  /// - Parameters:
  ///   - zeros: the number of zeros that every worker reads.
  ///   - own: the floats of each worker, with any content.
  static func perform(
    count: Int, workers: Workers, input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>,
    workspace: Workspace, zeros: Int = 0, own: Int, _ body: @Sendable (_ piece: Int, _ memory: Memory) -> Void
  ) {
    let (zeros, own) = (Workspace.wholeLines(zeros), Workspace.wholeLines(own))
    let crew = crew(of: workers, pieces: count, own: own)
    let scratch = workspace.floats(zeros + own * crew.most)
    scratch[..<zeros].update(repeating: 0)
    // Without memory of any kind there is still an address, which nobody uses.
    let pointers = Pointers(input: input, output: output, scratch: scratch.baseAddress ?? output)
    perform(count: count, workers: crew) { piece, worker in
      body(
        piece,
        Memory(
          input: pointers.input, output: pointers.output, zeros: UnsafePointer(pointers.scratch),
          own: pointers.scratch + zeros + worker * own))
    }
  }

  /// Safety: pieces keep to their parts, as `perform` says, and everything outlives it.
  private struct Pointers: @unchecked Sendable {
    let input: UnsafePointer<Float>
    let output: UnsafeMutablePointer<Float>
    let scratch: UnsafeMutablePointer<Float>
  }
}
