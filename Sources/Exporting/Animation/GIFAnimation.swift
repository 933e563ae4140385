import CGif

/// Drawings one after the other as an animated GIF with one palette for all.
///
/// Only what changed from one picture to the next is stored.
package enum GIFAnimation {
  /// The widths in pixels that are of use.
  package static let widths = 160...1920

  /// The bytes of an animation that repeats for ever.
  ///
  /// - Parameters:
  ///   - count: the number of pictures, at least 1; `drawing` gives each, perhaps several times. All have the same size.
  ///   - delay: how long each is shown, in hundredths of a second; the last one for `lastDelay`.
  ///   - didStore: told how many pictures are stored, after each.
  package static func encode(
    count: Int, pixelWidth: Int, delay: Int, lastDelay: Int, didStore: (Int) -> Void = { _ in },
    drawing: (Int) -> Drawing
  ) throws(ExportError) -> [UInt8] {
    guard cgif_load() else { throw .missingLibrary(.giflib) }
    func picture(_ index: Int) throws(ExportError) -> PixelPicture {
      let drawing = drawing(index)
      return try CairoCanvas.pixels(drawing, scale: Double(pixelWidth) / drawing.width)
    }
    // The first and the last picture and one between them: what is drawn later has the colours of these.
    var samples: [PixelPicture] = []
    for index in Set([0, count / 2, count - 1]).sorted() { samples.append(try picture(index)) }
    var palette = Palette(of: samples)
    guard let size = samples.first.map({ (width: $0.width, height: $0.height) }) else { return [] }

    var failure: ExportError?
    let bytes = FileBytes.collected { context in
      guard
        let animation = cgif_begin(
          Int32(size.width), Int32(size.height), palette.components, FileBytes.sink, context)
      else { return false }
      var before: [UInt8]?
      for index in 0..<count {
        do throws(ExportError) {
          let indices = palette.indices(of: try picture(index).pixels)
          let change = Change(from: before, to: indices, width: size.width)
          guard
            cgif_frame(
              animation, Int32(change.x), Int32(change.y), Int32(change.width), Int32(change.height), change.indices,
              Int32(index == count - 1 ? lastDelay : delay), Int32(Palette.transparent))
          else { break }
          before = indices
          didStore(index + 1)
        } catch {
          failure = error
          break
        }
      }
      return cgif_end(animation) && before != nil
    }
    if let failure { throw failure }
    guard let bytes else { throw .refused(.giflib) }
    return bytes
  }
}

/// The part of a picture that differs from the one before; what is the same inside it is transparent.
private struct Change {
  var x = 0
  var y = 0
  var width = 1
  var height = 1
  var indices: [UInt8] = [Palette.transparent]

  init(from before: [UInt8]?, to after: [UInt8], width full: Int) {
    guard let before else {
      (width, height, indices) = (full, after.count / full, after)
      return
    }
    var rows: ClosedRange<Int>?
    var columns: ClosedRange<Int>?
    for (offset, pair) in zip(before, after).enumerated() where pair.0 != pair.1 {
      let (row, column) = offset.quotientAndRemainder(dividingBy: full)
      rows = min(rows?.lowerBound ?? row, row)...row
      columns = min(columns?.lowerBound ?? column, column)...max(columns?.upperBound ?? column, column)
    }
    // A picture has to have a pixel.
    guard let rows, let columns else { return }
    (x, y, width, height) = (columns.lowerBound, rows.lowerBound, columns.count, rows.count)
    indices.removeAll()
    indices.reserveCapacity(width * height)
    for row in rows {
      for offset in (row * full + columns.lowerBound)...(row * full + columns.upperBound) {
        indices.append(before[offset] == after[offset] ? Palette.transparent : after[offset])
      }
    }
  }
}
