/**
 * The Cholesky factor of a symmetric positive definite matrix, in place.
 *
 *     A = G G^T,   G lower triangular
 *
 * O(n^3 / 6) multiplications.
 *
 * @param matrix `n` rows of `n`, row-major; its lower triangle becomes `G`, the upper is not read
 * @param size `n`
 * @returns The same array
 * @throws {RangeError} On a matrix that is not positive definite
 */
export function choleskyFactor(matrix: Float64Array, size: number): Float64Array {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * size + k]! * matrix[j * size + k]!;
      if (i !== j) matrix[i * size + j] = sum / matrix[j * size + j]!;
      else if (sum > 0) matrix[i * size + i] = Math.sqrt(sum);
      else throw new RangeError(`Cannot factor a matrix: pivot ${i} must be above 0, got ${sum}`);
    }
  }
  return matrix;
}

/**
 * Solves `G y = b`, in place.
 *
 * @param factor `G` of `choleskyFactor`
 * @param vector `b`, becomes `y`; `|y|^2 = b^T A^-1 b`
 * @returns The same array
 */
export function solveLower(factor: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  for (let i = 0; i < size; i++) {
    let sum = vector[i]!;
    for (let k = 0; k < i; k++) sum -= factor[i * size + k]! * vector[k]!;
    vector[i] = sum / factor[i * size + i]!;
  }
  return vector;
}

/**
 * Solves `A x = b`, in place.
 *
 * @param factor `G` of `choleskyFactor`
 * @param vector `b`, becomes `x`
 * @returns The same array
 */
export function choleskySolve(factor: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  solveLower(factor, vector);
  for (let i = size - 1; i >= 0; i--) {
    const value = vector[i]! / factor[i * size + i]!;
    vector[i] = value;
    for (let k = 0; k < i; k++) vector[k]! -= factor[i * size + k]! * value;
  }
  return vector;
}
