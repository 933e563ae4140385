/// Products that a picture may cost before the output is there.
extension Int {
  /// Takes `products` away where they are left, and otherwise everything; false when there were not enough.
  mutating func spend(_ products: Int) -> Bool {
    guard self >= products else {
      self = 0
      return false
    }
    self -= products
    return true
  }
}
