/// Greatest common divisor of the positive numbers of a list, 1 if there is none. Objectives are multiples of it, so a bound may be
/// rounded to it, and CBC sees small integers.
func commonDivisor(_ numbers: some Sequence<Int64>) -> Int64 {
    var result: Int64 = 0
    for number in numbers where number > 0 {
        var (a, b) = (result, number)
        while b != 0 { (a, b) = (b, a % b) }
        result = a
        if result == 1 { break }
    }
    return max(result, 1)
}
