/// A file that may be missing, read whole.
package enum SmallFile {
  /// - Returns: nil when there is no file.
  /// - Throws: what `FileSystem.read` throws for a folder, a device, a file that is too large or closed to us.
  package static func read(_ path: String, limit: Int) throws(StorageError) -> [UInt8]? {
    guard FileSystem.kind(of: path) != .nothing else { return nil }
    return try FileSystem.read(path, limit: limit)
  }
}
