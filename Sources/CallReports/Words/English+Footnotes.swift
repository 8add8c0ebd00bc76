extension English {
    var shareRangeFootnote: Footnote {
        Footnote(
            sentence: "The range of a share holds what the share of all calls may really be.",
            source: "Korn and Graubard 1998, with the effective number of calls")
    }

    var totalRangeFootnote: Footnote {
        Footnote(
            sentence: "The range of a total holds what a month of all calls may really cost.",
            source: "gamma range, Fay and Feuer 1997")
    }

    var orderFootnote: Footnote {
        Footnote(
            sentence: "A place is as sure as the totals leave it: each may lie anywhere in its range.",
            source: "probabilities of ranks of independent gamma totals")
    }

    var changeFootnote: Footnote {
        Footnote(
            sentence:
                "Growing and shrinking say that the difference is more than chance, with every pain "
                + "point of the page tested together so that about one such word in ten is wrong at "
                + "most, and that it is at least 1 of every 100 calls, or a quarter up or a fifth "
                + "down. Maybe says that about three in ten are wrong.",
            source:
                "arcsine test, Anscombe 1948; range by Newcombe 1998, method 10; false discoveries "
                + "by Benjamini and Hochberg 1995")
    }

    var trendFootnote: Footnote {
        Footnote(
            sentence:
                "Rising and falling say that the weeks drawn move steadily, more than chance and by "
                + "at least 1 of every 100 calls from the first to the last. Weeks in which nobody "
                + "listened are left out.",
            source: "Cochran and Armitage 1955; false discoveries by Benjamini and Hochberg 1995")
    }
}
