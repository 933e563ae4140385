/// The SplitMix64 generator: a seed gives the same numbers on every platform and with every Swift version.
///
/// Not for secrets. Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators" (2014), in the form of
/// Vigna's public-domain `splitmix64.c`.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits. Taking `next() % n` is how callers stay independent of the standard library's own sampling.
  package mutating func next() -> UInt64 {
    state &+= Self.increment
    return Self.mixed(state)
  }

  /// Number `index` of the sequence of a seed, counted from 0, without those before it.
  package static func number(_ index: UInt64, seed: UInt64) -> UInt64 {
    mixed(seed &+ (index &+ 1) &* increment)
  }

  private static let increment: UInt64 = 0x9e37_79b9_7f4a_7c15

  private static func mixed(_ state: UInt64) -> UInt64 {
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }
}
