/// A complex number, as far as ground reflection needs one.
struct ComplexNumber {
    var real: Double
    var imaginary: Double

    /// |z|².
    var squaredMagnitude: Double { real * real + imaginary * imaginary }
    /// |z|.
    var magnitude: Double { squaredMagnitude.squareRoot() }

    /// The root with the positive real part.
    var squareRoot: ComplexNumber {
        let size = magnitude
        let root = ((size + real) / 2).squareRoot()
        let other = ((size - real) / 2).squareRoot()
        return ComplexNumber(real: root, imaginary: imaginary < 0 ? -other : other)
    }

    static func + (left: Double, right: ComplexNumber) -> ComplexNumber {
        ComplexNumber(real: left + right.real, imaginary: right.imaginary)
    }

    static func - (left: Double, right: ComplexNumber) -> ComplexNumber {
        ComplexNumber(real: left - right.real, imaginary: -right.imaginary)
    }

    static func + (left: ComplexNumber, right: ComplexNumber) -> ComplexNumber {
        ComplexNumber(real: left.real + right.real, imaginary: left.imaginary + right.imaginary)
    }

    static func * (left: ComplexNumber, right: Double) -> ComplexNumber {
        ComplexNumber(real: left.real * right, imaginary: left.imaginary * right)
    }

    static func / (left: ComplexNumber, right: ComplexNumber) -> ComplexNumber {
        let size = right.squaredMagnitude
        return ComplexNumber(
            real: (left.real * right.real + left.imaginary * right.imaginary) / size,
            imaginary: (left.imaginary * right.real - left.real * right.imaginary) / size)
    }
}
