extension Check {
  /// Judges what was observed.
  package func evaluate(_ observation: Observation) -> Verdict {
    switch self {
    default: .notYet
    }
  }
}
