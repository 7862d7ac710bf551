using System.Globalization;

namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>A value of a row: blank, text, a number or a date. The file format decides how it is written.</summary>
internal readonly struct Cell
{
    private Cell(CellKind kind, string? text = null, double number = 0, DateOnly date = default) =>
        (Kind, Text, Number, Date) = (kind, text, number, date);

    public CellKind Kind { get; }

    public string? Text { get; }

    public double Number { get; }

    public DateOnly Date { get; }

    public static implicit operator Cell(string? text) => text is null ? default : new(CellKind.Text, text);

    public static implicit operator Cell(double number) => new(CellKind.Number, number: number);

    public static implicit operator Cell(double? number) => number is { } value ? value : default(Cell);

    public static implicit operator Cell(DateOnly date) => new(CellKind.Date, date: date);

    public static implicit operator Cell(DateOnly? date) => date is { } value ? value : default(Cell);

    /// <summary>Text that breaks the rules of delimited files.</summary>
    public static Cell Raw(string text) => new(CellKind.Raw, text);

    /// <summary>The value as written in text files.</summary>
    public string ToString(string dateFormat) => Kind switch
    {
        CellKind.Text or CellKind.Raw => Text!,
        CellKind.Number => Number.ToString(CultureInfo.InvariantCulture),
        CellKind.Date => Date.ToString(dateFormat, CultureInfo.InvariantCulture),
        _ => "",
    };
}
