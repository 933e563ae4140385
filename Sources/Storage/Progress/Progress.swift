/// A lesson's task by the identifiers that stay the same when texts and order change.
package struct TaskReference: Hashable, Comparable, Sendable {
  package let lesson: String
  package let task: String

  /// - Throws: `badIdentifier` unless both are 1 to 100 characters of `a-z`, `0-9`, `-` and `_`.
  package init(lesson: String, task: String) throws(StorageError) {
    for identifier in [lesson, task] {
      guard Self.isIdentifier(identifier) else { throw .badIdentifier(identifier) }
    }
    self.lesson = lesson
    self.task = task
  }

  package static func isIdentifier(_ text: String) -> Bool {
    (1...100).contains(text.utf8.count)
      && text.utf8.allSatisfy { byte in
        (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
          || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      }
  }

  package static func < (left: TaskReference, right: TaskReference) -> Bool {
    (left.lesson, left.task) < (right.lesson, right.task)
  }
}

/// What a learner has done, and where they left.
package struct Progress: Equatable, Sendable {
  package private(set) var done: Set<TaskReference>
  /// Tasks that were passed over; none of them is done.
  package private(set) var skipped: Set<TaskReference>
  /// The last place; where to resume.
  package var current: TaskReference?

  package init(done: Set<TaskReference> = [], skipped: Set<TaskReference> = [], current: TaskReference? = nil) {
    self.done = done
    self.skipped = skipped.subtracting(done)
    self.current = current
  }

  package mutating func markDone(_ task: TaskReference) {
    done.insert(task)
    skipped.remove(task)
  }

  /// Passes a task over; one that is done stays done.
  package mutating func markSkipped(_ task: TaskReference) {
    if !done.contains(task) { skipped.insert(task) }
  }

  /// Adds what somebody else has done. Nothing that is done here is lost, and where one left stays where it is.
  package mutating func merge(_ other: Progress) {
    done.formUnion(other.done)
    skipped = skipped.union(other.skipped).subtracting(done)
    current = current ?? other.current
  }

  /// Forgets one lesson, and the last place when it lies there.
  package mutating func reset(lesson: String) {
    done = done.filter { $0.lesson != lesson }
    skipped = skipped.filter { $0.lesson != lesson }
    if current?.lesson == lesson { current = nil }
  }

  /// Forgets everything.
  package mutating func resetAll() { self = Progress() }
}
