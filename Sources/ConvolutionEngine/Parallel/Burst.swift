import Dispatch

/// Many operations soon after one another, as in training, live edits or measuring: workers stay awake between them.
///
///     Burst.run(workers: .all) { workers in
///       for _ in 0..<1000 { convolution.run(…, workers: workers) }
///     }
///
/// A core that sleeps takes 70 to 80 µs to help, which is more than a small operation takes. In a burst helpers look for the
/// next operation for a moment before they sleep, so that one of a few µs is worth sharing; between two operations that are
/// further apart nothing spins, and after the burst there are no helpers. Results never depend on it.
public enum Burst {
  /// How long a helper looks for the next operation: about twice what it costs to wake one.
  static let patience = Duration.microseconds(150)

  /// Calls `body` on the calling thread, with workers for its operations.
  ///
  /// Operations may also be brought from other threads, and from within a piece of another one: while one goes on, the
  /// others are done by who brings them. The workers may outlive the burst, and are then as any others.
  /// - Parameter workers: an upper bound. Those of a burst that is going on are used as they are.
  /// - Returns: what `body` does.
  /// - Throws: what `body` throws, and nothing else.
  public static func run<Result, Failure: Error>(
    workers: Workers = .all, _ body: (Workers) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard workers.most > 1, !workers.isInBurst else { return try body(workers) }
    let crew = Crew(size: workers.most, patience: patience)
    defer { crew.dismiss() }
    // Dispatch runs no more threads of a region than there are cores. One is too many, since the caller is none of them:
    // that one sleeps till the end.
    DispatchQueue.global(qos: .userInteractive).async {
      DispatchQueue.concurrentPerform(iterations: workers.most) { number in
        if number == 0 { crew.sleep() } else { crew.serve(number: number) }
      }
    }
    return try body(Workers(workers.most, crew: crew))
  }
}
