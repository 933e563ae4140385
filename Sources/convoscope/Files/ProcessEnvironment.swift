#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the process was started with.
enum ProcessEnvironment {
  /// The named variables, those that are set.
  static func variables(_ names: [String]) -> [String: String] {
    var values: [String: String] = [:]
    for name in names { values[name] = value(of: name) }
    return values
  }

  static func value(of name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// A path that leads to the running program.
  static var executable: String? {
    #if os(Linux)
      "/proc/self/exe"
    #else
      CommandLine.arguments.first
    #endif
  }
}
