import Testing

@testable import LessonKit

@Suite("The first file of a new lesson")
struct LessonSkeletonTests {
  @Test("It is a lesson in order, numbered after the last one")
  func inOrder() throws {
    let first = try #require(LessonSkeleton(slug: "edges-and-corners", after: LessonLibrary(files: [])))
    #expect(first.fileName == "01-edges-and-corners.md")
    let library = LessonLibrary(files: [(first.fileName, first.bytes)])
    #expect(LessonLint.findings(in: library) == [])
    #expect(library.lessons.map(\.title) == ["Edges and corners"])
    #expect(LessonSkeleton(slug: "next", after: library)?.fileName == "02-next.md")
  }

  @Test("A slug that is no file name, and a hundredth lesson, are refused")
  func refused() {
    for slug in ["", "A", "../x", "a_b", "-a", "a-", "a/b", "é", String(repeating: "a", count: 65)] {
      #expect(LessonSkeleton(slug: slug, after: LessonLibrary(files: [])) == nil, "\(slug)")
    }
    let last = LessonLibrary(files: [("99-z.md", Array("---\nid: z\nnumber: 99\ntitle: T\n---\n## One\n".utf8))])
    #expect(last.lessons.count == 1)
    #expect(LessonSkeleton(slug: "a", after: last) == nil)
  }
}
