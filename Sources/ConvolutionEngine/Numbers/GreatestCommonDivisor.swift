/// The greatest common divisor of two numbers that are at least 0; of 0 and another number, that number.
func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
