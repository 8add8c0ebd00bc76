import Testing

@testable import CallDigest

@Suite("Kappas that other programs report")
struct KappaTests {
    // Reference case S21: Wikipedia, "Fleiss' kappa" (.210); statsmodels 0.15.0.
    @Test("Fleiss' kappa of ten subjects and fourteen raters (S21)")
    func fleiss() throws {
        let table: [[Double]] = [
            [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
            [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
        ]
        let kappa = try #require(FleissKappa(table))
        #expect(abs(kappa.kappa - 0.209930704422) < 1e-9 && abs(kappa.kappa - 0.21) < 5e-4)
        #expect(abs(kappa.freeMarginal - 0.222527472527) < 1e-9)
    }

    @Test("Fleiss' kappa needs equally many raters, and something to tell apart")
    func fleissUndefined() {
        #expect(FleissKappa([[2, 0], [1, 2]]) == nil && FleissKappa([]) == nil)
        #expect(FleissKappa([[2, 0], [2, 0]]) == nil)
    }

    // Reference case S22: the example of SAS PROC FREQ (.4842, ASE .1380, .2137-.7547);
    // statsmodels 0.15.0.
    @Test("Cohen's kappa with its standard error (S22)")
    func cohen() throws {
        let kappa = try #require(CohenKappa([[0, 4, 1], [0, 8, 0], [0, 1, 5]]))
        #expect(abs(kappa.kappa - 0.484162895928) < 1e-9)
        #expect(abs(kappa.standardError - 0.138013578306) < 1e-9)
        let reach = NormalDistribution.quantile(0.975) * kappa.standardError
        #expect(abs(kappa.kappa - reach - 0.2137) < 5e-5)
        #expect(abs(kappa.kappa + reach - 0.7547) < 5e-5)
        let published = try #require(CohenKappa([[20, 5], [10, 15]]))
        #expect(abs(published.kappa - 0.4) < 1e-12)
    }

    // Reference case S22: severities 1 to 5; statsmodels 0.15.0 and scikit-learn (Fleiss, Cohen and
    // Everitt 1969).
    @Test(
        "Cohen's weighted kappa of severities (S22)",
        arguments: [
            (CohenKappa.Weighting.none, 0.541159796858, 0.0613687075429),
            (.linear, 0.698000701508, 0.0456729450594),
            (.quadratic, 0.826959943497, 0.0346142736281),
        ])
    func weighted(weighting: CohenKappa.Weighting, kappa: Double, error: Double) throws {
        let table: [[Double]] = [
            [11, 3, 0, 0, 0], [4, 18, 5, 1, 0], [0, 6, 21, 6, 1], [0, 1, 4, 12, 3],
            [0, 0, 1, 2, 6],
        ]
        let found = try #require(CohenKappa(table, weighting: weighting))
        #expect(abs(found.kappa - kappa) < 1e-9)
        #expect(abs(found.standardError - error) < 1e-9)
    }

    @Test("where both always say the same there is no kappa")
    func cohenUndefined() {
        #expect(CohenKappa([[7, 0], [0, 0]]) == nil && CohenKappa([]) == nil)
    }
}
