/// Paths as text: the little that is needed without Foundation.
enum Path {
  /// `folder` and `name` joined; an absolute `name` stands for itself.
  static func join(_ folder: String, _ name: String) -> String {
    if name.hasPrefix("/") || folder.isEmpty { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  /// The folder that holds `path`: `.` for a bare name, `/` for the root.
  static func parent(of path: String) -> String {
    let trimmed = trimmingSlashes(path)
    guard let slash = trimmed.lastIndex(of: "/") else { return "." }
    let parent = trimmingSlashes(String(trimmed[..<slash]))
    return parent.isEmpty ? "/" : parent
  }

  private static func trimmingSlashes(_ path: String) -> String {
    var path = path[...]
    while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
    return String(path)
  }
}
