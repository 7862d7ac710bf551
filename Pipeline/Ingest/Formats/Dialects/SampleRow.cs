namespace CommunityDemand.Pipeline.Ingest.Formats.Dialects;

/// <summary>A row at the beginning of a text.</summary>
/// <param name="Line">Physical line where it starts, from 1.</param>
/// <param name="Cells">Its values, untrimmed.</param>
/// <param name="IsMalformed">Whether a quote is out of place; such a row is one line, of one value.</param>
/// <param name="IsSpaced">Whether a space follows each delimiter; null where no value shows it.</param>
internal sealed record SampleRow(long Line, string[] Cells, bool IsMalformed, bool? IsSpaced)
{
    /// <summary>Values that are not empty.</summary>
    public int Filled { get; } = Cells.Count(cell => !string.IsNullOrWhiteSpace(cell));

    public bool IsBlank => Filled == 0;

    public string this[int column] => column < Cells.Length ? Cells[column] : "";
}
