/// What an SVG says besides its shapes.
///
/// Cairo draws letters as outlines, so that they look the same where the font is missing; nobody can search them or have
/// them read aloud. So the file gets a title and a description.
enum SVGText {
  /// The file with a title and a description at its beginning.
  static func described(_ file: [UInt8], title: String, description: [String]) -> [UInt8] {
    let file = withoutCounter(file)
    let opening = Array("<svg ".utf8)
    guard let start = file.firstRange(of: opening)?.lowerBound,
      let end = file[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return file }
    let words =
      "\n<title>\(escaped(title))</title>\n<desc>\(escaped(description.joined(separator: "\n")))</desc>"
    return Array(file[...end]) + Array(words.utf8) + Array(file[(end + 1)...])
  }

  /// Cairo calls the drawing `surface` and how many it has made before: the same picture would be another file each time.
  private static func withoutCounter(_ file: [UInt8]) -> [UInt8] {
    guard let name = file.firstRange(of: Array("\"surface".utf8)),
      let end = file[name.upperBound...].firstIndex(of: UInt8(ascii: "\""))
    else { return file }
    return Array(file[..<name.lowerBound]) + Array("\"picture".utf8) + Array(file[end...])
  }

  /// A text without the signs that mean something in XML, and without those that it cannot hold.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
      }
    }
    return result
  }
}
