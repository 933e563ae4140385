extension Workers {
  /// The least work worth a second worker, in products: some 150 µs, about twice what it costs to wake a core.
  public static let productsWorthWaking = 12_000_000

  /// The same in a burst, whose helpers are awake.
  public static let productsWorthSharingInBurst = 500_000

  /// Those that are worth having for some products: the caller alone for little work.
  func worth(products: Double) -> Workers {
    products < Double(isInBurst ? Self.productsWorthSharingInBurst : Self.productsWorthWaking) ? atMost(1) : self
  }
}
