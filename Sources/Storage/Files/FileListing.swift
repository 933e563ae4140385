/// Which paths go on from what was typed, for completion.
package enum FileListing {
  /// The most paths that are offered.
  package static let most = 200

  /// The paths that begin with these characters, sorted, at most `most`; folders end in a slash. Hidden ones only where the
  /// dot is typed. Nothing for a folder that cannot be read.
  package static func paths(startingWith prefix: String) -> [String] {
    let slash = prefix.lastIndex(of: "/")
    let folder = slash.map { String(prefix[...$0]) } ?? ""
    let start = slash.map { prefix[prefix.index(after: $0)...] } ?? prefix[...]
    guard let names = try? FileSystem.names(in: folder.isEmpty ? "." : folder) else { return [] }
    return names.filter { $0.hasPrefix(start) && (start.hasPrefix(".") || !$0.hasPrefix(".")) }
      .prefix(most)
      .map { name in
        let path = folder + name
        return FileSystem.kind(of: path) == .folder ? path + "/" : path
      }
  }
}
