namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>A parsed value: a text, a number (a count, a score, a day number, 0 or 1), or nothing.</summary>
internal readonly record struct Cell
{
    private Cell(string? text, double number)
    {
        Text = text;
        Number = number;
    }

    public static Cell Missing => new(null, double.NaN);

    public string? Text { get; }

    /// <summary>The number; NaN where there is none.</summary>
    public double Number { get; }

    public bool IsMissing => Text is null && double.IsNaN(Number);

    public double? NumberOrNull => double.IsNaN(Number) ? null : Number;

    public DateOnly Day => DateOnly.FromDayNumber((int)Number);

    public static Cell Of(string text) => new(text, double.NaN);

    public static Cell Of(double number) => new(null, number);

    public static Cell Of(DateOnly day) => new(null, day.DayNumber);
}
