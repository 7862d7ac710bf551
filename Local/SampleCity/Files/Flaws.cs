namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>Flaws of rows by dataset. Columns are those of <see cref="Layouts"/>.</summary>
internal static class Flaws
{
    private static readonly Flaw[] Structural =
    [
        new("extra_columns", static row => [.. row, "7", "?"], DelimitedOnly: true),
        new("broken_quotes", static row => [.. row[..1], Cell.Raw("\"lib\"rary"), .. row[2..]], DelimitedOnly: true),
    ];

    private static readonly Flaw[] Dates =
    [
        Flaw.Of("missing_date", 2, default(Cell)),
        Flaw.Of("impossible_date", 2, "2025-02-30"),
        Flaw.Of("month_13", 2, "2024-13-01"),
        Flaw.Of("year_0", 2, "0000-01-01"),
        Flaw.Of("text_for_date", 2, "上周三"),
    ];

    /// <summary>No flaws.</summary>
    public static IReadOnlyList<Flaw> None { get; } = [];

    /// <summary>Flaws of daily usage.</summary>
    public static IReadOnlyList<Flaw> Usage { get; } =
    [
        .. Structural,
        .. Dates,
        Flaw.Of("missing_community", 0, default(Cell)),
        Flaw.Of("missing_service", 1, " "),
        Flaw.Of("missing_visits", 3, default(Cell)),
        Flaw.Of("negative_visits", 3, -3),
        Flaw.Of("huge_visits", 3, "1e308"),
        Flaw.Of("nan_visits", 3, "NaN"),
        Flaw.Of("infinite_visits", 3, "Infinity"),
        Flaw.Of("text_for_visits", 3, "many"),
        Flaw.Of("negative_unmet", 4, "-1"),
    ];

    /// <summary>Flaws of single events.</summary>
    public static IReadOnlyList<Flaw> Events { get; } =
    [
        .. Structural,
        .. Dates,
        Flaw.Of("missing_community", 0, default(Cell)),
        Flaw.Of("missing_service", 1, default(Cell)),
        Flaw.Of("negative_minutes", 5, -12),
        Flaw.Of("text_for_minutes", 5, "soon"),
    ];

    /// <summary>Flaws of answers and complaints.</summary>
    public static IReadOnlyList<Flaw> Feedback { get; } =
    [
        .. Structural.Take(1),
        .. Dates,
        Flaw.Of("missing_community", 0, default(Cell)),
        Flaw.Of("score_0", 6, 0),
        Flaw.Of("score_6", 7, 6),
        Flaw.Of("score_fraction", 8, 3.7),
        Flaw.Of("text_for_score", 6, "满意"),
        Flaw.Of("unknown_source", 3, "martian"),
    ];
}
