enum AxisField {
  static let periodLimit = 256
}
