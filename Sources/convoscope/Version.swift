/// The version of the program, in one place.
enum Version {
  static let current = "0.1.0"

  /// What it was built for.
  static var platform: String {
    #if arch(x86_64)
      let machine = "x86-64"
    #elseif arch(arm64)
      let machine = "arm64"
    #else
      let machine = "?"
    #endif
    #if os(Linux)
      return "Linux \(machine)"
    #elseif os(macOS)
      return "macOS \(machine)"
    #else
      return machine
    #endif
  }
}
