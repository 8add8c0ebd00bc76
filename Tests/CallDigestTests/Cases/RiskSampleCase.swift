/// The input of reference case S06 (a sample drawn by Poisson selection with known inclusion
/// probabilities): for each call its id, its inclusion probability, and whether it was affected.
enum RiskSampleCase {
    static let calls = """
        c01 0.1 0, c02 0.04 0, c03 0.05 0, c04 0.1 1, c05 0.05 0, c06 0.05 0, c07 0.1 0, c08 0.1 1,
        c09 0.5 1, c10 0.1 0, c11 0.02 0, c12 0.1 0, c13 0.25 0, c14 0.04 0, c15 0.05 0, c16 0.04 0,
        c17 0.25 1, c18 0.02 0, c19 0.05 0, c20 0.02 0, c21 0.25 0, c22 0.25 0, c23 0.1 0,
        c24 0.02 0, c25 0.02 0, c26 0.1 1, c27 0.02 0, c28 0.25 0, c29 0.1 1, c30 0.5 0, c31 0.1 1,
        c32 0.04 0, c33 0.02 0, c34 0.5 1, c35 0.02 0, c36 0.05 0, c37 0.5 0, c38 0.1 1, c39 0.1 1,
        c40 0.1 0, c41 0.5 0, c42 0.04 0, c43 0.05 0, c44 0.1 0, c45 0.05 0, c46 0.1 0, c47 0.5 0,
        c48 0.02 0, c49 1.0 1, c50 1.0 0
        """
}
